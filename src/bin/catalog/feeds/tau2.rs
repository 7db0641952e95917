//! τ²-bench: submissions to its board, one file each.

use super::Input;
use super::effort::effort;
use crate::claims::{BenchmarkResult, Claim, Harvest, Says};
use crate::error::Error;
use crate::files;
use llm_compare::units::PartialDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Who makes the benchmark and runs it.
const OWNER: &str = "Sierra";

/// Where the results of others stand.
const SUBMISSIONS: &str = "https://github.com/sierra-research/tau2-bench/tree/main/web/leaderboard/public/submissions";

#[derive(Deserialize)]
struct Submission {
    model_name: String,
    submitting_organization: String,
    submission_date: PartialDate,
    /// Older submissions have no type and no modality: they are standard and of text.
    submission_type: Option<String>,
    modality: Option<String>,
    reasoning_effort: Option<String>,
    results: BTreeMap<String, Option<Domain>>,
    methodology: Option<Methodology>,
    model_release: Option<Release>,
}

#[derive(Deserialize)]
struct Domain {
    /// Percent of tasks that are done at the first attempt.
    pass_1: Option<f64>,
}

#[derive(Deserialize, Default)]
struct Methodology {
    user_simulator: Option<String>,
    #[serde(default)]
    verification: Verification,
}

#[derive(Deserialize, Default)]
struct Verification {
    modified_prompts: Option<bool>,
}

#[derive(Deserialize)]
struct Release {
    release_date: Option<PartialDate>,
}

/// `submissions/<name>/submission.json` as in the repository, or `submissions/<name>.json`.
pub(super) fn read_submissions(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    let folders = files::folders(&input.path)?.into_iter().map(|folder| (folder.join("submission.json"), folder));
    let mut submissions: Vec<_> = folders.filter(|(path, _)| path.exists()).collect();
    if submissions.is_empty() {
        submissions = files::list(&input.path, "json")?.into_iter().map(|path| (path.clone(), path)).collect();
    }
    for (path, named) in submissions {
        let submission: Submission = files::read_json(&path)?;
        harvest.claims.extend(submission.claim(&named, input));
    }
    if harvest.claims.is_empty() {
        return Err(Error::shape(&input.path, "", "holds no submission of a model that reads text"));
    }
    Ok(harvest)
}

impl Submission {
    /// `None` for what is no model alone: voices, and agents built around one.
    fn claim(self, path: &Path, input: &Input) -> Option<Claim> {
        let methodology = self.methodology.unwrap_or_default();
        let voice = self.modality.as_deref() == Some("voice");
        let custom = self.submission_type.is_some_and(|word| word != "standard");
        if voice || custom || methodology.verification.modified_prompts == Some(true) {
            return None;
        }
        let by_owner = self.submitting_organization == OWNER;
        let name = files::stem(path);
        let results = self.results.into_iter().filter_map(|(domain, result)| {
            Some(BenchmarkResult {
                benchmark: domain,
                value: result?.pass_1?,
                variant: self.reasoning_effort.as_deref().and_then(effort).filter(|effort| !effort.is_empty()),
                harness: methodology.user_simulator.as_ref().map(|user| format!("{user} as user")),
                date: Some(self.submission_date),
                url: (!by_owner).then(|| format!("{SUBMISSIONS}/{name}")),
                ..BenchmarkResult::default()
            })
        });
        let released = self.model_release.and_then(|release| release.release_date);
        let says = Says { released, results: results.collect(), ..Says::default() };
        Some(input.on_board(OWNER, self.model_name, says))
    }
}
