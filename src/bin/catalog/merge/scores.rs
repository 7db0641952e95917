//! Benchmark results in the feeds' words → scores.

mod copies;

use super::Merged;
use crate::claims::{BenchmarkResult, Claim};
use crate::error::Error;
use crate::join::{Group, Left, Why, other_release, too_early};
use crate::tables::Tables;
use llm_compare::catalog::{Benchmark, Benchmarks, Facts, Model, SCHEMA, Score};
use llm_compare::units::Points;
use std::collections::{BTreeMap, BTreeSet};

/// A benchmark that fewer models have says too little to be shown.
const LEAST_MODELS: usize = 3;

/// The scores of one model, ordered; one for each benchmark, series, harness and variant.
pub(super) fn scores<'a>(
    group: &Group<'a>,
    facts: &Facts,
    tables: &Tables,
    out: &mut Merged<'a>,
) -> Result<Vec<Score>, Error> {
    let mut scores: Vec<Score> = Vec::new();
    let released = facts.released.as_ref().and_then(|fact| fact.value);
    for (variant, claim) in &group.results {
        let other = released.zip(claim.says.released).is_some_and(|(ours, theirs)| other_release(ours, theirs));
        let early = |result: &BenchmarkResult| result.date.zip(released).is_some_and(|(run, day)| too_early(run, day));
        let (of_others, ours): (Vec<_>, Vec<_>) = claim.says.results.iter().partition(|result| other || early(result));
        if !of_others.is_empty() {
            out.left.push(Left { claim, why: Why::OtherRelease });
        }
        for result in ours {
            match score(claim, result, variant.as_deref(), tables, out)? {
                Some(score) => scores.push(score),
                None => _ = out.unnamed.insert(format!("{}: {}", claim.origin.source, result.benchmark)),
            }
        }
    }
    Ok(copies::unite(scores, tables))
}

/// `None` when no line of `benchmarks.toml` has the benchmark's name.
fn score(
    claim: &Claim,
    result: &BenchmarkResult,
    variant: Option<&str>,
    tables: &Tables,
    out: &mut Merged,
) -> Result<Option<Score>, Error> {
    let source = &claim.origin.source;
    let Some((id, line, factor)) = tables.benchmarks.by_name(source, &result.benchmark) else { return Ok(None) };
    let wrong = |reason: String| {
        let at = format!("{source}:{} of {}", result.benchmark, claim.id);
        Error::shape(&tables.path("benchmarks.toml"), at, reason)
    };
    let points = |value: f64| format!("{value:.3}").parse::<Points>().map_err(wrong);
    // 0 is what boards write where they have not measured.
    let amount = |value: Option<f64>| value.filter(|value| *value > 0.0).map(points).transpose();
    let value = points(result.value * factor)?;
    let [min, max] = line.range;
    if value < min || value > max {
        return Err(wrong(format!("{value} is outside the range of {min} to {max}")));
    }
    if let Some(url) = result.url.as_deref().filter(|url| !url.starts_with("https://")) {
        return Err(wrong(format!("\"{url}\" is no address")));
    }
    let about = tables.benchmarks.series(&claim.place, result);
    let about = about.ok_or_else(|| wrong("is of no series".to_owned()))?;
    let series = about.id.clone();
    out.series.insert(series.clone(), about);
    Ok(Some(Score {
        benchmark: id.clone(),
        series,
        value,
        stderr: result.stderr.map(|stderr| points(stderr * factor)).transpose()?,
        variant: result.variant.as_deref().or(variant.filter(|word| *word != "latest")).map(str::to_owned),
        harness: result.harness.clone(),
        date: result.date,
        cost_usd: amount(result.cost_usd)?,
        time_seconds: amount(result.seconds)?,
        url: result.url.clone(),
        source: source.clone(),
        as_of: claim.origin.as_of,
        agree: Vec::new(),
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
