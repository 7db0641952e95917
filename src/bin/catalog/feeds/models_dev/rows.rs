//! The fields that `models/**.toml` and `api.json` share.

use super::benchmarks::BenchmarkRow;
use super::options::ReasoningOption;
use crate::claims::Says;
use crate::error::Error;
use crate::number::limit;
use llm_compare::catalog::{Capability, Cutoff, CutoffKind, Modality};
use llm_compare::units::PartialDate;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What a row says of a model.
#[derive(Deserialize)]
pub(super) struct ModelRow {
    name: String,
    family: Option<String>,
    release_date: PartialDate,
    knowledge: Option<String>,
    reasoning: bool,
    reasoning_options: Option<Vec<ReasoningOption>>,
    tool_call: bool,
    structured_output: Option<bool>,
    open_weights: bool,
    license: Option<String>,
    limit: LimitRow,
    modalities: ModalitiesRow,
    #[serde(default)]
    benchmarks: Vec<BenchmarkRow>,
}

#[derive(Deserialize)]
struct LimitRow {
    context: u64,
    input: Option<u64>,
    output: Option<u64>,
}

#[derive(Deserialize)]
struct ModalitiesRow {
    input: Vec<String>,
    output: Vec<String>,
}

impl ModelRow {
    /// The row as statements. `at` is its place in the file, for errors.
    pub(super) fn says(&self, path: &Path, at: &str) -> Result<Says, Error> {
        let modalities = |field: &str, words: &[String]| -> Result<Vec<Modality>, Error> {
            let place = format!("{at}{field}");
            let known = words.iter().map(|word| modality(word).ok_or_else(|| unknown(path, &place, word)));
            // In one order, so that two lists of the same kinds agree.
            known.collect::<Result<BTreeSet<_>, _>>().map(|kinds| kinds.into_iter().collect())
        };
        let reads = modalities("modalities.input", &self.modalities.input)?;
        let mut capabilities: BTreeMap<_, _> = modality_capabilities(&reads);
        capabilities.insert(Capability::Reasoning, self.reasoning);
        capabilities.insert(Capability::FunctionCalling, self.tool_call);
        capabilities.extend(self.structured_output.map(|can| (Capability::StructuredOutputs, can)));
        let context = limit(self.limit.context);
        Ok(Says {
            name: Some(self.name.clone()),
            family: self.family.clone(),
            released: Some(self.release_date),
            context,
            // Where it equals the window it says nothing.
            max_input: self.limit.input.and_then(limit).filter(|input| context.is_some_and(|whole| *input < whole)),
            max_output: self.limit.output.and_then(limit),
            open_weights: Some(self.open_weights),
            licence: self.license.clone(),
            cutoff: self.knowledge.as_deref().and_then(cutoff),
            modalities_out: Some(modalities("modalities.output", &self.modalities.output)?),
            modalities_in: Some(reads),
            reasoning: super::options::reasoning(self.reasoning, self.reasoning_options.as_deref()),
            results: self.benchmarks.iter().filter_map(BenchmarkRow::result).collect(),
            capabilities,
            ..Says::default()
        })
    }
}

fn unknown(path: &Path, at: &str, word: &str) -> Error {
    Error::shape(path, at, format!("\"{word}\" is not a modality this program knows"))
}

fn modality(word: &str) -> Option<Modality> {
    Some(match word {
        "text" => Modality::Text,
        "image" => Modality::Image,
        "audio" => Modality::Audio,
        "video" => Modality::Video,
        "pdf" => Modality::Pdf,
        _ => return None,
    })
}

/// A list of what a model reads is also a statement of what it does not read.
pub(in crate::feeds) fn modality_capabilities(reads: &[Modality]) -> BTreeMap<Capability, bool> {
    let kinds = [
        (Capability::Vision, Modality::Image),
        (Capability::Audio, Modality::Audio),
        (Capability::Video, Modality::Video),
        (Capability::Pdf, Modality::Pdf),
    ];
    kinds.into_iter().map(|(capability, modality)| (capability, reads.contains(&modality))).collect()
}

/// The feed does not say what its date means; what is not a date is silence.
fn cutoff(text: &str) -> Option<Cutoff> {
    text.parse().ok().map(|value| Cutoff { value, kind: CutoffKind::Unspecified })
}
