//! Prices over time: what a route cost, costs and will cost.

use crate::claims::{Claim, Dated, History, Offer};
use crate::merge::prices::same;
use llm_compare::catalog::{Model, Price, Provider, ProviderKind, RouteStatus};
use llm_compare::units::Date;
use std::collections::BTreeMap;

/// The periods around the price of today, oldest first. Days of a change that somebody has checked come before days on
/// which a list was first seen with another price.
pub(super) fn periods(current: Price, rows: &[(&Claim, &Offer)], history: Option<&History>) -> Vec<Price> {
    let checked = rows.iter().find(|(_, offer)| holds(&offer.dated, &current).is_some());
    match (checked, history) {
        (Some((claim, offer)), _) => around(current, &offer.dated, &claim.origin.source, claim.origin.as_of),
        (None, Some(history)) => seen(current, history),
        (None, None) => vec![current],
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

/// Periods as a list was seen with them. When the first began is not known; the last may have ended unseen, on any day
/// between the end of the history and today's list.
fn seen(current: Price, history: &History) -> Vec<Price> {
    let mut changes = without_noise(&history.changes, &current);
    if changes.last().is_some_and(|last| same(&last.quote.classes, &current.classes)) {
        let from = changes.pop().and_then(|last| last.from);
        return stack(changes, history, Price { from, seen_by: true, ..current });
    }
    stack(changes, history, Price { from: Some(current.as_of), seen_by: true, ..current })
}

fn stack(changes: Vec<&Dated>, history: &History, current: Price) -> Vec<Price> {
    if changes.is_empty() {
        return vec![Price { from: None, seen_by: false, ..current }];
    }
    let ends = changes.iter().skip(1).map(|next| next.from).chain([current.from]);
    let periods = changes.iter().zip(ends).enumerate().map(|(at, (change, to))| Price {
        from: change.from.filter(|_| at > 0),
        to,
        seen_by: at > 0,
        classes: change.quote.classes.clone(),
        source: history.source.clone(),
        as_of: history.as_of,
        ..Price::default()
    });
    let mut all: Vec<Price> = periods.collect();
    all.push(current);
    all
}

/// What is left without prices of 0, jumps beyond five times to the next price, and prices that came and went again: slips
/// of the list, not of the provider.
fn without_noise<'a>(changes: &'a [Dated], current: &Price) -> Vec<&'a Dated> {
    let mut kept: Vec<&Dated> = Vec::new();
    // From the newest back, because today's price is the one that is known best.
    for change in changes.iter().rev().filter(|change| change.quote.is_price()) {
        let next = kept.last().map_or(&current.classes, |next| &next.quote.classes);
        let far = [(change.quote.classes.input, next.input), (change.quote.classes.output, next.output)]
            .into_iter()
            .any(|(a, b)| a.zip(b).is_none_or(|(a, b)| a.differs_by(b, 5)));
        let earlier_again = kept.iter().any(|later| same(&later.quote.classes, &change.quote.classes));
        match kept.last_mut() {
            _ if far => {}
            Some(next) if same(&next.quote.classes, &change.quote.classes) => *next = change,
            _ if earlier_again => {
                // A, B, A: the price was A all the time.
                while kept.last().is_some_and(|later| !same(&later.quote.classes, &change.quote.classes)) {
                    kept.pop();
                }
                if let Some(last) = kept.last_mut() {
                    *last = change;
                }
            }
            _ => kept.push(change),
        }
    }
    kept.reverse();
    kept
}

/// A lab's change of price reaches whoever still shows the old one: from that day on their price is not to be relied on.
pub(super) fn supersede(model: &mut Model, providers: &BTreeMap<String, Provider>, today: Date) {
    let of_lab = |provider: &str| {
        providers.get(provider).is_some_and(|p| p.kind == ProviderKind::Lab && p.lab.as_ref() == Some(&model.lab))
    };
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
