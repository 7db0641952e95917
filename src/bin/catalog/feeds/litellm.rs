//! LiteLLM's table of prices and limits: one row for each model at each provider.
//!
//! It is a secondary list: it says what a route costs and can do, not that the provider serves it today. Of limits it
//! holds the window or the longest prompt under one name.

use super::Input;
use super::flat::Flat;
use crate::claims::{Claim, Harvest, Lifecycle, Offer, Place, Quote, Says};
use crate::error::Error;
use crate::files;
use crate::number::{limit, whole};
use llm_compare::catalog::{Capability, PriceClasses, Tier, TierRule};
use llm_compare::units::Tokens;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The row that explains the others, and the day of the copy.
const NO_MODELS: [&str; 2] = ["sample_spec", "last_updated"];

/// Modes of models that write text.
const MODES: [&str; 3] = ["chat", "completion", "responses"];

/// Dollars per token are 10⁶ times dollars per million.
const SHIFT: i32 = 6;

/// `model_prices_and_context_window.json`.
pub(super) fn read_models(input: &Input) -> Result<Harvest, Error> {
    let rows: BTreeMap<String, Value> = files::read_json(&input.path)?;
    let mut harvest = Harvest::default();
    for (key, row) in rows.iter().filter(|(key, _)| !NO_MODELS.contains(&key.as_str())) {
        let Some(fields) = row.as_object() else { return Err(Error::shape(&input.path, key, "is not an object")) };
        harvest.take(claim(key, &Flat { path: &input.path, at: key, fields }, input));
    }
    if harvest.claims.is_empty() {
        return Err(Error::shape(&input.path, "", "holds no model that writes text"));
    }
    Ok(harvest)
}

/// `None` for a row that is about no language model, or about reserved capacity.
fn claim(key: &str, row: &Flat, input: &Input) -> Result<Option<Claim>, Error> {
    let (Some(provider), Some(mode)) = (row.text("litellm_provider")?, row.text("mode")?) else { return Ok(None) };
    if !MODES.contains(&mode) || key.contains("-commitment/") {
        return Ok(None);
    }
    let says = Says {
        window: row.count("max_input_tokens")?.and_then(limit),
        capabilities: capabilities(row)?,
        cache_min: row.count("prompt_cache_min_tokens")?.map(Tokens),
        lifecycle: row.date("deprecation_date")?.map(Lifecycle::ends),
        ..Says::default()
    };
    let price = Some(quote(row)?).filter(Quote::is_price);
    Ok(Some(Claim {
        origin: input.origin.clone(),
        place: Place::Provider(provider.to_owned()),
        id: route_id(key, provider).to_owned(),
        says,
        offer: Some(Offer { price, ..Offer::default() }),
    }))
}

/// `together_ai/meta-llama/Llama-3-70b` → what a request to Together carries.
fn route_id<'a>(key: &'a str, provider: &str) -> &'a str {
    // Vertex AI has a provider for each lab, `vertex_ai-mistral_models`, and Bedrock one for each API.
    key.split_once('/').filter(|(head, _)| provider.starts_with(head)).map_or(key, |(_, rest)| rest)
}

fn capabilities(row: &Flat) -> Result<BTreeMap<Capability, bool>, Error> {
    let mut all = BTreeMap::new();
    for (key, capability) in [
        ("supports_vision", Capability::Vision),
        ("supports_audio_input", Capability::Audio),
        ("supports_video_input", Capability::Video),
        ("supports_pdf_input", Capability::Pdf),
        ("supports_reasoning", Capability::Reasoning),
        ("supports_function_calling", Capability::FunctionCalling),
        ("supports_response_schema", Capability::StructuredOutputs),
        ("supports_parallel_function_calling", Capability::ParallelToolCalls),
        ("supports_web_search", Capability::WebSearch),
        ("supports_computer_use", Capability::ComputerUse),
        ("supports_prompt_caching", Capability::PromptCaching),
    ] {
        all.extend(row.flag(key)?.map(|can| (capability, can)));
    }
    if row.number("input_cost_per_token_batches")?.is_some() {
        all.insert(Capability::Batch, true);
    }
    Ok(all)
}

fn quote(row: &Flat) -> Result<Quote, Error> {
    let mut ranges = ranges(row)?.into_iter();
    let mut classes = classes(row, "")?;
    // Where a table of ranges stands in for the plain prices, its first range is the price.
    if classes.input.is_none()
        && let Some(first) = ranges.next()
    {
        classes = first.classes;
    }
    let mut tiers: Vec<Tier> = ranges.filter(|tier| tier.above_input_tokens.0 > 0).collect();
    for thousands in thresholds(row.fields) {
        let classes = self::classes(row, &format!("_above_{thousands}k_tokens"))?;
        tiers.push(Tier { above_input_tokens: Tokens(thousands * 1000), rule: TierRule::WholePrompt, classes });
    }
    tiers.sort_by_key(|tier| tier.above_input_tokens);
    Ok(Quote { classes, tiers })
}

/// 200 for `input_cost_per_token_above_200k_tokens`.
fn thresholds(fields: &Map<String, Value>) -> BTreeSet<u64> {
    let named = fields
        .keys()
        .filter_map(|key| key.strip_prefix("input_cost_per_token_above_")?.strip_suffix("k_tokens")?.parse().ok());
    named.filter(|thousands| (1..=10_000).contains(thousands)).collect()
}

/// `tiered_pricing`: prices by the range of the prompt's length.
fn ranges(row: &Flat) -> Result<Vec<Tier>, Error> {
    let mut tiers = Vec::new();
    for (at, range) in row.list("tiered_pricing")?.iter().enumerate() {
        let at = format!("{}.tiered_pricing[{at}]", row.at);
        let wrong = || Error::shape(row.path, &at, "is not a range of prompt lengths with prices");
        let fields = range.as_object().ok_or_else(wrong)?;
        let start = fields.get("range").and_then(|range| range.get(0)).and_then(Value::as_f64).ok_or_else(wrong)?;
        let range = Flat { path: row.path, at: &at, fields };
        tiers.push(Tier {
            above_input_tokens: whole(start).map(Tokens).ok_or_else(wrong)?,
            rule: TierRule::WholePrompt,
            classes: classes(&range, "")?,
        });
    }
    tiers.sort_by_key(|tier| tier.above_input_tokens);
    Ok(tiers)
}

/// The prices of one range of prompt lengths, whose keys end in `suffix`.
fn classes(row: &Flat, suffix: &str) -> Result<PriceClasses, Error> {
    let price = |key: &str| row.price(&format!("{key}{suffix}"), SHIFT);
    let charged = |key: &str| row.charged(&format!("{key}{suffix}"), SHIFT);
    let output = price("output_cost_per_token")?;
    Ok(PriceClasses {
        input: price("input_cost_per_token")?,
        output,
        cache_read: charged("cache_read_input_token_cost")?,
        cache_write_5m: charged("cache_creation_input_token_cost")?,
        cache_write_1h: charged("cache_creation_input_token_cost_above_1hr")?,
        batch_input: charged("input_cost_per_token_batches")?,
        batch_output: charged("output_cost_per_token_batches")?,
        batch_cache_read: None,
        // The same price again says nothing.
        reasoning: charged("output_cost_per_reasoning_token")?.filter(|price| Some(*price) != output),
        audio_input: charged("input_cost_per_audio_token")?,
        audio_output: charged("output_cost_per_audio_token")?,
    })
}
