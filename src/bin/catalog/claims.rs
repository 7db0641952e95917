//! What feeds say, before anybody decides who is right.

use crate::error::Error;
use llm_compare::catalog::{
    Capability, Cutoff, Dialect, Modality, Precision, PriceClasses, Read, Reasoning, Stage, Tier, read,
};
use llm_compare::money::UsdPerMtok;
use llm_compare::units::{Date, PartialDate, Tokens};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Everything one feed says.
#[derive(Debug, Default)]
pub(crate) struct Harvest {
    /// What it says of models and routes.
    pub(crate) claims: Vec<Claim>,
    /// What it says of providers.
    pub(crate) providers: Vec<ProviderClaim>,
    /// Moving ids and the ids they point at now, both as the feed writes them.
    pub(crate) pointers: BTreeMap<String, String>,
    /// Prices over time, by provider and id.
    pub(crate) histories: BTreeMap<(String, String), History>,
    /// Rows that make no sense, each with its place and what is wrong with it.
    pub(crate) rejected: Vec<Error>,
    /// The lab's model, as `lab/id`, that a provider's id is: by provider and id.
    pub(crate) bases: BTreeMap<(String, String), String>,
}

impl Harvest {
    /// Takes what a row says, or keeps what is wrong with it.
    pub(crate) fn take(&mut self, row: Result<Option<Claim>, Error>) {
        match row {
            Ok(claim) => self.claims.extend(claim),
            Err(error) => self.rejected.push(error),
        }
    }

    /// Takes out the rows whose id is longer than any request carries.
    #[must_use]
    pub(crate) fn without_long_ids(mut self, path: &Path) -> Self {
        const LONGEST: usize = 200;
        let (claims, long): (Vec<_>, Vec<_>) =
            self.claims.into_iter().partition(|claim| claim.id.chars().count() <= LONGEST);
        self.claims = claims;
        self.rejected.extend(long.iter().map(|claim| {
            let start: String = claim.id.chars().take(20).collect();
            Error::shape(path, format!("{start}…"), format!("an id of {} bytes", claim.id.len()))
        }));
        self
    }

    /// One slip in a hundred rows is a slip; more is a feed of another shape.
    ///
    /// # Errors
    /// The first rejection, if there are too many of them.
    pub(crate) fn check(mut self) -> Result<Self, Error> {
        let too_many = self.rejected.len() * 100 > self.claims.len();
        if too_many { Err(self.rejected.swap_remove(0)) } else { Ok(self) }
    }
}

/// One row of a feed.
#[derive(Debug)]
pub(crate) struct Claim {
    /// Who says it.
    pub(crate) origin: Origin,
    /// Where the row stands.
    pub(crate) place: Place,
    /// The model id as the feed writes it.
    pub(crate) id: String,
    /// What it says of the model.
    pub(crate) says: Says,
    /// What it says of the route, where the row is one.
    pub(crate) offer: Option<Offer>,
}

impl Claim {
    /// The row is of a provider that does not serve the model today, and says nothing of how long it stays.
    pub(crate) fn is_gone(&self) -> bool {
        let served = self.offer.as_ref().is_some_and(|offer| !matches!(offer.standing, Standing::Removed(_)));
        matches!(self.place, Place::Provider(_)) && !served && self.says.lifecycle.is_none()
    }
}

/// Whose word it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    /// Name of the feed in `feeds.toml`.
    pub(crate) feed: &'static str,
    /// Id of the source that the feed is a part of.
    pub(crate) source: String,
    /// The day it was read.
    pub(crate) as_of: Date,
}

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Place {
    /// A list of the lab's models, whoever serves them.
    Lab(String),
    /// A provider's list.
    Provider(String),
    /// A publisher's list of benchmark results.
    Board(String),
    /// Somebody's collection of facts about models, with the organization it names.
    Record(String),
}

