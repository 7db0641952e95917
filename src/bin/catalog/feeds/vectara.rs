//! Vectara's board of hallucinations: how often a summary says what its text does not.

use super::Input;
use crate::claims::{BenchmarkResult, Claim, Harvest, Place, Says};
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
    let text = files::read_text(&input.path)?;
    let mut harvest = Harvest::default();
    for (at, row) in csv::Reader::from_reader(text.as_bytes()).deserialize().enumerate() {
        let row: Row = row.map_err(|error| Error::shape(&input.path, format!("row {}", at + 1), error.to_string()))?;
        let result = BenchmarkResult {
            benchmark: "hallucination rate".to_owned(),
            value: row.hallucination_rate_pct,
            ..BenchmarkResult::default()
        };
        harvest.claims.push(Claim {
            origin: input.origin.clone(),
            place: Place::Board("Vectara".to_owned()),
            id: row.model,
            says: Says { results: vec![result], ..Says::default() },
            offer: None,
        });
    }
    Ok(harvest)
}
