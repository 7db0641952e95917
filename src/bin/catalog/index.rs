//! `index.json`: one small row for each model, most popular first.

use llm_compare::catalog::{Index, IndexRow, Model, Provider, Route, RouteStatus, SCHEMA};
use llm_compare::identity::normalise;
use llm_compare::units::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The index of `models` on the day of the newest feed.
pub(crate) fn index(models: &[Model], providers: &BTreeMap<String, Provider>, today: Date) -> Index {
    let mut rows: Vec<(u64, IndexRow)> = models
        .iter()
        .filter_map(|model| {
            let row = row(model, providers)?;
            Some((popularity(&row, today), row))
        })
        .collect();
    rows.sort_by(|(a, left), (b, right)| (Reverse(a), &left.id).cmp(&(Reverse(b), &right.id)));
    Index { schema: SCHEMA, models: rows.into_iter().map(|(_, row)| row).collect() }
}

fn row(model: &Model, providers: &BTreeMap<String, Provider>) -> Option<IndexRow> {
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
        released: model.facts.released.as_ref()?.value?,
        context_tokens: model.facts.context_tokens.as_ref()?.value?,
        hosts: u32::try_from(hosts.len()).ok()?,
        providers: u32::try_from(listed.len()).ok()?,
        // The browser normalises what it looks up, so a spelling with the slug's key needs no place here.
        aliases: model.aliases.iter().filter(|alias| normalise(alias) != model.id).cloned().collect(),
    })
}

/// Independent hosts × recency, which halves every 180 days.
///
/// Whole numbers, so that the order is the same on every machine: recency falls from 2³² in straight lines between
/// the halvings.
fn popularity(row: &IndexRow, today: Date) -> u64 {
    const HALF_LIFE: u32 = 180;
    let text = format!("{}-01-01", row.released);
    let released = text.get(..10).and_then(|day| day.parse::<Date>().ok()).unwrap_or(Date::EPOCH);
    let age = today.unix_days().saturating_sub(released.unix_days());
    let (halvings, rest) = (age / HALF_LIFE, age % HALF_LIFE);
    let whole = (1_u64 << 32).checked_shr(halvings).unwrap_or(0);
    let recency = whole - whole / 2 * u64::from(rest) / u64::from(HALF_LIFE);
    u64::from(row.hosts) * recency
}
