//! The criteria applied to a field.

use super::criteria::{CRITERIA, Criterion, Seen};
use super::field::Field;
use crate::compare::{Outcome, TieBand, count, lower_first, outcome};
use crate::money::times;

/// What one criterion says of a field.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// The criterion.
    pub criterion: &'static Criterion,
    /// What it sees of every side.
    pub seen: Vec<Seen>,
    /// Which sides are better.
    pub outcome: Outcome,
}

/// Every criterion, in the order of the registry.
pub fn judge(field: &Field) -> Vec<Judgement> {
    let mut all = Vec::new();
    for criterion in &CRITERIA {
        let mut seen = Vec::new();
        field.sides.iter().for_each(|side| seen.push((criterion.read)(field, side)));
        let outcome = outcome(&values(&seen), criterion.better, criterion.band);
        all.push(Judgement { criterion, seen, outcome });
    }
    all
}

fn values(seen: &[Seen]) -> Vec<Option<u128>> {
    seen.iter().map(|seen| seen.value).collect()
}

impl Judgement {
    /// Whether it can be told which side is better, or that they are level.
    pub fn compares(&self) -> bool {
        self.outcome != Outcome::Unknown
    }

    /// The one side that is better.
    pub fn winner(&self) -> Option<usize> {
        match &self.outcome {
            Outcome::Better(sides) if sides.len() == 1 => sides.first().copied(),
            _ => None,
        }
    }

    /// Whether it is the criterion of that key.
    pub fn is(&self, key: &str) -> bool {
        self.criterion.key == key
    }

    /// The largest and the smallest value that is known.
    pub fn extremes(&self) -> (u128, u128) {
        let values = values(&self.seen);
        let known = || values.iter().copied().flatten();
        (known().max().unwrap_or_default(), known().min().unwrap_or_default())
    }

    /// How far apart the sides are, for reading: `2.0×`, `41 days`. Empty where the values themselves say it.
    pub fn size(&self) -> String {
        let (most, least) = self.extremes();
        match self.criterion.band {
            TieBand::Percent(_) => times(most, least).unwrap_or_default(),
            // What is gone has no day.
            TieBand::Days(_) if least > 0 => count(usize::try_from(most - least).unwrap_or_default(), "day"),
            TieBand::Days(_) | TieBand::Distance(_) => String::new(),
        }
    }

    /// How strongly it speaks for the better side, from 1 to 4: one step more at twice, four and ten times the value.
    pub fn strength(&self) -> u32 {
        let (most, least) = self.extremes();
        let reached = |times: u128| u32::from(most >= least.saturating_mul(times));
        match self.criterion.band {
            TieBand::Percent(_) => 1 + reached(2) + reached(4) + reached(10),
            TieBand::Days(_) | TieBand::Distance(_) => 2,
        }
    }

    /// What is known of one side, as a sentence says it: `$155 a month`.
    pub fn says(&self, side: usize) -> String {
        let Some(cell) = self.seen.get(side).map(|seen| &seen.cell) else { return String::new() };
        let figure = match cell.figure.reading.is_known() {
            true => lower_first(cell.figure.reading.text()),
            false => cell.hint.clone(),
        };
        fill(self.criterion.says, &figure)
    }

    /// The figures of both sides of a pair, with their names: `$155 a month for X, $4,500 for Y`.
    pub fn both(&self, names: [&str; 2]) -> String {
        let (first, second) = (self.says(0), self.says(1));
        let [a, b] = names;
        if first == second {
            return format!("{first} for both");
        }
        format!("{first} for {a}, {} for {b}", without_repeats(&first, &second))
    }

    /// The figures of the better side and of the other: `256k tokens against 128k tokens (2.0×)`.
    pub fn against(&self, side: usize) -> String {
        let (ours, theirs) = (self.says(side), self.says(other(side)));
        let mut text = format!("{ours} against {}", without_repeats(&ours, &theirs));
        let size = self.size();
        if !size.is_empty() {
            text.push_str(&format!(" ({size})"));
        }
        text
    }
}

/// What is left of `theirs` without the words it begins and ends with as `ours` does; numbers stay, and so does what is
/// longer than a figure with its unit.
fn without_repeats(ours: &str, theirs: &str) -> String {
    const FIGURE: usize = 6;
    let (ours, theirs): (Vec<_>, Vec<_>) = (ours.split(' ').collect(), theirs.split(' ').collect());
    if theirs.len() > FIGURE {
        return theirs.join(" ");
    }
    let repeats = |(a, b): &(&&str, &&str)| a == b && !a.contains(|c: char| c.is_ascii_digit());
    let front = ours.iter().zip(&theirs).take_while(repeats).count();
    let back = ours.iter().rev().zip(theirs.iter().rev()).take_while(repeats).count();
    theirs.get(front..theirs.len().saturating_sub(back)).unwrap_or_default().join(" ")
}

/// The other side of a pair.
pub(super) const fn other(side: usize) -> usize {
    1_usize.saturating_sub(side)
}

/// A template with its gap, `#`, filled.
pub(super) fn fill(template: &str, with: &str) -> String {
    match template.split_once('#') {
        Some((before, after)) => [before, with, after].concat(),
        None => template.to_owned(),
    }
}
