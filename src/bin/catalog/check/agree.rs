//! What must hold between files.

use super::Finding;
use crate::index;
use llm_compare::catalog::{Audit, Index, Model, Providers, Sources};
use std::collections::BTreeMap;

/// No two models share a name, and no spelling leads to two models.
pub(super) fn names(models: &[Model], findings: &mut Vec<Finding>) {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    let mut spellings: BTreeMap<&str, &str> =
        models.iter().map(|model| (model.id.as_str(), model.id.as_str())).collect();
    for model in models {
        let mut found = |path: &str, what: String| {
            findings.push(Finding { file: format!("models/{}.json", model.id), path: path.to_owned(), what });
        };
        if let Some(other) = names.insert(model.name.to_lowercase(), &model.id) {
            found("name", format!("\"{}\" is the name of {other} too", model.name));
        }
        for (at, alias) in model.aliases.iter().enumerate() {
            if let Some(other) = spellings.insert(alias, &model.id).filter(|other| *other != model.id) {
                found(&format!("aliases[{at}]"), format!("\"{alias}\" means {other} too"));
            }
        }
    }
}

/// The index is the one that follows from the models.
pub(super) fn index(
    index: &Index,
    models: &[Model],
    providers: &Providers,
    sources: &Sources,
    findings: &mut Vec<Finding>,
) {
    let mut found = |path: String, what: String| {
        findings.push(Finding { file: "index.json".to_owned(), path, what });
    };
    let expected = index::index(models, &providers.providers, sources.newest());
    for (at, (row, right)) in index.models.iter().zip(&expected.models).enumerate() {
        if row.id != right.id {
            found(format!("models[{at}].id"), format!("is \"{}\" where \"{}\" belongs", row.id, right.id));
        } else if row != right {
            found(format!("models[{at}]"), format!("does not say the same as models/{}.json", row.id));
        }
    }
    if index.models.len() != expected.models.len() {
        let (rows, models) = (index.models.len(), expected.models.len());
        found("models".to_owned(), format!("has {rows} rows for {models} models"));
    }
}

/// The audit is the one that follows from the models.
pub(super) fn audit(audit: &Audit, models: &[Model], index: &Index, sources: &Sources, findings: &mut Vec<Finding>) {
    let mut found = |path: String, what: String| {
        findings.push(Finding { file: "audit.json".to_owned(), path, what });
    };
    let expected = crate::audit::audit(models, index, sources);
    for (at, right) in expected.tables.iter().enumerate() {
        match audit.tables.get(at) {
            Some(table) if table == right => {}
            Some(_) => found(format!("tables[{at}]"), format!("\"{}\" does not follow from the models", right.id)),
            None => found(format!("tables[{at}]"), format!("\"{}\" is missing", right.id)),
        }
    }
}
