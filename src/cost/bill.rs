//! The exact bill of a workload at a price.

use super::Workload;
use crate::catalog::{Price, PriceClasses, TierRule};
use crate::money::{Usd, UsdPerMtok};
use crate::units::{Share, Tokens};

/// What a month costs, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bill {
    /// The sum.
    pub total: Usd,
    /// What it is made of; classes without tokens are left out.
    pub lines: Vec<BillLine>,
    /// What had to be assumed because the route states no price for it.
    pub assumptions: Vec<Assumption>,
    /// The threshold of the long-prompt tier that applied.
    pub tier_above: Option<Tokens>,
}

/// One class of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BillLine {
    /// Which class.
    pub class: PriceClass,
    /// Whether these are the batched requests.
    pub batched: bool,
    /// At which price.
    pub price: UsdPerMtok,
    /// The month's amount.
    pub amount: Usd,
}

/// A class of tokens with a price of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceClass {
    /// Prompt tokens.
    Input,
    /// Prompt tokens read from the cache.
    CacheRead,
    /// Answer tokens.
    Output,
    /// Reasoning tokens.
    Reasoning,
}

/// What a bill takes for granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assumption {
    /// No cache-read price is known, so cached tokens cost the input price.
    CachedAtInputPrice,
    /// No batch price is known, so batched requests cost the standard price.
    BatchAtStandardPrice,
}

impl Assumption {
    /// For reading.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::CachedAtInputPrice => "No cache-read price is known here, so cached tokens are billed as input.",
            Self::BatchAtStandardPrice => {
                "No batch price is known here, so batched requests are billed at the standard price."
            }
        }
    }
}

/// Why there is no bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoBill {
    /// No source states any price for the day.
    NoPrice,
    /// Input or output has no price, or the price of 0 of a free tier.
    IncompletePrice,
    /// The long-prompt price is marginal and this bill does not split prompts.
    MarginalTier,
    /// The amount is beyond what can be stated exactly.
    TooLarge,
}

impl NoBill {
    /// For reading.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoPrice => "no price known",
            Self::IncompletePrice => "price incomplete",
            Self::MarginalTier => "long-prompt price not computable",
            Self::TooLarge => "too large to state",
        }
    }
}

/// Bills `workload` with `reasoning` tokens per request on top, at `price`.
///
/// Exact: no rounding anywhere. Long-prompt tiers are chosen by the whole prompt, cached tokens included, and move
/// every class they name.
///
/// # Errors
/// [`NoBill`] when the price is incomplete or the amount does not fit.
pub fn bill(price: &Price, workload: &Workload, reasoning: Tokens) -> Result<Bill, NoBill> {
    let tier = price.tier_for(workload.input);
    if tier.is_some_and(|tier| tier.rule == TierRule::Marginal) {
        return Err(NoBill::MarginalTier);
    }
    let standard = tier.map_or_else(|| price.classes.clone(), |tier| over(&price.classes, &tier.classes));
    let mut draft = Draft { workload, reasoning, lines: Vec::new(), assumptions: Vec::new() };
    match batch_prices(&standard).filter(|_| workload.batch > Share::ZERO) {
        Some(batch) => {
            draft.requests(&standard, workload.batch.rest(), false)?;
            draft.requests(&batch, workload.batch, true)?;
        }
        None => {
            if workload.batch > Share::ZERO {
                draft.assumptions.push(Assumption::BatchAtStandardPrice);
            }
            draft.requests(&standard, Share::ZERO.rest(), false)?;
        }
    }
    let total = draft.lines.iter().try_fold(Usd::ZERO, |sum, line| sum.checked_add(line.amount));
    Ok(Bill {
        total: total.ok_or(NoBill::TooLarge)?,
        lines: draft.lines,
        assumptions: draft.assumptions,
        tier_above: tier.map(|tier| tier.above_input_tokens),
    })
}

struct Draft<'a> {
    workload: &'a Workload,
    reasoning: Tokens,
    lines: Vec<BillLine>,
    assumptions: Vec<Assumption>,
}

impl Draft<'_> {
    /// Adds the lines of that share of the requests.
    fn requests(&mut self, prices: &PriceClasses, share: Share, batched: bool) -> Result<(), NoBill> {
        let (Some(input), Some(output)) = (prices.input, prices.output) else { return Err(NoBill::IncompletePrice) };
        if input.is_zero() || output.is_zero() {
            return Err(NoBill::IncompletePrice);
        }
        let cached = self.workload.cached;
        if cached > Share::ZERO && prices.cache_read.is_none() {
            self.assume(Assumption::CachedAtInputPrice);
        }
        let (prompt, answer, whole) = (self.workload.input, self.workload.output, Share::ZERO.rest());
        for (class, price, tokens, of_tokens) in [
            (PriceClass::Input, input, prompt, cached.rest()),
            (PriceClass::CacheRead, prices.cache_read.unwrap_or(input), prompt, cached),
            (PriceClass::Output, output, answer, whole),
            (PriceClass::Reasoning, prices.reasoning.unwrap_or(output), self.reasoning, whole),
        ] {
            // Nano-dollars per million tokens are 10⁻¹⁵ dollars per token; two shares in basis points make it 10⁻²³.
            let shares = u128::from(share.basis_points()) * u128::from(of_tokens.basis_points());
            let factors = [u128::from(tokens.0), u128::from(price.nanos()), shares];
            let product = |product: u128, factor| product.checked_mul(factor);
            let amount = factors.into_iter().try_fold(u128::from(self.workload.requests), product);
            let amount = Usd::from_units(amount.ok_or(NoBill::TooLarge)?);
            if tokens.0 > 0 && shares > 0 {
                self.lines.push(BillLine { class, batched, price, amount });
            }
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
    PriceClasses {
        input: tier.input.or(base.input),
        output: tier.output.or(base.output),
        cache_read: tier.cache_read.or(base.cache_read),
        cache_write_5m: tier.cache_write_5m.or(base.cache_write_5m),
        cache_write_1h: tier.cache_write_1h.or(base.cache_write_1h),
        batch_input: tier.batch_input.or(base.batch_input),
        batch_output: tier.batch_output.or(base.batch_output),
        batch_cache_read: tier.batch_cache_read.or(base.batch_cache_read),
        reasoning: tier.reasoning.or(base.reasoning),
        audio_input: tier.audio_input.or(base.audio_input),
        audio_output: tier.audio_output.or(base.audio_output),
    }
}

#[cfg(test)]
mod tests;
