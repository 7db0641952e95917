//! What a model is fit for: tags by declared thresholds, relative to the models of its time.

use super::field::Contender;
use super::measures::can;
use crate::catalog::{Capability, Measure, Standing};
use crate::compare::{count, reach};

/// A tag and what it asks for.
#[derive(Debug)]
pub struct Tag {
    /// What the model is fit for.
    pub name: &'static str,
    /// What it asks for, for reading.
    pub asks: &'static str,
    test: fn(&Contender) -> Option<Fit>,
}

/// That a model has a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The tag.
    pub name: &'static str,
    /// From 0 to 100; the strongest tag is what the model is best for.
    pub strength: u32,
    /// What it rests on.
    pub basis: String,
}

/// All tags; the first of those that are equally strong counts.
pub static TAGS: [Tag; 7] = [
    Tag {
        name: "Coding",
        asks: explained!("Better than 60 % of the models of its time in benchmarks of coding"),
        test: |side| percentile(side, Measure::Coding, 60),
    },
    Tag {
        name: "Agents",
        asks: explained!("Function calling, and better than 60 % in benchmarks of agents"),
        test: |side| {
            percentile(side, Measure::Agents, 60).filter(|_| can(side.model, Capability::FunctionCalling) == Some(true))
        },
    },
    Tag {
        name: "Reasoning",
        asks: explained!("Reasoning, and better than 60 % in benchmarks of reasoning, mathematics or science"),
        test: |side| {
            let measures = [Measure::Reasoning, Measure::Mathematics, Measure::Science];
            let found = measures.into_iter().find_map(|measure| percentile(side, measure, 60));
            found.filter(|_| can(side.model, Capability::Reasoning) == Some(true))
        },
    },
    Tag {
        name: "Long context",
        asks: explained!(
            "A context window of at least 200,000 tokens, larger than that of 60 % of the models of its time"
        ),
        test: |side| {
            let window = side.model.facts.context_tokens.as_ref().and_then(|fact| fact.value);
            percentile(side, Measure::ContextTokens, 60).filter(|_| window.is_some_and(|window| window.0 >= 200_000))
        },
    },
    Tag {
        name: "Vision",
        asks: explained!(
            "Vision, and not worse than half of the models of its time where benchmarks of vision were run"
        ),
        test: |side| {
            let measured = standing(side, Measure::Vision);
            let unmeasured = Fit { name: "", strength: 50, basis: "reads images; no benchmark compares".to_owned() };
            let fit = if measured.is_some() { percentile(side, Measure::Vision, 50) } else { Some(unmeasured) };
            fit.filter(|_| can(side.model, Capability::Vision) == Some(true))
        },
    },
    Tag {
        name: "High volume",
        asks: explained!("Cheaper output than 70 % of the models of its time, and at least 2 independent hosts"),
        test: |side| percentile(side, Measure::OutputPrice, 70).filter(|_| reach(side.routes).hosts >= 2),
    },
    Tag {
        name: "Self-hosting",
        asks: explained!("Open weights of at most 120 billion parameters"),
        test: self_hosting,
    },
];

/// The tags of a side, the strongest first.
pub fn fits(side: &Contender) -> Vec<Fit> {
    let mut all: Vec<Fit> = Vec::new();
    for tag in &TAGS {
        if let Some(fit) = (tag.test)(side) {
            let at = all.iter().take_while(|before| before.strength >= fit.strength).count();
            all.insert(at, Fit { name: tag.name, ..fit });
        }
    }
    all
}

fn standing<'a>(side: &Contender<'a>, measure: Measure) -> Option<&'a Standing> {
    side.model.cohort.as_ref()?.standing.iter().find(|one| one.measure == measure)
}

/// How the model stands in a measure, when it is better than that percentage of its time.
fn percentile(side: &Contender, measure: Measure, least: u32) -> Option<Fit> {
    let standing = standing(side, measure).filter(|standing| standing.percentile >= least)?;
    let mut basis = format!("better than {} % of {} of its time", standing.percentile, models(standing.among - 1));
    if let Some(benchmarks) = standing.benchmarks.and_then(|n| usize::try_from(n).ok()) {
        basis.push_str(&format!(", in {}", count(benchmarks, "benchmark")));
    }
    Some(Fit { name: "", strength: standing.percentile, basis })
}

fn models(n: u32) -> String {
    count(usize::try_from(n).unwrap_or_default(), "model")
}

fn self_hosting(side: &Contender) -> Option<Fit> {
    let facts = &side.model.facts;
    let open = facts.open_weights.as_ref().and_then(|fact| fact.value) == Some(true);
    let billions = facts.parameters_total.as_ref().and_then(|fact| fact.value)?.div_ceil(1_000_000_000);
    // One card holds the smallest, a machine with eight the largest.
    let strength = match billions {
        0..=10 => 90,
        11..=40 => 75,
        41..=120 => 60,
        _ => return None,
    };
    open.then(|| Fit { name: "", strength, basis: format!("open weights, {billions} billion parameters") })
}
