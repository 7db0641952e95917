//! `price_history.json`: the prices that a provider's list has had, each with the day the list was changed.

use super::super::Input;
use super::routes::ClassesRow;
use crate::claims::{Dated, Harvest, History, Quote};
use crate::error::Error;
use crate::files;
use llm_compare::units::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The plain prices of one day; the tiers of the past are not read. A list that has lost its price says null, and among
/// prices that are gone are slips that made nobody's bill.
#[derive(Deserialize)]
#[serde(untagged)]
enum Past {
    Price(ClassesRow),
    Slip(serde::de::IgnoredAny),
}

/// By `provider/id`.
pub(in crate::feeds) fn read_history(input: &Input) -> Result<Harvest, Error> {
    let rows: BTreeMap<String, Vec<(Date, Past)>> = files::read_json(&input.path)?;
    let mut harvest = Harvest::default();
    for (route, changes) in rows {
        let Some((provider, id)) = route.split_once('/') else {
            return Err(Error::shape(&input.path, route, "expected \"provider/id\""));
        };
        let mut changes: Vec<Dated> = changes.iter().filter_map(|(day, past)| past.on(*day)).collect();
        changes.sort_by_key(|change| change.from);
        // Of two changes on one day only the later held.
        changes.reverse();
        changes.dedup_by_key(|change| change.from);
        changes.reverse();
        // Many changes are of something else than prices.
        changes.dedup_by(|later, earlier| later.quote == earlier.quote);
        let history = History { changes, source: input.origin.source.clone(), as_of: input.origin.as_of };
        harvest.histories.insert((provider.to_owned(), id.to_owned()), history);
    }
    if harvest.histories.values().all(|history| history.changes.is_empty()) {
        return Err(Error::shape(&input.path, "", "holds no price"));
    }
    Ok(harvest)
}

impl Past {
    fn on(&self, day: Date) -> Option<Dated> {
        let Self::Price(classes) = self else { return None };
        let classes = classes.prices("").ok()?;
        Some(Dated { from: Some(day), quote: Quote { classes, tiers: Vec::new() } })
    }
}
