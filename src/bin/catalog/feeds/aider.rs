//! Aider's boards: how well models edit code, with the cost and the time of each run.

use super::Input;
use super::effort::split_effort;
use crate::claims::{BenchmarkResult, Claim, Harvest, Says};
use crate::error::Error;
use crate::files;
use llm_compare::units::PartialDate;
use serde::Deserialize;

/// The boards. The two others of its folder hold runs for articles on one model.
const BOARDS: [&str; 3] = ["polyglot_leaderboard", "edit_leaderboard", "refactor_leaderboard"];

#[derive(Deserialize)]
struct Row {
    model: String,
    edit_format: String,
    date: PartialDate,
    /// Percent of tasks that are solved at the first attempt.
    pass_rate_1: f64,
    /// And at the second; refactoring has one attempt.
    pass_rate_2: Option<f64>,
    seconds_per_case: f64,
    total_cost: Option<f64>,
    reasoning_effort: Option<String>,
    /// A second model that writes what the first has planned.
    editor_model: Option<String>,
}

/// `*_leaderboard.yml`.
pub(super) fn read_boards(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for board in BOARDS {
        let rows: Vec<Row> = files::read_yaml(&input.path.join(format!("{board}.yml")))?;
        harvest.claims.extend(rows.into_iter().filter(Row::is_model).map(|row| row.claim(board, input)));
    }
    Ok(harvest)
}

impl Row {
    /// Whether one model was run as its lab serves it: neither two models together nor weights that Ollama has quantised,
    /// whose ids have a colon in front of the size.
    fn is_model(&self) -> bool {
        self.editor_model.is_none() && !self.model.starts_with("ollama/") && !self.model.contains(':')
    }

    fn claim(self, board: &str, input: &Input) -> Claim {
        let (model, effort) = split_effort(&self.model);
        let result = BenchmarkResult {
            benchmark: board.to_owned(),
            value: self.pass_rate_2.unwrap_or(self.pass_rate_1),
            variant: effort.or(self.reasoning_effort),
            harness: Some(self.edit_format),
            date: Some(self.date),
            cost_usd: self.total_cost,
            seconds: Some(self.seconds_per_case),
            ..BenchmarkResult::default()
        };
        input.on_board("Aider", model, Says { results: vec![result], ..Says::default() })
    }
}
