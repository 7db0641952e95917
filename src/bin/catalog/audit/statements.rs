//! Everything a model's file states, each with whose word it is.

use llm_compare::catalog::{Capability, Fact, Model};
use llm_compare::units::Date;

/// Whose word something is.
pub(super) struct Statement<'a> {
    pub(super) source: &'a str,
    pub(super) as_of: Date,
    /// Other sources that say the same.
    pub(super) agree: Vec<&'a str>,
    /// Sources that say otherwise.
    pub(super) differ: Vec<&'a str>,
}

/// What is stated.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A fact about the model or something that it can do, by its name.
    Fact(&'static str),
    /// A price that a route has, had or will have.
    Price,
    /// A benchmark result.
    Score,
    /// How long it stays on a channel.
    Lifecycle,
}

/// What a model states of one fact.
type Stated = for<'a> fn(&'a Model) -> Option<Statement<'a>>;

/// All facts by their names, in the order of the page.
pub(super) const FACTS: [(&str, Stated); 28] = [
    ("Released", |model| of_fact(model.facts.released.as_ref())),
    ("Context window", |model| of_fact(model.facts.context_tokens.as_ref())),
    ("Max input", |model| of_fact(model.facts.max_input_tokens.as_ref())),
    ("Max output", |model| of_fact(model.facts.max_output_tokens.as_ref())),
    ("Parameters", |model| of_fact(model.facts.parameters_total.as_ref())),
    ("Active parameters", |model| of_fact(model.facts.parameters_active.as_ref())),
    ("Architecture", |model| of_fact(model.facts.architecture.as_ref())),
    ("Open weights", |model| of_fact(model.facts.open_weights.as_ref())),
    ("Hugging Face id", |model| of_fact(model.facts.hf_id.as_ref())),
    ("Licence", |model| of_fact(model.facts.licence.as_ref())),
    ("Knowledge cutoff", |model| of_fact(model.facts.knowledge_cutoff.as_ref())),
    ("Input modalities", |model| of_fact(model.facts.modalities_in.as_ref())),
    ("Output modalities", |model| of_fact(model.facts.modalities_out.as_ref())),
    ("Reasoning controls", |model| of_fact(model.facts.reasoning.as_ref())),
    ("Least cacheable prompt", |model| of_fact(model.facts.cache_min_tokens.as_ref())),
    ("Vision", |model| of_fact(model.capabilities.get(&Capability::Vision))),
    ("Audio", |model| of_fact(model.capabilities.get(&Capability::Audio))),
    ("Video", |model| of_fact(model.capabilities.get(&Capability::Video))),
    ("PDF", |model| of_fact(model.capabilities.get(&Capability::Pdf))),
    ("Function calling", |model| of_fact(model.capabilities.get(&Capability::FunctionCalling))),
    ("Structured outputs", |model| of_fact(model.capabilities.get(&Capability::StructuredOutputs))),
    ("Parallel tool calls", |model| of_fact(model.capabilities.get(&Capability::ParallelToolCalls))),
    ("Web search", |model| of_fact(model.capabilities.get(&Capability::WebSearch))),
    ("Code execution", |model| of_fact(model.capabilities.get(&Capability::CodeExecution))),
    ("Computer use", |model| of_fact(model.capabilities.get(&Capability::ComputerUse))),
    ("Prompt caching", |model| of_fact(model.capabilities.get(&Capability::PromptCaching))),
    ("Batch", |model| of_fact(model.capabilities.get(&Capability::Batch))),
    ("Reasoning", |model| of_fact(model.capabilities.get(&Capability::Reasoning))),
];

/// All statements of a model.
pub(super) fn statements(model: &Model) -> Vec<(Kind, Statement<'_>)> {
    let facts = FACTS.iter().filter_map(|(name, stated)| Some((Kind::Fact(name), stated(model)?)));
    let prices = model.routes.iter().flat_map(|route| &route.prices).map(|price| Statement {
        source: &price.source,
        as_of: price.as_of,
        agree: texts(&price.agree),
        differ: price.disputed.iter().map(|other| other.source.as_str()).collect(),
    });
    let scores = model.scores.iter().map(|score| Statement {
        source: &score.source,
        as_of: score.as_of,
        agree: Vec::new(),
        differ: Vec::new(),
    });
    let marks = model.lifecycle.iter().map(|mark| Statement {
        source: &mark.source,
        as_of: mark.as_of,
        agree: texts(&mark.agree),
        differ: mark.disputed.iter().map(|other| other.source.as_str()).collect(),
    });
    let prices = prices.map(|price| (Kind::Price, price));
    let scores = scores.map(|score| (Kind::Score, score));
    let marks = marks.map(|mark| (Kind::Lifecycle, mark));
    facts.chain(prices).chain(scores).chain(marks).collect()
}

/// A fact that says "not disclosed" states something too.
fn of_fact<T>(fact: Option<&Fact<T>>) -> Option<Statement<'_>> {
    let fact = fact?;
    Some(Statement {
        source: &fact.source,
        as_of: fact.as_of,
        agree: texts(&fact.agree),
        differ: fact.disputed.iter().map(|claim| claim.source.as_str()).collect(),
    })
}

fn texts(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}
