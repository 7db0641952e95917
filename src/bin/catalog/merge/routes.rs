//! Routes of a model.

use super::capabilities::lacks;
use super::periods;
use super::{Around, prices};
use crate::claims::{Claim, Offer, Quote, Standing};
use crate::join::{Group, RouteRows};
use crate::tables::of_route;
use llm_compare::catalog::{CacheWrite, Capability, Fact, Facts, ProviderKind, Route, RouteStatus};
use llm_compare::identity::normalise;
use llm_compare::units::PartialDate;
use std::collections::BTreeMap;

/// Every route, ordered by provider and model id.
pub(super) fn routes(
    group: &Group,
    facts: &Facts,
    capabilities: &BTreeMap<Capability, Fact<bool>>,
    around: &Around,
) -> Vec<Route> {
    let tables = around.tables;
    let released = facts.released.as_ref().and_then(|fact| fact.value).map(PartialDate::first_day);
    let rows = by_route(group).into_iter().filter_map(|((provider, id), mut rows)| {
        rows.rows.retain(|(claim, _)| !tables.corrections.ignores(&claim.origin.source, provider, id));
        let mut route = route((provider, id), &rows, capabilities, around)?;
        if let Some(released) = released {
            let moving = tables.alias(Some(provider), id, &normalise(id)).is_some_and(|line| line.moving);
            route.prices = periods::since(route.prices, released, moving);
        }
        Some(route)
    });
    rows.collect()
}

/// The rows of each route. A secondary list often writes the id of a route in another way: where its provider serves the
/// same model in the same variant, its row speaks of that route and makes none of its own.
fn by_route<'a>(group: &Group<'a>) -> BTreeMap<(&'a str, &'a str), RouteRows<'a>> {
    let (mut served, listed): (BTreeMap<_, _>, Vec<_>) = {
        let served = |rows: &RouteRows| rows.rows.iter().any(|(_, offer)| offer.standing >= Standing::Deprecated);
        let all = group.routes.iter().map(|(key, rows)| (*key, rows.clone()));
        let (served, listed): (Vec<_>, Vec<_>) = all.partition(|(_, rows)| served(rows));
        (served.into_iter().collect(), listed)
    };
    for ((provider, id), rows) in listed {
        let twins = served.iter_mut().filter(|((of, _), twin)| *of == provider && twin.identity == rows.identity);
        let mut found = false;
        for (_, twin) in twins {
            twin.rows.extend(rows.rows.iter().copied());
            found = true;
        }
        if !found {
            served.insert((provider, id), rows);
        }
    }
    served
}

fn route(
    (provider_id, id): (&str, &str),
    rows: &RouteRows,
    capabilities: &BTreeMap<Capability, Fact<bool>>,
    around: &Around,
) -> Option<Route> {
    let provider = around.providers.get(provider_id)?;
    // The newest list describes the route; the others agree with its price or dispute it.
    let (newest, offer) = *rows.rows.iter().rev().max_by_key(|(claim, offer)| (offer.standing, claim.origin.as_of))?;
    let until = if let Standing::Removed(day) = offer.standing { Some(day) } else { None };
    let alive = |offer: &Offer| until.is_some() || !matches!(offer.standing, Standing::Removed(_));
    // Secondary lists copy OpenRouter's prices and fall behind.
    let speaks = |claim: &Claim| {
        provider_id != "openrouter" || matches!(claim.origin.source.as_str(), "models.dev" | "openrouter")
    };
    let quoting: Vec<_> = rows.rows.iter().copied().filter(|(claim, offer)| alive(offer) && speaks(claim)).collect();
    let status = status(offer, provider.kind);
    let charged = !matches!(status, RouteStatus::Free | RouteStatus::Plan);
    let price = prices::price(&quoting, newest, until).filter(|_| charged);
    let prices = match price {
        // What is gone keeps its last price alone.
        Some(price) if until.is_some() => vec![price],
        Some(price) => periods::periods(price, &quoting, &around.past(provider_id, id)),
        None => Vec::new(),
    };
    let automatic = prices.iter().any(|price| {
        price.classes.cache_read.is_some()
            && price.classes.cache_write_5m.is_none()
            && price.classes.cache_write_1h.is_none()
    });
    let identity = rows.identity.clone();
    let (dialect, base_url) = of_route(&around.tables.connections, provider_id, id, offer);
    let says = &newest.says;
    Some(Route {
        provider: provider_id.to_owned(),
        model_id: id.to_owned(),
        status,
        variant: identity.variant,
        region: identity.region,
        quantization: identity.quantization,
        dialect: dialect.filter(|dialect| Some(*dialect) != provider.dialect),
        base_url: base_url.filter(|url| Some(*url) != provider.base_url.as_deref()).map(str::to_owned),
        context_tokens: says.context,
        max_input_tokens: says.max_input,
        max_output_tokens: first(rows, newest, |claim| claim.says.max_output),
        lacks: lacks(capabilities, newest),
        cache_write: automatic.then_some(CacheWrite::Automatic),
        source: newest.origin.source.clone(),
        as_of: newest.origin.as_of,
        prices,
    })
}

/// What the newest row says, or any other where it is silent.
fn first<T>(rows: &RouteRows, newest: &Claim, stated: impl Fn(&Claim) -> Option<T>) -> Option<T> {
    stated(newest).or_else(|| rows.rows.iter().find_map(|(claim, _)| stated(claim)))
}

/// 0 for input and output is never a price: it is a plan at a provider of plans, and a free tier elsewhere.
fn status(offer: &Offer, kind: ProviderKind) -> RouteStatus {
    let by_plan = matches!(kind, ProviderKind::Plan | ProviderKind::Local);
    let free = offer.price.as_ref().is_some_and(Quote::is_free);
    match offer.standing {
        Standing::Removed(_) => RouteStatus::Removed,
        Standing::Deprecated => RouteStatus::Deprecated,
        _ if by_plan => RouteStatus::Plan,
        _ if free => RouteStatus::Free,
        Standing::Listed => RouteStatus::Listed,
        Standing::Current => RouteStatus::Live,
    }
}
