//! What a reader says of the traffic.

use super::Lever;
use crate::units::{Factor, Share, Tokens};

/// The most requests that a workload can have.
pub const MAX_REQUESTS: u64 = 1_000_000_000_000;
/// The most tokens of one kind that a request can have; no context window comes near.
pub const MAX_TOKENS: u64 = 10_000_000;

/// A month of traffic. Token counts are per request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Workload {
    /// Requests, or tasks where a task takes more than one; tokens where `per` says so.
    pub requests: u64,
    /// What `requests` counts.
    pub per: Period,
    /// The whole prompt, cached tokens included; of a task, what the reader writes in one turn.
    pub input: Tokens,
    /// The length that 95 of 100 prompts keep; 0 where all are alike.
    pub input_p95: Tokens,
    /// The answer, without reasoning.
    pub output: Tokens,
    /// Share of the prompt's tokens that come from the provider's cache.
    pub cached: Share,
    /// How often a cached token is read before it has to be written again.
    pub reads_per_write: u64,
    /// How long a written token is kept.
    pub lifetime: CacheLifetime,
    /// Share of the requests that are sent as a batch.
    pub batch: Share,
    /// Turns of a task, each with the whole history before it.
    pub turns: u64,
    /// Tool calls in a turn, each a request more.
    pub tool_calls: u64,
    /// What a tool answers.
    pub tool_result: Tokens,
    /// Share of the re-sent history that is found in the cache.
    pub hit_rate: Share,
    /// How often a request is tried at most, until its answer is accepted.
    pub attempts: u64,
    /// By how much traffic grows from month to month.
    pub growth: Share,
    /// Share of the requests that the second model gives on to the first.
    pub escalated: Share,
    /// Which routes may be paid where the reader chooses none.
    pub routes: Routes,
    /// The least context window of a route, where the reader chooses none.
    pub min_context: Tokens,
    /// What the chart of costs varies.
    pub charted: Lever,
}

/// What the number of requests counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Period {
    /// Requests a month.
    #[default]
    Month,
    /// Requests a day.
    Day,
    /// Input and output tokens a month.
    Tokens,
}

/// Which routes may be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Routes {
    /// All whose price may be called cheapest.
    #[default]
    Any,
    /// Those of the lab itself.
    Lab,
    /// Those of providers that have every side.
    Shared,
    /// Those with prices for batches.
    Batch,
}

/// How long a provider keeps what was written to its cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CacheLifetime {
    /// Five minutes, or what a provider gives that names no time.
    #[default]
    FiveMinutes,
    /// An hour.
    Hour,
}

/// What a side assumes of the same workload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Usage {
    /// Tokens spent on reasoning per request, billed beside the answer.
    pub reasoning: Tokens,
    /// How many tokens this side counts and writes for one of the workload's: its tokenizer and how much it says.
    pub token_factor: Factor,
    /// Share of the answers that are accepted.
    pub success: Share,
}

impl Default for Usage {
    /// No reasoning, tokens as stated, every answer accepted.
    fn default() -> Self {
        Self { reasoning: Tokens(0), token_factor: Factor::ONE, success: Share::ALL }
    }
}

impl Default for Workload {
    /// A million requests of 800 tokens in and 250 out, nothing cached, nothing in a batch.
    fn default() -> Self {
        Self {
            requests: 1_000_000,
            per: Period::Month,
            input: Tokens(800),
            input_p95: Tokens(0),
            output: Tokens(250),
            cached: Share::ZERO,
            reads_per_write: 10,
            lifetime: CacheLifetime::FiveMinutes,
            batch: Share::ZERO,
            turns: 1,
            tool_calls: 0,
            tool_result: Tokens(0),
            hit_rate: Share::ZERO,
            attempts: 1,
            growth: Share::ZERO,
            escalated: Share::ZERO,
            routes: Routes::Any,
            min_context: Tokens(0),
            charted: Lever::Output,
        }
    }
}

impl Workload {
    /// Requests of one task.
    pub const fn steps(&self) -> u64 {
        self.turns.saturating_mul(self.tool_calls.saturating_add(1))
    }

    /// Tasks a month, or requests where a task takes one, rounded to a whole one. A month has 365 ÷ 12 days.
    pub fn tasks_a_month(&self) -> u64 {
        let rounded = |part: u128, whole: u128| u64::try_from((part + whole / 2) / whole.max(1)).unwrap_or(u64::MAX);
        match self.per {
            Period::Month => self.requests,
            Period::Day => rounded(u128::from(self.requests) * 365, 12),
            Period::Tokens => {
                let (input, output) = self.tokens_of_a_task();
                rounded(self.requests.into(), u128::from(input) + u128::from(output))
            }
        }
    }

    /// Prompt and answer tokens of one task, the history in each prompt included.
    fn tokens_of_a_task(&self) -> (u64, u64) {
        (self.prompts().sum(), self.output.0.saturating_mul(self.steps()))
    }

    /// The prompts of a task, one after the other, never shorter than the one before.
    pub(super) fn prompts(&self) -> impl Iterator<Item = u64> {
        let Self { input, output, tool_result, tool_calls, .. } = *self;
        let mut prompt = 0_u64;
        (0..self.steps()).map(move |step| {
            let new = if step % (tool_calls + 1) == 0 { input } else { tool_result };
            let answered = if step == 0 { 0 } else { output.0 };
            prompt = prompt.saturating_add(answered).saturating_add(new.0);
            prompt
        })
    }

    /// What is written anew in a task: all but the history.
    pub(super) const fn appended(&self) -> u64 {
        let results = self.tool_result.0.saturating_mul(self.tool_calls);
        self.input.0.saturating_add(results).saturating_mul(self.turns)
    }
}
