//! Epoch AI's Benchmarking Hub: the tables of its own runs, and those that it keeps of other people's boards.

mod external;

pub(super) use external::read_external;

use super::Input;
use super::effort::effort;
use crate::claims::{BenchmarkResult, Claim, Harvest, Says};
use crate::error::Error;
use crate::files;
use llm_compare::units::PartialDate;
use serde::Deserialize;

/// The tables that Epoch AI has run itself, with scores between 0 and 1. The two others that are not called external are
/// none: `swe_bench_bash` is SWE-bench's board, and the capability index is computed from the rest.
const TABLES: [&str; 8] = [
    "chess_puzzles",
    "frontiermath",
    "frontiermath_tier_4",
    "gpqa_diamond",
    "math_level_5",
    "otis_mock_aime_2024_2025",
    "simpleqa_verified",
    "swe_bench_verified",
];

#[derive(Deserialize)]
struct Row {
    #[serde(rename = "Model version")]
    model: String,
    mean_score: Option<f64>,
    stderr: Option<f64>,
    #[serde(rename = "Release date")]
    released: Option<PartialDate>,
    #[serde(rename = "Log viewer")]
    log: Option<String>,
    #[serde(rename = "Started at")]
    started: Option<String>,
}

/// The tables of its own runs.
pub(super) fn read_benchmarks(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for table in TABLES {
        let rows: Vec<Row> = files::read_csv(&input.path.join(format!("{table}.csv")))?;
        harvest.claims.extend(rows.into_iter().filter_map(|row| row.claim(table, input)));
    }
    Ok(harvest)
}

impl Row {
    /// `None` for a run that was not scored.
    fn claim(self, table: &str, input: &Input) -> Option<Claim> {
        let (id, variant) = take_effort(&self.model);
        let result = BenchmarkResult {
            benchmark: table.to_owned(),
            value: self.mean_score?,
            stderr: self.stderr,
            variant,
            date: self.started.as_deref().and_then(|time| time.get(..10)?.parse().ok()),
            url: self.log.filter(|log| !log.is_empty()),
            ..BenchmarkResult::default()
        };
        let says = Says { released: self.released, results: vec![result], ..Says::default() };
        Some(input.on_board("Epoch AI", id, says))
    }
}

/// `gpt-5.5-pre-release_xhigh` → `gpt-5.5`, with how it was run: `xhigh, pre-release`.
fn take_effort(model: &str) -> (String, Option<String>) {
    let cut = model.split_once('_').and_then(|(id, words)| Some((id, effort(words)?)));
    let (id, effort) = cut.unwrap_or_else(|| (model, String::new()));
    let early = id.strip_suffix("-pre-release");
    let words = [Some(effort.as_str()).filter(|effort| !effort.is_empty()), early.map(|_| "pre-release")];
    let words: Vec<&str> = words.into_iter().flatten().collect();
    (early.unwrap_or(id).to_owned(), (!words.is_empty()).then(|| words.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effort_is_told_from_the_model() {
        for (model, id, variant) in [
            ("gpt-5.5-pre-release_xhigh", "gpt-5.5", Some("xhigh, pre-release")),
            ("claude-opus-4-5-20251101_16K", "claude-opus-4-5-20251101", Some("16K")),
            ("claude-opus-4-6_unknown", "claude-opus-4-6", None),
            ("fireworks/kimi-k2p5", "fireworks/kimi-k2p5", None),
            ("MiniCPM-V-2_6", "MiniCPM-V-2_6", None),
        ] {
            assert_eq!(take_effort(model), (id.to_owned(), variant.map(str::to_owned)), "{model}");
        }
    }
}
