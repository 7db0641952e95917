//! What a month sends to one side, before any price.

use super::spread::Spread;
use super::{CacheLifetime, Usage, Workload};
use crate::money::Usd;
use crate::units::{Factor, Share, Tokens};

/// A month of one side's traffic: what the workload is once the side's assumptions are applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Traffic {
    /// Tasks a month; requests, where a task takes one.
    pub tasks: u64,
    /// How often each is tried on average, in millionths.
    pub attempts: u64,
    /// Share of the answers that are accepted.
    pub success: Share,
    /// Tokens of an answer as the workload counts them.
    pub output: Tokens,
    /// Tokens of reasoning beside it.
    pub reasoning: Tokens,
    /// Tokens of this side for one of the workload's. All other counts are the workload's.
    pub token_factor: Factor,
    /// Share of the prompt tokens that are read from a cache.
    pub cached: Share,
    /// Share of the prompt tokens that are written to it.
    pub written: Share,
    /// How long they are kept.
    pub lifetime: CacheLifetime,
    /// Share of the requests that go in batches.
    pub batch: Share,
    prompts: Prompts,
    /// The longest prompt that must be served: the 95th percentile, where lengths differ.
    longest: Tokens,
}

#[derive(Debug, Clone, PartialEq)]
enum Prompts {
    /// The prompts of a task from the shortest on, each with the sum of all from it on.
    Listed(Vec<(u64, u128)>),
    /// Prompts of different lengths around a mean.
    Spread(Tokens, Spread),
}

/// A part of a task's traffic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Weight {
    /// Prompt tokens of a task as this side counts, in 10⁻⁸.
    pub(super) input: u128,
    /// Requests of a task, in millionths.
    pub(super) requests: u128,
}

impl Weight {
    /// This without a part of it.
    pub(super) const fn without(self, part: Self) -> Self {
        Self { input: self.input.saturating_sub(part.input), requests: self.requests.saturating_sub(part.requests) }
    }
}

const MILLION: u128 = 1_000_000;

impl Default for Traffic {
    /// The default workload with nothing assumed.
    fn default() -> Self {
        Self::new(&Workload::default(), &Usage::default())
    }
}

impl Traffic {
    /// The traffic of `workload` on a side that assumes `usage`.
    pub fn new(workload: &Workload, usage: &Usage) -> Self {
        let (prompts, longest) = prompts(workload);
        let (cached, written) = cached(workload, &prompts);
        Self {
            tasks: workload.tasks_a_month(),
            attempts: attempts(usage.success, workload.attempts),
            success: usage.success,
            output: workload.output,
            reasoning: usage.reasoning,
            token_factor: usage.token_factor,
            cached,
            written,
            lifetime: workload.lifetime,
            batch: workload.batch,
            prompts,
            longest,
        }
    }

    /// What each accepted answer costs, of so much in a month; `None` where nothing is accepted.
    pub fn each_accepted(&self, month: Usd) -> Option<Usd> {
        let accepted = u128::from(self.attempts) * u128::from(self.success.millionths());
        let each = month.attodollars().checked_div(u128::from(self.tasks) * self.steps())?;
        Some(Usd::from_attodollars(each.checked_mul(MILLION * MILLION)?.checked_div(accepted)?))
    }

    /// The longest prompt that must be served, as this side counts.
    pub const fn longest_prompt(&self) -> Tokens {
        self.counted(self.longest.0)
    }

    /// The longest answer with its reasoning, as this side counts.
    pub const fn longest_answer(&self) -> Tokens {
        self.counted(self.output.0.saturating_add(self.reasoning.0))
    }

    /// So many tokens of the workload as this side counts them, rounded up.
    const fn counted(&self, tokens: u64) -> Tokens {
        Tokens(tokens.saturating_mul(self.token_factor.hundredths()).div_ceil(Factor::WHOLE))
    }

    /// The number of the first request of a task that does not fit into a window of so many tokens.
    pub fn overflows_at(&self, window: Tokens) -> Option<usize> {
        let Prompts::Listed(prompts) = &self.prompts else { return None };
        let answer = self.output.0.saturating_add(self.reasoning.0);
        let first = prompts.partition_point(|(prompt, _)| self.counted(prompt.saturating_add(answer)) <= window);
        (first < prompts.len()).then_some(first + 1)
    }

    /// Whether prompts have different lengths around a mean.
    pub const fn is_spread(&self) -> bool {
        matches!(self.prompts, Prompts::Spread(..))
    }

