//! The Berkeley Function-Calling Leaderboard, version 4: the overall table.

use super::Input;
use super::effort::split_effort;
use crate::claims::{BenchmarkResult, Claim, Harvest, Says};
use crate::error::Error;
use crate::feeds::cells::{Cells, read_cells};

/// `data_overall.csv`.
pub(super) fn read_overall(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for row in read_cells(&input.path, b',')? {
        harvest.claims.extend(claim(&row, input)?);
    }
    Ok(harvest)
}

/// The mode of a run, native function calls or a prompt, is a variant: the board ranks both.
fn claim(row: &Cells, input: &Input) -> Result<Option<Claim>, Error> {
    let (model, variant) = split_effort(row.text("Model")?);
    let Some(value) = row.number("Overall Acc")? else { return Ok(None) };
    let result = BenchmarkResult {
        benchmark: "Overall Acc".to_owned(),
        value,
        variant,
        cost_usd: row.number("Total Cost ($)")?,
        seconds: row.number("Latency Mean (s)")?,
        ..BenchmarkResult::default()
    };
    Ok(Some(input.on_board("BFCL", model, Says { results: vec![result], ..Says::default() })))
}
