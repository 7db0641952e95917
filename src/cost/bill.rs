//! The exact bill of a month's traffic at a price.

mod lines;
mod notes;

pub use lines::{Bill, BillLine, PriceClass};
pub use notes::{Assumption, NoBill};

use super::traffic::Weight;
use super::{CacheLifetime, Traffic};
use crate::catalog::{CacheWrite, Model, Price, PriceClasses, Route, Tier, TierRule};
use crate::money::{Quantity, Usd, UsdPerMtok};
use crate::units::{Factor, Share, Tokens};

/// How a route caches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terms {
    /// How writes are billed where they have no price.
    pub cache_write: Option<CacheWrite>,
    /// The shortest prompt that is cached, where it is known.
    pub cache_min: Option<Tokens>,
}

impl Terms {
    /// The terms of a model's route.
    pub fn of(model: &Model, route: &Route) -> Self {
        let cache_min = model.facts.cache_min_tokens.as_ref().and_then(|fact| fact.value);
        Self { cache_write: route.cache_write, cache_min }
    }
}

/// Bills a month of `traffic` at `price`.
///
/// Exact: no rounding anywhere. The prompt is the whole prompt, cached tokens included. Tiers are chosen by the whole
/// prompt, strictly above their threshold, and move every class they name; the tiers of a price follow one rule.
///
/// # Errors
/// [`NoBill`] when the price is incomplete or the amount does not fit.
pub fn bill(price: &Price, terms: &Terms, traffic: &Traffic) -> Result<Bill, NoBill> {
    let free = price.fee.is_some();
    let mut draft = Draft { terms, traffic, free, lines: Vec::new(), assumptions: Vec::new() };
    let shortest = Tokens(terms.cache_min.map_or(0, |least| least.0.saturating_sub(1)));
    let (mut from, mut below) = ((traffic.all(), traffic.above(shortest)), None::<&Tier>);
    for tier in price.tiers.iter().map(Some).chain([None]) {
        let rest = tier.map_or_else(Default::default, |tier| {
            (reached(tier, traffic, Tokens(0)), reached(tier, traffic, shortest))
        });
        let band = from.0.without(rest.0);
        let classes = below.map_or_else(|| price.classes.clone(), |tier| over(&price.classes, &tier.classes));
        if band != Weight::default() {
            // Shares of a distribution are rounded, so that a part may be a millionth more than the whole.
            let cacheable = from.1.without(rest.1).input.min(band.input);
            let before = draft.lines.len();
            draft.band(&classes, band, cacheable, below.map(|tier| tier.above_input_tokens))?;
            let mut lines = draft.lines.iter().skip(before);
            if below.is_some_and(|tier| lines.any(|line| !line.is_priced_by(&tier.classes))) {
                draft.assume(Assumption::KeepsBasePrice);
            }
        } else if below.is_none() {
            complete(&classes, free)?;
        }
        (from, below) = (rest, tier);
    }
    let fee = Usd::of_a_month(price.fee.unwrap_or_default());
    if fee > Usd::ZERO {
        draft.lines.push(BillLine::of_a_fee(fee));
    }
    let total = draft.lines.iter().try_fold(Usd::ZERO, |sum, line| sum.checked_add(line.amount));
    Ok(Bill { total: total.ok_or(NoBill::TooLarge)?, lines: draft.lines, assumptions: draft.assumptions })
}

/// What moves into a tier: whole prompts with their answers, or what of the prompts is beyond the threshold. Only of prompts
/// longer than `shortest`.
fn reached(tier: &Tier, traffic: &Traffic, shortest: Tokens) -> Weight {
    let threshold = tier.above_input_tokens;
    let above = traffic.above(threshold.max(shortest));
    match tier.rule {
        TierRule::WholePrompt => above,
        TierRule::Marginal => {
            let below = above.requests * u128::from(threshold.0) * u128::from(Factor::WHOLE);
            Weight { input: above.input.saturating_sub(below), requests: 0 }
        }
    }
}

/// Input and output price; no bill without both, or with the price of 0 of a free tier, unless they may be `free`.
fn complete(prices: &PriceClasses, free: bool) -> Result<(UsdPerMtok, UsdPerMtok), NoBill> {
    let known = prices.input.zip(prices.output);
    let paid = |(input, output): &(UsdPerMtok, UsdPerMtok)| free || !(input.is_zero() || output.is_zero());
    known.filter(paid).ok_or(NoBill::IncompletePrice)
}

struct Draft<'a> {
    terms: &'a Terms,
    traffic: &'a Traffic,
    /// Whether tokens may cost nothing.
    free: bool,
    lines: Vec<BillLine>,
    assumptions: Vec<Assumption>,
}

/// A part of the traffic that has one set of prices.
#[derive(Clone, Copy)]
struct Part {
    weight: Weight,
    /// What of the input can be cached.
    cacheable: u128,
    share: Share,
    batched: bool,
    above: Option<Tokens>,
}

