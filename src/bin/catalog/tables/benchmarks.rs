//! `benchmarks.toml`: which benchmarks there are, and who runs them.

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
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeriesLine {
    name: String,
    origin: ScoreOrigin,
    hosts: Vec<String>,
    #[serde(default)]
    by_harness: bool,
}

impl BenchmarksFile {
    /// The benchmark that a feed calls `name`.
    pub(crate) fn by_name(&self, name: &str) -> Option<(&String, &BenchmarkLine)> {
        self.benchmarks.iter().find(|(_, line)| line.names.iter().any(|known| known == name))
    }

    /// The series of what is published at `url` and was run with `harness`.
    pub(crate) fn series(&self, url: &str, harness: Option<&str>) -> Option<Series> {
        let host = url.split('/').nth(2).unwrap_or_default();
        let by_host = self.series.iter().find(|(_, line)| line.hosts.iter().any(|known| known == host));
        let (id, line) =
            by_host.or_else(|| self.series.iter().find(|(_, line)| line.origin == ScoreOrigin::SelfReported))?;
        let (id, name) = match harness.filter(|_| line.by_harness) {
            Some(harness) => {
                let slug = harness.to_lowercase().replace(' ', "-");
                (format!("{id}-{slug}"), format!("{} with {harness}", line.name))
            }
            None => (id.clone(), line.name.clone()),
        };
        Some(Series { id, name, origin: line.origin })
    }
}
