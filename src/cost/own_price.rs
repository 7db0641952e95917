//! A price of the reader's own.

use crate::catalog::{Price, PriceClasses, Route, RouteStatus, Tier};
use crate::money::{UsdPerMonth, UsdPerMtok};
use crate::units::{Date, Share, Tokens};

/// What a reader has agreed with a provider, or pays for a model of their own. What is absent is as the route has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwnPrice {
    /// Share of the list price that is not paid, for every class that has no price of its own here.
    pub discount: Share,
    /// Prompt tokens that are not read from a cache, in US dollars per million tokens, as are all prices.
    pub input: Option<UsdPerMtok>,
    /// Generated tokens.
    pub output: Option<UsdPerMtok>,
    /// Prompt tokens read from the cache.
    pub cache_read: Option<UsdPerMtok>,
    /// Prompt tokens written to the cache, for whatever time.
    pub cache_write: Option<UsdPerMtok>,
    /// Input in a batch.
    pub batch_input: Option<UsdPerMtok>,
    /// Output in a batch.
    pub batch_output: Option<UsdPerMtok>,
    /// What is paid whatever is used.
    pub fee: Option<UsdPerMonth>,
    /// Context window; 0 for that of the route.
    pub context: Tokens,
    /// The longest answer; 0 for that of the route.
    pub max_output: Tokens,
}

impl OwnPrice {
    /// Who states it.
    pub const SOURCE: &str = "you";

    /// The route at this price. It can be requested, because the reader says so; a price that has not been known or has ended
    /// becomes one that holds.
    #[must_use]
    pub fn on(&self, route: &Route, day: Date) -> Route {
        let mut prices: Vec<Price> = route.prices.iter().map(|price| self.price(price, day)).collect();
        if route.price_on(day).is_none() {
            prices = vec![self.price(&Price::default(), day)];
        }
        let limit = |own: Tokens, listed| if own > Tokens(0) { Some(own) } else { listed };
        Route {
            provider: route.provider.clone(),
            model_id: route.model_id.clone(),
            status: RouteStatus::Live,
            context_tokens: limit(self.context, route.context_tokens),
            max_input_tokens: route.max_input_tokens,
            max_output_tokens: limit(self.max_output, route.max_output_tokens),
            cache_write: route.cache_write,
            source: Self::SOURCE.to_owned(),
            as_of: day,
            prices,
            ..Route::default()
        }
    }

    fn price(&self, listed: &Price, day: Date) -> Price {
        let tier = |tier: &Tier| Tier {
            // A class that the tier leaves out keeps its base price.
            classes: self.classes(&tier.classes, |listed, own| listed.and(own)),
            above_input_tokens: tier.above_input_tokens,
            rule: tier.rule,
        };
        Price {
            from: listed.from,
            to: listed.to,
            classes: self.classes(&listed.classes, |_, own| own),
            tiers: listed.tiers.iter().map(tier).collect(),
            fee: Some(self.fee.unwrap_or_default()),
            source: Self::SOURCE.to_owned(),
            as_of: day,
            ..Price::default()
        }
    }

    /// Prices of a list with what is stated here in their place, as `place` puts it, and the others less the discount.
    fn classes(
        &self,
        listed: &PriceClasses,
        place: fn(Option<UsdPerMtok>, Option<UsdPerMtok>) -> Option<UsdPerMtok>,
    ) -> PriceClasses {
        let mut classes = PriceClasses {
            input: self.input,
            output: self.output,
            cache_read: self.cache_read,
            cache_write_5m: self.cache_write,
            cache_write_1h: self.cache_write,
            batch_input: self.batch_input,
            batch_output: self.batch_output,
            ..PriceClasses::default()
        };
        for ((_, class), (_, listed)) in classes.all_mut().into_iter().zip(listed.all()) {
            *class = place(listed, *class).or(listed.map(|listed| listed.less(self.discount)));
        }
        classes
    }
}
