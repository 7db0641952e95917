//! When two scores of one benchmark and series differ: one rule for the page and for the catalogue.

use crate::catalog::{Benchmark, BetterScore, Score};
use crate::units::Points;

impl Benchmark {
    /// Of a model's scores in one series, the one with which it enters a comparison: its best of named effort, else its best.
    pub fn entry<'a>(&self, scores: impl Iterator<Item = &'a Score>) -> Option<&'a Score> {
        scores.max_by_key(|score| (score.variant.is_some(), self.rank(score.value)))
    }

    /// Larger is better, whatever the benchmark counts; in thousandths of its unit.
    pub const fn rank(&self, value: Points) -> i64 {
        match self.better {
            BetterScore::Higher => value.thousandths(),
            BetterScore::Lower => -value.thousandths(),
        }
    }

    /// Whether chance alone may explain the difference: 1.96 standard errors of it, and where one of them is unknown
    /// two hundredths of the scale.
    pub fn is_tie(&self, a: &Score, b: &Score) -> bool {
        let square = |points: Points| i128::from(points.thousandths()).pow(2);
        let difference = Points(a.value.thousandths().saturating_sub(b.value.thousandths()));
        match (a.stderr, b.stderr) {
            // 1.96² = 3.8416
            (Some(a), Some(b)) => square(difference) * 10_000 <= 38_416 * (square(a) + square(b)),
            _ => i128::from(difference.thousandths().unsigned_abs()) * 50 <= self.range(),
        }
    }

    /// From the least to the greatest possible value, in thousandths of its unit.
    pub(crate) fn range(&self) -> i128 {
        i128::from(self.max.thousandths()) - i128::from(self.min.thousandths())
    }
}
