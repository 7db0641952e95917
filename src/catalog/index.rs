//! The list of all models: `index.json`.

use super::declare::record;
use crate::money::UsdPerMtok;
use crate::units::{PartialDate, Tokens};

/// Slug of a model that is the reader's own. Nothing is known of it but what they state. It is no part of the catalogue: a built
/// site has it besides.
pub const OWN_MODEL: &str = "your-own-model";

record! {
    /// The content of `index.json`.
    pub struct Index {
        /// Version of the file's shape; see [`super::SCHEMA`].
        pub schema: u32,
        /// Most popular first.
        pub models: Vec<IndexRow>,
    }
}

record! {
    /// What a picker needs to find a model and a list needs to show it.
    pub struct IndexRow {
        /// Slug.
        pub id: String,
        /// Name, for reading.
        pub name: String,
        /// Lab id.
        pub lab: String,
        /// Name of the lab, for reading.
        pub lab_name: String,
        /// Day of release; absent only of [`OWN_MODEL`].
        #[serde(skip_serializing_if = "Option::is_none")]
        pub released: Option<PartialDate>,
        /// Context window; absent only of [`OWN_MODEL`].
        #[serde(skip_serializing_if = "Option::is_none")]
        pub context_tokens: Option<Tokens>,
        /// Independent hosts that serve it.
        pub hosts: u32,
        /// Providers that list it live.
        pub providers: u32,
        /// The live prices of labs, clouds, hosts and OpenRouter on the day of the newest source.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub prices: Vec<IndexPrice>,
        /// Other spellings that mean this model.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<String>,
    }
}

record! {
    /// What the model costs at one provider, in US dollars per million tokens.
    pub struct IndexPrice {
        /// Provider id.
        pub provider: String,
        /// A speed, thinking or other variant of the model.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub variant: Option<String>,
        /// Prompt tokens.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub input_usd_per_mtok: Option<UsdPerMtok>,
        /// Generated tokens.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub output_usd_per_mtok: Option<UsdPerMtok>,
        /// Prompt tokens read from the cache.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cache_read_usd_per_mtok: Option<UsdPerMtok>,
    }
}
