//! How everything is computed: the rules as tables, made from the code that applies them. The tables are written when the
//! site is built; what they come to for the models of a comparison is filled in.

mod bill;

use super::block::{Block, Blocks, html};
use crate::catalog::{Cohort, Method, SCHEMA};
use crate::compare::{Better, Outcome, TieBand};
use crate::decide::{
    CRITERIA, Field, Judgement, LEAD_PERCENT, MAX_WEIGHT, RULES, TAGS, WEIGHTINGS, applied, fits, judge,
};
use crate::table::{Cell, Figure, Head, Row};
use bill::bill;

/// The page without an example.
pub fn method() -> Method {
    let mut blocks = Blocks::default();
    criteria(&mut blocks);
    verdict(&mut blocks);
    tags(&mut blocks);
    order(&mut blocks);
    bill(&mut blocks);
    Method { schema: SCHEMA, html: html(&blocks, "method-heading", "") }
}

fn criteria(out: &mut Blocks) {
    let text = "Sides are compared by these criteria. A side is better when it is ahead by more than the tie band; what is unknown for a side neither wins nor loses. How many facts are known of a side decides whether there is a verdict at all, and is no criterion.";
    let mut rows = Vec::new();
    for criterion in &CRITERIA {
        let better = if criterion.better == Better::Larger { "More" } else { "Less" };
        let band = match criterion.band {
            TieBand::Percent(percent) => format!("{percent} %"),
            TieBand::Distance(distance) => distance.to_string(),
            TieBand::Days(days) => format!("{days} days"),
        };
        rows.push(row(
            criterion.name,
            criterion.unit,
            &[better, &band, criterion.evidence, &criterion.weight.to_string()],
        ));
    }
    table(out, "Criteria", text.to_owned(), &["Criterion", "Better", "Tie within", "Needed", "Weight"], rows);
}

fn verdict(out: &mut Blocks) {
    let text = format!(
        "The first rule that applies decides. A leader needs {LEAD_PERCENT} % of the weight that was won. With three and four models, the leader is the one that leads against every other."
    );
    let rows = RULES.iter().map(|rule| row(rule.name, "", &[rule.when])).collect();
    table(out, "Verdict", text, &["Rule", "When"], rows);
}

fn tags(out: &mut Blocks) {
    let text = format!(
        "Relative to the models released within {} days before or after it. The strongest tag is what a model is best for.",
        Cohort::DAYS
    );
    let rows = TAGS.iter().map(|tag| row(tag.name, "", &[tag.asks])).collect();
    table(out, "Tags", text, &["Tag", "Asks for"], rows);
}

fn order(out: &mut Blocks) {
    let text = format!(
        "What speaks for a side is ordered by weight times strength: 1 outside the tie band, one more at twice, four and ten times the value, 2 where values are counted. A capability that only one side has weighs like the criterion, up to four of them. Your own weights go from 0 to {MAX_WEIGHT}; a side has the weight of every criterion it is better at. Stability is the share of {WEIGHTINGS} fixed weightings, spread evenly over all there are, in which the leader has more than every other."
    );
    out.heading("Order, weights and stability".to_owned());
    out.paragraph(text);
}

fn table(out: &mut Blocks, heading: &str, text: String, heads: &[&str], rows: Vec<Row>) {
    let head = |text: &&str| Head { text: (*text).to_owned(), ..Head::default() };
    let heads = heads.iter().chain(&["For your comparison"]).map(head).collect();
    out.heading(heading.to_owned());
    out.paragraph(text);
    out.add(Block::Table(heads, rows));
}

fn row(label: &str, hint: &str, texts: &[&str]) -> Row {
    let mut cells: Vec<Cell> = texts.iter().map(|text| Figure::plain(*text).into()).collect();
    cells.push(Cell { class: "example", ..Figure::plain("No models are compared").into() });
    Row { label: label.to_owned(), hint: hint.to_owned(), cells, ..Row::default() }
}

/// What each row comes to for the first two sides of a field: the criteria, the rules and the tags.
pub fn examples(field: &Field) -> Vec<String> {
    let pair = field.pair(0, 1);
    let judgements = judge(&pair);
    let mut all = Vec::new();
    judgements.iter().for_each(|one| all.push(outcome(&pair, one)));
    let decides = applied(&pair, &judgements);
    for at in 0..RULES.len() {
        let word = if at < decides { "Does not apply" } else { "Not asked" };
        all.push(if at == decides { "Decides" } else { word }.to_owned());
    }
    for tag in &TAGS {
        let mut who = String::new();
        for (at, side) in pair.sides.iter().enumerate() {
            for fit in fits(side).iter().filter(|fit| fit.name == tag.name) {
                who.push_str(&format!("{}: {}. ", pair.name(at), fit.basis));
            }
        }
        all.push(if who.is_empty() { "Neither".to_owned() } else { who });
    }
    all
}

/// What a criterion says of the example.
fn outcome(pair: &Field, judgement: &Judgement) -> String {
    match (&judgement.outcome, judgement.winner()) {
        (_, Some(side)) => format!("{}: {}", pair.name(side), judgement.against(side)),
        (Outcome::Unknown, _) => "Unknown".to_owned(),
        _ => format!("Tie: {}", judgement.both([pair.name(0), pair.name(1)])),
    }
}
