//! Questions a reader may have of a pair, of which those are asked that have an answer.

use super::block::Blocks;
use crate::catalog::Capability;
use crate::compare::{Outcome, availability, capability_name, list, lower_first};
use crate::cost::Workload;
use crate::decide::{Field, Judgement, can};
use crate::json::quoted;
use crate::money::{Usd, group_thousands};

/// Questions and answers, in both forms in which the page has them.
#[derive(Debug, Default)]
pub struct Questions {
    /// Each question as a heading, its answer as a paragraph.
    pub blocks: Blocks,
    /// The same as structured data, see [`Questions::json`].
    json: String,
}

impl Questions {
    /// The questions as structured data of the type `FAQPage`; empty without questions.
    pub fn json(&self) -> String {
        let end = if self.json.is_empty() { "" } else { "]}" };
        [&self.json, end].concat()
    }

    /// Adds a question that has an answer, after the names of whom it is about.
    fn add(&mut self, about: &str, ask: &str, answer: Option<String>) {
        let Some(answer) = answer else { return };
        let ask = if about.is_empty() { ask.to_owned() } else { [about, &lower_first(ask)].concat() };
        self.json.push_str(if self.json.is_empty() { START } else { "," });
        self.json.push_str("{\"@type\":\"Question\",\"name\":");
        quoted(&mut self.json, &ask);
        self.json.push_str(",\"acceptedAnswer\":{\"@type\":\"Answer\",\"text\":");
        quoted(&mut self.json, &answer);
        self.json.push_str("}}");
        self.blocks.heading(ask);
        self.blocks.paragraph(answer);
    }

    /// Adds all questions about a pair that have an answer. Beside other pairs, each says whom it is about.
    pub(super) fn add_pair(&mut self, pair: &Field, judgements: &[Judgement], headed: bool) {
        let about = if headed { format!("{} or {}: ", pair.name(0), pair.name(1)) } else { String::new() };
        for one in judgements {
            let answer = match one.criterion.key {
                "capabilities" => continue,
                "hosts" => hosts(pair),
                "lifecycle" => ends(pair, one),
                "open" => each(pair, one),
                _ => better(pair, one),
            };
            self.add(&about, one.criterion.ask, answer);
        }
        if *pair.workload != Workload::default() {
            let Workload { requests, input, output, .. } = Workload::default();
            let requests = group_thousands(requests);
            let ask =
                format!("Which is cheaper at {requests} requests a month of {input} input and {output} output tokens?");
            self.add(&about, &ask, at_default(pair));
        }
        for one in Capability::ALL {
            self.add(&about, &format!("Which should I use for {}?", capability_name(*one)), able(pair, *one));
        }
    }
}

const START: &str = "{\"@context\":\"https://schema.org\",\"@type\":\"FAQPage\",\"mainEntity\":[";

fn better(pair: &Field, one: &Judgement) -> Option<String> {
    match (&one.outcome, one.winner()) {
        (_, Some(side)) => Some(format!("{}: {}.", pair.name(side), one.against(side))),
        (Outcome::Tie, _) => {
            let figures = one.both([pair.name(0), pair.name(1)]);
            Some(format!("They are level, within the tie band: {figures}."))
        }
        _ => None,
    }
}

/// What is known of each side, unless nothing is.
fn each(pair: &Field, one: &Judgement) -> Option<String> {
    let mut parts = Vec::new();
    for (side, seen) in one.seen.iter().enumerate() {
        if seen.cell.figure.reading.is_known() {
            parts.push(format!("{} has {}", pair.name(side), one.says(side)));
        }
    }
    (!parts.is_empty()).then(|| format!("{}.", list(&parts)))
}

/// Whether an end is announced; asked when one is, of either.
fn ends(pair: &Field, one: &Judgement) -> Option<String> {
    if !one.seen.iter().any(|seen| seen.cell.figure.reading.is_known()) {
        return None;
    }
    let mut text = String::new();
    for (side, seen) in one.seen.iter().enumerate() {
        let says = match seen.cell.figure.reading.is_known() {
            true => one.says(side),
            false => "no announced end is known".to_owned(),
        };
        text.push_str(&format!("{}: {says}. ", pair.name(side)));
    }
    Some(text.trim_end().to_owned())
}

fn hosts(pair: &Field) -> Option<String> {
    let mut text = String::new();
    for (at, side) in pair.sides.iter().enumerate() {
        text.push_str(&format!("{}: {} ", pair.name(at), availability(side.routes)));
    }
    Some(text.trim_end().to_owned())
}

fn at_default(pair: &Field) -> Option<String> {
    let mut totals: Vec<(Usd, usize)> = Vec::new();
    for (at, side) in pair.sides.iter().enumerate() {
        totals.push((side.routes.iter().filter_map(|route| route.usual).min()?, at));
    }
    let (least, most) = (totals.iter().min()?, totals.iter().max()?);
    Some(match least.0 == most.0 {
        true => format!("They cost the same: {} a month.", least.0),
        false => format!("{}: {} a month against {} on the cheapest route.", pair.name(least.1), least.0, most.0),
    })
}

/// Which side can; asked where they differ, as far as documented.
fn able(pair: &Field, one: Capability) -> Option<String> {
    let [a, b] = pair.sides.as_slice() else { return None };
    let (yes, other, no) = match (can(a.model, one), can(b.model, one)) {
        (Some(true), Some(false)) => (0, 1, true),
        (Some(true), None) => (0, 1, false),
        (Some(false), Some(true)) => (1, 0, true),
        (None, Some(true)) => (1, 0, false),
        _ => return None,
    };
    Some(match no {
        true => format!("{}; {} is documented not to have it.", pair.name(yes), pair.name(other)),
        false => format!("{} is documented to have it; for {} no source says.", pair.name(yes), pair.name(other)),
    })
}
