//! What a workload costs on a route: an exact bill, and which route is the cheapest that can serve it.

mod bill;
mod cheapest;
mod serve;

pub use bill::{Assumption, Bill, BillLine, NoBill, PriceClass, bill};
pub use cheapest::{Candidate, cheapest, counts_as_cheapest};
pub use serve::{Fit, Obstacle, fit};

use crate::units::{Share, Tokens};

/// The most requests a month that a workload can have.
pub const MAX_REQUESTS: u64 = 10_000_000_000;
/// The most tokens of one kind that a request can have; no context window comes near.
pub const MAX_TOKENS: u64 = 10_000_000;

/// A month of traffic. Token counts are per request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Workload {
    /// Requests a month.
    pub requests: u64,
    /// The whole prompt, cached tokens included.
    pub input: Tokens,
    /// The answer, without reasoning.
    pub output: Tokens,
    /// Share of the prompt's tokens that come from the provider's cache.
    pub cached: Share,
    /// Share of the requests that are sent as a batch.
    pub batch: Share,
}

impl Default for Workload {
    /// A million requests of 800 tokens in and 250 out, nothing cached, nothing in a batch.
    fn default() -> Self {
        Self { requests: 1_000_000, input: Tokens(800), output: Tokens(250), cached: Share::ZERO, batch: Share::ZERO }
    }
}
