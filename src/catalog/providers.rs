//! Who sells: `providers.json`.

use super::declare::{record, words};
use super::route::Dialect;
use litemap::LiteMap;

record! {
    /// The content of `providers.json`.
    pub struct Providers {
        /// Version of the file's shape; see [`super::SCHEMA`].
        pub schema: u32,
        /// By provider id.
        pub providers: LiteMap<String, Provider>,
    }
}

record! {
    /// One provider.
    pub struct Provider {
        /// Name, for reading.
        pub name: String,
        /// What it is.
        pub kind: ProviderKind,
        /// The company behind; twins share it.
        pub operator: String,
        /// The lab whose own models it sells first-hand.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub lab: Option<String>,
        /// Set on a regional twin.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub region: Option<String>,
        /// Why it is of this kind.
        pub reason: String,
        /// Its documentation.
        pub doc: String,
        /// Environment variables that a client reads: the key and, with some, what else it needs to know.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub env: Vec<String>,
        /// The variable that holds the key, where `env` does not name it alone.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub key: Option<String>,
        /// Base address of its API. What each customer has of their own is written `YOUR-…` in it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub base_url: Option<String>,
        /// The request format it speaks unless a route says otherwise.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub dialect: Option<Dialect>,
    }
}

impl Provider {
    /// Name of the environment variable that holds the key, where it is known.
    pub fn key_variable(&self) -> Option<&str> {
        match self.env.as_slice() {
            [only] if self.key.is_none() => Some(only),
            _ => self.key.as_deref(),
        }
    }

    /// Whether it is a lab that sells models of its own, those of `lab`.
    pub fn is_lab_of(&self, lab: &str) -> bool {
        self.kind == ProviderKind::Lab && self.lab.as_deref() == Some(lab)
    }
}

words! {
    /// What a provider is; it decides whether its prices count as "cheapest".
    pub enum ProviderKind {
        /// Makes models and sells them.
        Lab = "lab",
        /// A cloud platform that runs many labs' models.
        Cloud = "cloud",
        /// Runs the weights itself.
        Host = "host",
        /// Passes requests to named hosts at their list price.
        Router = "router",
        /// Own price, undisclosed upstream.
        Reseller = "reseller",
        /// A subscription.
        Plan = "plan",
        /// Runs on the reader's own machine.
        Local = "local",
    }
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
}
