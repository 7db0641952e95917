//! A route: one provider and one model id that a request can carry.

use super::price::Price;
use crate::units::{Date, Tokens};
use serde::{Deserialize, Serialize};

/// One way to request a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// Provider id, a key of `providers.json`.
    pub provider: String,
    /// The id a request carries.
    pub model_id: String,
    /// Whether it can be requested today, and on which terms.
    pub status: RouteStatus,
    /// A speed, thinking or free variant of the model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// Region the request is bound to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Precision of the weights, where the id names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantization: Option<String>,
    /// The request format.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dialect: Option<Dialect>,
    /// Base address of the API, where it is the same for every customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// Context window on this route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context_tokens: Option<Tokens>,
    /// The longest prompt on this route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_input_tokens: Option<Tokens>,
    /// The longest answer on this route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_output_tokens: Option<Tokens>,
    /// What the model can do but not here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<Capability>,
    /// How cache writes are billed, where reads have a price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cache_write: Option<CacheWrite>,
    /// Id of the source of the limits and the status.
    pub source: String,
    /// The day that source was read.
    pub as_of: Date,
    /// Prices, oldest first; the periods do not overlap. Empty when no source states any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prices: Vec<Price>,
}

impl Route {
    /// The price in force on `day`, if any is known.
    pub fn price_on(&self, day: Date) -> Option<&Price> {
        self.prices.iter().rev().find(|price| price.holds_on(day))
    }

    /// How a link names this route: `provider:model_id`.
    pub fn key(&self) -> String {
        format!("{}:{}", self.provider, self.model_id)
    }

    /// Whether a link's `provider:model_id` names this route.
    pub fn is(&self, key: &str) -> bool {
        key.split_once(':').is_some_and(|(provider, model_id)| provider == self.provider && model_id == self.model_id)
    }
}

/// Whether a route can be requested, and on which terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteStatus {
    /// In the newest list, with its own price.
    Live,
    /// Known only from a secondary list.
    Listed,
    /// The provider has announced its end.
    Deprecated,
    /// Shows a price that the lab has changed since.
    Superseded,
    /// Gone.
    Removed,
    /// A free tier.
    Free,
    /// Part of a subscription.
    Plan,
}

/// How cache writes are billed where no price is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CacheWrite {
    /// Caching happens by itself; a written token costs the input price.
    Automatic,
}

/// The format of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dialect {
    /// OpenAI's chat completions, also as spoken by others.
    OpenaiChat,
    /// OpenAI's responses.
    OpenaiResponses,
    /// Anthropic's messages.
    AnthropicMessages,
    /// Google's generateContent.
    GoogleGenerateContent,
    /// Amazon Bedrock's converse.
    BedrockConverse,
    /// A format of the provider's own.
    Own,
}

/// Something a model can or cannot do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capability {
    /// Reads pictures.
    Vision,
    /// Reads sound.
    Audio,
    /// Reads video.
    Video,
    /// Reads PDF files.
    Pdf,
    /// Thinks before it answers.
    Reasoning,
    /// Calls functions that the request describes.
    FunctionCalling,
    /// Answers in a given JSON schema.
    StructuredOutputs,
    /// Calls several functions at once.
    ParallelToolCalls,
    /// Searches the web by itself.
    WebSearch,
    /// Runs code by itself.
    CodeExecution,
    /// Operates a computer's screen.
    ComputerUse,
    /// Reuses a repeated prompt at a lower price.
    PromptCaching,
    /// Takes requests for later at a lower price.
    Batch,
}
