//! What a build did to the catalogue that was there: what an update tells, and what only those who review it want to know.

use super::compare::compare;
use super::words;
use crate::edition::{Edition, Known};
use litemap::LiteMap;
use llm_compare::catalog::{PriceChange, Provider, Update};
use llm_compare::units::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The report, as plain data.
pub(crate) struct Report {
    pub(crate) update: Update,
    /// Prices that differ without a source that is known to have changed them.
    pub(super) decided: Vec<PriceChange>,
    /// Sources that have been read again, or that only one of the two knows, each with its day before and now.
    pub(super) days: Vec<(String, Option<Date>, Option<Date>)>,
    /// How many there are of everything, before and now.
    pub(super) totals: Vec<(String, usize, usize)>,
    /// In how many models each part of the file says something else.
    pub(super) parts: BTreeMap<String, usize>,
}

impl Report {
    pub(crate) fn new(before: &Edition, now: &Edition, providers: &LiteMap<String, Provider>) -> Self {
        let (old, new) = (totals(before), totals(now));
        let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let of = |totals: &BTreeMap<String, usize>, name: &str| totals.get(name).copied().unwrap_or(0);
        let (update, decided) = compare(before, now, providers);
        Self {
            update,
            decided,
            days: days(before, now),
            totals: names.into_iter().map(|name| (name.clone(), of(&old, name), of(&new, name))).collect(),
            parts: parts(before, now),
        }
    }

    /// What differs, in one line.
    pub(crate) fn headline(&self) -> String {
        words::headline(&self.update, self.decided.len())
    }

    /// Some source has been read again.
    pub(super) fn is_refresh(&self) -> bool {
        self.days.iter().any(|(_, before, now)| before.zip(*now).is_some_and(|(before, now)| now > before))
    }

    /// Neither a fact differs nor the day of a source.
    pub(crate) fn is_empty(&self) -> bool {
        self.update.rows() + self.decided.len() == 0 && self.days.is_empty() && self.parts.is_empty()
    }
}

fn days(before: &Edition, now: &Edition) -> Vec<(String, Option<Date>, Option<Date>)> {
    let ids: BTreeSet<&String> = before.days.keys().chain(now.days.keys()).collect();
    let days = ids.into_iter().map(|id| (id.clone(), before.days.get(id).copied(), now.days.get(id).copied()));
    days.filter(|(_, old, new)| old != new).collect()
}

fn totals(edition: &Edition) -> BTreeMap<String, usize> {
    let mut totals = BTreeMap::from([("models".to_owned(), edition.models.len())]);
    for route in edition.models.values().flat_map(|model| &model.routes) {
        let status = format!("routes: {}", route.status.word());
        *totals.entry(status).or_default() += 1;
    }
    totals
}

fn parts(before: &Edition, now: &Edition) -> BTreeMap<String, usize> {
    let mut parts = BTreeMap::new();
    let pairs = now.models.iter().filter_map(|(slug, model)| Some((before.models.get(slug)?, model)));
    for (old, new) in pairs {
        for key in differing(old, new) {
            *parts.entry(key.clone()).or_default() += 1;
        }
    }
    parts
}

fn differing<'a>(old: &'a Known, new: &'a Known) -> impl Iterator<Item = &'a String> {
    let keys: BTreeSet<&String> = old.rest.keys().chain(new.rest.keys()).collect();
    keys.into_iter().filter(|key| old.rest.get(*key) != new.rest.get(*key))
}
