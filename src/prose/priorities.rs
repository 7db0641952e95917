//! What a reader says matters: the form to say it, and what follows.

use super::block::{Block, Blocks};
use crate::catalog::{Capability, RouteStatus};
use crate::compare::{capability_name, list};
use crate::decide::{CRITERIA, Field, Judgement, Kind, MAX_WEIGHT, Met, Priorities, Ranking, WEIGHTINGS, ranking};
use crate::form::{GROUP_END, choice, entry, group, tick};
use crate::html::Html;
use crate::table::{Cell, Figure, Row};

/// The form, as HTML. What each field sets, see [`Priorities::set`].
pub(super) fn priorities_form(field: &Field, priorities: &Priorities) -> String {
    let mut html = Html::default();
    let needs = priorities.needs.iter().map(|need| need.parts());
    let needs: Vec<(String, String)> = needs.map(|(key, value)| (key.to_owned(), value)).collect();
    let value = |key: &str| needs.iter().find(|(have, _)| have == key).map(|(_, value)| value.as_str());
    group(&mut html, "Must-haves", !needs.is_empty() || priorities.accept_unknown);
    for one in Capability::ALL {
        tick(&mut html, &format!("need:{}", one.word()), &capability_name(*one), value(one.word()).is_some());
    }
    tick(&mut html, "need:open", "open weights", value("open").is_some());
    for (key, label, kind) in [
        ("context", "Context window of at least, tokens", "text"),
        ("price", "Output at most, $ per million tokens", "text"),
        ("cost", "Monthly cost at most, $", "text"),
        ("until", "Not retired before", "date"),
    ] {
        entry(&mut html, &format!("need:{key}"), label, kind, value(key).unwrap_or_default(), "");
    }
    providers(&mut html, field, value("at").unwrap_or_default());
    tick(&mut html, "need:unknown", "accept what is not known", priorities.accept_unknown);
    html.markup(GROUP_END);
    group(&mut html, "Weights, 0 to 10", !priorities.list("weight").is_empty());
    for (one, weight) in CRITERIA.iter().zip(priorities.weights) {
        entry(
            &mut html,
            &format!("weight:{}", one.key),
            one.name,
            "number",
            &weight.to_string(),
            &MAX_WEIGHT.to_string(),
        );
    }
    html.markup(GROUP_END);
    group(&mut html, "In use today, of which switch friction then speaks", !priorities.uses.is_empty());
    let mut in_use = |word: &str, name: &str| {
        tick(&mut html, &format!("use:{word}"), name, priorities.uses.iter().any(|used| used == word));
    };
    Capability::ALL.iter().for_each(|one| in_use(one.word(), &capability_name(*one)));
    parameters(field, priorities).iter().for_each(|name| in_use(name, name));
    html.markup(GROUP_END);
    html.finish()
}

/// Providers with a live route of some side.
fn providers(html: &mut Html, field: &Field, chosen: &str) {
    let mut listed: Vec<(&str, &str)> = Vec::new();
    for route in field.sides.iter().flat_map(|side| side.routes).filter(|route| route.status == RouteStatus::Live) {
        let id = route.key.split(':').next().unwrap_or_default();
        if let Err(at) = listed.binary_search_by(|(_, name)| (*name).cmp(&route.provider)) {
            listed.insert(at, (id, &route.provider));
        }
    }
    if !chosen.is_empty() && !listed.iter().any(|(id, _)| *id == chosen) {
        listed.insert(0, (chosen, chosen));
    }
    listed.insert(0, ("", "any"));
    choice(html, "need:at", "At the provider", &listed, chosen);
}

/// The request parameters that some side takes or the reader uses, in order.
fn parameters<'a>(field: &Field<'a>, priorities: &'a Priorities) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    let accepted = field.sides.iter().filter_map(|side| side.model.request_parameters.as_ref());
    for name in accepted.flat_map(|listed| &listed.accepted).chain(&priorities.uses) {
        let capability = Capability::ALL.iter().any(|one| one.word() == name);
        if let (Err(at), false) = (all.binary_search(&name.as_str()), capability) {
            all.insert(at, name);
        }
    }
    all
}

