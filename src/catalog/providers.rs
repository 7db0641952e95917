//! Who sells: `providers.json`.

use super::route::Dialect;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The content of `providers.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Providers {
    /// Version of the file's shape; see [`super::SCHEMA`].
    pub schema: u32,
    /// By provider id.
    pub providers: BTreeMap<String, Provider>,
}

/// One provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provider {
    /// Name, for reading.
    pub name: String,
    /// What it is.
    pub kind: ProviderKind,
    /// The company behind; twins share it.
    pub operator: String,
    /// The lab whose own models it sells first-hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lab: Option<String>,
    /// Set on a regional twin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Why it is of this kind.
    pub reason: String,
    /// Its documentation.
    pub doc: String,
    /// Environment variables that hold the key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub env: Vec<String>,
    /// Base address of its API, where it is the same for every customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// The request format it speaks unless a route says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dialect: Option<Dialect>,
}

/// What a provider is; it decides whether its prices count as "cheapest".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProviderKind {
    /// Makes models and sells them.
    Lab,
    /// A cloud platform that runs many labs' models.
    Cloud,
    /// Runs the weights itself.
    Host,
    /// Passes requests to named hosts at their list price.
    Router,
    /// Own price, undisclosed upstream.
    Reseller,
    /// A subscription.
    Plan,
    /// Runs on the reader's own machine.
    Local,
}

impl ProviderKind {
    /// Whether its price may be called the cheapest.
    pub const fn counts_as_cheapest(self) -> bool {
        matches!(self, Self::Lab | Self::Cloud | Self::Host | Self::Router)
    }

    /// Whether it runs the model itself.
    pub const fn is_independent_host(self) -> bool {
        matches!(self, Self::Lab | Self::Cloud | Self::Host)
    }

    /// In one word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lab => "lab",
            Self::Cloud => "cloud",
            Self::Host => "host",
            Self::Router => "router",
            Self::Reseller => "reseller",
            Self::Plan => "plan",
            Self::Local => "local",
        }
    }
}
