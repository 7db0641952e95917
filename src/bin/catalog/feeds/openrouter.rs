//! OpenRouter's own list, and the parameter counts its pages state.

use super::Input;
use super::models_dev::modality_capabilities;
use crate::claims::{Claim, Harvest, Lifecycle, Offer, Place, Quote, Says};
use crate::error::Error;
use crate::files;
use crate::number::{self, limit, usd_per_mtok};
use llm_compare::catalog::{
    Capability, Cutoff, CutoffKind, Modality, PriceClasses, Reasoning, ReasoningMode, Tier, TierRule,
};
use llm_compare::money::UsdPerMtok;
use llm_compare::units::{Date, Tokens};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The id under which models.dev lists OpenRouter too.
const PROVIDER: &str = "openrouter";

#[derive(Deserialize)]
struct File {
    data: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    name: String,
    created: u64,
    context_length: u64,
    hugging_face_id: Option<String>,
    knowledge_cutoff: Option<String>,
    architecture: ArchitectureRow,
    pricing: PricingRow,
    top_provider: TopRow,
    reasoning: Option<ReasoningRow>,
    supported_parameters: Vec<String>,
    alias_target: Option<Target>,
    /// The day on which OpenRouter stops serving it; far away where none is known.
    expiration_date: Option<Date>,
}

/// From this year on a day of expiry stands for "never".
const NEVER: u16 = 2098;

#[derive(Deserialize)]
struct ArchitectureRow {
    input_modalities: Vec<String>,
    output_modalities: Vec<String>,
}

#[derive(Deserialize)]
struct TopRow {
    max_completion_tokens: Option<u64>,
}

#[derive(Deserialize)]
struct ReasoningRow {
    mandatory: bool,
    #[serde(default)]
    supported_efforts: Vec<String>,
    #[serde(default)]
    supports_max_tokens: bool,
}

#[derive(Deserialize)]
struct Target {
    slug: String,
}

/// US dollars per token, as decimal text; -1 stands for "depends".
#[derive(Deserialize)]
struct PricingRow {
    #[serde(flatten)]
    classes: ClassesRow,
    #[serde(default)]
    overrides: Vec<OverrideRow>,
}

#[derive(Deserialize)]
struct OverrideRow {
    min_prompt_tokens: u64,
    #[serde(flatten)]
    classes: ClassesRow,
}

#[derive(Deserialize)]
struct ClassesRow {
    prompt: Option<String>,
    completion: Option<String>,
    input_cache_read: Option<String>,
    input_cache_write: Option<String>,
    input_cache_write_1h: Option<String>,
    internal_reasoning: Option<String>,
    audio: Option<String>,
    audio_output: Option<String>,
    /// Per search that the model makes by itself.
    web_search: Option<String>,
}

/// `/api/v1/models`.
pub(super) fn read_models(input: &Input) -> Result<Harvest, Error> {
    let file: File = files::read_json(&input.path)?;
    if file.data.is_empty() {
        return Err(Error::shape(&input.path, "data", "is empty"));
    }
    let mut harvest = Harvest::default();
    for (at, row) in file.data.into_iter().enumerate() {
        let wrong = |(field, reason): (&str, String)| Error::shape(&input.path, format!("data[{at}].{field}"), reason);
        if let Some(target) = &row.alias_target {
            harvest.pointers.insert(row.id.clone(), target.slug.clone());
        }
        let says = row.says().map_err(wrong)?;
        // Pictures, minutes and documents are priced in units of their own.
        let writes_text = says.modalities_out.as_ref().is_some_and(|kinds| kinds.contains(&Modality::Text));
        let price = if writes_text { row.pricing.quote().map_err(wrong)? } else { None };
        harvest.claims.push(Claim {
            origin: input.origin.clone(),
            place: Place::Provider(PROVIDER.to_owned()),
            says,
            offer: Some(Offer { price, ..Offer::default() }),
            id: row.id,
        });
    }
    Ok(harvest)
}

impl Row {
    fn says(&self) -> Result<Says, (&'static str, String)> {
        let reads = modalities(&self.architecture.input_modalities);
        let day = u32::try_from(self.created / 86_400).ok().and_then(Date::from_unix_days);
        let day = day.ok_or_else(|| ("created", format!("{} is not a time", self.created)))?;
        Ok(Says {
            name: Some(plain_name(&self.name).to_owned()),
            released: Some(day.into()),
            context: limit(self.context_length),
            max_output: self.top_provider.max_completion_tokens.and_then(limit),
            hf_id: self.hugging_face_id.clone().filter(|id| !id.is_empty()),
            cutoff: self
                .knowledge_cutoff
                .as_deref()
                .and_then(|text| text.parse().ok().map(|value| Cutoff { value, kind: CutoffKind::Unspecified })),
            capabilities: self.capabilities(&reads),
            modalities_in: Some(reads),
            modalities_out: Some(modalities(&self.architecture.output_modalities)),
            reasoning: self.reasoning.as_ref().map(ReasoningRow::reasoning),
            accepted: self.supported_parameters.clone(),
            lifecycle: self.expiration_date.filter(|day| day.year() < NEVER).map(Lifecycle::ends),
            ..Says::default()
        })
    }
}

