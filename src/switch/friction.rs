//! What it takes to move from one side of a comparison to the other.

use super::change::{End, Requests, show};
use crate::catalog::{Capability, Fact, Facts, Route, RouteStatus};
use crate::compare::{RouteFacts, capability_name, count, list};
use crate::cost::{Traffic, Usage};
use crate::decide::{Field, can};
use crate::prose::{Block, Blocks};
use crate::units::Tokens;

/// What moves between the sides of a pair take, both ways. `uses` is what the reader says is in use: request parameters
/// and capabilities by their words; empty means that everything may be.
pub fn friction(pair: &Field, uses: &[String], out: &mut Blocks) {
    for (from, to) in [(0, 1), (1, 0)] {
        if let (Some(from), Some(to)) = (End::new(pair, from), End::new(pair, to)) {
            direction(pair, &from, &to, uses, out);
        }
    }
}

fn direction(pair: &Field, from: &End, to: &End, uses: &[String], out: &mut Blocks) {
    out.heading(format!("From {} to {}", from.name, to.name));
    let requests = Requests::between(from, to);
    let parameters = Parameters::new(from, to, uses);
    if from.route.is_some() && to.route.is_some() {
        out.paragraph(requests.sentence(!parameters.rejected.is_empty()));
    }
    let Requests { rows, mut steps } = requests;
    let shared = shared_providers(pair);
    if !shared.is_empty() && rows.len() > 1 {
        out.paragraph(format!(
            "At {shared} both are sold in one format: of the request only the model id changes there, and the parameters named below."
        ));
    }
    show(from, to, rows, out);
    parameters.say(to, &mut steps);
    let mut kept = abilities(from, to, uses, &mut steps);
    if parameters.accepted > 0 {
        kept.push_str(&format!("Both take {}.", count(parameters.accepted, "request parameter")));
    }
    limits(pair, from, to, &mut steps);
    facts(pair, from, to, &mut steps);
    out.add(Block::Checklist(steps));
    out.remark(kept.trim_end().to_owned());
}

/// Where both sides are sold in one format at one address, at most five by name.
fn shared_providers(pair: &Field) -> String {
    const NAMED: usize = 5;
    let mut names: Vec<String> = Vec::new();
    let [a, b] = pair.sides.as_slice() else { return String::new() };
    for (route, facts) in a.model.routes.iter().zip(a.routes) {
        let dialect =
            |route: &Route| route.dialect.or_else(|| pair.known.providers.providers.get(&route.provider)?.dialect);
        let alike = |other: &Route| {
            other.provider == route.provider && other.base_url == route.base_url && dialect(other) == dialect(route)
        };
        let live = |facts: &RouteFacts| facts.status == RouteStatus::Live;
        let mut theirs = b.model.routes.iter().zip(b.routes);
        if live(facts)
            && dialect(route).is_some()
            && !names.contains(&facts.provider)
            && theirs.any(|(other, facts)| live(facts) && alike(other))
        {
            names.push(facts.provider.clone());
        }
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(format!("{more} more"));
    }
    list(&names)
}

/// Request parameters of the old side, by what the new one does with them.
#[derive(Default)]
struct Parameters {
    known: bool,
    accepted: usize,
    rejected: Vec<String>,
    unlisted: Vec<String>,
}

impl Parameters {
    fn new(from: &End, to: &End, uses: &[String]) -> Self {
        let mut all = Self::default();
        let Some(target) = to.side.model.request_parameters.as_ref() else { return all };
        all.known = true;
        let listed = from.side.model.request_parameters.as_ref();
        // Without a word on what is in use, everything that the old side takes may be.
        let sent: &[String] = match uses {
            [] => listed.map_or(&target.rejected, |listed| &listed.accepted),
            uses => uses,
        };
        for name in sent.iter().filter(|name| is_parameter(name)) {
            if target.rejected.contains(name) {
                all.rejected.push(name.clone());
            } else if target.accepted.contains(name) {
                all.accepted += 1;
            } else {
                all.unlisted.push(name.clone());
            }
        }
        all
    }

