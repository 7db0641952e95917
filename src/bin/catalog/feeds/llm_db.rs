//! llm_db: how long models stay with their providers, which parameters they refuse, and Anthropic's own list.

use super::Input;
use crate::claims::{Harvest, Lifecycle, Place, Says};
use crate::error::Error;
use crate::files;
use crate::number::limit;
use llm_compare::catalog::{Capability, Precision, Stage};
use llm_compare::units::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The file that describes a provider, among those that describe its models.
const PROVIDER_FILE: &str = "provider.toml";

#[derive(Deserialize)]
struct Row {
    id: String,
    lifecycle: Option<LifecycleRow>,
    #[serde(default)]
    extra: ExtraRow,
}

#[derive(Deserialize)]
struct LifecycleRow {
    status: Stage,
    /// A date or a time.
    retires_at: Option<String>,
    replacement: Option<String>,
}

#[derive(Deserialize, Default)]
struct ExtraRow {
    /// AWS' own words: `2026-09-10` or `No sooner than 9/23/2025`.
    eol_date: Option<String>,
    #[serde(default)]
    constraints: ConstraintsRow,
}

#[derive(Deserialize, Default)]
struct ConstraintsRow {
    temperature: Option<String>,
    token_limit_key: Option<String>,
    reasoning_effort: Option<String>,
}

/// `local/<provider>/*.toml`.
pub(super) fn read_local(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for folder in files::folders(&input.path)? {
        let provider = files::name(&folder);
        for path in files::list(&folder, "toml")?.into_iter().filter(|path| !path.ends_with(PROVIDER_FILE)) {
            let row: Row = files::read_toml(&path)?;
            let lifecycle = row.lifecycle(&path)?;
            let ConstraintsRow { temperature, token_limit_key, reasoning_effort } = &row.extra.constraints;
            let refused = [
                ("temperature", temperature.as_deref() == Some("unsupported")),
                ("max_tokens", token_limit_key.as_deref() == Some("max_completion_tokens")),
                ("reasoning_effort", reasoning_effort.as_deref() == Some("unsupported")),
            ];
            let rejected: Vec<_> =
                refused.into_iter().filter(|(_, refused)| *refused).map(|(name, _)| name.to_owned()).collect();
            if lifecycle.is_some() || !rejected.is_empty() {
                let says = Says { lifecycle, rejected, ..Says::default() };
                harvest.claims.push(input.claim(Place::Provider(provider.clone()), row.id, says));
            }
        }
    }
    if harvest.claims.is_empty() {
        return Err(Error::shape(&input.path, "", "holds no <provider>/<model>.toml with a lifecycle"));
    }
    Ok(harvest)
}

impl Row {
    fn lifecycle(&self, path: &Path) -> Result<Option<Lifecycle>, Error> {
        if let Some(row) = &self.lifecycle {
            let retires = row.retires_at.as_deref().map(|text| {
                let day = text.get(..10).and_then(|day| day.parse().ok());
                day.ok_or_else(|| Error::shape(path, "lifecycle.retires_at", format!("\"{text}\" is not a date")))
            });
            // What is said to stay may stay longer than the day that is promised.
            let firm = row.status != Stage::Active;
            return Ok(Some(Lifecycle {
                stage: row.status,
                retires: retires.transpose()?,
                precision: if firm { Precision::Exact } else { Precision::Earliest },
                replacement: row.replacement.clone(),
            }));
        }
        let Some(text) = &self.extra.eol_date else { return Ok(None) };
        let promised = text.strip_prefix("No sooner than ");
        let day: Option<Date> = promised.map_or_else(|| text.parse().ok(), american);
        let day = day.ok_or_else(|| Error::shape(path, "extra.eol_date", format!("\"{text}\" is not a date")))?;
        Ok(Some(match promised {
            Some(_) => Lifecycle { stage: Stage::Active, precision: Precision::Earliest, ..Lifecycle::ends(day) },
            None => Lifecycle::ends(day),
        }))
    }
}

/// `9/23/2025`.
fn american(text: &str) -> Option<Date> {
    let mut parts = text.split('/');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
}

#[derive(Deserialize)]
struct AnthropicFile {
    data: Vec<AnthropicRow>,
}

#[derive(Deserialize)]
struct AnthropicRow {
    id: String,
    max_input_tokens: u64,
    max_tokens: u64,
    capabilities: BTreeMap<String, FlagRow>,
}

/// Some flags hold more flags, which are not read.
#[derive(Deserialize)]
struct FlagRow {
    supported: bool,
}

/// `remote/anthropic-*.json`: the answer of Anthropic's list of models.
pub(super) fn read_anthropic(input: &Input) -> Result<Harvest, Error> {
    let file: AnthropicFile = files::read_json(&input.path)?;
    if file.data.is_empty() {
        return Err(Error::shape(&input.path, "data", "is empty"));
    }
    let claims = file.data.into_iter().map(|row| {
        let says = Says {
            context: limit(row.max_input_tokens),
            max_output: limit(row.max_tokens),
            capabilities: row.capabilities(),
            ..Says::default()
        };
        input.claim(Place::Provider("anthropic".to_owned()), row.id, says)
    });
    Ok(Harvest { claims: claims.collect(), ..Harvest::default() })
}

impl AnthropicRow {
    fn capabilities(&self) -> BTreeMap<Capability, bool> {
        let named = [
            ("batch", Capability::Batch),
            ("code_execution", Capability::CodeExecution),
            ("image_input", Capability::Vision),
            ("pdf_input", Capability::Pdf),
            ("structured_outputs", Capability::StructuredOutputs),
            ("thinking", Capability::Reasoning),
        ];
        named.iter().filter_map(|(name, kind)| Some((*kind, self.capabilities.get(*name)?.supported))).collect()
    }
}
