//! What a bill is made of.

use super::Assumption;
use crate::catalog::PriceClasses;
use crate::money::{Quantity, Usd, UsdPerMtok};
use crate::units::Tokens;

/// What a month costs, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bill {
    /// The sum.
    pub total: Usd,
    /// What it is made of; classes without tokens are left out.
    pub lines: Vec<BillLine>,
    /// What had to be assumed, or is to be known about it.
    pub assumptions: Vec<Assumption>,
}

/// One class of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BillLine {
    /// Which class.
    pub class: PriceClass,
    /// Whether these are the batched requests.
    pub batched: bool,
    /// The threshold of the long-prompt tier they fall into.
    pub above: Option<Tokens>,
    /// How many tokens in the month.
    pub quantity: Quantity,
    /// At which price.
    pub price: UsdPerMtok,
    /// The month's amount.
    pub amount: Usd,
}

impl BillLine {
    /// A fee of a month.
    pub(super) fn of_a_fee(amount: Usd) -> Self {
        let (quantity, price) = (Quantity::default(), UsdPerMtok::ZERO);
        Self { class: PriceClass::Fee, batched: false, above: None, quantity, price, amount }
    }

    /// Whether a tier states the price of this line.
    pub(super) fn is_priced_by(&self, tier: &PriceClasses) -> bool {
        let (standard, batch) = match self.class {
            PriceClass::Input => (tier.input, tier.batch_input),
            PriceClass::CacheRead => (tier.cache_read, tier.batch_cache_read),
            PriceClass::CacheWrite => (tier.cache_write_5m.or(tier.cache_write_1h).or(tier.input), tier.batch_input),
            PriceClass::Output => (tier.output, tier.batch_output),
            PriceClass::Reasoning => (tier.reasoning.or(tier.output), tier.batch_output),
            PriceClass::Fee => return true,
        };
        if self.batched { batch.is_some() } else { standard.is_some() }
    }

    /// For reading: `Cache reads, in batches, prompts above 200,000`.
    pub fn name(&self) -> String {
        let mut name = self.class.name().to_owned();
        if self.batched {
            name.push_str(", in batches");
        }
        if let Some(above) = self.above {
            name.push_str(&format!(", prompts above {above}"));
        }
        name
    }
}

/// A class of tokens with a price of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceClass {
    /// Prompt tokens that have nothing to do with a cache.
    Input,
    /// Prompt tokens read from the cache.
    CacheRead,
    /// Prompt tokens written to the cache.
    CacheWrite,
    /// Answer tokens.
    Output,
    /// Reasoning tokens.
    Reasoning,
    /// What is paid whatever is used. It has no quantity and no price of tokens.
    Fee,
}

impl PriceClass {
    /// For reading.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Input => "Input",
            Self::CacheRead => "Cache reads",
            Self::CacheWrite => "Cache writes",
            Self::Output => "Output",
            Self::Reasoning => "Reasoning",
            Self::Fee => "Monthly fee",
        }
    }
}
