//! What each criterion reads of a side: its value, and the cell that shows it.

use super::criteria::{ENOUGH_BENCHMARKS, ENOUGH_CAPABILITIES, Seen};
use super::field::{Contender, Field};
use crate::catalog::{Capability, Fact, Model};
use crate::compare::{Outlook, cheapest_output, count, life, reach};
use crate::table::{Cell, Figure};
use crate::units::Tokens;

fn seen(value: Option<u128>, cell: impl Into<Cell>) -> Seen {
    Seen { value, cell: cell.into() }
}

/// A value with the cell that the specs show of it.
fn of_specs(field: &Field, side: &Contender, label: &str, value: Option<u128>) -> Seen {
    let row = field.known.overview.specs.iter().find(|row| row.label == label);
    let cell = row.and_then(|row| row.cells.get(side.side)).cloned();
    Seen { value, cell: cell.unwrap_or_else(|| Figure::UNKNOWN.into()) }
}

fn tokens(fact: Option<&Fact<Tokens>>) -> Option<u128> {
    fact.and_then(|fact| fact.value).map(|limit| limit.0.into())
}

pub(super) fn context(field: &Field, side: &Contender) -> Seen {
    of_specs(field, side, "Context window", tokens(side.model.facts.context_tokens.as_ref()))
}

pub(super) fn max_output(field: &Field, side: &Contender) -> Seen {
    of_specs(field, side, "Max output", tokens(side.model.facts.max_output_tokens.as_ref()))
}

pub(super) fn output_price(_: &Field, side: &Contender) -> Seen {
    match cheapest_output(side.routes) {
        Some(route) => seen(
            route.output_price().map(|price| price.nanos().into()),
            Cell::from(route.output.clone()).with_hint(route.provider.clone()),
        ),
        None => seen(None, Figure::UNKNOWN),
    }
}

pub(super) fn cost(_: &Field, side: &Contender) -> Seen {
    match side.month.paid.as_ref().zip(side.month.total()) {
        Some((paid, total)) => {
            let cell = Cell::from(Figure::plain(total.to_string()));
            seen(Some(total.attodollars()), cell.with_hint(paid.route.provider.clone()))
        }
        None => seen(None, Figure::UNKNOWN),
    }
}

/// Companies that run it; unknown without a live route, because a list that does not name it is no proof.
pub(super) fn hosts(_: &Field, side: &Contender) -> Seen {
    let reach = reach(side.routes);
    let tracked = count(side.routes.len(), "route");
    let cell = Cell::from(Figure::plain(count(reach.hosts, "independent host")));
    let hosts = u128::try_from(reach.hosts).ok().filter(|_| reach.providers > 0);
    seen(hosts, cell.with_hint(format!("{}, {tracked} tracked", count(reach.providers, "provider"))))
}

/// In how many shared benchmarks it is ahead; unknown when they are too few or not all were run on every side.
pub(super) fn benchmarks(field: &Field, side: &Contender) -> Seen {
    let at = field.sides.iter().position(|other| other.side == side.side);
    let standings = field.standings.as_ref();
    let Some((all, own)) = standings.zip(at).and_then(|(all, at)| Some((all, all.sides.get(at)?))) else {
        return seen(None, Figure::UNKNOWN);
    };
    if own.entered == 0 {
        return seen(None, Figure::plain("Nothing shared"));
    }
    let counts = all.shared >= ENOUGH_BENCHMARKS && all.sides.iter().all(|side| side.entered == all.shared);
    let ahead = u128::try_from(own.ahead).ok().filter(|_| counts);
    seen(ahead, Figure::plain(format!("Ahead in {} of {}", own.ahead, own.entered)))
}

/// Whether the model can, as far as known.
pub(crate) fn can(model: &Model, capability: Capability) -> Option<bool> {
    model.capabilities.get(&capability).and_then(|fact| fact.value)
}

/// How many it has of the capabilities of which every side says Yes or No; unknown when these are too few.
pub(super) fn capabilities(field: &Field, side: &Contender) -> Seen {
    let (mut able, mut of) = (0, 0);
    for capability in Capability::ALL {
        if field.sides.iter().all(|side| can(side.model, *capability).is_some()) {
            of += 1;
            able += usize::from(can(side.model, *capability) == Some(true));
        }
    }
    match of {
        0 => seen(None, Figure::UNKNOWN),
        _ => {
            let value = u128::try_from(able).ok().filter(|_| of >= ENOUGH_CAPABILITIES);
            seen(value, Figure::plain(format!("{able} of {of}")))
        }
    }
}

/// Days until the announced end. Where a side is gone and another is sold without an announced end, all that can be had
/// outlive what is gone, and nothing is said of them among each other.
pub(super) fn lifecycle(field: &Field, side: &Contender) -> Seen {
    let life = |side: &Contender| life(side.model, side.routes, field.today);
    let some = |what: Outlook| field.sides.iter().any(|side| life(side) == what);
    let value = match life(side) {
        Outlook::Gone => Some(0),
        Outlook::Sold | Outlook::Until(..) if some(Outlook::Gone) && some(Outlook::Sold) => Some(u128::MAX),
        Outlook::Until(day, _) => Some(u128::from(day.unix_days().saturating_sub(field.today.unix_days()))),
        Outlook::Sold | Outlook::Unknown => None,
    };
    let mut seen = of_specs(field, side, "Retirement", value);
    if life(side) == Outlook::Sold {
        seen.cell.hint = format!("sold by {} today", count(reach(side.routes).providers, "provider"));
    }
    seen
}

pub(super) fn open_weights(_: &Field, side: &Contender) -> Seen {
    let fact = side.model.facts.open_weights.as_ref();
    let word = |open: &bool| if *open { "Open" } else { "Closed" }.to_owned();
    seen(fact.and_then(|fact| fact.value).map(u128::from), Figure::of(fact, word))
}

pub(super) fn released(field: &Field, side: &Contender) -> Seen {
    let day = side.model.facts.released.as_ref().and_then(|fact| fact.value);
    of_specs(field, side, "Released", day.map(|day| day.first_day().unix_days().into()))
}
