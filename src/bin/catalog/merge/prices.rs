//! The prices of a route: whose is stated, who agrees, who says otherwise.

use super::classes;
use crate::claims::{Claim, Offer, Quote};
use llm_compare::catalog::{DisputedPrice, Price, PriceClasses};
use llm_compare::units::Date;

/// Sources that are kept up to date by hand or by the day, so that a younger word of theirs can outrank the list that
/// describes the route, once somebody else confirms it.
const CAREFUL: [&str; 3] = ["models.dev", "portkey", "genai-prices"];

/// The price that holds today. `None` where no row has a price, or where it is 0. `until` is the day the route went away.
pub(super) fn price(rows: &[(&Claim, &Offer)], newest: &Claim, until: Option<Date>) -> Option<Price> {
    let mut quotes: Vec<(&Claim, &Quote)> =
        rows.iter().filter_map(|(claim, offer)| Some((*claim, offer.price.as_ref()?))).collect();
    // The row that describes the route speaks first, then the feeds in their order.
    quotes.sort_by_key(|(claim, _)| !std::ptr::eq(*claim, newest));
    let first = quotes.first().filter(|(_, quote)| quote.is_price())?;
    let (claim, quote) = youngest_confirmed(&quotes).unwrap_or(*first);
    let agreeing: Vec<_> = quotes.iter().copied().filter(|(_, theirs)| same(&theirs.classes, &quote.classes)).collect();
    let tiers = std::iter::once(quote).chain(agreeing.iter().map(|(_, quote)| *quote)).map(|quote| &quote.tiers);
    let mut price = Price {
        to: until,
        classes: classes::settle(&quote.classes, &agreeing),
        tiers: tiers.into_iter().find(|tiers| !tiers.is_empty()).cloned().unwrap_or_default(),
        source: claim.origin.source.clone(),
        as_of: claim.origin.as_of,
        ..Price::default()
    };
    for (other, quote) in &quotes {
        let source = &other.origin.source;
        let own = *source == price.source;
        if same(&quote.classes, &price.classes) {
            if !own && !price.agree.contains(source) {
                price.agree.push(source.clone());
            }
        } else if !own && quote.is_price() && !price.disputed.iter().any(|known| known.source == *source) {
            let (input, output) = (quote.classes.input, quote.classes.output);
            price.disputed.push(DisputedPrice { input, output, source: source.clone() });
        }
    }
    // Two rows of one source, as for two regions, neither agree nor dispute.
    price.disputed.retain(|known| !price.agree.contains(&known.source));
    Some(price)
}

/// The youngest price of a careful source that another source states too.
fn youngest_confirmed<'a>(quotes: &[(&'a Claim, &'a Quote)]) -> Option<(&'a Claim, &'a Quote)> {
    let careful =
        quotes.iter().filter(|(claim, quote)| CAREFUL.contains(&claim.origin.source.as_str()) && quote.is_price());
    let confirmed = careful.filter(|(claim, quote)| {
        quotes
            .iter()
            .any(|(other, theirs)| other.origin.source != claim.origin.source && same(&theirs.classes, &quote.classes))
    });
    // Of those of one day the first.
    confirmed.copied().rev().max_by_key(|(claim, _)| claim.origin.as_of)
}

/// Whether two rows state the same price for plain tokens.
pub(super) fn same(a: &PriceClasses, b: &PriceClasses) -> bool {
    (a.input, a.output) == (b.input, b.output)
}
