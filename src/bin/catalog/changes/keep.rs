//! `changes.json`: the updates of the past and the one that is added.

use super::report::Report;
use crate::error::Error;
use crate::files;
use llm_compare::catalog::{Changes, SCHEMA, Update};
use llm_compare::units::Date;
use std::path::Path;

/// The updates of the catalogue in `folder`, newest first; none where it does not tell.
pub(crate) fn updates(folder: &Path) -> Result<Vec<Update>, Error> {
    let path = folder.join("changes.json");
    if !path.exists() {
        return Ok(Vec::new());
    }
    let changes: Changes = files::typed(&files::read_json(&path)?, &path)?;
    Ok(changes.updates)
}

/// The updates with what the report tells in front, if sources have been read again. The same feeds decided upon in another
/// way are for those who review the change, not for those who follow the catalogue.
pub(crate) fn keep(mut updates: Vec<Update>, report: Option<&Report>, as_of: Date) -> Changes {
    if let Some(report) = report.filter(|report| report.is_refresh() && report.update.rows() > 0) {
        let mut update = report.update.clone();
        let same_day = updates.iter().filter(|known| known.as_of == update.as_of).count();
        if same_day > 0 {
            update.id = format!("{}.{}", update.as_of, same_day + 1);
        }
        updates.insert(0, update);
    }
    updates.truncate(Update::MOST);
    let mut left = Update::MOST_ROWS;
    for update in &mut updates {
        update.cut(left);
        left -= update.rows();
    }
    updates.retain(|update| update.rows() > 0);
    Changes { schema: SCHEMA, as_of, updates }
}
