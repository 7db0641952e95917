//! Epoch AI's Benchmarking Hub: the tables of its own runs.

use super::Input;
use crate::claims::{BenchmarkResult, Claim, Harvest, Place, Says};
use crate::error::Error;
use crate::files;
use llm_compare::units::PartialDate;
use serde::Deserialize;

/// The tables that Epoch AI has run itself, with scores between 0 and 1. `*_external.csv` are other people's boards.
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

/// Where a run without a log of its own is published.
const HUB: &str = "https://epoch.ai/benchmarks";

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

/// All tables.
pub(super) fn read_benchmarks(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for table in TABLES {
        let path = input.path.join(format!("{table}.csv"));
        let text = files::read_text(&path)?;
        for (at, row) in csv::Reader::from_reader(text.as_bytes()).deserialize().enumerate() {
            let row: Row = row.map_err(|error| Error::shape(&path, format!("row {}", at + 1), error.to_string()))?;
            harvest.claims.extend(row.claim(table, input));
        }
    }
    Ok(harvest)
}

impl Row {
    /// `None` for a run that was not scored.
    fn claim(self, table: &str, input: &Input) -> Option<Claim> {
        let (id, variant) = take_effort(&self.model);
        let result = BenchmarkResult {
            benchmark: table.to_owned(),
            value: self.mean_score? * 100.0,
            stderr: self.stderr.map(|stderr| stderr * 100.0),
            variant,
            harness: None,
            date: self.started.as_deref().and_then(|time| time.get(..10)?.parse().ok()),
            url: self.log.filter(|log| !log.is_empty()).unwrap_or_else(|| HUB.to_owned()),
        };
        Some(Claim {
            origin: input.origin.clone(),
            place: Place::Board("Epoch AI".to_owned()),
            id,
            says: Says { released: self.released, results: vec![result], ..Says::default() },
            offer: None,
        })
    }
}

/// `gpt-5.5-pre-release_xhigh` → `gpt-5.5`, with how it was run: `xhigh, pre-release`.
fn take_effort(model: &str) -> (String, Option<String>) {
    let (id, effort) = model.split_once('_').map_or((model, None), |(id, effort)| (id, Some(effort)));
    let early = id.strip_suffix("-pre-release");
    let words: Vec<&str> = effort.into_iter().chain(early.map(|_| "pre-release")).collect();
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
            ("fireworks/kimi-k2p5", "fireworks/kimi-k2p5", None),
        ] {
            assert_eq!(take_effort(model), (id.to_owned(), variant.map(str::to_owned)), "{model}");
        }
    }
}
