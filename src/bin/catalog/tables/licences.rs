//! `licences.toml`: which licences there are, and which model has which where no feed says it.

use super::corrections::Page;
use llm_compare::catalog::{Licence, LicenceClass};
use llm_compare::units::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LicencesFile {
    /// The day its pages were read.
    read: Date,
    licences: BTreeMap<String, LicenceLine>,
    /// By slug.
    models: BTreeMap<String, ModelLine>,
    /// By slug; these win over the feeds.
    corrections: BTreeMap<String, ModelLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LicenceLine {
    name: String,
    class: LicenceClass,
    url: Option<String>,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModelLine {
    licence: String,
    url: String,
    #[serde(default)]
    #[expect(dead_code, reason = "what the feed says; it is read by people")]
    feed: String,
    #[serde(default)]
    #[expect(dead_code, reason = "it is read by people")]
    reason: String,
}

impl LicencesFile {
    /// The licence that a feed calls `name`.
    pub(crate) fn by_name(&self, name: &str) -> Option<Licence> {
        self.licences.values().find(|line| line.names.iter().any(|known| known == name)).map(LicenceLine::licence)
    }

    /// The licence of a model where no feed names one.
    pub(crate) fn of_model(&self, slug: &str) -> Option<(Licence, Page<'_>)> {
        self.line(self.models.get(slug)?)
    }

    /// The licence of a model where a feed names a wrong one.
    pub(crate) fn correction(&self, slug: &str) -> Option<(Licence, Page<'_>)> {
        self.line(self.corrections.get(slug)?)
    }

    /// The first line that names a licence which is not in the file: its slug and the licence.
    pub(crate) fn dangling(&self) -> Option<(&str, &str)> {
        let lines = self.models.iter().chain(&self.corrections);
        let mut lost = lines.filter(|(_, line)| !self.licences.contains_key(&line.licence));
        lost.next().map(|(slug, line)| (slug.as_str(), line.licence.as_str()))
    }

    fn line<'a>(&'a self, line: &'a ModelLine) -> Option<(Licence, Page<'a>)> {
        Some((self.licences.get(&line.licence)?.licence(), Page { url: &line.url, read: self.read }))
    }
}

impl LicenceLine {
    fn licence(&self) -> Licence {
        Licence { value: self.name.clone(), url: self.url.clone(), class: self.class }
    }
}
