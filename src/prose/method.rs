//! How everything is computed: the rules as tables, made from the code that applies them, each with what it comes to for
//! the models of the page.

use super::block::Block;
use crate::catalog::Cohort;
use crate::compare::{Better, Outcome, TieBand, count};
use crate::decide::{
    CRITERIA, Field, Judgement, LEAD_PERCENT, MAX_WEIGHT, RULES, TAGS, WEIGHTINGS, applied, fits, judge,
};
use crate::table::{Cell, Figure, Head, Row};

/// The page, with the first two of the field's sides as the example; without a field there is none.
pub fn method(field: Option<&Field>) -> Vec<Block> {
    let pair = field.filter(|field| field.sides.len() > 1).map(|field| field.pair(0, 1));
    let judgements = pair.as_ref().map(judge).unwrap_or_default();
    let example = pair.as_ref().map(|pair| format!("{} and {}", pair.name(0), pair.name(1)));
    let mut blocks = vec![
        Block::Heading("Criteria".to_owned()),
        Block::Paragraph(format!(
            "Sides are compared by {}. A side is better when it is ahead by more than the tie band; what is unknown for a side neither wins nor loses. How many facts are known of a side decides whether there is a verdict at all, and is no criterion.",
            count(CRITERIA.len(), "rule")
        )),
    ];
    let mut rows = Vec::new();
    for (at, criterion) in CRITERIA.iter().enumerate() {
        let better = if criterion.better == Better::Larger { "More" } else { "Less" };
        let band = match criterion.band {
            TieBand::Percent(percent) => format!("{percent} %"),
            TieBand::Distance(distance) => distance.to_string(),
            TieBand::Days(days) => format!("{days} days"),
        };
        let mut cells = texts(&[better, &band, criterion.evidence, &criterion.weight.to_string()]);
        if let (Some(pair), Some(judgement)) = (&pair, judgements.get(at)) {
            cells.push(Figure::plain(outcome(pair, judgement)).into());
        }
        rows.push(row(criterion.name, criterion.unit, cells));
    }
    blocks.push(Block::Table(
        heads(&["Criterion", "Better", "Tie within", "Needed", "Weight"], example.as_deref()),
        rows,
    ));
    blocks.push(Block::Heading("Verdict".to_owned()));
    blocks.push(Block::Paragraph(format!(
        "The first rule that applies decides. A leader needs {LEAD_PERCENT} % of the weight that was won. With three and four models, the leader is the one that leads against every other."
    )));
    let decides = pair.as_ref().map(|pair| applied(pair, &judgements));
    let mut rows = Vec::new();
    for (at, rule) in RULES.iter().enumerate() {
        let mut cells = texts(&[rule.when]);
        if let Some(decides) = decides {
            cells.push(
                Figure::plain(if at == decides {
                    "Decides"
                } else if at < decides {
                    "Does not apply"
                } else {
                    "Not asked"
                })
                .into(),
            );
        }
        rows.push(row(rule.name, "", cells));
    }
    blocks.push(Block::Table(heads(&["Rule", "When"], example.as_deref()), rows));
    blocks.push(Block::Heading("Tags".to_owned()));
    blocks.push(Block::Paragraph(format!(
        "Relative to the models released within {} days before or after it. The strongest tag is what a model is best for.",
        Cohort::DAYS
    )));
    let mut rows = Vec::new();
    for tag in &TAGS {
        let mut cells = texts(&[tag.asks]);
        if let Some(pair) = &pair {
            let mut who = Vec::new();
            for (at, side) in pair.sides.iter().enumerate() {
                let found = fits(side).into_iter().find(|fit| fit.name == tag.name);
                who.extend(found.map(|fit| format!("{}: {}", pair.name(at), fit.basis)));
            }
            cells.push(Figure::plain(if who.is_empty() { "Neither".to_owned() } else { who.join("; ") }).into());
        }
        rows.push(row(tag.name, "", cells));
    }
    blocks.push(Block::Table(heads(&["Tag", "Asks for"], example.as_deref()), rows));
    blocks.push(Block::Heading("Order, weights and stability".to_owned()));
    blocks.push(Block::Paragraph(format!(
        "What speaks for a side is ordered by weight times strength: 1 outside the tie band, one more at twice, four and ten times the value, 2 where values are counted. A capability that only one side has weighs like the criterion, up to four of them. Your own weights go from 0 to {MAX_WEIGHT}; a side has the weight of every criterion it is better at. Stability is the share of {WEIGHTINGS} fixed weightings, spread evenly over all there are, in which the leader has more than every other."
    )));
    blocks
}

fn texts(texts: &[&str]) -> Vec<Cell> {
    texts.iter().map(|text| Figure::plain(*text).into()).collect()
}

fn row(label: &str, hint: &str, cells: Vec<Cell>) -> Row {
    Row { label: label.to_owned(), hint: hint.to_owned(), cells, ..Row::default() }
}

fn heads(texts: &[&str], example: Option<&str>) -> Vec<Head> {
    texts.iter().copied().chain(example).map(|text| Head { text: text.to_owned(), ..Head::default() }).collect()
}

/// What a criterion says of the example.
fn outcome(pair: &Field, judgement: &Judgement) -> String {
    match (&judgement.outcome, judgement.winner()) {
        (_, Some(side)) => format!("{}: {}", pair.name(side), judgement.against(side)),
        (Outcome::Unknown, _) => "Unknown".to_owned(),
        _ => format!("Tie: {}", judgement.both([&pair.name(0), &pair.name(1)])),
    }
}
