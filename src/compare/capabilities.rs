//! The rows of the section "Capabilities".

use super::outcome::{list, lower_first};
use super::overview::Listed;
use super::pricing::RouteFacts;
use crate::catalog::{Capability, Fact, Model, RouteStatus};
use crate::table::{Cell, Figure, Row, letter};
use std::sync::Arc;

/// All capabilities of all sides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// The rows that something is known of on some side.
    pub rows: Vec<Row>,
    /// Names of those that nothing is known of on any side.
    pub unknown: Vec<&'static str>,
}

/// Where the answer to a row comes from.
enum Asked {
    /// One fact.
    One(Capability),
    /// Yes if one of them is, No if none is.
    Any(&'static [Capability]),
    /// No source lists it.
    Unlisted,
}

/// Every row: what it is called, what that means, and what answers it.
const LISTED: [(&str, &str, Asked); 17] = [
    ("Vision", "Reads images", Asked::One(Capability::Vision)),
    ("Audio", "Reads sound", Asked::One(Capability::Audio)),
    ("Video", "Reads video", Asked::One(Capability::Video)),
    ("PDF", "Reads PDF files", Asked::One(Capability::Pdf)),
    ("Multimodal", "Reads images, sound or video", Asked::Any(&MODALITIES)),
    ("Reasoning", "Thinks before it answers", Asked::One(Capability::Reasoning)),
    ("Function calling", "Calls functions that a request describes", Asked::One(Capability::FunctionCalling)),
    ("Tool use", "Calls functions, or tools that the provider runs", Asked::Any(&TOOLS)),
    ("Parallel tool calls", "Several calls in one answer", Asked::One(Capability::ParallelToolCalls)),
    ("Structured outputs", "Answers in a given JSON schema", Asked::One(Capability::StructuredOutputs)),
    ("Code execution", "Runs code by itself", Asked::One(Capability::CodeExecution)),
    ("IDE integration", "", Asked::Unlisted),
    ("Computer use", "Operates a screen", Asked::One(Capability::ComputerUse)),
    ("Parallel agents", "", Asked::Unlisted),
    ("Web search", "Searches by itself", Asked::One(Capability::WebSearch)),
    ("Prompt caching", "A repeated prompt costs less", Asked::One(Capability::PromptCaching)),
    ("Batch", "Later answers cost less", Asked::One(Capability::Batch)),
];

const MODALITIES: [Capability; 3] = [Capability::Vision, Capability::Audio, Capability::Video];
const TOOLS: [Capability; 4] =
    [Capability::FunctionCalling, Capability::WebSearch, Capability::CodeExecution, Capability::ComputerUse];

/// A capability in a sentence: `vision`, `PDF input`.
pub(crate) fn capability_name(capability: Capability) -> String {
    if capability == Capability::Pdf {
        return "PDF input".to_owned();
    }
    let listed = LISTED.iter().find(|(.., asked)| matches!(asked, Asked::One(one) if *one == capability));
    listed.map(|(label, ..)| lower_first(label)).unwrap_or_default()
}

/// The capabilities of all sides; each model with its routes.
pub(super) fn capabilities(sides: &[Listed]) -> Capabilities {
    let mut all = Capabilities::default();
    for (label, hint, asked) in LISTED {
        let facts: Vec<_> = sides.iter().map(|(model, _)| answer(model, &asked)).collect();
        if facts.iter().all(Option::is_none) {
            all.unknown.push(label);
            continue;
        }
        let cells = sides.iter().zip(&facts).map(|((model, routes), fact)| {
            let cell = Cell::from(Figure::of(*fact, |yes| if *yes { "Yes" } else { "No" }.to_owned()));
            match (&asked, fact.and_then(|fact| fact.value)) {
                (Asked::One(capability), Some(true)) => cell.with_hint(exceptions(model, routes, *capability)),
                _ => cell,
            }
        });
        let (label, hint, cells) = (label.to_owned(), hint.to_owned(), cells.collect());
        let outcome = words(&facts.iter().map(|fact| fact.and_then(|fact| fact.value)).collect::<Vec<_>>());
        // Known on some sides only: it may be a difference.
        let class = if outcome.is_empty() { "" } else { "partly" };
        all.rows.push(Row { label, hint, cells, outcome, class, ..Row::default() }.marked());
    }
    all
}

/// The fact that answers a row for a model.
fn answer<'a>(model: &'a Model, asked: &Asked) -> Option<&'a Fact<bool>> {
    let fact = |capability: &Capability| model.capabilities.get(capability);
    match asked {
        Asked::One(capability) => fact(capability),
        Asked::Any(some) => {
            let facts = || some.iter().map(fact);
            let yes = facts().flatten().find(|fact| fact.value == Some(true));
            yes.or_else(|| facts().all(|fact| fact.is_some()).then(|| facts().flatten().next()).flatten())
        }
        Asked::Unlisted => None,
    }
}

