//! A route: one provider and one model id that a request can carry.

use super::declare::{record, words};
use super::price::Price;
use crate::units::{Date, Tokens};

record! {
    /// One way to request a model.
    pub struct Route {
        /// Provider id, a key of `providers.json`.
        pub provider: String,
        /// The id a request carries.
        pub model_id: String,
        /// Whether it can be requested today, and on which terms.
        pub status: RouteStatus,
        /// A speed, thinking or free variant of the model.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub variant: Option<String>,
        /// Region the request is bound to.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub region: Option<String>,
        /// Precision of the weights, where the id names it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub quantization: Option<String>,
        /// The request format, where it differs from the provider's in `providers.json`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub dialect: Option<Dialect>,
        /// Base address of the API, where it differs from the provider's in `providers.json`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub base_url: Option<String>,
        /// Context window on this route.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub context_tokens: Option<Tokens>,
        /// The longest prompt on this route.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub max_input_tokens: Option<Tokens>,
        /// The longest answer on this route.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub max_output_tokens: Option<Tokens>,
        /// What the model can do but not here.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub lacks: Vec<Capability>,
        /// How cache writes are billed, where reads have a price.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cache_write: Option<CacheWrite>,
        /// Id of the source of the limits and the status.
        pub source: String,
        /// The day that source was read.
        pub as_of: Date,
        /// Prices, oldest first; the periods do not overlap. Empty when no source states any.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub prices: Vec<Price>,
    }
}

impl Route {
    /// The price in force on `day`, if any is known.
    pub fn price_on(&self, day: Date) -> Option<&Price> {
        self.prices.iter().rev().find(|price| price.holds_on(day))
    }

    /// The status on `day`: a price that has ended, because its lab has changed it, is superseded.
    pub fn status_on(&self, day: Date) -> RouteStatus {
        let ended = self.prices.last().is_some_and(|price| price.to.is_some_and(|to| to <= day));
        if ended && self.status == RouteStatus::Live { RouteStatus::Superseded } else { self.status }
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

words! {
    /// Whether a route can be requested, and on which terms.
    pub enum RouteStatus {
        /// In the newest list, with its own price.
        Live = "live",
        /// Known only from a secondary list.
        Listed = "listed",
        /// The provider has announced its end.
        Deprecated = "deprecated",
        /// Shows a price that the lab has changed since.
        Superseded = "superseded",
        /// Gone.
        Removed = "removed",
        /// A free tier.
        Free = "free",
        /// Part of a subscription.
        Plan = "plan",
    }
}

impl RouteStatus {
    /// Whether its provider's own list has it at a price of its own.
    pub const fn is_served(self) -> bool {
        matches!(self, Self::Live | Self::Superseded | Self::Deprecated)
    }
}

words! {
    /// How cache writes are billed where no price is stated.
    pub enum CacheWrite {
        /// Caching happens by itself; a written token costs the input price.
        Automatic = "automatic",
    }
}

words! {
    /// The format of a request.
    pub enum Dialect {
        /// OpenAI's chat completions, also as spoken by others.
        OpenaiChat = "openai_chat",
        /// OpenAI's responses.
        OpenaiResponses = "openai_responses",
        /// OpenAI's chat completions on Azure, where a deployment stands for the model.
        AzureOpenai = "azure_openai",
        /// Anthropic's messages.
        AnthropicMessages = "anthropic_messages",
        /// Anthropic's messages on Azure, where a deployment stands for the model.
        AzureAnthropic = "azure_anthropic",
        /// Anthropic's messages on Google's Vertex AI, with the model in the address.
        VertexAnthropic = "vertex_anthropic",
        /// Google's generateContent, of the Gemini API.
        GoogleGenerateContent = "google_generate_content",
        /// The same on Google's Vertex AI: an address for each project, and a token in place of a key.
        VertexGemini = "vertex_gemini",
        /// Amazon Bedrock's converse.
        BedrockConverse = "bedrock_converse",
        /// Cohere's chat, version 2.
        CohereChat = "cohere_chat",
        /// A format, or a way to sign in, of the provider's own. It has no guide.
        Own = "own",
    }
}

words! {
    /// Something a model can or cannot do.
    pub enum Capability {
        /// Reads pictures.
        Vision = "vision",
        /// Reads sound.
        Audio = "audio",
        /// Reads video.
        Video = "video",
        /// Reads PDF files.
        Pdf = "pdf",
        /// Thinks before it answers.
        Reasoning = "reasoning",
        /// Calls functions that the request describes.
        FunctionCalling = "function_calling",
        /// Answers in a given JSON schema.
        StructuredOutputs = "structured_outputs",
        /// Calls several functions at once.
        ParallelToolCalls = "parallel_tool_calls",
        /// Searches the web by itself.
        WebSearch = "web_search",
        /// Runs code by itself.
        CodeExecution = "code_execution",
        /// Operates a computer's screen.
        ComputerUse = "computer_use",
        /// Reuses a repeated prompt at a lower price.
        PromptCaching = "prompt_caching",
        /// Takes requests for later at a lower price.
        Batch = "batch",
    }
}
