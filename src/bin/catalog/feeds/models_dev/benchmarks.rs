//! `[[benchmarks]]` of `models/**.toml`.

use crate::claims::BenchmarkResult;
use llm_compare::units::PartialDate;
use serde::Deserialize;

/// Boards whose rights are unclear; their rows are not used.
const LEFT_OUT: [&str; 2] = ["https://openrouter.ai/", "https://artificialanalysis.ai/"];

/// One result.
#[derive(Deserialize)]
pub(super) struct BenchmarkRow {
    name: String,
    score: f64,
    version: Option<String>,
    variant: Option<String>,
    harness: Option<String>,
    source: String,
    date: Option<PartialDate>,
}

impl BenchmarkRow {
    /// The row as a result; `None` when its source is not to be used.
    pub(super) fn result(&self) -> Option<BenchmarkResult> {
        if LEFT_OUT.iter().any(|host| self.source.starts_with(host)) {
            return None;
        }
        // In a few rows the harness stands in the place of the variant.
        let is_effort = |word: &&String| word.bytes().all(|b| b.is_ascii_lowercase());
        let variant = self.variant.as_ref().filter(is_effort);
        let harness = self.harness.as_ref().or(self.variant.as_ref().filter(|word| !is_effort(word)));
        let version = self.version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
        Some(BenchmarkResult {
            benchmark: format!("{}{version}", self.name),
            value: self.score,
            variant: variant.cloned(),
            harness: harness.cloned(),
            date: self.date,
            url: Some(self.source.clone()),
            ..BenchmarkResult::default()
        })
    }
}
