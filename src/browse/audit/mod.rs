//! The audit of the catalogue as a reader browses it: its tables searched, sorted, opened, written.
//!
//! A row is named by its position in its table, so that every form of a table has the same rows in the same order.

mod cell;
mod page;
mod rows;
#[cfg(test)]
mod tests;

pub use page::{OPENER, STATUS, TITLE, head_html, tables_html};
pub use rows::{json, rows_html, texts, words};

use super::search::occurs;
use crate::catalog::{Audit, AuditTable, ColumnKind};
use crate::html::some;
use crate::table::Direction;
use cell::{cell, number, reading};
use std::cmp::Ordering;

/// How many rows of a table are shown before the reader asks for all.
pub const FIRST: usize = 25;

/// How a reader has set a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct View {
    /// The place of the column that it is sorted by, and which way. Without one it is in its own order.
    pub by: Option<(usize, Direction)>,
    /// Whether all rows are shown.
    pub opened: bool,
}

impl View {
    /// Sorts by the column at `place`; by the same once more, the other way. Numbers and days begin with the greatest,
    /// words with the first.
    pub fn sort(&mut self, table: &AuditTable, place: usize) -> Direction {
        let first = match table.columns.get(place).map(|column| column.kind) {
            Some(ColumnKind::Number | ColumnKind::Date) => Direction::Descending,
            _ => Direction::Ascending,
        };
        let again = self.by.filter(|(current, _)| *current == place);
        let direction = again.map_or(first, |(_, direction)| direction.reversed());
        self.by = Some((place, direction));
        direction
    }

    /// How many rows are shown at the most.
    pub const fn most(self) -> usize {
        if self.opened { usize::MAX } else { FIRST }
    }
}

/// The rows in which every word of `query` occurs, sorted by a column. Without one, and among equals, in the table's own
/// order; what is empty comes last both ways.
pub fn found(table: &AuditTable, query: &str, by: Option<(usize, Direction)>) -> Vec<usize> {
    let query = query.to_ascii_lowercase();
    let column = by.and_then(|(place, direction)| Some((place, direction, table.columns.get(place)?.kind)));
    let mut rows = Vec::new();
    for row in 0..table.rows.len() {
        // Most often nothing is searched for; then no row needs its text.
        let text = if query.is_empty() { String::new() } else { searched(table, row) };
        if query.split_whitespace().all(|word| occurs(word, &text)) {
            // By insertion: the general sort would be 5 kB of code.
            let at = column.map_or(rows.len(), |(place, direction, kind)| {
                let text = cell(table, row, place);
                rows.partition_point(|other| order(kind, direction, cell(table, *other, place), text).is_le())
            });
            rows.insert(at, row);
        }
    }
    rows
}

/// Everything that a row says, as it is written and as it is shown, in small letters.
fn searched(table: &AuditTable, row: usize) -> String {
    let mut text = String::new();
    for (place, column) in table.columns.iter().enumerate() {
        let written = cell(table, row, place);
        for part in [written, "\n", &reading(column.kind, written), "\n"] {
            text.push_str(part);
        }
    }
    text.make_ascii_lowercase();
    text
}

/// Days are written so that their letters are in their order.
fn order(kind: ColumnKind, direction: Direction, a: &str, b: &str) -> Ordering {
    match kind {
        ColumnKind::Number => direction.unknown_last(some(a).map(number), some(b).map(number)),
        _ => direction.unknown_last(some(a).map(str::to_ascii_lowercase), some(b).map(str::to_ascii_lowercase)),
    }
}

/// How many rows are found, for reading.
pub fn counted(found: usize, all: usize) -> String {
    match all {
        _ if found < all => format!("{found} of {all} rows"),
        1 => "1 row".to_owned(),
        _ => format!("{all} rows"),
    }
}

/// How many rows a search has found in all tables, and in which; `found` has the number for each table.
pub fn tally(audit: &Audit, found: &[usize]) -> String {
    let (sum, all) = (found.iter().sum(), audit.tables.iter().map(|table| table.rows.len()).sum());
    let mut text = counted(sum, all);
    if sum == all {
        return format!("{text} in {} tables", found.len());
    }
    let mut before = ": ";
    for (table, found) in audit.tables.iter().zip(found).filter(|(_, found)| **found > 0) {
        text.push_str(&format!("{before}{found} in {}", table.title));
        before = ", ";
    }
    text
}
