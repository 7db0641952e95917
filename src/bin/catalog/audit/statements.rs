//! Everything a model's file states, each with whose word it is.

use llm_compare::catalog::{Capability, Fact, Facts, Model};
use llm_compare::units::Date;

/// One statement.
pub(super) struct Statement<'a> {
    pub(super) kind: Kind,
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

/// Names of all facts, in the order of the page.
pub(super) const FACTS: [&str; 28] = [
    "Released",
    "Context window",
    "Max input",
    "Max output",
    "Parameters",
    "Active parameters",
    "Architecture",
    "Open weights",
    "Hugging Face id",
    "Licence",
    "Knowledge cutoff",
    "Input modalities",
    "Output modalities",
    "Reasoning controls",
    "Least cacheable prompt",
    "Vision",
    "Audio",
    "Video",
    "PDF",
    "Function calling",
    "Structured outputs",
    "Parallel tool calls",
    "Web search",
    "Code execution",
    "Computer use",
    "Prompt caching",
    "Batch",
    "Reasoning",
];

/// All statements of a model.
pub(super) fn statements(model: &Model) -> Vec<Statement<'_>> {
    let mut all = of_facts(&model.facts);
    all.extend(model.capabilities.iter().filter_map(|(capability, fact)| of_fact(name(*capability), Some(fact))));
    all.extend(model.routes.iter().flat_map(|route| &route.prices).map(|price| Statement {
        kind: Kind::Price,
        source: &price.source,
        as_of: price.as_of,
        agree: texts(&price.agree),
        differ: price.disputed.iter().map(|other| other.source.as_str()).collect(),
    }));
    all.extend(model.scores.iter().map(|score| Statement {
        kind: Kind::Score,
        source: &score.source,
        as_of: score.as_of,
        agree: Vec::new(),
        differ: Vec::new(),
    }));
    all.extend(model.lifecycle.iter().map(|mark| Statement {
        kind: Kind::Lifecycle,
        source: &mark.source,
        as_of: mark.as_of,
        agree: texts(&mark.agree),
        differ: mark.disputed.iter().map(|other| other.source.as_str()).collect(),
    }));
    all
}

fn of_facts(facts: &Facts) -> Vec<Statement<'_>> {
    let all = [
        of_fact("Released", facts.released.as_ref()),
        of_fact("Context window", facts.context_tokens.as_ref()),
        of_fact("Max input", facts.max_input_tokens.as_ref()),
        of_fact("Max output", facts.max_output_tokens.as_ref()),
        of_fact("Parameters", facts.parameters_total.as_ref()),
        of_fact("Active parameters", facts.parameters_active.as_ref()),
        of_fact("Architecture", facts.architecture.as_ref()),
        of_fact("Open weights", facts.open_weights.as_ref()),
        of_fact("Hugging Face id", facts.hf_id.as_ref()),
        of_fact("Licence", facts.licence.as_ref()),
        of_fact("Knowledge cutoff", facts.knowledge_cutoff.as_ref()),
        of_fact("Input modalities", facts.modalities_in.as_ref()),
        of_fact("Output modalities", facts.modalities_out.as_ref()),
        of_fact("Reasoning controls", facts.reasoning.as_ref()),
        of_fact("Least cacheable prompt", facts.cache_min_tokens.as_ref()),
    ];
    all.into_iter().flatten().collect()
}

/// A fact that says "not disclosed" states something too.
fn of_fact<'a, T>(name: &'static str, fact: Option<&'a Fact<T>>) -> Option<Statement<'a>> {
    let fact = fact?;
    Some(Statement {
        kind: Kind::Fact(name),
        source: &fact.source,
        as_of: fact.as_of,
        agree: texts(&fact.agree),
        differ: fact.disputed.iter().map(|claim| claim.source.as_str()).collect(),
    })
}

fn texts(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

const fn name(capability: Capability) -> &'static str {
    match capability {
        Capability::Vision => "Vision",
        Capability::Audio => "Audio",
        Capability::Video => "Video",
        Capability::Pdf => "PDF",
        Capability::Reasoning => "Reasoning",
        Capability::FunctionCalling => "Function calling",
        Capability::StructuredOutputs => "Structured outputs",
        Capability::ParallelToolCalls => "Parallel tool calls",
        Capability::WebSearch => "Web search",
        Capability::CodeExecution => "Code execution",
        Capability::ComputerUse => "Computer use",
        Capability::PromptCaching => "Prompt caching",
        Capability::Batch => "Batch",
    }
}
