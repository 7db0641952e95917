//! What must hold for `changes.json` beyond its shape.

use super::Finding;
use llm_compare::catalog::{Changes, Sources, Update};
use std::collections::BTreeSet;

/// Updates stand newest first, each once, and not more of them than are kept; the day is that of the newest source.
pub(super) fn problems(changes: &Changes, sources: &Sources, findings: &mut Vec<Finding>) {
    let mut found = |path: String, what: &str| {
        findings.push(Finding { file: "changes.json".to_owned(), path, what: what.to_owned() });
    };
    if changes.as_of != sources.newest() {
        found("as_of".to_owned(), "is not the day of the newest source");
    }
    let mut later = changes.as_of;
    let mut ids = BTreeSet::new();
    for (at, update) in changes.updates.iter().enumerate() {
        let path = |field: &str| format!("updates[{at}].{field}");
        if update.as_of > later || update.before > update.as_of {
            found(path("as_of"), "is not in the order of time");
        }
        if !ids.insert(&update.id) || update.id.split('.').next() != Some(&update.as_of.to_string()) {
            found(path("id"), "is not its day, or stands twice");
        }
        if update.rows() == 0 {
            found(path("counts"), "tells of nothing");
        }
        if update.prices.iter().any(|change| change.classes.is_empty() || change.last_seen > update.as_of) {
            found(path("prices"), "has a price that did not change, or was seen later");
        }
        later = update.as_of;
    }
    let rows: usize = changes.updates.iter().map(Update::rows).sum();
    if changes.updates.len() > Update::MOST || rows > Update::MOST_ROWS {
        found("updates".to_owned(), "has more updates or rows than are kept");
    }
}
