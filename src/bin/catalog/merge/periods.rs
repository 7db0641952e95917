//! Prices over time: what a route cost, costs and will cost.

use crate::claims::{Claim, Dated, History, Offer, Quote};
use crate::merge::prices::same;
use crate::price_log::{Line, Then};
use litemap::LiteMap;
use llm_compare::catalog::{Model, Price, PriceClasses, Provider, RouteStatus};
use llm_compare::units::Date;
use std::collections::BTreeMap;

/// The prices that were seen on a route before today's.
pub(super) struct Past<'a> {
    /// As a list tells of its own past.
    pub(super) history: Option<&'a History>,
    /// As the project has logged them.
    pub(super) logged: &'a [Line],
}

/// A price that was seen: from which day on, and last on which day by whom.
struct Seen<'a> {
    from: Option<Date>,
    classes: &'a PriceClasses,
    source: &'a str,
    as_of: Date,
}

/// The periods around the price of today, oldest first. Days of a change that somebody has checked come before days on
/// which a list was first seen with another price.
pub(super) fn periods(current: Price, rows: &[(&Claim, &Offer)], past: &Past) -> Vec<Price> {
    let checked = rows.iter().find(|(_, offer)| holds(&offer.dated, &current).is_some());
    match checked {
        Some((claim, offer)) => around(current, &offer.dated, &claim.origin.source, claim.origin.as_of),
        None => seen(current, past),
    }
}

/// Without the periods before a model was there: what a moving id cost before it pointed at the model, and what a list
/// had under the id before the release. Else the first that is left began on an unknown day; that of a moving id, with
/// the model at the earliest.
pub(super) fn since(mut prices: Vec<Price>, released: Date, moving: bool) -> Vec<Price> {
    let last = prices.pop();
    prices.retain(|price| match (moving, price.from) {
        (true, Some(from)) => from >= released,
        (true, None) => false,
        (false, _) => price.to.is_none_or(|to| to > released),
    });
    prices.extend(last);
    match prices.first_mut() {
        Some(first) if moving && first.from.is_none() => (first.from, first.seen_by) = (Some(released), true),
        Some(first) if !moving && first.seen_by => (first.from, first.seen_by) = (None, false),
        _ => {}
    }
    prices
}

/// The place of today's price in a list of changes.
fn holds(dated: &[Dated], current: &Price) -> Option<usize> {
    let at = dated.iter().rposition(|change| change.from.is_none_or(|from| from <= current.as_of))?;
    dated.get(at).filter(|change| same(&change.quote.classes, &current.classes)).map(|_| at)
}

/// Periods whose changes have a day.
fn around(current: Price, dated: &[Dated], source: &str, as_of: Date) -> Vec<Price> {
    let now = holds(dated, &current);
    let period = |(at, change): (usize, &Dated)| {
        let to = dated.get(at + 1).and_then(|next| next.from);
        if Some(at) == now {
            return Price { from: change.from, to, ..current.clone() };
        }
        Price {
            from: change.from,
            to,
            classes: change.quote.classes.clone(),
            tiers: change.quote.tiers.clone(),
            source: source.to_owned(),
            as_of,
            ..Price::default()
        }
    };
    dated.iter().enumerate().map(period).collect()
}

