//! OpenAI's table of its models in its own harness, simple-evals.

use super::Input;
use crate::claims::{BenchmarkResult, Claim, Harvest, Says};
use crate::error::Error;
use crate::feeds::cells::{Cells, read_cells};

/// Where the table stands.
const PAGE: &str = "https://github.com/openai/simple-evals";

/// The columns and what they hold; `MATH` is left out, because it is of other tasks for newer models.
const COLUMNS: [(&str, &str); 6] = [
    ("MMLU", "MMLU"),
    ("GPQA [^8]", "GPQA"),
    ("HumanEval", "HumanEval"),
    ("MGSM[^5]", "MGSM"),
    ("DROP[^5]<br>(F1, 3-shot)", "DROP"),
    ("SimpleQA", "SimpleQA"),
];

/// `results.tsv`.
pub(super) fn read_table(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for row in read_cells(&input.path, b'\t')? {
        harvest.claims.extend(claim(&row, input)?);
    }
    Ok(harvest)
}

/// `None` for headings, and for models of others, whose scores are what their labs report.
fn claim(row: &Cells, input: &Input) -> Result<Option<Claim>, Error> {
    let id = row.text("Model")?.split("[^").next().unwrap_or_default().trim();
    if id.starts_with("**") || row.text("Prompt")? == "unknown" {
        return Ok(None);
    }
    let mut results = Vec::new();
    for (column, benchmark) in COLUMNS {
        if matches!(row.text(column)?, "-" | "n/a") {
            continue;
        }
        results.extend(row.number(column)?.map(|value| BenchmarkResult {
            benchmark: benchmark.to_owned(),
            value,
            url: Some(PAGE.to_owned()),
            ..BenchmarkResult::default()
        }));
    }
    Ok(Some(input.on_board("OpenAI", id, Says { results, ..Says::default() })))
}
