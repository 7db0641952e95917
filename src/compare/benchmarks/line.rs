//! One benchmark with the scores of each side, and how they compare.

use super::Standing;
use crate::catalog::{Benchmark, Benchmarks, Domain, Model, Score, ScoreOrigin, Series, Unit};
use crate::compare::Outcome;

/// Every benchmark with the scores of `models`.
pub(super) fn lines<'a>(models: &[&'a Model], known: &'a Benchmarks) -> impl Iterator<Item = Line<'a>> {
    let scores = |benchmark: &Benchmark| {
        let of = |model: &&'a Model| model.scores.iter().filter(|score| score.benchmark == benchmark.id).collect();
        models.iter().map(of).collect::<Vec<Vec<&'a Score>>>()
    };
    known.benchmarks.iter().map(move |benchmark| Line { benchmark, known, scores: scores(benchmark) })
}

/// One benchmark with the scores of each side.
pub(super) struct Line<'a> {
    pub(super) benchmark: &'a Benchmark,
    pub(super) known: &'a Benchmarks,
    pub(super) scores: Vec<Vec<&'a Score>>,
}

/// One series of a benchmark in which at least two sides compare.
pub(super) struct Run<'a> {
    pub(super) series: &'a Series,
    pub(super) chosen: Vec<Option<&'a Score>>,
    pub(super) outcome: Outcome,
}

impl Run<'_> {
    /// Counts it for every side.
    pub(super) fn count(&self, sides: &mut [Standing]) {
        for (side, (standing, score)) in sides.iter_mut().zip(&self.chosen).enumerate() {
            standing.entered += usize::from(score.is_some());
            standing.ahead += usize::from(matches!(&self.outcome, Outcome::Better(sides) if sides.contains(&side)));
        }
    }
}

impl<'a> Line<'a> {
    /// The series in which at least two sides compare; what labs report of their own models is none.
    pub(super) fn runs(&self) -> impl Iterator<Item = Run<'a>> {
        let run = |series: &'a Series| {
            let chosen: Vec<_> = self
                .scores
                .iter()
                .map(|scores| self.benchmark.entry(scores.iter().copied().filter(|score| score.series == series.id)))
                .collect();
            let compares = series.origin != ScoreOrigin::SelfReported && chosen.iter().flatten().count() > 1;
            compares.then(|| Run { series, outcome: self.outcome(&chosen), chosen })
        };
        self.known.series.iter().filter_map(run)
    }

    /// How far the best is from the worst, in thousandths of the benchmark's unit.
    pub(super) fn margin(&self, run: &Run) -> i128 {
        let ranks = || run.chosen.iter().flatten().map(|score| self.benchmark.rank(score.value));
        i128::from(ranks().max().unwrap_or_default()) - i128::from(ranks().min().unwrap_or_default())
    }

    pub(super) fn value(&self, score: &Score) -> String {
        format!("{}{}", score.value.short(), self.unit())
    }

    pub(super) fn outcome(&self, chosen: &[Option<&Score>]) -> Outcome {
        let best = chosen.iter().copied().flatten().max_by_key(|score| self.benchmark.rank(score.value));
        let Some(best) = best else { return Outcome::Unknown };
        let level: Vec<_> = chosen.iter().map(|score| score.map(|score| self.benchmark.is_tie(score, best))).collect();
        if level.iter().flatten().all(|tie| *tie) {
            return Outcome::Tie;
        }
        let leads = level.iter().enumerate().filter(|(_, tie)| **tie == Some(true));
        Outcome::Better(leads.map(|(side, _)| side).collect())
    }

    /// What follows a value.
    pub(super) const fn unit(&self) -> &'static str {
        match self.benchmark.unit {
            Unit::Percent => " %",
            Unit::Points => "",
            Unit::Minutes => " min",
        }
    }
}

/// What a benchmark measures, as the page calls it.
pub(super) const fn domain(domain: Domain) -> &'static str {
    match domain {
        Domain::Science => "Science",
        Domain::Mathematics => "Mathematics",
        Domain::Coding => "Coding",
        Domain::Agents => "Agents",
        Domain::Factuality => "Factuality",
        Domain::Reasoning => "Reasoning",
        Domain::Vision => "Vision",
        Domain::LongContext => "Long context",
        Domain::Security => "Security",
        Domain::Knowledge => "Knowledge",
        Domain::Instructions => "Instructions",
        Domain::Languages => "Languages",
    }
}