impl<'a> Past<'a> {
    /// Every price that was seen, in the order of the days on which it came. A list's own past knows the day on which the
    /// list changed. Of a logged price that followed upon no other is known only that it was there on its last day.
    fn seen(&self, current: &'a Price) -> Vec<Seen<'a>> {
        let told = self.history.into_iter().flat_map(|History { changes, source, as_of }| {
            let priced = changes.iter().filter(|change| change.quote.is_price());
            priced.map(|Dated { from, quote: Quote { classes, .. } }| Seen {
                from: *from,
                classes,
                source,
                as_of: *as_of,
            })
        });
        let followed = |line: &Line| (line.then == Then::Changed).then_some(line.gone_by);
        let came = std::iter::once(None).chain(self.logged.iter().map(followed));
        let logged = self.logged.iter().zip(came).map(|(line, came)| Seen {
            from: came.or(Some(line.last_seen)),
            classes: &line.quote.classes,
            source: &line.source,
            as_of: line.last_seen,
        });
        let now = self.logged.last().and_then(followed).map(|day| Seen {
            from: Some(day),
            classes: &current.classes,
            source: &current.source,
            as_of: current.as_of,
        });
        // Of two that came on one day the log's counts.
        let by_day: BTreeMap<_, _> = told.chain(logged).chain(now).map(|seen| (seen.from, seen)).collect();
        by_day.into_values().collect()
    }
}

/// Periods as lists were seen with them. When the first began is not known; the last may have ended unseen, on any day
/// between the last on which it was seen and today's list.
fn seen(current: Price, past: &Past) -> Vec<Price> {
    let now = current.clone();
    let mut earlier = without_noise(past.seen(&now), &current);
    let mut from = Some(current.as_of);
    if earlier.last().is_some_and(|last| same(last.classes, &current.classes)) {
        from = earlier.pop().and_then(|last| last.from);
    }
    // What came later than the word on today's price is not what it followed upon.
    earlier.retain(|seen| seen.from < from);
    if earlier.is_empty() {
        return vec![current];
    }
    let ends: Vec<_> = earlier.iter().skip(1).map(|next| next.from).chain([from]).collect();
    let periods = earlier.into_iter().zip(ends).enumerate().map(|(at, (seen, to))| Price {
        from: seen.from.filter(|_| at > 0),
        to,
        seen_by: at > 0,
        classes: seen.classes.clone(),
        source: seen.source.to_owned(),
        as_of: seen.as_of,
        ..Price::default()
    });
    periods.chain([Price { from, seen_by: true, ..current }]).collect()
}

/// What is left without jumps beyond five times to the next price and prices that came and went again: slips of the list,
/// not of the provider.
fn without_noise<'a>(seen: Vec<Seen<'a>>, current: &Price) -> Vec<Seen<'a>> {
    let mut kept: Vec<Seen> = Vec::new();
    // From the newest back, because today's price is the one that is known best.
    for price in seen.into_iter().rev() {
        let next = kept.last().map_or(&current.classes, |next| next.classes);
        let far = [(price.classes.input, next.input), (price.classes.output, next.output)]
            .into_iter()
            .any(|(a, b)| a.zip(b).is_none_or(|(a, b)| a.differs_by(b, 5)));
        let later_again = kept.iter().rposition(|later| same(later.classes, price.classes));
        match later_again {
            _ if far => {}
            // A, A or A, B, A: the price was A all the time.
            Some(at) => {
                kept.truncate(at + 1);
                if let Some(later) = kept.last_mut() {
                    later.from = price.from;
                }
            }
            None => kept.push(price),
        }
    }
    kept.reverse();
    kept
}

/// A lab's change of price reaches whoever still shows the old one: from that day on their price is not to be relied on.
pub(super) fn supersede(model: &mut Model, providers: &LiteMap<String, Provider>, today: Date) {
    let of_lab = |id: &str| providers.get(id).is_some_and(|provider| provider.is_lab_of(&model.lab));
    let own = model.routes.iter().filter(|route| of_lab(&route.provider) && route.variant.is_none());
    let changes: Vec<(Price, Date)> = own
        .flat_map(|route| route.prices.windows(2))
        .filter_map(|pair| match pair {
            // Where only a class or a tier changes, the plain price still tells nothing of its age.
            [old, new] if !new.seen_by && !same(&old.classes, &new.classes) => Some((old.clone(), new.from?)),
            _ => None,
        })
        .collect();
    for (old, day) in &changes {
        for route in model.routes.iter_mut().filter(|route| !of_lab(&route.provider)) {
            let Some(price) = route.prices.last_mut().filter(|price| same(&price.classes, &old.classes)) else {
                continue;
            };
            if *day > today {
                price.to = price.to.or(Some(*day));
            } else if route.status == RouteStatus::Live {
                route.status = RouteStatus::Superseded;
            }
        }
    }
}
