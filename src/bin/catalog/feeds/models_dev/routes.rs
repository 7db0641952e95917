//! `api.json`: every provider's list with prices.

use super::super::Input;
use super::rows::ModelRow;
use crate::claims::{Claim, Harvest, Offer, Place, ProviderClaim, Quote, Standing};
use crate::error::Error;
use crate::files;
use crate::number::{self, usd_per_mtok};
use llm_compare::catalog::{Dialect, PriceClasses, Tier, TierRule};
use llm_compare::units::Tokens;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Deserialize)]
struct ProviderRow {
    name: String,
    doc: String,
    env: Vec<String>,
    npm: String,
    api: Option<String>,
    models: BTreeMap<String, ListedRow>,
}

#[derive(Deserialize)]
struct ListedRow {
    id: String,
    #[serde(flatten)]
    route: RouteRow,
}

/// A route, without the id that stands elsewhere in some files.
#[derive(Deserialize)]
pub(super) struct RouteRow {
    #[serde(flatten)]
    pub(super) model: ModelRow,
    status: Option<String>,
    cost: Option<CostRow>,
    provider: Option<OverrideRow>,
}

/// Where a route differs from its provider.
#[derive(Deserialize)]
struct OverrideRow {
    npm: Option<String>,
    api: Option<String>,
    shape: Option<String>,
}

/// US dollars per million tokens. `context_over_200k` repeats whatever tier there is and is not read.
#[derive(Deserialize)]
struct CostRow {
    #[serde(flatten)]
    classes: ClassesRow,
    #[serde(default)]
    tiers: Vec<TierRow>,
}

#[derive(Deserialize)]
pub(super) struct ClassesRow {
    input: Option<f64>,
    output: Option<f64>,
    cache_read: Option<f64>,
    cache_write: Option<f64>,
    reasoning: Option<f64>,
    input_audio: Option<f64>,
    output_audio: Option<f64>,
}

#[derive(Deserialize)]
struct TierRow {
    tier: Threshold,
    #[serde(flatten)]
    classes: ClassesRow,
}

#[derive(Deserialize)]
struct Threshold {
    /// "context" where it is left out.
    #[serde(rename = "type")]
    kind: Option<String>,
    size: u64,
}

/// `api.json`: providers and their routes.
pub(in crate::feeds) fn read_routes(input: &Input) -> Result<Harvest, Error> {
    let rows: BTreeMap<String, ProviderRow> = files::read_json(&input.path)?;
    if rows.is_empty() {
        return Err(Error::shape(&input.path, "", "lists no provider"));
    }
    let mut harvest = Harvest::default();
    for (provider, row) in rows {
        for (key, ListedRow { id, route }) in &row.models {
            let at = format!("{provider}.models.{key}.");
            harvest.claims.push(Claim {
                origin: input.origin.clone(),
                place: Place::Provider(provider.clone()),
                id: id.clone(),
                says: route.model.says(&input.path, &at)?,
                offer: Some(route.offer(&input.path, &at)?),
            });
        }
        harvest.providers.push(ProviderClaim {
            name: row.name,
            doc: row.doc,
            env: row.env,
            base_url: row.api.as_deref().and_then(address),
            dialect: dialect(&row.npm, None),
            id: provider,
        });
    }
    Ok(harvest)
}

impl RouteRow {
    /// The row as an offer that stands today. `at` is its place in the file, for errors.
    pub(super) fn offer(&self, path: &Path, at: &str) -> Result<Offer, Error> {
        let other = self.provider.as_ref();
        let wrong = |(field, reason)| Error::shape(path, format!("{at}{field}"), reason);
        Ok(Offer {
            standing: if self.status.as_deref() == Some("deprecated") {
                Standing::Deprecated
            } else {
                Standing::Current
            },
            dialect: other.and_then(|o| dialect(o.npm.as_deref().unwrap_or_default(), o.shape.as_deref())),
            base_url: other.and_then(|o| o.api.as_deref()).and_then(address),
            price: self.cost.as_ref().map(CostRow::quote).transpose().map_err(wrong)?,
            dated: Vec::new(),
        })
    }
}

