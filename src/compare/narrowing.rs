//! Which routes may be paid where the reader chooses none.

use super::pricing::PriceRow;
use crate::catalog::{Model, Provider, Route};
use crate::cost::{Routes, counts_as_cheapest};
use crate::units::Tokens;

/// What a reader asks of a route.
#[derive(Debug, Clone, Copy, Default)]
pub struct Narrowing<'a> {
    /// Of which kind it is.
    pub routes: Routes,
    /// Providers that have every side.
    pub shared: &'a [String],
    /// The least context window, which must be known; 0 for any.
    pub context: Tokens,
    /// Providers, by id or name in small letters; empty for all.
    pub only: &'a [String],
}

impl Narrowing<'_> {
    /// Whether a route, its row and its provider are what is asked for, and its price may be called cheapest.
    pub(super) fn allows(&self, model: &Model, (route, row): (&Route, &PriceRow), provider: Option<&Provider>) -> bool {
        let kind = match self.routes {
            Routes::Any => true,
            Routes::Lab => provider.is_some_and(|provider| provider.is_lab_of(&model.lab)),
            Routes::Shared => self.shared.contains(&route.provider),
            Routes::Batch => row.route.batches,
        };
        let named = |name: &String| {
            name.eq_ignore_ascii_case(&route.provider) || name.eq_ignore_ascii_case(&row.route.provider)
        };
        kind && !row.route.disputed
            && counts_as_cheapest(provider)
            && route.context_tokens.unwrap_or_default() >= self.context
            && (self.only.is_empty() || self.only.iter().any(named))
    }
}