impl Row {
    /// What it reads, and what its parameters show it can do. A parameter that is absent is not rejected, so it says
    /// nothing.
    fn capabilities(&self, reads: &[Modality]) -> BTreeMap<Capability, bool> {
        let by_parameter = [
            ("tools", Capability::FunctionCalling),
            ("structured_outputs", Capability::StructuredOutputs),
            ("parallel_tool_calls", Capability::ParallelToolCalls),
            ("reasoning", Capability::Reasoning),
            ("web_search_options", Capability::WebSearch),
        ];
        let takes = |name: &str| self.supported_parameters.iter().any(|parameter| parameter == name);
        let mut all = modality_capabilities(reads);
        all.extend(by_parameter.into_iter().filter(|(name, _)| takes(name)).map(|(_, capability)| (capability, true)));
        if self.pricing.classes.web_search.as_deref().is_some_and(|price| price != "0") {
            all.insert(Capability::WebSearch, true);
        }
        all
    }
}

/// `Qwen: Qwen3 Max (free)` → `Qwen3 Max`.
fn plain_name(name: &str) -> &str {
    let name = name.split_once(": ").map_or(name, |(_, rest)| rest);
    ["(free)", "(Fast)", "(fast)", "(thinking)"].iter().fold(name, |name, tag| name.trim_end_matches(tag).trim_end())
}

impl ReasoningRow {
    fn reasoning(&self) -> Reasoning {
        // The list runs from the highest effort to the lowest.
        let efforts = self.supported_efforts.iter().rev().cloned().collect();
        let mode = if self.mandatory { ReasoningMode::Mandatory } else { ReasoningMode::Optional };
        Reasoning { mode, efforts, budget: self.supports_max_tokens }
    }
}

/// Kinds this catalogue does not have, such as rerank scores, are left out.
fn modalities(words: &[String]) -> Vec<Modality> {
    let known = words.iter().filter_map(|word| match word.as_str() {
        "text" => Some(Modality::Text),
        "image" => Some(Modality::Image),
        "audio" => Some(Modality::Audio),
        "video" => Some(Modality::Video),
        "file" => Some(Modality::Pdf),
        _ => None,
    });
    let mut known: Vec<_> = known.collect();
    known.sort();
    known
}

impl PricingRow {
    /// `None` for a price that depends on something the row does not say.
    fn quote(&self) -> Result<Option<Quote>, (&'static str, String)> {
        let depends = |text: &Option<String>| text.as_deref().is_some_and(|t| t.starts_with('-'));
        if depends(&self.classes.prompt) || depends(&self.classes.completion) {
            return Ok(None);
        }
        let mut tiers = Vec::new();
        for row in &self.overrides {
            tiers.push(Tier {
                above_input_tokens: Tokens(row.min_prompt_tokens),
                rule: TierRule::WholePrompt,
                classes: row.classes.prices("pricing.overrides")?,
            });
        }
        tiers.sort_by_key(|tier| tier.above_input_tokens);
        Ok(Some(Quote { classes: self.classes.prices("pricing")?, tiers }))
    }
}

impl ClassesRow {
    fn prices(&self, at: &'static str) -> Result<PriceClasses, (&'static str, String)> {
        let price = |text: &Option<String>| -> Result<Option<UsdPerMtok>, (&'static str, String)> {
            let Some(text) = text else { return Ok(None) };
            let value: f64 = text.parse().map_err(|_| (at, format!("\"{text}\" is not a price")))?;
            usd_per_mtok(value, 6).map(Some).map_err(|reason| (at, reason))
        };
        let charged = |text: &Option<String>| price(text).map(number::charged);
        Ok(PriceClasses {
            input: price(&self.prompt)?,
            output: price(&self.completion)?,
            cache_read: charged(&self.input_cache_read)?,
            cache_write_5m: charged(&self.input_cache_write)?,
            cache_write_1h: charged(&self.input_cache_write_1h)?,
            reasoning: charged(&self.internal_reasoning)?,
            audio_input: charged(&self.audio)?,
            audio_output: charged(&self.audio_output)?,
            ..PriceClasses::default()
        })
    }
}

#[derive(Deserialize)]
struct ParametersRow {
    openrouter_id: String,
    parameters_total: Option<u64>,
    parameters_active: Option<u64>,
}

/// `parameters.csv`: total and active parameters.
pub(super) fn read_parameters(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for row in files::read_csv::<ParametersRow>(&input.path)? {
        let ParametersRow { openrouter_id, parameters_total, parameters_active } = row;
        let says = Says { parameters_total, parameters_active, ..Says::default() };
        harvest.claims.push(input.claim(Place::Provider(PROVIDER.to_owned()), openrouter_id, says));
    }
    Ok(harvest)
}