impl CostRow {
    fn quote(&self) -> Result<Quote, (&'static str, String)> {
        let mut tiers = Vec::new();
        for row in &self.tiers {
            if let Some(kind) = row.tier.kind.as_deref().filter(|kind| *kind != "context") {
                return Err(("cost.tiers", format!("a tier by \"{kind}\" is not known")));
            }
            tiers.push(Tier {
                above_input_tokens: Tokens(row.tier.size),
                rule: TierRule::WholePrompt,
                classes: row.classes.prices("cost.tiers")?,
            });
        }
        tiers.sort_by_key(|tier| tier.above_input_tokens);
        Ok(Quote { classes: self.classes.prices("cost")?, tiers })
    }
}

impl ClassesRow {
    pub(super) fn prices(&self, at: &'static str) -> Result<PriceClasses, (&'static str, String)> {
        let price = |value: Option<f64>| value.map(|v| usd_per_mtok(v, 0)).transpose().map_err(|reason| (at, reason));
        // 0 is "no surcharge" for a write and "not known" for a read.
        let charged = |value: Option<f64>| price(value).map(number::charged);
        Ok(PriceClasses {
            input: price(self.input)?,
            output: price(self.output)?,
            cache_read: charged(self.cache_read)?,
            cache_write_5m: charged(self.cache_write)?,
            reasoning: charged(self.reasoning)?,
            audio_input: charged(self.input_audio)?,
            audio_output: charged(self.output_audio)?,
            ..PriceClasses::default()
        })
    }
}

/// An address as the catalogue writes it: `${AWS_REGION}`, which each customer fills in, becomes `YOUR-AWS-REGION`. One that
/// begins with such a name says nothing.
fn address(url: &str) -> Option<String> {
    let mut text = String::with_capacity(url.len());
    let mut rest = url.trim_end_matches('/');
    while let Some((before, after)) = rest.split_once("${") {
        let (name, tail) = after.split_once('}')?;
        text.push_str(before);
        text.push_str("YOUR-");
        text.push_str(&name.replace('_', "-"));
        rest = tail;
    }
    text.push_str(rest);
    Some(text).filter(|text| text.starts_with("http"))
}

/// The request format behind a package of the AI SDK.
fn dialect(npm: &str, shape: Option<&str>) -> Option<Dialect> {
    match shape {
        Some("responses") => return Some(Dialect::OpenaiResponses),
        Some("completions") => return Some(Dialect::OpenaiChat),
        _ => {}
    }
    Some(match npm {
        "@ai-sdk/openai" | "@ai-sdk/amazon-bedrock/mantle" => Dialect::OpenaiResponses,
        "@ai-sdk/azure" => Dialect::AzureOpenai,
        "@ai-sdk/anthropic" => Dialect::AnthropicMessages,
        "@ai-sdk/google-vertex/anthropic" => Dialect::VertexAnthropic,
        "@ai-sdk/google" => Dialect::GoogleGenerateContent,
        "@ai-sdk/google-vertex" => Dialect::VertexGemini,
        "@ai-sdk/amazon-bedrock" => Dialect::BedrockConverse,
        "@ai-sdk/cohere" => Dialect::CohereChat,
        "@jerome-benoit/sap-ai-provider-v2"
        | "@qvac/ai-sdk-provider"
        | "gitlab-ai-provider"
        | "watsonx-ai-provider" => Dialect::Own,
        // These speak OpenAI's chat completions under the name of whom they are for.
        "@ai-sdk/openai-compatible"
        | "@ai-sdk/cerebras"
        | "@ai-sdk/deepinfra"
        | "@ai-sdk/gateway"
        | "@ai-sdk/groq"
        | "@ai-sdk/mistral"
        | "@ai-sdk/perplexity"
        | "@ai-sdk/togetherai"
        | "@ai-sdk/vercel"
        | "@ai-sdk/xai"
        | "@aihubmix/ai-sdk-provider"
        | "@openrouter/ai-sdk-provider"
        | "venice-ai-sdk-provider" => Dialect::OpenaiChat,
        // Of any other nobody knows.
        _ => return None,
    })
}
