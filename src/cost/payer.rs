//! One side of a comparison of costs, to be asked again for other workloads.

use super::{Terms, Traffic, Usage, Workload, bill};
use crate::catalog::{Model, Price, Route};
use crate::money::Usd;
use crate::units::{Date, Factor, Tokens};

/// Who pays at which route, and what this side assumes of a workload.
#[derive(Debug, Clone, Copy)]
pub struct Payer<'a> {
    /// The route.
    pub route: &'a Route,
    /// How it caches.
    pub terms: Terms,
    /// What the side assumes.
    pub usage: Usage,
    price: &'a Price,
}

/// What a month of that workload costs both; `None` where that cannot be said of one.
pub fn costs(workload: &Workload, payers: &[Payer; 2]) -> Option<[Usd; 2]> {
    let [a, b] = payers.each_ref().map(|payer| payer.cost(workload));
    a.zip(b).map(|(a, b)| [a, b])
}

impl<'a> Payer<'a> {
    /// Who pays at a route of a model on a day; `None` where nobody states a price.
    pub fn new(model: &'a Model, route: &'a Route, usage: Usage, day: Date) -> Option<Self> {
        Some(Self { route, terms: Terms::of(model, route), usage, price: route.price_on(day)? })
    }

    /// What is paid whatever is used.
    pub fn fee(&self) -> Usd {
        Usd::of_a_month(self.price.fee.unwrap_or_default())
    }

    /// What a month of that workload costs, whatever the limits of the route; `None` where that cannot be said.
    pub fn cost(&self, workload: &Workload) -> Option<Usd> {
        bill(self.price, &self.terms, &Traffic::new(workload, &self.usage)).ok().map(|bill| bill.total)
    }

    /// The same on another day.
    pub fn cost_on(&self, workload: &Workload, day: Date) -> Option<Usd> {
        Self { price: self.route.price_on(day)?, ..*self }.cost(workload)
    }

    /// The longest prompt beside an answer of so many tokens, in tokens of the workload; `None` where it is unknown.
    pub(super) fn longest_prompt(&self, answer: u64) -> Option<u64> {
        let answer = self.usage.token_factor.hundredths().saturating_mul(answer).div_ceil(Factor::WHOLE);
        let of_context = self.route.context_tokens.map(|context| context.0.saturating_sub(answer));
        let limit = match (self.route.max_input_tokens, of_context) {
            (Some(input), Some(context)) => Some(input.0.min(context)),
            (input, context) => input.map(|input| input.0).or(context),
        };
        limit.map(|limit| self.whole(Tokens(limit)))
    }

    /// The longest prompts, in tokens of the workload, to which one price applies, and of which one share is cached.
    pub(super) fn edges(&self) -> impl Iterator<Item = u64> {
        let least = self.terms.cache_min.map(|least| Tokens(least.0.saturating_sub(1)));
        self.price.tiers.iter().map(|tier| tier.above_input_tokens).chain(least).map(|edge| self.whole(edge))
    }

    /// What is whole of so many tokens of this side, in tokens of the workload.
    fn whole(&self, tokens: Tokens) -> u64 {
        tokens.0.saturating_mul(Factor::WHOLE) / self.usage.token_factor.hundredths().max(1)
    }
}
