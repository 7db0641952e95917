//! `catalog check`: reads the catalogue as strictly as it can and reports every problem, not only the first.

mod agree;
mod changes;
mod dialects;
mod standing;
mod strict;

use crate::error::Error;
use crate::files;
use crate::price_log::{self, PriceLog};
use crate::standing::Around;
use dialects::Reach;
use llm_compare::catalog::{
    Audit, Benchmarks, Changes, Dialects, Index, Model, Providers, Read, SCHEMA, Sources, problems, read,
    score_problems,
};
use llm_compare::identity::normalise;
use serde::Serialize;
use serde_json::Value;
use std::fmt;
use std::path::Path;

/// One thing that is wrong, with the file and the place inside it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    file: String,
    path: String,
    what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => write!(f, "{}: {}", self.file, self.what),
            path => write!(f, "{}: {path}: {}", self.file, self.what),
        }
    }
}

/// Checks the catalogue in `folder`, and the log of prices in `tables` against it, and prints what is wrong with them.
pub(crate) fn run(folder: &Path, tables: Option<&Path>) -> Result<(), Error> {
    let Checked { models, reach, mut findings } = check(folder)?;
    findings.extend(tables.and_then(|tables| log(folder, tables).err()));
    for finding in &findings {
        println!("{finding}");
    }
    if !findings.is_empty() {
        return Err(Error::Problems(findings.len()));
    }
    println!("{}: {models} models, no problem; {}", folder.display(), reach.line());
    Ok(())
}

/// What a look at a catalogue finds.
pub(crate) struct Checked {
    /// How many models there are.
    models: usize,
    reach: Reach,
    /// Everything that is wrong.
    findings: Vec<Finding>,
}

/// Looks at everything. An error only where a folder cannot be read at all.
pub(crate) fn check(folder: &Path) -> Result<Checked, Error> {
    let mut reader = Reader { folder, findings: Vec::new() };
    let sources: Option<Sources> = reader.read("sources.json");
    let providers: Option<Providers> = reader.read("providers.json");
    let index: Option<Index> = reader.read("index.json");
    let benchmarks: Option<Benchmarks> = reader.read("benchmarks.json");
    let dialects: Option<Dialects> = reader.read("dialects.json");
    let audit: Option<Audit> = reader.read("audit.json");
    let changes: Option<Changes> = reader.read("changes.json");
    let mut models: Vec<Model> = Vec::new();
    for path in files::list(&folder.join("models"), "json")? {
        let name = format!("models/{}", files::name(&path));
        let Some(model) = reader.read::<Model>(&name) else { continue };
        if name != format!("models/{}.json", model.id) {
            reader.found(&name, "id", format!("\"{}\" is not what the file is called", model.id));
        }
        if normalise(&model.id) != model.id {
            reader.found(&name, "id", format!("its key is \"{}\"; a slug is its own key", normalise(&model.id)));
        }
        models.push(model);
    }
    // By slug, as they are built: the names of their files sort otherwise.
    models.sort_by(|a, b| a.id.cmp(&b.id));
    let known_provider = |id: &str| providers.as_ref().is_none_or(|p| p.providers.contains_key(id));
    let known_source = |id: &str| sources.as_ref().is_none_or(|s| s.sources.contains_key(id));
    for model in &models {
        let of_scores = benchmarks.as_ref().map(|benchmarks| score_problems(model, benchmarks, known_source));
        for problem in problems(model, known_provider, known_source).into_iter().chain(of_scores.into_iter().flatten())
        {
            reader.found(&format!("models/{}.json", model.id), &problem.path, problem.what);
        }
    }
    agree::names(&models, &mut reader.findings);
    if let (Some(changes), Some(sources)) = (&changes, &sources) {
        changes::problems(changes, sources, &mut reader.findings);
    }
    let mut reach = Reach::default();
    if let (Some(dialects), Some(providers)) = (&dialects, &providers) {
        dialects::guides(dialects, &mut reader.findings);
        reach = dialects::routes(&models, providers, dialects, &mut reader.findings);
    }
    if let (Some(index), Some(providers), Some(sources)) = (index, providers, sources) {
        agree::index(&index, &models, &providers, &sources, &mut reader.findings);
        if let Some(benchmarks) = &benchmarks {
            let around = Around { index: &index, providers: &providers, benchmarks, today: sources.newest() };
            standing::problems(&models, &around, &mut reader.findings);
        }
        if let Some(audit) = audit {
            agree::audit(&audit, &models, &index, &sources, &mut reader.findings);
        }
    }
    Ok(Checked { models: models.len(), reach, findings: reader.findings })
}

/// The log of prices is whole, and its sources are sources of the catalogue.
fn log(folder: &Path, tables: &Path) -> Result<(), Finding> {
    let found = |error: Error| Finding { file: price_log::FILE.to_owned(), path: String::new(), what: error.inside() };
    let path = folder.join("sources.json");
    let sources: Sources = files::read_json(&path).and_then(|tree| files::typed(&tree, &path)).map_err(found)?;
    let known = |source: &str| sources.sources.contains_key(source);
    PriceLog::read(&tables.join(price_log::FILE), known).map(|_| ()).map_err(found)
}

struct Reader<'a> {
    folder: &'a Path,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn found(&mut self, file: &str, path: &str, what: String) {
        self.findings.push(Finding { file: file.to_owned(), path: path.to_owned(), what });
    }

    /// Reads a file as its type and reports everything that does not belong to it.
    fn read<T: Read + Serialize>(&mut self, file: &str) -> Option<T> {
        let tree: Value = match files::read_json(&self.folder.join(file)) {
            Ok(tree) => tree,
            Err(Error::Shape { reason, .. }) => return self.nothing(file, reason),
            Err(error) => return self.nothing(file, error.to_string()),
        };
        if tree.get("schema").and_then(Value::as_u64) != Some(u64::from(SCHEMA)) {
            self.found(file, "schema", format!("is not {SCHEMA}"));
        }
        let typed: T = match read(&tree) {
            Ok(typed) => typed,
            Err(problems) => {
                problems.into_iter().for_each(|problem| self.found(file, &problem.path, problem.what));
                return None;
            }
        };
        match serde_json::to_value(&typed) {
            Ok(again) => strict::differences(&tree, &again, &mut |path, what| self.found(file, path, what)),
            Err(error) => self.found(file, "", error.to_string()),
        }
        Some(typed)
    }

    fn nothing<T>(&mut self, file: &str, what: String) -> Option<T> {
        self.found(file, "", what);
        None
    }
}

#[cfg(test)]
mod tests;