/// Providers that serve the model without the capability: `not at 2 of 14 providers`.
fn exceptions(model: &Model, routes: &[Arc<RouteFacts>], capability: Capability) -> String {
    let (mut able, mut unable) = (Vec::new(), Vec::new());
    for (route, facts) in model.routes.iter().zip(routes).filter(|(_, facts)| facts.status == RouteStatus::Live) {
        let names = if route.lacks.contains(&capability) { &mut unable } else { &mut able };
        if !names.contains(&facts.provider.as_str()) {
            names.push(facts.provider.as_str());
        }
    }
    // One route that can is enough.
    unable.retain(|name| !able.contains(name));
    let all = able.len() + unable.len();
    match unable.len() {
        0 => String::new(),
        some if some == all => format!("but at none of its {all} live providers"),
        1 | 2 => format!("not at {}, {} of {all} providers", list(&unable), unable.len()),
        some => format!("not at {some} of {all} providers"),
    }
}

/// How the sides differ. Yes against unknown is documented for one side; the other may well have it.
fn words(values: &[Option<bool>]) -> String {
    let sides = |wanted: Option<bool>| {
        let found = values.iter().enumerate().filter(|(_, value)| **value == wanted);
        list(&found.map(|(side, _)| letter(side)).collect::<Vec<_>>())
    };
    let (yes, no, unknown) = (sides(Some(true)), sides(Some(false)), sides(None));
    match (yes.as_str(), no.as_str(), unknown.as_str()) {
        (_, "", "") | ("", _, "") => String::new(),
        (yes, "", _) => format!("Documented for {yes} only"),
        ("", _, unknown) => format!("Unknown for {unknown}"),
        (yes, _, "") => format!("Only {yes}"),
        (yes, _, unknown) => format!("{yes}, not {no}; unknown for {unknown}"),
    }
}

impl Capabilities {
    /// How many differ, in one sentence.
    pub fn summary(&self) -> String {
        let differing = self.rows.iter().filter(|row| row.class == "differs").count();
        let partly = self.rows.iter().filter(|row| row.class == "partly").count();
        let differing = match differing {
            0 => "No known difference".to_owned(),
            1 => "1 known difference".to_owned(),
            n => format!("{n} known differences"),
        };
        match partly {
            0 => format!("{differing}."),
            n => format!("{differing}; {n} more cannot be told, because a side is unknown."),
        }
    }

    /// The line that the unknown ones are folded into.
    pub fn unknown_line(&self) -> String {
        match self.unknown.as_slice() {
            [] => String::new(),
            names => format!("Unknown on every side: {}.", list(names)),
        }
    }

    /// How many answers are known, and of how many, on one side.
    pub(super) fn known(&self, side: usize) -> (usize, usize) {
        let known = |row: &&Row| row.cells.get(side).is_some_and(|cell| cell.figure.reading.is_known());
        (self.rows.iter().filter(known).count(), LISTED.len())
    }
}