    fn say(&self, to: &End, steps: &mut Vec<String>) {
        if !self.known {
            return steps.push(format!("Try every request parameter: which of them {} takes is not known.", to.name));
        }
        if !self.rejected.is_empty() {
            steps.push(format!(
                "Leave out {}: {} rejects {}.",
                list(&self.rejected),
                to.name,
                them(self.rejected.len())
            ));
        }
        if !self.unlisted.is_empty() {
            steps.push(format!(
                "Try {}: not listed for {}, which is not the same as rejected.",
                list(&self.unlisted),
                to.name
            ));
        }
    }
}

fn them(n: usize) -> &'static str {
    if n == 1 { "it" } else { "them" }
}

/// Whether a word of what is in use is a parameter: what is no capability.
fn is_parameter(word: &str) -> bool {
    !Capability::ALL.iter().any(|capability| capability.word() == word)
}

/// Steps for capabilities that are lost or not known; what is kept and gained, in a sentence.
fn abilities(from: &End, to: &End, uses: &[String], steps: &mut Vec<String>) -> String {
    let (mut lost, mut unknown, mut kept, mut gained) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let in_use =
        |one: Capability| uses.iter().all(|word| is_parameter(word)) || uses.iter().any(|word| word == one.word());
    for one in Capability::ALL.iter().copied().filter(|one| in_use(*one)) {
        match (can(from.side.model, one), can(to.side.model, one)) {
            (Some(true), Some(false)) => lost.push(capability_name(one)),
            (Some(true), None) => unknown.push(capability_name(one)),
            (Some(true), Some(true)) => kept.push(capability_name(one)),
            (Some(false), Some(true)) => gained.push(capability_name(one)),
            _ => {}
        }
    }
    if !lost.is_empty() {
        steps.push(format!("Replace {}: {} does not have {}.", list(&lost), to.name, them(lost.len())));
    }
    if !unknown.is_empty() {
        steps.push(format!("Test {}: not documented for {}.", list(&unknown), to.name));
    }
    let mut text = String::new();
    for (word, some) in [("Kept", kept), ("Gained", gained)] {
        if !some.is_empty() {
            text.push_str(&format!("{word}: {}. ", list(&some)));
        }
    }
    text
}

/// Steps for limits that shrink, with whether the reader's requests still fit.
fn limits(pair: &Field, from: &End, to: &End, steps: &mut Vec<String>) {
    type Limit = (&'static str, fn(&Facts) -> Option<&Fact<Tokens>>, u64);
    let traffic = Traffic::new(pair.workload, &Usage::default());
    let (input, output) = (traffic.longest_prompt().0, traffic.output.0);
    let limits: [Limit; 2] = [
        ("requests with their answers", |facts| facts.context_tokens.as_ref(), input + output),
        ("answers", |facts| facts.max_output_tokens.as_ref(), output),
    ];
    for (what, fact, need) in limits {
        let limit = |end: &End| fact(&end.side.model.facts).and_then(|fact| fact.value);
        let (Some(before), Some(after)) = (limit(from), limit(to)) else { continue };
        if after < before {
            let fits = if need <= after.0 { "yours fit" } else { "yours do not fit" };
            steps.push(format!(
                "Keep {what} below {} tokens instead of {}: {fits}, with {} tokens.",
                after.short(),
                before.short(),
                Tokens(need)
            ));
        }
    }
}

/// Steps for other facts that differ, as the specs say them.
fn facts(pair: &Field, from: &End, to: &End, steps: &mut Vec<String>) {
    const ASKED: [(&str, &str); 4] = [
        ("Reasoning", "Set up reasoning anew"),
        ("Licence", "Read the licence"),
        ("Open weights", "Check who may run it: open weights"),
        ("Retirement", "Plan for retirement"),
    ];
    for (label, step) in ASKED {
        let Some(row) = pair.known.overview.specs.iter().find(|row| row.label == label) else { continue };
        let text =
            |end: &End| row.cells.get(end.side.side).map(|cell| &cell.figure.reading).filter(|text| text.is_known());
        let (before, after) = (text(from), text(to));
        match (before, after) {
            (Some(before), Some(after)) if before != after => {
                steps.push(format!("{step}: from “{}” to “{}”.", before.text(), after.text()));
            }
            (None, Some(after)) if label == "Retirement" => steps.push(format!("{step}: {}.", after.text())),
            _ => {}
        }
    }
}