/// What the must-haves and weights come to, beside the verdict.
pub(super) fn priorities_blocks(
    field: &Field,
    judgements: &[Judgement],
    priorities: &Priorities,
    verdict: Kind,
    out: &mut Blocks,
) {
    let mut excluded = vec![false; field.sides.len()];
    needs(field, priorities, &mut excluded, out);
    // Of one that is left, and of what is hardly known, there is nothing to weigh.
    let weighs = !matches!(verdict, Kind::Same | Kind::TooLittle);
    if weighs && excluded.iter().filter(|excluded| !**excluded).count() > 1 {
        ranked(field, &ranking(judgements, priorities.weights, &excluded), verdict, out);
    }
}

/// Which side meets which must-have, and who is out.
fn needs(field: &Field, priorities: &Priorities, excluded: &mut [bool], out: &mut Blocks) {
    let (mut rows, mut lacks) = (Vec::new(), Vec::new());
    for need in &priorities.needs {
        let mut cells: Vec<Cell> = Vec::new();
        for ((at, side), excluded) in field.sides.iter().enumerate().zip(excluded.iter_mut()) {
            let (figure, why) = match need.met(field, side) {
                Met::Yes => (Figure::plain("Met"), ""),
                Met::No => (Figure::plain("Not met"), "does not meet"),
                Met::Unknown if priorities.accept_unknown => (Figure::UNKNOWN, ""),
                Met::Unknown => (Figure::UNKNOWN, "is not known to meet"),
            };
            cells.push(figure.into());
            if !why.is_empty() {
                lacks.push(format!("{} {why} “{}”", field.name(at), need.words()));
                *excluded = true;
            }
        }
        rows.push(Row { label: need.words(), cells, ..Row::default() });
    }
    if rows.is_empty() {
        return;
    }
    out.add(Block::Table(field.known.overview.heads("Must-have"), rows));
    let mut left = Vec::new();
    for (at, _) in excluded.iter().enumerate().filter(|(_, excluded)| !**excluded) {
        left.push(field.name(at));
    }
    out.paragraph(match left.len() {
        0 => "No side has every must-have.".to_owned(),
        all if all == excluded.len() => "Every side has all must-haves.".to_owned(),
        _ => format!("Left with these must-haves: {}.", list(&left)),
    });
    out.list(lacks);
}

fn ranked(field: &Field, ranking: &Ranking, verdict: Kind, out: &mut Blocks) {
    let mut points = Vec::new();
    for (at, points_of) in ranking.points.iter().enumerate() {
        if let Some(of) = points_of {
            points.push(format!("{} {of}", field.name(at)));
        }
    }
    let points = list(&points);
    let Some(leader) = ranking.leader else { return out.paragraph(format!("By your weights nobody leads: {points}.")) };
    let name = field.name(leader);
    let mut text = format!("By your weights {name} leads, in points: {points}.");
    match verdict {
        Kind::Leads(side) | Kind::LeadsUnmeasured(side) | Kind::OnlyOne(side) if side != leader => text.push_str(
            &format!(" The verdict, which weighs as the table of criteria says, is for {}.", field.name(side)),
        ),
        Kind::NoLeader => text.push_str(" The verdict names no winner."),
        _ => {}
    }
    out.paragraph(text);
    let percent = u64::from(ranking.ahead) * 100 / u64::from(WEIGHTINGS);
    let mut text =
        format!("{name} is ahead in {percent} % of {WEIGHTINGS} weightings spread evenly over all there are.");
    let mut before = " Each of these weights alone gives another side the lead: ";
    for (place, weight, raised) in &ranking.flips {
        let criterion = CRITERIA.get(*place).map_or("", |one| one.name);
        text.push_str(before);
        text.push_str(&format!("{criterion} at {weight} or {}", if *raised { "more" } else { "less" }));
        before = "; ";
    }
    text.push_str(match ranking.flips.is_empty() {
        true => " No single weight from 0 to 10 gives another side the lead.",
        false => ".",
    });
    out.remark(text);
}
