//! Which side of a row is better: one rule for every row that has a better direction.

use crate::table::{Row, letter};

/// What is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More.
    Larger,
    /// Less.
    Smaller,
}

/// How far apart two values may be and still be equal for a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieBand {
    /// The larger is at most this many percent above the smaller.
    Percent(u128),
    /// They are at most this far apart.
    Distance(u128),
    /// They are at most so many days apart.
    Days(u128),
}

/// How the sides of a row compare. Unknown sides neither win nor lose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// These sides are better than at least one other, and than every other by more than the tie band.
    Better(Vec<usize>),
    /// All known sides are within the tie band of the best.
    Tie,
    /// Fewer than two sides are known.
    Unknown,
}

impl TieBand {
    /// Of two bills, and of two prices.
    pub const COST: Self = Self::Percent(3);

    fn holds(self, a: u128, b: u128) -> bool {
        match self {
            // The numbers are counts and prices, far below where this could overflow.
            Self::Percent(percent) => {
                a.max(b).saturating_mul(100) <= a.min(b).saturating_mul(100_u128.saturating_add(percent))
            }
            Self::Distance(distance) | Self::Days(distance) => a.abs_diff(b) <= distance,
        }
    }
}

/// Compares the values of all sides; `None` is unknown.
pub fn outcome(values: &[Option<u128>], better: Better, band: TieBand) -> Outcome {
    let known = || values.iter().copied().flatten();
    let best = match better {
        Better::Larger => known().max(),
        Better::Smaller => known().min(),
    };
    let Some(best) = best.filter(|_| known().count() > 1) else { return Outcome::Unknown };
    if known().all(|value| band.holds(value, best)) {
        return Outcome::Tie;
    }
    let leads = |(side, value): (usize, &Option<u128>)| value.filter(|v| band.holds(*v, best)).map(|_| side);
    Outcome::Better(values.iter().enumerate().filter_map(leads).collect())
}

impl Outcome {
    /// Marks the better cells of a row and says the outcome in words. `lead` says what the better side has over
    /// another.
    #[must_use]
    pub fn mark(&self, mut row: Row, known: &[bool], lead: &dyn Fn(usize) -> String) -> Row {
        row.outcome = self.words(known, lead);
        if let Self::Better(sides) = self {
            row.class = "differs";
            for (side, cell) in row.cells.iter_mut().enumerate() {
                cell.best = sides.contains(&side);
            }
        }
        row
    }

    fn words(&self, known: &[bool], lead: &dyn Fn(usize) -> String) -> String {
        let unknown = known.iter().enumerate().filter(|(_, known)| !**known);
        let unknown: Vec<_> = unknown.map(|(side, _)| letter(side)).collect();
        let but = match unknown.as_slice() {
            [] => String::new(),
            [one] => format!("; {one} is unknown"),
            more => format!("; {} are unknown", list(more)),
        };
        match self {
            Self::Better(sides) => match sides.as_slice() {
                [one] => format!("{} {}{but}", letter(*one), lead(*one)),
                more => format!("{} lead{but}", list(&more.iter().map(|side| letter(*side)).collect::<Vec<_>>())),
            },
            Self::Tie => format!("Tie{but}"),
            Self::Unknown => only_known(known),
        }
    }
}

/// What is said of a row that fewer than two sides are known of.
pub(super) fn only_known(known: &[bool]) -> String {
    match known.iter().position(|known| *known) {
        Some(side) => format!("Known for {} only", letter(side)),
        None => "Unknown for all".to_owned(),
    }
}

/// `1 host`, `2 hosts`.
pub(crate) fn count(n: usize, one: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {one}{plural}")
}

/// A sentence as it goes on after another word.
pub(crate) fn lower_first(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}

/// `A`, `A and B`, `A, B and C`.
pub(crate) fn list<W: AsRef<str>>(words: &[W]) -> String {
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        text.push_str(match at {
            0 => "",
            _ if at + 1 == words.len() => " and ",
            _ => ", ",
        });
        text.push_str(word.as_ref());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(values: &[Option<u128>], better: Better, band: TieBand, expected: Outcome) {
        assert_eq!(outcome(values, better, band), expected, "{values:?}");
    }

    #[test]
    fn the_tie_band_decides_and_unknown_never_does() {
        let ten = TieBand::Percent(10);
        check(&[Some(131), Some(128)], Better::Larger, ten, Outcome::Tie);
        check(&[Some(110), Some(100)], Better::Larger, ten, Outcome::Tie);
        check(&[Some(111), Some(100)], Better::Larger, ten, Outcome::Better(vec![0]));
        check(&[Some(103), Some(100)], Better::Smaller, TieBand::Percent(3), Outcome::Tie);
        check(&[Some(104), Some(100)], Better::Smaller, TieBand::Percent(3), Outcome::Better(vec![1]));
        check(&[Some(1), Some(0)], Better::Larger, TieBand::Distance(1), Outcome::Tie);
        check(&[Some(1), None], Better::Larger, ten, Outcome::Unknown);
        check(&[None, None], Better::Larger, ten, Outcome::Unknown);
        check(&[Some(200), None, Some(100), Some(199)], Better::Larger, ten, Outcome::Better(vec![0, 3]));
    }

    #[test]
    fn the_words_name_the_side_and_who_is_unknown() {
        let words = |outcome: Outcome, known: &[bool]| outcome.words(known, &|_| "has more".to_owned());
        assert_eq!(words(Outcome::Better(vec![1]), &[true, true]), "B has more");
        assert_eq!(words(Outcome::Better(vec![0, 3]), &[true, false, true, true]), "A and D lead; B is unknown");
        assert_eq!(words(Outcome::Tie, &[true, true]), "Tie");
        assert_eq!(words(Outcome::Unknown, &[false, true]), "Known for B only");
        assert_eq!(words(Outcome::Unknown, &[false, false]), "Unknown for all");
    }

    proptest! {
        #[test]
        fn exchanging_the_sides_exchanges_the_outcome(a in prop::option::of(0_u128..1000), b in prop::option::of(0_u128..1000), percent in 0_u128..50, larger: bool) {
            let better = if larger { Better::Larger } else { Better::Smaller };
            let mirrored = match outcome(&[a, b], better, TieBand::Percent(percent)) {
                Outcome::Better(sides) => Outcome::Better(sides.iter().map(|side| 1 - side).collect()),
                same => same,
            };
            prop_assert_eq!(outcome(&[b, a], better, TieBand::Percent(percent)), mirrored);
        }
    }
}