    /// Requests of one task.
    pub fn steps(&self) -> u128 {
        self.all().requests / MILLION
    }

    /// Everything.
    pub(super) fn all(&self) -> Weight {
        match &self.prompts {
            Prompts::Listed(prompts) => self.listed(prompts),
            Prompts::Spread(mean, _) => self.weight(mean.0.into(), Share::ALL, Share::ALL),
        }
    }

    /// What is in prompts strictly longer than that, as this side counts.
    pub(super) fn above(&self, threshold: Tokens) -> Weight {
        // A prompt of whole tokens is longer just when it is longer than what of the threshold is whole.
        let threshold = Tokens(threshold.0.saturating_mul(Factor::WHOLE) / self.token_factor.hundredths().max(1));
        match &self.prompts {
            Prompts::Listed(prompts) => {
                let first = prompts.partition_point(|(prompt, _)| *prompt <= threshold.0);
                self.listed(prompts.get(first..).unwrap_or_default())
            }
            Prompts::Spread(mean, spread) => {
                let (requests, tokens) = spread.above(threshold);
                self.weight(mean.0.into(), tokens, requests)
            }
        }
    }

    fn listed(&self, prompts: &[(u64, u128)]) -> Weight {
        let sum = prompts.first().map_or(0, |(_, sum)| *sum);
        let requests = prompts.iter().map(|_| MILLION).sum();
        Weight { requests, ..self.weight(sum, Share::ALL, Share::ALL) }
    }

    /// A share of so many tokens and of one request.
    fn weight(&self, tokens: u128, of_tokens: Share, requests: Share) -> Weight {
        let factor = u128::from(self.token_factor.hundredths());
        let input = tokens * u128::from(of_tokens.millionths()) * factor;
        Weight { input, requests: requests.millionths().into() }
    }

    /// Parts of 10⁻⁸ of a token, as this side counts, in so many of the workload's for each of some millionths of a request.
    pub(super) fn parts(&self, requests: u128, tokens: Tokens) -> Option<u128> {
        requests.checked_mul(tokens.0.into())?.checked_mul(self.token_factor.hundredths().into())
    }
}

/// The prompts, and the longest that must be served. Where no distribution has the stated lengths, all are alike.
fn prompts(own: &Workload) -> (Prompts, Tokens) {
    if own.steps() == 1
        && let Some(spread) = Spread::new(own.input, own.input_p95)
    {
        return (Prompts::Spread(own.input, spread), own.input_p95);
    }
    let mut all: Vec<(u64, u128)> = own.prompts().map(|prompt| (prompt, 0)).collect();
    let mut sum = 0_u128;
    for (prompt, from_here) in all.iter_mut().rev() {
        sum += u128::from(*prompt);
        *from_here = sum;
    }
    let longest = Tokens(all.last().map_or(0, |(prompt, _)| *prompt));
    (Prompts::Listed(all), longest)
}

/// Shares of the prompt tokens that are read from the cache and written to it. A token must be written before it can be
/// read, so that both together are never more than all.
fn cached(own: &Workload, prompts: &Prompts) -> (Share, Share) {
    if let Prompts::Listed(all) = prompts
        && let [(_, sum), _, ..] = all.as_slice()
    {
        // In a task what was sent before is read, and what is new is written.
        let of_prompts = |tokens| Share::of(u128::from(own.hit_rate.millionths()) * tokens, sum * MILLION);
        let appended = u128::from(own.appended());
        let read = of_prompts(sum.saturating_sub(appended));
        return (read, of_prompts(appended).min(read.rest()));
    }
    let reads = u128::from(own.reads_per_write.max(1));
    let cached = own.cached.min(Share::of(reads, reads + 1));
    (cached, Share::of(cached.millionths().into(), reads * MILLION).min(cached.rest()))
}

/// How often a request is tried on average, in millionths: `(1 − (1 − p)^m) / p` with success `p` and at most `m` attempts,
/// which is `1 + (1 − p) + (1 − p)² + …` with `m` terms.
fn attempts(success: Share, most: u64) -> u64 {
    // Twelve more digits than are kept, so that only the last step rounds.
    const FINE: u128 = 1_000_000_000_000;
    let (mut term, mut sum) = (MILLION * FINE, 0_u128);
    for _ in 0..most {
        sum += term;
        term = term * u128::from(success.rest().millionths()) / u128::from(Share::WHOLE);
    }
    u64::try_from((sum + FINE / 2) / FINE).unwrap_or(u64::MAX)
}
