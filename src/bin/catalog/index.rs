//! `index.json`: one small row for each model, most popular first.

use crate::providers::is_looked_after;
use litemap::LiteMap;
use llm_compare::browse::squash;
use llm_compare::catalog::{Index, IndexPrice, IndexRow, Model, Provider, Route, RouteStatus, SCHEMA};
use llm_compare::units::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The index of `models` on the day of the newest feed.
pub(crate) fn index(models: &[Model], providers: &LiteMap<String, Provider>, today: Date) -> Index {
    let owners = owners(models);
    let mut rows: Vec<(u64, IndexRow)> = models
        .iter()
        .filter_map(|model| {
            let row = row(model, providers, &owners, today)?;
            Some((popularity(&row, today), row))
        })
        .collect();
    rows.sort_by(|(a, left), (b, right)| (Reverse(a), &left.id).cmp(&(Reverse(b), &right.id)));
    Index { schema: SCHEMA, models: rows.into_iter().map(|(_, row)| row).collect() }
}

/// The model that each squashed spelling means; `None` where it could mean several, as an undated id at two providers.
pub(crate) fn owners(models: &[Model]) -> BTreeMap<String, Option<&str>> {
    let mut owners: BTreeMap<String, Option<&str>> = BTreeMap::new();
    for model in models {
        for spelling in spellings(model) {
            let owner = owners.entry(squash(spelling)).or_insert(Some(&model.id));
            *owner = owner.filter(|id| *id == model.id);
        }
    }
    // A slug and a hand-written alias mean their model, whatever a provider calls another one.
    for model in models {
        for spelling in model.aliases.iter().chain([&model.id]) {
            owners.insert(squash(spelling), Some(&model.id));
        }
    }
    owners
}

/// Aliases, and the ids under which providers sell the model itself.
fn spellings(model: &Model) -> impl Iterator<Item = &str> {
    let sold = model.routes.iter().filter(|route| route.variant.is_none()).map(|route| route.model_id.as_str());
    model.aliases.iter().map(String::as_str).chain(sold)
}

/// One spelling for each way to write the model that the browser could not lead back to its slug by itself.
fn aliases(model: &Model, owners: &BTreeMap<String, Option<&str>>) -> Vec<String> {
    let mut known = BTreeSet::from([squash(&model.id)]);
    let mut aliases = BTreeSet::new();
    for spelling in spellings(model) {
        let squashed = squash(spelling);
        if owners.get(&squashed) == Some(&Some(model.id.as_str())) && known.insert(squashed) {
            aliases.insert(spelling.rsplit('/').next().unwrap_or(spelling).to_ascii_lowercase());
        }
    }
    aliases.into_iter().collect()
}

fn row(
    model: &Model,
    providers: &LiteMap<String, Provider>,
    owners: &BTreeMap<String, Option<&str>>,
    today: Date,
) -> Option<IndexRow> {
    let live = || model.routes.iter().filter(|route| route.status == RouteStatus::Live);
    let priced = |route: &&Route| !route.prices.is_empty();
    let hosts: BTreeSet<&str> = live()
        .filter(priced)
        .filter_map(|route| providers.get(&route.provider))
        .filter(|provider| provider.kind.is_independent_host())
        .map(|provider| provider.operator.as_str())
        .collect();
    let listed: BTreeSet<&str> = live().map(|route| route.provider.as_str()).collect();
    Some(IndexRow {
        id: model.id.clone(),
        name: model.name.clone(),
        lab: model.lab.clone(),
        lab_name: model.lab_name.clone(),
        released: Some(model.facts.released.as_ref()?.value?),
        context_tokens: Some(model.facts.context_tokens.as_ref()?.value?),
        hosts: u32::try_from(hosts.len()).ok()?,
        providers: u32::try_from(listed.len()).ok()?,
        prices: prices(model, providers, today),
        aliases: aliases(model, owners),
    })
}

/// The live prices that are not disputed, of those who run the model and of OpenRouter; equal ones of one provider, as
/// for several regions, once.
fn prices(model: &Model, providers: &LiteMap<String, Provider>, today: Date) -> Vec<IndexPrice> {
    let live = model.routes.iter().filter(|route| route.status == RouteStatus::Live);
    let live = live.filter(|route| is_looked_after(&route.provider, providers));
    let price = |route: &Route| {
        let classes = &route.price_on(today).filter(|price| !price.is_disputed())?.classes;
        Some(IndexPrice {
            provider: route.provider.clone(),
            variant: route.variant.clone(),
            input_usd_per_mtok: classes.input,
            output_usd_per_mtok: classes.output,
            cache_read_usd_per_mtok: classes.cache_read,
        })
    };
    let mut prices: Vec<IndexPrice> = Vec::new();
    for price in live.filter_map(price) {
        if !prices.contains(&price) {
            prices.push(price);
        }
    }
    prices
}

/// Independent hosts × recency, which halves every 180 days.
///
/// Whole numbers, so that the order is the same on every machine: recency falls from 2³² in straight lines between
/// the halvings.
fn popularity(row: &IndexRow, today: Date) -> u64 {
    const HALF_LIFE: u32 = 180;
    let Some(released) = row.released else { return 0 };
    let age = today.unix_days().saturating_sub(released.first_day().unix_days());
    let (halvings, rest) = (age / HALF_LIFE, age % HALF_LIFE);
    let whole = (1_u64 << 32).checked_shr(halvings).unwrap_or(0);
    let recency = whole - whole / 2 * u64::from(rest) / u64::from(HALF_LIFE);
    u64::from(row.hosts) * recency
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn popularity_is_hosts_times_a_recency_that_halves_every_180_days() {
        let today: Date = "2026-08-20".parse().unwrap();
        let of = |released: &str, hosts: u32| {
            let row = IndexRow { released: Some(released.parse().unwrap()), hosts, ..IndexRow::default() };
            popularity(&row, today)
        };
        assert_eq!(of("2026-08-20", 3), 3 << 32);
        assert_eq!(of("2026-02-21", 1), 1 << 31, "180 days");
        assert_eq!(of("2025-08-25", 1), 1 << 30, "360 days");
        assert!(of("2026-02-22", 1) > of("2026-02-21", 1) && of("2026-02-21", 1) > of("2026-02-20", 1));
        assert_eq!(of("2026-09-01", 1), 1 << 32, "a day to come is today");
        assert_eq!(of("1970-01-01", 9), 0);
        assert_eq!(of("2026-08-20", 0), 0);
    }
}