/// Facts of a model as one row states them; `None` and empty mean that it is silent.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Says {
    pub(crate) name: Option<String>,
    pub(crate) family: Option<String>,
    pub(crate) released: Option<PartialDate>,
    pub(crate) context: Option<Tokens>,
    /// The window or the longest prompt; the feed does not tell which.
    pub(crate) window: Option<Tokens>,
    pub(crate) max_input: Option<Tokens>,
    pub(crate) max_output: Option<Tokens>,
    pub(crate) parameters_total: Option<u64>,
    pub(crate) parameters_active: Option<u64>,
    pub(crate) open_weights: Option<bool>,
    pub(crate) hf_id: Option<String>,
    /// In the feed's words.
    pub(crate) licence: Option<String>,
    #[serde(deserialize_with = "typed")]
    pub(crate) cutoff: Option<Cutoff>,
    pub(crate) modalities_in: Option<Vec<Modality>>,
    pub(crate) modalities_out: Option<Vec<Modality>>,
    #[serde(deserialize_with = "typed")]
    pub(crate) reasoning: Option<Reasoning>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) capabilities: BTreeMap<Capability, bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) accepted: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) results: Vec<BenchmarkResult>,
    /// The shortest prompt that is cached.
    pub(crate) cache_min: Option<Tokens>,
    /// Parameters that a request must not carry.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) rejected: Vec<String>,
    /// How long the model stays at the place of the row.
    pub(crate) lifecycle: Option<Lifecycle>,
    /// The day on which the list was first seen without the row.
    pub(crate) gone: Option<Date>,
}

/// How long a model stays at one place.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lifecycle {
    pub(crate) stage: Stage,
    pub(crate) retires: Option<Date>,
    pub(crate) precision: Precision,
    /// What is recommended instead, in the feed's words.
    pub(crate) replacement: Option<String>,
}

impl Lifecycle {
    /// Its end on that day is announced.
    pub(crate) fn ends(day: Date) -> Self {
        Self { stage: Stage::Deprecated, retires: Some(day), precision: Precision::Exact, replacement: None }
    }
}

/// A benchmark result in the feed's own words.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BenchmarkResult {
    /// The feed's name of the benchmark.
    pub(crate) benchmark: String,
    /// On the feed's scale, which `benchmarks.toml` knows.
    pub(crate) value: f64,
    /// On the same scale.
    pub(crate) stderr: Option<f64>,
    pub(crate) variant: Option<String>,
    pub(crate) harness: Option<String>,
    pub(crate) date: Option<PartialDate>,
    /// What the whole run cost, in US dollars.
    pub(crate) cost_usd: Option<f64>,
    /// How long one task took on average.
    pub(crate) seconds: Option<f64>,
    /// Its own page; a result without one is of the board that the row stands on.
    pub(crate) url: Option<String>,
}

/// One route as one row states it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Offer {
    pub(crate) standing: Standing,
    pub(crate) dialect: Option<Dialect>,
    pub(crate) base_url: Option<String>,
    /// The price on the day of the row.
    pub(crate) price: Option<Quote>,
    /// Prices from other days on, past and announced, in order; the first holds from the beginning. Empty where the row
    /// knows of no change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) dated: Vec<Dated>,
}

/// A price and the day from which it holds; the first of a row of prices may have held before.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Dated {
    pub(crate) from: Option<Date>,
    pub(crate) quote: Quote,
}

/// The prices that a list has had for one route.
#[derive(Debug)]
pub(crate) struct History {
    /// Oldest first; the days are those on which the list changed.
    pub(crate) changes: Vec<Dated>,
    pub(crate) source: String,
    /// The last day that it covers.
    pub(crate) as_of: Date,
}

/// What a row says of today. The later a variant, the more its row has to say of the route.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Standing {
    /// The provider took the route off its list on this day.
    Removed(Date),
    /// The list is not the newest word on what the provider serves.
    #[default]
    Listed,
    /// The provider has announced its end.
    Deprecated,
    /// The provider serves it.
    Current,
}

/// A price as one row states it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Quote {
    #[serde(deserialize_with = "typed")]
    pub(crate) classes: PriceClasses,
    #[serde(deserialize_with = "typed", skip_serializing_if = "Vec::is_empty")]
    pub(crate) tiers: Vec<Tier>,
}

impl Quote {
    /// 0 for input and output: a free tier or a plan.
    pub(crate) fn is_free(&self) -> bool {
        let zero = |price: Option<UsdPerMtok>| price.is_some_and(|p| p.is_zero());
        zero(self.classes.input) && zero(self.classes.output)
    }

    /// Something is charged.
    pub(crate) fn is_price(&self) -> bool {
        !self.is_free() && (self.classes.input.is_some() || self.classes.output.is_some())
    }
}

/// What a feed says of a provider.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProviderClaim {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) env: Vec<String>,
    pub(crate) base_url: Option<String>,
    pub(crate) dialect: Option<Dialect>,
}

/// Reads one of the catalogue's own types, which have a reader of their own.
fn typed<'de, D: Deserializer<'de>, T: Read>(deserializer: D) -> Result<T, D::Error> {
    read(&Value::deserialize(deserializer)?).map_err(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        D::Error::custom(problems.join("; "))
    })
}
