//! LLMStats: a collection of facts about models and of what their labs report of them, as
//! `organizations/<lab>/models/<id>/`.

use super::Input;
use crate::claims::{BenchmarkResult, Claim, Harvest, Place, Says};
use crate::error::Error;
use crate::files;
use crate::number::limit;
use llm_compare::catalog::{Cutoff, CutoffKind};
use llm_compare::identity::normalise;
use llm_compare::units::{PartialDate, Tokens};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Words of methods that are not one plain attempt of the model alone.
const OTHERWISE: [&str; 10] =
    ["attempts", "cons@", "maj@32", "parallel", "pass@12", "pass@2", "pass@5", "pass@64", "search agent", "with tools"];

/// In front of `owner/name`.
const HUB: &str = "https://huggingface.co/";

#[derive(Deserialize)]
struct Row {
    model_id: String,
    name: String,
    organization_id: String,
    release_date: PartialDate,
    license_id: String,
    knowledge_cutoff: Option<String>,
    param_count: Option<u64>,
    source_weights_link: Option<String>,
}

/// What a lab reports, as a share of 1.
#[derive(Deserialize)]
struct Reported {
    benchmark_id: String,
    score: f64,
    /// The few others are somebody else's word about the model, or have no page at all.
    is_self_reported: bool,
    self_reported_source_link: String,
    analysis_method: Option<String>,
}

/// A row of a provider's list. Its prices are dead; what else it says is mostly a template: longest answers that equal
/// the window, pictures as the only other kind of input.
#[derive(Deserialize)]
struct Served {
    model_id: String,
    organization_id: String,
    max_input_tokens: u64,
}

/// All models.
pub(super) fn read_models(input: &Input) -> Result<Harvest, Error> {
    let windows = own_windows(&input.path.join("providers"))?;
    let mut harvest = Harvest::default();
    for lab in files::folders(&input.path.join("organizations"))? {
        let models = lab.join("models");
        // The organization of models without one has none.
        for folder in if models.is_dir() { files::folders(&models)? } else { Vec::new() } {
            let row: Row = files::read_json(&folder.join("model.json"))?;
            let path = folder.join("benchmarks.json");
            let reported: Vec<Reported> = if path.is_file() { files::read_json(&path)? } else { Vec::new() };
            let results = reported.into_iter().filter_map(Reported::result).collect();
            harvest.claims.push(row.claim(&windows, results, input));
        }
    }
    if harvest.claims.is_empty() {
        return Err(Error::shape(&input.path, "", "holds no organizations/<lab>/models/<id>/model.json"));
    }
    Ok(harvest)
}

/// `providers/<lab>/models.json`: the windows of what labs serve themselves, by id.
fn own_windows(folder: &Path) -> Result<BTreeMap<String, Tokens>, Error> {
    let mut windows = BTreeMap::new();
    for provider in files::folders(folder)? {
        let rows: Vec<Served> = files::read_json(&provider.join("models.json"))?;
        let own = rows.into_iter().filter(|row| provider.ends_with(&row.organization_id));
        windows.extend(own.filter_map(|row| Some((row.model_id, limit(row.max_input_tokens)?))));
    }
    Ok(windows)
}

impl Row {
    fn claim(self, windows: &BTreeMap<String, Tokens>, results: Vec<BenchmarkResult>, input: &Input) -> Claim {
        let says = Says {
            hf_id: self.hf_id(),
            open_weights: self.source_weights_link.map(|_| true),
            name: Some(self.name),
            released: Some(self.release_date),
            window: windows.get(&self.model_id).copied(),
            parameters_total: self.param_count,
            cutoff: self.knowledge_cutoff.and_then(|text| cutoff(&text)),
            licence: Some(self.license_id),
            results,
            ..Says::default()
        };
        input.claim(Place::Record(self.organization_id), self.model_id, says)
    }

    /// The repository of the weights; some links lead to those of another model.
    fn hf_id(&self) -> Option<String> {
        let path = self.source_weights_link.as_deref()?.strip_prefix(HUB)?;
        let (owner, rest) = path.split_once('/')?;
        let name = rest.split('/').next().unwrap_or_default();
        (normalise(name) == normalise(&self.model_id)).then(|| format!("{owner}/{name}"))
    }
}

impl Reported {
    fn result(self) -> Option<BenchmarkResult> {
        let method = self.analysis_method.unwrap_or_default().to_lowercase();
        if !self.is_self_reported || OTHERWISE.iter().any(|words| method.contains(words)) {
            return None;
        }
        // Labs report either the whole of GPQA or its hardest part.
        let part = if method.contains("diamond") { " diamond" } else { "" };
        let benchmark = format!("{}{part}", self.benchmark_id);
        let url = Some(self.self_reported_source_link);
        Some(BenchmarkResult { benchmark, value: self.score, url, ..BenchmarkResult::default() })
    }
}

/// The first of a month is a month without its day. What is not a date is silence.
fn cutoff(text: &str) -> Option<Cutoff> {
    let value = text.strip_suffix("-01").filter(|month| month.len() == 7).unwrap_or(text).parse().ok()?;
    Some(Cutoff { value, kind: CutoffKind::Unspecified })
}
