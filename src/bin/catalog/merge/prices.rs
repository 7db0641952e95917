//! The price of a route.

use crate::claims::{Claim, Offer, Quote};
use llm_compare::catalog::{DisputedPrice, Price, PriceClasses};
use llm_compare::units::Date;

/// The newest row's price; the others agree with its input and output price or dispute it. `None` where no row has a
/// price, or where it is 0. `until` is the day the route went away.
pub(super) fn price(rows: &[(&Claim, &Offer)], newest: &Claim, until: Option<Date>) -> Option<Price> {
    let mut rows: Vec<(&Claim, &Quote)> =
        rows.iter().filter_map(|(claim, offer)| Some((*claim, offer.price.as_ref()?))).collect();
    // The row that describes the route speaks first, then the younger before the older.
    rows.sort_by_key(|(claim, _)| std::cmp::Reverse((std::ptr::eq(*claim, newest), claim.origin.as_of)));
    let mut rows = rows.into_iter();
    let (claim, quote) = rows.next().filter(|(_, quote)| quote.is_price())?;
    let mut price = Price {
        from: None,
        to: until,
        seen_by: false,
        classes: quote.classes.clone(),
        tiers: quote.tiers.clone(),
        source: claim.origin.source.clone(),
        as_of: claim.origin.as_of,
        agree: Vec::new(),
        disputed: Vec::new(),
    };
    for (other, quote) in rows {
        let same = |a: &PriceClasses, b: &PriceClasses| (a.input, a.output) == (b.input, b.output);
        if same(&quote.classes, &price.classes) {
            fill(&mut price, quote);
            price.agree.push(other.origin.source.clone());
        } else {
            price.disputed.push(DisputedPrice {
                input: quote.classes.input,
                output: quote.classes.output,
                source: other.origin.source.clone(),
            });
        }
    }
    Some(price)
}

/// A feed that agrees may know classes that the first leaves out, such as the one-hour cache.
fn fill(price: &mut Price, other: &Quote) {
    let PriceClasses { cache_read, cache_write_5m, cache_write_1h, reasoning, audio_input, audio_output, .. } =
        &other.classes;
    let classes = &mut price.classes;
    for (mine, theirs) in [
        (&mut classes.cache_read, cache_read),
        (&mut classes.cache_write_5m, cache_write_5m),
        (&mut classes.cache_write_1h, cache_write_1h),
        (&mut classes.reasoning, reasoning),
        (&mut classes.audio_input, audio_input),
        (&mut classes.audio_output, audio_output),
    ] {
        *mine = mine.or(*theirs);
    }
    if price.tiers.is_empty() {
        price.tiers.clone_from(&other.tiers);
    }
}
