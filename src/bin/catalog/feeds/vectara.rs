//! Vectara's board of hallucinations: how often a summary says what its text does not.

use super::Input;
use crate::claims::{BenchmarkResult, Harvest, Says};
use crate::error::Error;
use crate::files;
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    model: String,
    hallucination_rate_pct: f64,
}

/// `leaderboard.csv`.
pub(super) fn read_board(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for row in files::read_csv::<Row>(&input.path)? {
        let result = BenchmarkResult {
            benchmark: "hallucination rate".to_owned(),
            value: row.hallucination_rate_pct,
            ..BenchmarkResult::default()
        };
        harvest.claims.push(input.on_board("Vectara", row.model, Says { results: vec![result], ..Says::default() }));
    }
    Ok(harvest)
}
