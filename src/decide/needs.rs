//! Must-haves: what excludes a side.

use super::field::{Contender, Field};
use super::measures::can;
use crate::catalog::{Capability, RouteStatus, Word};
use crate::compare::{Outlook, capability_name, cheapest_output, life};
use crate::money::{Usd, UsdPerMtok, group_thousands};
use crate::units::{Date, Tokens, parse_count};

/// The most dollars a month that can be asked for.
const MAX_DOLLARS: u64 = 1_000_000_000;

/// Something that a model must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// A capability.
    Can(Capability),
    /// Open weights.
    Open,
    /// At least this context window.
    Context(Tokens),
    /// At most this price for output on the cheapest route.
    Price(UsdPerMtok),
    /// At most so many dollars for the reader's month.
    Cost(u64),
    /// A live route at the provider with this id.
    At(String),
    /// No retirement before this day.
    Until(Date),
}

/// Whether a side has what it must.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// It has.
    Yes,
    /// It has not.
    No,
    /// No source says.
    Unknown,
}

impl Need {
    /// What a key and its value ask for; nothing for a value that asks for nothing.
    ///
    /// # Errors
    /// What is expected instead.
    pub fn read(key: &str, value: &str) -> Result<Option<Self>, String> {
        if value.is_empty() {
            return Ok(None);
        }
        let expected = |what: &str| what.to_owned();
        let need = match key {
            "open" => Self::Open,
            "context" => Self::Context(Tokens(parse_count(value, 1, crate::cost::MAX_TOKENS)?)),
            "cost" => Self::Cost(parse_count(value, 1, MAX_DOLLARS)?),
            "price" => {
                Self::Price(value.parse().map_err(|_| expected("Enter dollars per million tokens, such as 2.50."))?)
            }
            "until" => Self::Until(value.parse().map_err(|_| expected("Enter a day as YYYY-MM-DD."))?),
            "at" if value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte)) => {
                Self::At(value.to_owned())
            }
            _ => Self::Can(
                Capability::from_word(key).ok_or_else(|| expected("Choose one of the must-haves of the page."))?,
            ),
        };
        Ok(Some(need))
    }

    /// Key and value, as a link writes them; ticks have no value.
    pub fn parts(&self) -> (&str, String) {
        match self {
            Self::Can(capability) => (capability.word(), String::new()),
            Self::Open => ("open", String::new()),
            Self::Context(tokens) => ("context", tokens.0.to_string()),
            Self::Price(price) => ("price", price.to_string()),
            Self::Cost(dollars) => ("cost", dollars.to_string()),
            Self::At(provider) => ("at", provider.clone()),
            Self::Until(day) => ("until", day.to_string()),
        }
    }

    /// For reading.
    pub fn words(&self) -> String {
        match self {
            Self::Can(capability) => capability_name(*capability),
            Self::Open => "open weights".to_owned(),
            Self::Context(tokens) => format!("a context window of at least {tokens} tokens"),
            Self::Price(price) => format!("output at {} per million tokens or less", price.dollars()),
            Self::Cost(dollars) => format!("${} a month or less", group_thousands(*dollars)),
            Self::At(provider) => format!("a route at {provider}"),
            Self::Until(day) => format!("no retirement before {}", day.long()),
        }
    }

    /// Whether a side has it.
    pub fn met(&self, field: &Field, side: &Contender) -> Met {
        let facts = &side.model.facts;
        let known = match self {
            Self::Can(capability) => can(side.model, *capability),
            Self::Open => facts.open_weights.as_ref().and_then(|fact| fact.value),
            Self::Context(least) => {
                facts.context_tokens.as_ref().and_then(|fact| fact.value).map(|window| window >= *least)
            }
            Self::Price(most) => {
                cheapest_output(side.routes).and_then(|route| route.output_price()).map(|p| p <= *most)
            }
            Self::Cost(most) => side.month.total().map(|total| total <= Usd::from_dollars(*most)),
            Self::At(provider) => {
                let there = |route: &std::sync::Arc<crate::compare::RouteFacts>| {
                    route.status == RouteStatus::Live && route.key.split_once(':').is_some_and(|(id, _)| id == provider)
                };
                Some(side.routes.iter().any(there))
            }
            Self::Until(day) => match life(side.model, side.routes, field.today) {
                Outlook::Gone => Some(false),
                Outlook::Until(end, _) if end >= *day => Some(true),
                // What may end earlier need not.
                Outlook::Until(_, exact) => exact.then_some(false),
                Outlook::Sold | Outlook::Unknown => None,
            },
        };
        match known {
            Some(true) => Met::Yes,
            Some(false) => Met::No,
            None => Met::Unknown,
        }
    }
}
