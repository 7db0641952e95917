//! One run that arrives by several feeds is one score.

use crate::tables::Tables;
use llm_compare::catalog::Score;
use std::cmp::Reverse;

/// Of every benchmark, series, harness and variant the newest run, ordered by these. A score that equals one which says
/// more of how it was run is a copy of it; copies from other sources are agreement.
pub(super) fn unite(mut scores: Vec<Score>, tables: &Tables) -> Vec<Score> {
    // Stable: the order of the feeds stays.
    scores.sort_by_key(|score| Reverse((score.variant.is_some(), score.harness.is_some(), score.date)));
    let mut kept: Vec<Score> = Vec::new();
    for score in scores {
        let equal = |other: &Score| is_near(other, &score, tables);
        match kept.iter_mut().find(|other| key(other) == key(&score) || is_copy(&score, other, tables) && equal(other))
        {
            Some(other) if equal(other) => agree(other, score),
            Some(_) => {}
            None => kept.push(score),
        }
    }
    kept.sort_by(|a, b| key(a).cmp(&key(b)));
    kept
}

type Key<'a> = (&'a str, &'a str, Option<&'a str>, Option<&'a str>);

fn key(score: &Score) -> Key<'_> {
    (&score.benchmark, &score.series, score.harness.as_deref(), score.variant.as_deref())
}

/// Whether `score` may be `other` with less said about it.
fn is_copy(score: &Score, other: &Score, tables: &Tables) -> bool {
    let within = |less: &Option<String>, more: &Option<String>| less.is_none() || less == more;
    let publisher = |score: &Score| tables.benchmarks.publisher(&score.series).map(str::to_owned);
    score.benchmark == other.benchmark
        && publisher(score) == publisher(other)
        && within(&score.harness, &other.harness)
        && within(&score.variant, &other.variant)
}

/// Whether two values differ by no more than rounding: a thousandth of the scale.
fn is_near(a: &Score, b: &Score, tables: &Tables) -> bool {
    let range = tables.benchmarks.benchmarks.get(&a.benchmark).map(|line| line.range);
    let whole = range.map_or(0, |[min, max]| max.thousandths().abs_diff(min.thousandths()));
    a.value.thousandths().abs_diff(b.value.thousandths()) <= whole / 1000
}

/// The copy fills in what the score leaves open.
fn agree(score: &mut Score, copy: Score) {
    score.cost_usd = score.cost_usd.or(copy.cost_usd);
    score.time_seconds = score.time_seconds.or(copy.time_seconds);
    score.date = score.date.or(copy.date);
    if copy.source != score.source && !score.agree.contains(&copy.source) {
        score.agree.push(copy.source);
    }
}
