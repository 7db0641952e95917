//! Where two sides cost the same when one thing about the workload changes.
//!
//! Between the thresholds of tiers a bill is linear in each of these things. So the costs at both ends of each piece say
//! exactly where they cross; nothing is searched for.

use super::{MAX_REQUESTS, MAX_TOKENS, Payer, Period, Workload, cheaper, costs};
use crate::money::Usd;
use crate::units::{Share, Tokens};

/// What is varied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lever {
    /// Output tokens, of as many tokens as a request has in all.
    #[default]
    Output,
    /// The share of input that is read from the cache.
    Cached,
    /// The share of requests in batches.
    Batch,
    /// Input tokens, with the same output.
    Prompt,
    /// Requests or tasks a month, where one side pays a fee.
    Traffic,
}

/// What two sides cost along a lever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// What is varied.
    pub lever: Lever,
    /// Where the reader's workload stands.
    pub own: u64,
    /// The ends of each piece with what both sides cost there, in their order. The first and the last are the ends of what
    /// is feasible.
    pub points: Vec<(u64, [Usd; 2])>,
    /// Where the cheaper side changes, in their order.
    pub crossings: Vec<Crossing>,
}

/// A place where the cheaper side changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crossing {
    /// The ends of the piece that it lies in. Where costs jump at a threshold, both are the last whole number before it.
    pub between: (u64, u64),
    /// How far the sides are apart at these ends. In between they cost the same where it is divided in this ratio.
    pub apart: [Usd; 2],
    /// The side that is cheaper after it.
    pub then: usize,
}

impl Crossing {
    /// The place times `by` and divided by `over`, rounded to a whole number.
    pub fn scaled(&self, by: u64, over: u64) -> u64 {
        let (from, end) = self.between;
        let [way, rest] = Usd::ratio(self.apart);
        let all = u128::from(way) + u128::from(rest);
        // Both numbers of the ratio have at most 60 bits, the ends at most 40 and `by` at most 20, so that nothing overflows.
        let at = u128::from(from) * all + u128::from(end - from) * u128::from(way);
        let (part, whole) = (at * u128::from(by), all * u128::from(over));
        u64::try_from((part + whole / 2) / whole.max(1)).unwrap_or(u64::MAX)
    }
}

impl Lever {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Output, Self::Cached, Self::Batch, Self::Prompt, Self::Traffic];

    /// Whether it can change which of two sides costs less: without a fee the traffic cannot.
    pub fn matters(self, payers: &[Payer; 2]) -> bool {
        self != Self::Traffic || payers.iter().any(|payer| payer.fee() > Usd::ZERO)
    }

    /// The workload with this at `at`.
    pub fn put(self, workload: &Workload, at: u64) -> Workload {
        let share = || Share::of(at.into(), Share::WHOLE.into());
        match self {
            Self::Output => {
                let all = workload.input.0.saturating_add(workload.output.0);
                Workload { input: Tokens(all.saturating_sub(at)), output: Tokens(at), ..*workload }
            }
            Self::Prompt => Workload { input: Tokens(at), ..*workload },
            Self::Cached if workload.steps() > 1 => Workload { hit_rate: share(), ..*workload },
            Self::Cached => Workload { cached: share(), ..*workload },
            Self::Batch => Workload { batch: share(), ..*workload },
            Self::Traffic => Workload { requests: at, per: Period::Month, ..*workload },
        }
    }

    /// Where the workload stands.
    pub fn of(self, workload: &Workload) -> u64 {
        match self {
            Self::Output => workload.output.0,
            Self::Prompt => workload.input.0,
            Self::Cached if workload.steps() > 1 => workload.hit_rate.millionths().into(),
            Self::Cached => workload.cached.millionths().into(),
            Self::Batch => workload.batch.millionths().into(),
            Self::Traffic => workload.tasks_a_month(),
        }
    }

    /// The most it can be.
    pub(super) fn most(self, workload: &Workload, payers: &[Payer; 2]) -> u64 {
        match self {
            Self::Output => workload.input.0.saturating_add(workload.output.0),
            Self::Batch => Share::WHOLE.into(),
            // More would leave nothing to see of the reader's own place.
            Self::Traffic => self.of(workload).saturating_mul(10).min(MAX_REQUESTS),
            Self::Cached if workload.steps() > 1 => Share::WHOLE.into(),
            Self::Cached => {
                let reads = u128::from(workload.reads_per_write);
                Share::of(reads, reads.saturating_add(1)).millionths().into()
            }
            Self::Prompt => {
                let longest =
                    |payer: &Payer| payer.longest_prompt(workload.output.0.saturating_add(payer.usage.reasoning.0));
                payers.iter().filter_map(longest).min().unwrap_or(MAX_TOKENS)
            }
        }
    }

    /// The last numbers of pieces, in their order; `None` where bills are not linear in it or it means nothing.
    fn edges(self, workload: &Workload, payers: &[Payer; 2]) -> Option<Vec<u64>> {
        let most = self.most(workload, payers);
        let mut edges = vec![most];
        if matches!(self, Self::Output | Self::Prompt) {
            let total = workload.input.0.saturating_add(workload.output.0);
            for edge in payers.iter().flat_map(Payer::edges) {
                // The prompt is long while little of the total is output.
                let last = if self == Self::Prompt { Some(edge) } else { total.checked_sub(edge.saturating_add(1)) };
                last.filter(|last| *last < most).into_iter().for_each(|last| insert(&mut edges, last));
            }
            // With prompts of many lengths, each crosses a threshold of its own.
            if workload.steps() > 1
                || (workload.input_p95.0 > 0 && payers.iter().any(|payer| payer.edges().next().is_some()))
            {
                return None;
            }
        }
        Some(edges)
    }

    /// What both sides cost along this lever; `None` where that cannot be said exactly.
    pub fn course(self, workload: &Workload, payers: &[Payer; 2]) -> Option<Course> {
        let mut points = Vec::new();
        let mut first = 0;
        for last in self.edges(workload, payers)? {
            for at in [first, last] {
                points.push((at, costs(&self.put(workload, at), payers)?));
            }
            first = last + 1;
        }
        let crossings = crossings(&points);
        Some(Course { lever: self, own: self.of(workload), points, crossings })
    }
}

/// Where the cheaper side changes. Points come in twos: the ends of a piece.
fn crossings(points: &[(u64, [Usd; 2])]) -> Vec<Crossing> {
    let mut found = Vec::new();
    // The last point at which the sides differ: the cheaper one, and by how much.
    let mut before: Option<(usize, u64, usize, Usd)> = None;
    for (place, (at, costs)) in points.iter().enumerate() {
        let (Some(side), [a, b]) = (cheaper(*costs), costs) else { continue };
        let apart = a.difference(*b);
        if let Some((place_before, at_before, side_before, apart_before)) = before
            && side != side_before
        {
            let in_one_piece = place_before + 1 == place && !place.is_multiple_of(2);
            let (between, apart) = match points.get(place - 1) {
                // A jump, or the end of a stretch on which both cost the same.
                Some((last, _)) if !in_one_piece => ((*last, *last), [Usd::ZERO, apart]),
                _ => ((at_before, *at), [apart_before, apart]),
            };
            found.push(Crossing { between, apart, then: side });
        }
        before = Some((place, *at, side, apart));
    }
    found
}

/// Puts a number in its place among others, unless it is there.
fn insert(numbers: &mut Vec<u64>, number: u64) {
    if let Err(place) = numbers.binary_search(&number) {
        numbers.insert(place, number);
    }
}

#[cfg(test)]
mod tests;
