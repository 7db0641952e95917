//! The rows of the section "Benchmarks".
//!
//! Scores compare only within a series: one publisher running all models with one harness. What labs report of their
//! own models is shown and never counted.

mod line;
mod standings;

use super::outcome::list;
use crate::catalog::{Benchmarks, Model, Score, ScoreOrigin, Series, Unit};
use crate::table::{Cell, Figure, Provenance, Row, letter};
use crate::units::Points;
use line::{Line, Run, domain, lines};
pub(crate) use standings::standings;
pub use standings::{Lead, Standings};

/// All benchmarks of all sides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BenchmarkRows {
    /// Rows of one series that at least two sides have.
    pub shared: Vec<Row>,
    /// Benchmarks that several sides have, from sources that do not compare.
    pub apart: Vec<Row>,
    /// Benchmarks that only one side has.
    pub single: Vec<Row>,
    /// In how many shared rows each side is, and in how many of them it is ahead.
    pub standing: Vec<Standing>,
}

/// How one side does in the shared rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Rows that have a score of it.
    pub entered: usize,
    /// Rows in which it is better than another side.
    pub ahead: usize,
}

/// Every benchmark that a model of `models` has a score of, in the order of the list.
pub(super) fn benchmark_rows(models: &[&Model], known: &Benchmarks) -> BenchmarkRows {
    let mut all = BenchmarkRows { standing: vec![Standing::default(); models.len()], ..BenchmarkRows::default() };
    lines(models, known).for_each(|line| all.add(&line));
    all
}

impl BenchmarkRows {
    fn add(&mut self, line: &Line) {
        let with_scores = line.scores.iter().filter(|scores| !scores.is_empty()).count();
        let before = self.shared.len();
        for run in line.runs() {
            run.count(&mut self.standing);
            self.shared.push(line.compared(&run));
        }
        if self.shared.len() == before && with_scores > 0 {
            let chosen: Vec<_> =
                line.scores.iter().map(|scores| line.benchmark.entry(scores.iter().copied())).collect();
            let rows = if with_scores > 1 { &mut self.apart } else { &mut self.single };
            rows.push(line.alone(&chosen, with_scores > 1));
        }
    }

    /// What there is to compare, in one sentence.
    pub fn summary(&self) -> String {
        match (self.shared.len(), self.apart.len(), self.single.len()) {
            (0, 0, 0) => "No benchmark result is known for any side; quality is unmeasured here.".to_owned(),
            (0, 0, _) => "No benchmark is shared: no publisher has a result for more than one side.".to_owned(),
            (0, ..) => "No benchmark is shared by comparable runs; quality cannot be compared.".to_owned(),
            (1, ..) => "1 benchmark was run on more than one side by the same publisher in the same way.".to_owned(),
            (n, ..) => {
                format!("{n} benchmarks were run on more than one side by the same publisher in the same way.")
            }
        }
    }
}

impl Line<'_> {
    fn row(&self, chosen: &[Option<&Score>], hint: String) -> Row {
        let cells = chosen.iter().map(|score| score.map_or_else(|| Figure::UNKNOWN.into(), |score| self.cell(score)));
        Row { label: self.benchmark.name.clone(), hint, cells: cells.collect(), ..Row::default() }
    }

    fn compared(&self, run: &Run) -> Row {
        let row = self.row(&run.chosen, format!("{}; run by {}", domain(self.benchmark.domain), run.series.name));
        let known: Vec<bool> = run.chosen.iter().map(Option::is_some).collect();
        let margin = Points(i64::try_from(self.margin(run)).unwrap_or(i64::MAX));
        run.outcome.mark(row, &known, &|_| match known.len() {
            2 => format!("is ahead by {}{}", margin.short(), self.unit_of_difference()),
            _ => "is ahead".to_owned(),
        })
    }

    /// A row that is not counted, with the reason.
    fn alone(&self, chosen: &[Option<&Score>], several: bool) -> Row {
        let mut who: Vec<(&Series, Vec<&str>)> = Vec::new();
        for (side, score) in chosen.iter().enumerate() {
            let Some(series) =
                score.and_then(|score| self.known.series.iter().find(|series| series.id == score.series))
            else {
                continue;
            };
            match who.iter_mut().find(|(known, _)| *known == series) {
                Some((_, sides)) => sides.push(letter(side)),
                None => who.push((series, vec![letter(side)])),
            }
        }
        let said = who.iter().map(|(series, sides)| match series.origin {
            ScoreOrigin::SelfReported => format!("{} self-reported", list(sides)),
            _ => format!("{} run by {}", list(sides), series.name),
        });
        let said: Vec<_> = said.collect();
        let why = if several { "Not comparable: " } else { "" };
        self.row(chosen, format!("{}; {why}{}", domain(self.benchmark.domain), said.join(", ")))
    }

    fn cell(&self, score: &Score) -> Cell {
        let value = self.value(score);
        let exact = match score.stderr {
            Some(stderr) => format!("{} ± {stderr}{}", score.value, self.unit()),
            None => format!("{}{}", score.value, self.unit()),
        };
        let Score { source, as_of, agree, .. } = score;
        let provenance =
            Provenance { source: source.clone(), as_of: *as_of, agree: agree.clone(), ..Provenance::default() };
        let figure = Figure::stated(value, provenance);
        let beyond = i128::from(score.value.thousandths()) - i128::from(self.benchmark.min.thousandths());
        let bar =
            beyond.saturating_mul(1000).checked_div(self.benchmark.range()).and_then(|part| u16::try_from(part).ok());
        let link = self.page(score).map(|url| ("Result", url));
        Cell { bar, link, ..Cell::from(figure.with_exact(Some(exact))).with_hint(how(score)) }
    }

    /// Where the result is published.
    fn page(&self, score: &Score) -> Option<String> {
        let series = || self.known.series.iter().find(|series| series.id == score.series);
        score.url.clone().or_else(|| series()?.url.clone())
    }

    /// What follows a difference of two values.
    const fn unit_of_difference(&self) -> &'static str {
        match self.benchmark.unit {
            Unit::Percent => " points",
            Unit::Points => "",
            Unit::Minutes => " min",
        }
    }
}

/// How and when it was run: effort, harness, day, and what that took.
fn how(score: &Score) -> String {
    let date = score.date.map(|date| date.long());
    let cost = score.cost_usd.map(|cost| format!("${cost} for the run"));
    let time = score.time_seconds.map(|time| format!("{} s a task", time.short()));
    let parts = [score.variant.as_deref().map(effort), score.harness.clone(), date, cost, time];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// `high` → `high effort`, `32K` → `32K reasoning tokens`.
fn effort(variant: &str) -> String {
    const EFFORTS: [&str; 7] = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];
    if EFFORTS.contains(&variant) {
        return format!("{variant} effort");
    }
    match variant.strip_suffix('K') {
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => format!("{variant} reasoning tokens"),
        _ => variant.to_owned(),
    }
}
