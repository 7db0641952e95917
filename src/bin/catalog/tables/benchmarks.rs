//! `benchmarks.toml`: which benchmarks there are, and who runs them.

use crate::claims::{BenchmarkResult, Place};
use llm_compare::catalog::{BetterScore, Domain, ScoreOrigin, Series, Unit};
use llm_compare::units::Points;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BenchmarksFile {
    pub(crate) benchmarks: BTreeMap<String, BenchmarkLine>,
    series: BTreeMap<String, SeriesLine>,
}

/// One benchmark.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BenchmarkLine {
    pub(crate) name: String,
    pub(crate) domain: Domain,
    pub(crate) unit: Unit,
    pub(crate) range: [Points; 2],
    pub(crate) better: BetterScore,
    pub(crate) url: String,
    /// `source:name` → by how much a value of the source is to be multiplied.
    names: BTreeMap<String, u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeriesLine {
    name: String,
    origin: ScoreOrigin,
    url: Option<String>,
    #[serde(default)]
    hosts: Vec<String>,
    #[serde(default)]
    by_harness: bool,
}

impl BenchmarksFile {
    /// The benchmark that a source calls `name`, and the factor from the source's scale to its own.
    pub(crate) fn by_name(&self, source: &str, name: &str) -> Option<(&String, &BenchmarkLine, f64)> {
        let name = format!("{source}:{name}");
        self.benchmarks.iter().find_map(|(id, line)| Some((id, line, f64::from(*line.names.get(&name)?))))
    }

    /// The series of a result that stands at `place`. What has a page that is nobody's is the lab's own word.
    pub(crate) fn series(&self, place: &Place, result: &BenchmarkResult) -> Option<Series> {
        let host = result.url.as_deref().map(|url| url.split('/').nth(2).unwrap_or_default());
        let publishes = |line: &SeriesLine| match (host, place) {
            (Some(host), _) => line.hosts.iter().any(|known| known == host),
            (None, Place::Board(name)) => line.name == *name,
            (None, _) => false,
        };
        let found = self.series.iter().find(|(_, line)| publishes(line));
        let of_labs =
            || host.and_then(|_| self.series.iter().find(|(_, line)| line.origin == ScoreOrigin::SelfReported));
        let (id, line) = found.or_else(of_labs)?;
        let (id, name) = match result.harness.as_deref().filter(|_| line.by_harness) {
            Some(harness) => {
                let slug = harness.to_lowercase().replace(' ', "-");
                (format!("{id}-{slug}"), format!("{} with {harness}", line.name))
            }
            None => (id.clone(), line.name.clone()),
        };
        Some(Series { id, name, origin: line.origin, url: line.url.clone() })
    }

    /// The line that a series belongs to, which may have a series for every harness.
    pub(crate) fn publisher(&self, series: &str) -> Option<&str> {
        let of =
            |id: &String| series.strip_prefix(id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
        self.series.keys().filter(|id| of(id)).max_by_key(|id| id.len()).map(String::as_str)
    }
}
