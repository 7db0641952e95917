//! Benchmark results in the feeds' words → scores.

use super::Merged;
use crate::claims::{BenchmarkResult, Claim};
use crate::error::Error;
use crate::join::{Group, Left, Why, other_release};
use crate::tables::Tables;
use llm_compare::catalog::{Benchmark, Benchmarks, Facts, Model, SCHEMA, Score};
use llm_compare::units::Points;
use std::collections::{BTreeMap, BTreeSet};

/// A benchmark that fewer models have says too little to be shown.
const LEAST_MODELS: usize = 3;

/// The scores of one model, ordered; one for each benchmark, series, harness and variant: the newest.
pub(super) fn scores<'a>(
    group: &Group<'a>,
    facts: &Facts,
    tables: &Tables,
    out: &mut Merged<'a>,
) -> Result<Vec<Score>, Error> {
    let mut scores: Vec<Score> = Vec::new();
    let released = facts.released.as_ref().and_then(|fact| fact.value);
    for (variant, claim) in &group.results {
        if released.zip(claim.says.released).is_some_and(|(ours, theirs)| other_release(ours, theirs)) {
            out.left.push(Left { claim, why: Why::OtherRelease });
            continue;
        }
        for result in &claim.says.results {
            match score(claim, result, variant.as_deref(), tables, out)? {
                Some(score) => scores.push(score),
                None => _ = out.unnamed.insert(result.benchmark.clone()),
            }
        }
    }
    scores.sort_by(|a, b| key(a).cmp(&key(b)).then(b.date.cmp(&a.date)));
    scores.dedup_by(|a, b| key(a) == key(b));
    Ok(scores)
}

fn key(score: &Score) -> (&str, &str, Option<&str>, Option<&str>) {
    (&score.benchmark, &score.series, score.harness.as_deref(), score.variant.as_deref())
}

/// `None` when no line of `benchmarks.toml` has the benchmark's name.
fn score(
    claim: &Claim,
    result: &BenchmarkResult,
    variant: Option<&str>,
    tables: &Tables,
    out: &mut Merged,
) -> Result<Option<Score>, Error> {
    let Some((id, line)) = tables.benchmarks.by_name(&result.benchmark) else { return Ok(None) };
    let wrong = |reason: String| {
        let at = format!("{} of {}", result.benchmark, claim.id);
        Error::shape(&tables.path("benchmarks.toml"), at, reason)
    };
    let points = |value: f64| format!("{value:.3}").parse::<Points>().map_err(wrong);
    let value = points(result.value)?;
    let [min, max] = line.range;
    if value < min || value > max {
        return Err(wrong(format!("{value} is outside the range of {min} to {max}")));
    }
    let about = tables
        .benchmarks
        .series(&result.url, result.harness.as_deref())
        .ok_or_else(|| wrong("no series is self-reported".to_owned()))?;
    let series = about.id.clone();
    out.series.insert(series.clone(), about);
    Ok(Some(Score {
        benchmark: id.clone(),
        series,
        value,
        stderr: result.stderr.map(points).transpose()?,
        variant: result.variant.clone().or_else(|| variant.map(str::to_owned)),
        harness: result.harness.clone(),
        date: result.date,
        url: result.url.clone(),
        source: claim.origin.source.clone(),
        as_of: claim.origin.as_of,
    }))
}

/// Takes out the benchmarks that too few models have, and describes those that stay.
pub(super) fn settle(models: &mut [Model], tables: &Tables, out: &mut Merged) -> Benchmarks {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for model in models.iter() {
        let of_model: BTreeSet<&String> = model.scores.iter().map(|score| &score.benchmark).collect();
        of_model.into_iter().for_each(|id| *counts.entry(id.clone()).or_default() += 1);
    }
    counts.retain(|_, models| *models >= LEAST_MODELS);
    let mut used = BTreeSet::new();
    for model in models.iter_mut() {
        model.scores.retain(|score| counts.contains_key(&score.benchmark));
        used.extend(model.scores.iter().map(|score| score.series.clone()));
    }
    out.series.retain(|id, _| used.contains(id));
    let stays = tables.benchmarks.benchmarks.iter().filter(|(id, _)| counts.contains_key(*id));
    let benchmarks = stays.map(|(id, line)| {
        let [min, max] = line.range;
        let (id, name, url) = (id.clone(), line.name.clone(), line.url.clone());
        Benchmark { id, name, domain: line.domain, unit: line.unit, min, max, better: line.better, url }
    });
    let mut benchmarks: Vec<_> = benchmarks.collect();
    benchmarks.sort_by(|a, b| (a.domain, &a.name).cmp(&(b.domain, &b.name)));
    Benchmarks { schema: SCHEMA, benchmarks, series: std::mem::take(&mut out.series).into_values().collect() }
}
