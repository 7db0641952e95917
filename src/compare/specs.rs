//! The rows of the section "Specs".

use crate::catalog::{Architecture, Cutoff, CutoffKind, Fact, Licence, Modality, Model, Reasoning, ReasoningMode};
use crate::table::{Figure, Reading, Row};
use crate::units::{Tokens, short_count};

/// All rows, in the order of the page. A row about which nothing is known on any side stays: unknown is a value.
pub(super) fn spec_rows(models: &[&Model]) -> Vec<Row> {
    let row = |label: &str, hint: Option<&str>, figure: fn(&Model) -> Figure| {
        let (label, hint) = (label.to_owned(), hint.unwrap_or_default().to_owned());
        let cells = models.iter().map(|m| figure(m).into()).collect();
        Row { label, hint, cells, ..Row::default() }.marked()
    };
    vec![
        row("Lab", None, |m| Figure::plain(m.lab_name.clone())),
        row("Released", None, |m| Figure::of(m.facts.released.as_ref(), |d| d.long())),
        row("Context window", Some("Prompt and answer together"), |m| tokens(m.facts.context_tokens.as_ref())),
        row("Max input", Some("Where it is shorter than the context window"), longest_prompt),
        row("Max output", None, |m| tokens(m.facts.max_output_tokens.as_ref())),
        row("Parameters", Some("Total"), |m| parameters(m.facts.parameters_total.as_ref())),
        row("Active parameters", Some("Used for one token"), |m| parameters(m.facts.parameters_active.as_ref())),
        row("Architecture", None, |m| Figure::of(m.facts.architecture.as_ref(), architecture)),
        row("Open weights", None, |m| Figure::of(m.facts.open_weights.as_ref(), |open| yes_no(*open))),
        row("Licence", None, |m| Figure::of(m.facts.licence.as_ref(), |licence: &Licence| licence.value.clone())),
        row("Knowledge cutoff", None, |m| Figure::of(m.facts.knowledge_cutoff.as_ref(), cutoff)),
        row("Input modalities", None, |m| Figure::of(m.facts.modalities_in.as_ref(), |kinds| modalities(kinds))),
        row("Output modalities", None, |m| Figure::of(m.facts.modalities_out.as_ref(), |kinds| modalities(kinds))),
        row("Reasoning", None, |m| Figure::of(m.facts.reasoning.as_ref(), reasoning)),
    ]
}

/// A count of tokens, in short, with every digit at hand.
fn tokens(fact: Option<&Fact<Tokens>>) -> Figure {
    let exact = fact.and_then(|f| f.value).map(|value| format!("{value} tokens"));
    Figure::of(fact, |value| format!("{} tokens", value.short())).with_exact(exact)
}

/// The stated limit; without one it is the context window's matter, which is not the same as unknown.
fn longest_prompt(model: &Model) -> Figure {
    match (&model.facts.max_input_tokens, &model.facts.context_tokens) {
        (None, Some(_)) => Figure { reading: Reading::Known("No separate limit listed".to_owned()), ..Figure::UNKNOWN },
        (limit, _) => tokens(limit.as_ref()),
    }
}

fn parameters(fact: Option<&Fact<u64>>) -> Figure {
    Figure::of(fact, |count| short_count(*count))
}

fn architecture(kind: &Architecture) -> String {
    match kind {
        Architecture::Dense => "Dense",
        Architecture::MixtureOfExperts => "Mixture of experts",
    }
    .to_owned()
}

fn yes_no(yes: bool) -> String {
    if yes { "Yes" } else { "No" }.to_owned()
}

fn cutoff(cutoff: &Cutoff) -> String {
    let date = cutoff.value.long();
    match cutoff.kind {
        CutoffKind::TrainingData => format!("{date} (training data)"),
        CutoffKind::Reliable => format!("{date} (reliable)"),
        CutoffKind::Unspecified => date,
    }
}

fn modalities(kinds: &[Modality]) -> String {
    let names: Vec<_> = kinds
        .iter()
        .map(|kind| match kind {
            Modality::Text => "text",
            Modality::Image => "images",
            Modality::Audio => "audio",
            Modality::Video => "video",
            Modality::Pdf => "PDF files",
        })
        .collect();
    names.join(", ")
}

fn reasoning(reasoning: &Reasoning) -> String {
    let mode = match reasoning.mode {
        ReasoningMode::None => return "No".to_owned(),
        ReasoningMode::Optional => "Yes, can be turned off",
        ReasoningMode::Mandatory => "Yes, always on",
        ReasoningMode::Unspecified => "Yes",
    };
    let mut text = mode.to_owned();
    if !reasoning.efforts.is_empty() {
        text.push_str(&format!("; effort {}", reasoning.efforts.join(", ")));
    }
    if reasoning.budget {
        text.push_str("; token budget");
    }
    text
}
