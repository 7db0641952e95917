//! The deep dive: what differs most, how they were measured, and what the stated workload comes to.

use super::block::Blocks;
use crate::compare::{Lead, list, lower_first};
use crate::decide::{Contender, Field, Judgement};
use crate::money::group_thousands;
use crate::units::Tokens;

/// Paragraphs about a pair. Each says figures or names facts; what is not known makes no paragraph.
pub(super) fn deep_dive(pair: &Field, judgements: &[Judgement], out: &mut Blocks) {
    out.paragraph(differences(pair, judgements));
    out.paragraph(measured(pair));
    out.paragraph(workload(pair));
}

/// The three widest differences, in one sentence.
fn differences(pair: &Field, judgements: &[Judgement]) -> String {
    const SHOWN: usize = 3;
    let mut widest: Vec<&Judgement> = Vec::new();
    for one in judgements.iter().filter(|one| one.winner().is_some()) {
        let at = widest.iter().take_while(|before| before.strength() >= one.strength()).count();
        widest.insert(at, one);
    }
    widest.truncate(SHOWN);
    let part = |one: &&Judgement| {
        let name = lower_first(one.criterion.name);
        format!("{name} ({})", one.both([pair.name(0), pair.name(1)]))
    };
    let parts: Vec<_> = widest.iter().map(part).collect();
    match parts.len() {
        0 => String::new(),
        _ => format!("They differ most in {}.", list(&parts)),
    }
}

/// The widest lead of each side in the benchmarks that compare.
fn measured(pair: &Field) -> String {
    let Some(standings) = &pair.standings else { return String::new() };
    let mut text = match standings.shared {
        0 => return "No publisher has run one benchmark on both in the same way, so nothing here says which answers better.".to_owned(),
        1 => "They share 1 benchmark.".to_owned(),
        shared => format!("They share {shared} benchmarks."),
    };
    for (side, lead) in standings.leads.iter().enumerate() {
        let Some(Lead { benchmark, domain, series, scores, .. }) = lead else { continue };
        let score = |at: usize| scores.get(at).cloned().flatten().unwrap_or_default();
        let (ours, theirs, name) = (score(side), score(1_usize.saturating_sub(side)), pair.name(side));
        text.push_str(&format!(
            " The widest lead of {name} is in {benchmark} ({domain}), {ours} to {theirs}, run by {series}."
        ));
    }
    text
}

/// What the reader's workload costs, and where.
fn workload(pair: &Field) -> String {
    let workload = pair.workload;
    let (tasks, steps) = (group_thousands(workload.tasks_a_month()), workload.steps());
    let mut text = match steps {
        1 => {
            let tokens = Tokens(workload.input.0.saturating_add(workload.output.0));
            format!("At {tasks} requests a month of {tokens} tokens each,")
        }
        _ => format!("At {tasks} tasks a month of {steps} requests each,"),
    };
    let mut separator = " ";
    for (at, side) in pair.sides.iter().enumerate() {
        let Some(cost) = cost(side) else { continue };
        text.push_str(&format!("{separator}{} costs {cost}", pair.name(at)));
        separator = "; ";
    }
    // Without a price there is nothing to say of a workload.
    if separator == " " { String::new() } else { format!("{text}.") }
}

fn cost(side: &Contender) -> Option<String> {
    let (paid, total) = (side.month.paid.as_ref()?, side.month.total()?);
    let mut text = format!("{total} at {}", paid.route.provider);
    if let Some((lab, own)) = side.month.lab.as_ref().and_then(|lab| Some((lab, lab.cost.total()?))) {
        text.push_str(&format!(" and {own} at {} itself", lab.route.provider));
    }
    Some(text)
}
