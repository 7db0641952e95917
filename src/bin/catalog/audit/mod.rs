//! `audit.json`: the catalogue looked at from outside.

mod coverage;
mod sources;
mod statements;
mod trouble;

use llm_compare::catalog::{Audit, AuditColumn, AuditTable, ColumnKind, Index, Model, SCHEMA, Sources};

/// The audit of a catalogue with these models, whose index says which are popular.
pub(crate) fn audit(models: &[Model], index: &Index, sources: &Sources) -> Audit {
    let tables = vec![
        sources::contributions(models, sources),
        coverage::coverage(models),
        sources::ages(models),
        coverage::gaps(models, index),
        trouble::disputes(models),
        trouble::without_route(models),
    ];
    Audit { schema: SCHEMA, as_of: sources.newest(), tables }
}

/// A table of that id, heading, explanation and columns.
fn table(id: &str, title: &str, about: &str, columns: &[(&str, ColumnKind)], rows: Vec<Vec<String>>) -> AuditTable {
    let column = |(name, kind): &(&str, ColumnKind)| AuditColumn { name: (*name).to_owned(), kind: *kind };
    AuditTable {
        id: id.to_owned(),
        title: title.to_owned(),
        about: about.to_owned(),
        columns: columns.iter().map(column).collect(),
        rows,
    }
}

/// `part` of `whole` in percent, to one place.
fn percent(part: usize, whole: usize) -> String {
    let tenths = (part * 1000 + whole / 2) / whole.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests;
