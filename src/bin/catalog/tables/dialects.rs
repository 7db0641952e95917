//! `dialects.toml`: how a request is written in each format.

use llm_compare::catalog::{Dialect, DialectGuide, Dialects, SCHEMA, Snippet};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DialectsFile {
    dialects: BTreeMap<Dialect, GuideLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GuideLine {
    name: String,
    doc: String,
    model: String,
    system: String,
    answer: String,
    auth: String,
    limit: String,
    tools: String,
    stream: String,
    effort: String,
    curl: SnippetLine,
    python: SnippetLine,
    typescript: SnippetLine,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SnippetLine {
    package: Option<String>,
    code: String,
}

impl DialectsFile {
    /// The content of `dialects.json`.
    pub(crate) fn dialects(&self) -> Dialects {
        let dialects = self.dialects.iter().map(|(id, line)| line.guide(*id)).collect();
        Dialects { schema: SCHEMA, dialects }
    }
}

impl GuideLine {
    fn guide(&self, id: Dialect) -> DialectGuide {
        DialectGuide {
            id,
            name: self.name.clone(),
            doc: self.doc.clone(),
            model: self.model.clone(),
            system: self.system.clone(),
            answer: self.answer.clone(),
            auth: self.auth.clone(),
            limit: self.limit.clone(),
            tools: self.tools.clone(),
            stream: self.stream.clone(),
            effort: self.effort.clone(),
            curl: self.curl.snippet(),
            python: self.python.snippet(),
            typescript: self.typescript.snippet(),
        }
    }
}

impl SnippetLine {
    fn snippet(&self) -> Snippet {
        Snippet { package: self.package.clone(), code: self.code.trim_end().to_owned() }
    }
}
