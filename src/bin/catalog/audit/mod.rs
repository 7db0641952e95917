//! `audit.json`: the catalogue looked at from outside.

mod coverage;
mod sources;
mod statements;
mod trouble;

use llm_compare::catalog::{Audit, AuditColumn, AuditTable, ColumnKind, Index, Model, SCHEMA, Sources};
use statements::{Kind, Statement, statements};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The audit of a catalogue with these models, whose index says which are popular.
pub(crate) fn audit(models: &[Model], index: &Index, sources: &Sources) -> Audit {
    let said: Vec<(Kind, Statement)> = models.iter().flat_map(statements).collect();
    let tables = vec![
        sources::contributions(&said, sources),
        coverage::coverage(models, &said),
        sources::ages(&said),
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

/// Sources with how often each is heard, those that are heard most first.
fn most_heard(heard: BTreeMap<&str, usize>) -> Vec<(&str, usize)> {
    let mut sources: Vec<_> = heard.into_iter().collect();
    sources.sort_by_key(|(_, count)| Reverse(*count));
    sources
}

/// `part` of `whole` in percent, to one place.
fn percent(part: usize, whole: usize) -> String {
    let tenths = (part * 1000 + whole / 2) / whole.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests;
