//! What is to be known about a bill, and why there is none.

use crate::units::Tokens;

/// What a bill takes for granted, or leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumption {
    /// No cache-read price is known, so cached tokens cost the input price.
    CachedAtInputPrice,
    /// No price of batches is known, so batched requests cost the standard price.
    BatchAtStandardPrice,
    /// No cache price of batches is known, so cached tokens cost the input price of batches.
    CachedAtBatchInputPrice,
    /// No price of cache writes is known, so written tokens cost the input price.
    WrittenAtInputPrice,
    /// No price of cache writes for an hour is known, so written tokens cost what five minutes do.
    WrittenForFiveMinutes,
    /// Prompts below this length are not cached.
    TooShortToCache(Tokens),
    /// The price of long prompts leaves out a class that is billed, which keeps the price of short ones.
    KeepsBasePrice,
    /// Fees for keeping a cache are no part of the bill.
    WithoutStorage,
}

impl Assumption {
    /// All of them, with the shortest prompt that is cached.
    pub const fn all(shortest: Tokens) -> [Self; 8] {
        [
            Self::CachedAtInputPrice,
            Self::BatchAtStandardPrice,
            Self::CachedAtBatchInputPrice,
            Self::WrittenAtInputPrice,
            Self::WrittenForFiveMinutes,
            Self::TooShortToCache(shortest),
            Self::KeepsBasePrice,
            Self::WithoutStorage,
        ]
    }

    /// For reading.
    pub fn sentence(self) -> String {
        let text = match self {
            Self::CachedAtInputPrice => {
                "No cache-read price is known here, so cached tokens are billed as input: the bill is at most this."
            }
            Self::BatchAtStandardPrice => {
                "No batch price is known here, so batched requests are billed at the standard price: the bill is at most this."
            }
            Self::CachedAtBatchInputPrice => {
                "No cache price for batches is known here, so their cached tokens are billed as batch input: the bill is at most this."
            }
            Self::WrittenAtInputPrice => {
                "The price of these cache writes is not known; they are billed as input: the bill is at least this."
            }
            Self::WrittenForFiveMinutes => {
                "No price of cache writes for an hour is known here, so those for five minutes are billed: the bill is at least this."
            }
            Self::TooShortToCache(least) => {
                return format!(
                    "Prompts shorter than {least} tokens are not cached here, so they are billed as input."
                );
            }
            Self::KeepsBasePrice => {
                "The price for long prompts does not name every class here; those that it leaves out keep the price of short ones."
            }
            Self::WithoutStorage => "Fees for keeping a cache, where there are any, are not included.",
        };
        text.to_owned()
    }

    /// Whether the amount is only a bound because of it.
    pub const fn is_bound(self) -> bool {
        !matches!(self, Self::TooShortToCache(_) | Self::KeepsBasePrice | Self::WithoutStorage)
    }
}

/// Why there is no bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoBill {
    /// No source states any price for the day.
    NoPrice,
    /// Input or output has no price, or the price of 0 of a free tier.
    IncompletePrice,
    /// The amount is beyond what can be stated exactly.
    TooLarge,
}

impl NoBill {
    /// For reading.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoPrice => "no price known",
            Self::IncompletePrice => "price incomplete",
            Self::TooLarge => "too large to state",
        }
    }
}
