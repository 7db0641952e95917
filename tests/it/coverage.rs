//! How much the shipped catalogue knows. Fewer than this is a loss that somebody must explain.

use crate::shipped::{folder, models, today};
use llm_compare::catalog::{LicenceClass, Model, Price, Providers, Route, RouteStatus, parse};
use std::collections::BTreeSet;
use std::fs;

fn providers() -> Providers {
    parse("providers.json", &fs::read_to_string(folder().join("providers.json")).unwrap()).unwrap()
}

fn routes(models: &[Model]) -> impl Iterator<Item = &Route> {
    models.iter().flat_map(|model| &model.routes)
}

/// The prices of today of live routes.
fn live_prices(models: &[Model]) -> impl Iterator<Item = &Price> {
    let live = routes(models).filter(|route| route.status == RouteStatus::Live);
    live.filter_map(|route| route.price_on(today()))
}

/// Distinct pairs of a provider and an id.
fn distinct<'a>(routes: impl Iterator<Item = &'a Route>) -> usize {
    routes.map(|route| (&route.provider, &route.model_id)).collect::<BTreeSet<_>>().len()
}

fn benchmarks(model: &Model) -> usize {
    model.scores.iter().map(|score| &score.benchmark).collect::<BTreeSet<_>>().len()
}

#[test]
fn the_catalogue_knows_at_least_this_much() {
    let (models, providers) = (models(), providers());
    let runs = |route: &&Route| {
        let kind = providers.providers[&route.provider].kind;
        route.status == RouteStatus::Live && (kind.is_independent_host() || route.provider == "openrouter")
    };
    let pairs: BTreeSet<_> =
        models.iter().flat_map(|model| model.routes.iter().map(move |route| (&route.provider, &model.id))).collect();
    let of_models = |known: fn(&Model) -> bool| models.iter().filter(|model| known(model)).count();
    let prices = |known: fn(&Price) -> bool| live_prices(&models).filter(|price| known(price)).count();
    let any_price =
        |known: fn(&Price) -> bool| routes(&models).filter(|route| route.prices.last().is_some_and(known)).count();
    let sized_by = |counts: fn(&str) -> bool| {
        let sizes = models.iter().filter_map(|model| model.facts.parameters_total.as_ref());
        sizes.filter(|fact| counts(&fact.source)).count()
    };
    let counts = [
        ("models", models.len(), 700),
        ("routes", distinct(routes(&models)), 7_500),
        ("pairs of provider and model", pairs.len(), 4_800),
        ("live at labs, clouds, hosts and OpenRouter", distinct(routes(&models).filter(runs)), 1_700),
        (
            "live with input and output price",
            prices(|p| p.classes.input.is_some() && p.classes.output.is_some()),
            4_600,
        ),
        ("live with cache-read price", prices(|p| p.classes.cache_read.is_some()), 3_000),
        ("routes with tiers", any_price(|p| !p.tiers.is_empty()), 340),
        ("routes with batch price", any_price(|p| p.classes.batch_input.is_some()), 150),
        ("models with a knowledge cutoff", of_models(|m| m.facts.knowledge_cutoff.is_some()), 340),
        (
            "models sized beyond OpenRouter and their names",
            sized_by(|s| !matches!(s, "openrouter" | "model-name")),
            135,
        ),
        ("models sized at all", sized_by(|_| true), 320),
        (
            "models with a named licence",
            of_models(|m| {
                let licence = m.facts.licence.as_ref().and_then(|fact| fact.value.as_ref());
                licence.is_some_and(|licence| licence.class != LicenceClass::Closed)
            }),
            95,
        ),
        ("models with a benchmark", of_models(|m| benchmarks(m) > 0), 310),
        ("models with three benchmarks", of_models(|m| benchmarks(m) > 2), 220),
        ("models with a lifecycle mark", of_models(|m| !m.lifecycle.is_empty()), 140),
        ("models with a retirement date", of_models(|m| m.lifecycle.iter().any(|mark| mark.retires.is_some())), 125),
        ("routes with price history", routes(&models).filter(|r| r.prices.len() > 1).count(), 350),
    ];
    let short: Vec<_> = counts.iter().filter(|(_, found, least)| found < least).collect();
    assert!(short.is_empty(), "{short:#?}");
}
