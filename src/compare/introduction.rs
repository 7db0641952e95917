//! One factual sentence about a model.

use crate::catalog::{Model, ReasoningMode};

/// What the model is: kind, lab, release, context window and weights, as far as known.
pub fn introduction(model: &Model) -> String {
    let facts = &model.facts;
    let reasons = facts.reasoning.as_ref().and_then(|f| f.value.as_ref()).map(|r| r.mode);
    let kind = match reasons {
        Some(ReasoningMode::Mandatory | ReasoningMode::Unspecified) => "a reasoning model",
        Some(ReasoningMode::Optional) => "a model with optional reasoning",
        Some(ReasoningMode::None) | None => "a model",
    };
    let mut text = format!("{} is {kind} by {}", model.name, model.lab_name);
    if let Some(released) = facts.released.as_ref().and_then(|f| f.value) {
        text.push_str(&format!(", released {}", released.long()));
    }
    let mut parts = Vec::new();
    if let Some(context) = facts.context_tokens.as_ref().and_then(|f| f.value) {
        parts.push(format!("a context window of {} tokens", context.short()));
    }
    match facts.open_weights.as_ref().and_then(|f| f.value) {
        Some(true) => parts.push("open weights".to_owned()),
        Some(false) => parts.push("closed weights".to_owned()),
        None => {}
    }
    if !parts.is_empty() {
        text.push_str(&format!(", with {}", parts.join(" and ")));
    }
    text.push('.');
    text
}