impl Draft<'_> {
    /// Adds the lines of one band of prompt lengths.
    fn band(
        &mut self,
        classes: &PriceClasses,
        weight: Weight,
        cacheable: u128,
        above: Option<Tokens>,
    ) -> Result<(), NoBill> {
        let batch = self.traffic.batch;
        if self.traffic.cached > Share::ZERO && cacheable < weight.input {
            self.terms.cache_min.into_iter().for_each(|least| self.assume(Assumption::TooShortToCache(least)));
        }
        let mut part = Part { weight, cacheable, share: Share::ALL, batched: false, above };
        if batch > Share::ZERO {
            match batch_prices(classes) {
                None => self.assume(Assumption::BatchAtStandardPrice),
                Some(prices) => {
                    self.part(&prices, Part { share: batch, batched: true, ..part })?;
                    part.share = batch.rest();
                }
            }
        }
        self.part(classes, part)
    }

    fn part(&mut self, prices: &PriceClasses, part: Part) -> Result<(), NoBill> {
        let (input, output) = complete(prices, self.free)?;
        let Traffic { output: answer, reasoning, .. } = *self.traffic;
        let (weight, all) = (part.weight, Share::ALL);
        let mut uncached = self.quantity(part, weight.input, all)?;
        if self.traffic.cached > Share::ZERO && part.cacheable > 0 && part.share > Share::ZERO {
            match prices.cache_read {
                None if part.batched => self.assume(Assumption::CachedAtBatchInputPrice),
                None => self.assume(Assumption::CachedAtInputPrice),
                Some(read) => {
                    let Traffic { cached, written, .. } = *self.traffic;
                    let never = self.quantity(part, weight.input.saturating_sub(part.cacheable), all)?;
                    let rest =
                        Share::of((cached.rest().millionths() - written.millionths()).into(), Share::WHOLE.into());
                    uncached = never.checked_add(self.quantity(part, part.cacheable, rest)?).ok_or(NoBill::TooLarge)?;
                    self.line(part, PriceClass::CacheRead, self.quantity(part, part.cacheable, cached)?, read)?;
                    let write = self.write_price(prices, input);
                    self.line(part, PriceClass::CacheWrite, self.quantity(part, part.cacheable, written)?, write)?;
                    self.assume(Assumption::WithoutStorage);
                }
            }
        }
        self.line(part, PriceClass::Input, uncached, input)?;
        let tokens = |tokens| self.traffic.parts(weight.requests, tokens).ok_or(NoBill::TooLarge);
        self.line(part, PriceClass::Output, self.quantity(part, tokens(answer)?, all)?, output)?;
        let reasoned = self.quantity(part, tokens(reasoning)?, all)?;
        self.line(part, PriceClass::Reasoning, reasoned, prices.reasoning.unwrap_or(output))
    }

    /// What a written token costs.
    fn write_price(&mut self, prices: &PriceClasses, input: UsdPerMtok) -> UsdPerMtok {
        let (short, long) = (prices.cache_write_5m, prices.cache_write_1h);
        let hour = self.traffic.lifetime == CacheLifetime::Hour;
        let stated = if hour { long } else { short };
        match stated.or(short) {
            Some(price) => {
                if stated.is_none() {
                    self.assume(Assumption::WrittenForFiveMinutes);
                }
                price
            }
            None => {
                if self.terms.cache_write != Some(CacheWrite::Automatic) {
                    self.assume(Assumption::WrittenAtInputPrice);
                }
                input
            }
        }
    }

    /// That share of so many 10⁻⁸ tokens in each task, in a month.
    fn quantity(&self, part: Part, parts: u128, share: Share) -> Result<Quantity, NoBill> {
        let shares = [share.millionths().into(), part.share.millionths().into(), self.traffic.attempts];
        let month = parts.checked_mul(self.traffic.tasks.into());
        month.and_then(|month| Quantity::of(month, shares)).ok_or(NoBill::TooLarge)
    }

    fn line(&mut self, part: Part, class: PriceClass, quantity: Quantity, price: UsdPerMtok) -> Result<(), NoBill> {
        let amount = Usd::of(quantity, price).ok_or(NoBill::TooLarge)?;
        if !quantity.is_zero() {
            self.lines.push(BillLine { class, batched: part.batched, above: part.above, quantity, price, amount });
        }
        Ok(())
    }

    fn assume(&mut self, assumption: Assumption) {
        if !self.assumptions.contains(&assumption) {
            self.assumptions.push(assumption);
        }
    }
}

/// What a request costs in a batch; `None` when that is not known.
fn batch_prices(standard: &PriceClasses) -> Option<PriceClasses> {
    let (input, output) = standard.batch_input.zip(standard.batch_output)?;
    let cache_read = standard.batch_cache_read;
    Some(PriceClasses { input: Some(input), output: Some(output), cache_read, ..PriceClasses::default() })
}

/// The tier's prices where it names them, else the base's.
fn over(base: &PriceClasses, tier: &PriceClasses) -> PriceClasses {
    let mut classes = base.clone();
    for ((_, place), (_, stated)) in classes.all_mut().into_iter().zip(tier.all()) {
        *place = stated.or(*place);
    }
    classes
}

#[cfg(test)]
mod tests;
