//! Weights: which side leads by the reader's, how stable that is, and which weight would change it.

use super::criteria::{COUNT, MAX_WEIGHT};
use super::judge::Judgement;
use crate::compare::Outcome;

/// How many weightings are tried.
pub const WEIGHTINGS: u32 = 2048;

/// Fractional parts of the square roots of the first nine primes, in units of 2⁻³²: their multiples fill a cube evenly.
const ROOTS: [u32; COUNT - 1] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
    0xcbbb_9d5d,
];

/// The sides by weight.
#[derive(Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Points of each side; `None` for one that a must-have excludes.
    pub points: Vec<Option<u64>>,
    /// The one side with the most points.
    pub leader: Option<usize>,
    /// In how many of [`WEIGHTINGS`] the leader has more points than every other.
    pub ahead: u32,
    /// Weights that would give another side the lead: the criterion's place, the weight, and whether it is raised to that or
    /// more, or lowered to it or less.
    pub flips: Vec<(usize, u8, bool)>,
}

/// Ranks the sides that are not `excluded`.
pub fn ranking(judgements: &[Judgement], weights: [u8; COUNT], excluded: &[bool]) -> Ranking {
    let mut points = Vec::new();
    tally(judgements, weights.map(u64::from), excluded, &mut points);
    let leader = leader(&points);
    let mut ranking = Ranking { leader, points, ahead: 0, flips: Vec::new() };
    let Some(leading) = leader else { return ranking };
    // Made once, because thousands of weightings are tried.
    let mut points = Vec::new();
    for n in 1..=WEIGHTINGS {
        tally(judgements, weighting(n), excluded, &mut points);
        ranking.ahead += u32::from(self::leader(&points) == leader);
    }
    for (place, weight) in weights.into_iter().enumerate() {
        for raised in [true, false] {
            let mut tried = weights;
            let mut candidates = 0..=MAX_WEIGHT;
            // The nearest weight that makes another side lead, in that direction.
            let flips = |other: &u8| {
                if let Some(place) = tried.get_mut(place) {
                    *place = *other;
                }
                tally(judgements, tried.map(u64::from), excluded, &mut points);
                self::leader(&points).is_some_and(|side| side != leading)
            };
            let found = match raised {
                true => candidates.filter(|other| *other > weight).find(flips),
                false => candidates.by_ref().rev().filter(|other| *other < weight).find(flips),
            };
            ranking.flips.extend(found.map(|found| (place, found, raised)));
        }
    }
    ranking
}

/// Puts the weights that each side has won into `points`; sides that lead together have them all.
fn tally(judgements: &[Judgement], weights: [u64; COUNT], excluded: &[bool], points: &mut Vec<Option<u64>>) {
    points.clear();
    excluded.iter().for_each(|excluded| points.push((!excluded).then_some(0)));
    for (judgement, weight) in judgements.iter().zip(weights) {
        if let Outcome::Better(sides) = &judgement.outcome {
            for side in sides {
                if let Some(Some(points)) = points.get_mut(*side) {
                    *points += weight;
                }
            }
        }
    }
}

/// The one side with the most points.
fn leader(points: &[Option<u64>]) -> Option<usize> {
    let (mut best, mut alone) = (None, false);
    for (side, points) in points.iter().enumerate() {
        // `None` is less than any number of points.
        if best.is_none_or(|(most, _)| *points > most) {
            (best, alone) = (Some((*points, side)), points.is_some());
        } else if best.is_some_and(|(most, _)| *points == most) {
            alone = false;
        }
    }
    best.filter(|_| alone).map(|(_, side)| side)
}

/// One of the weightings, whose parts sum up to 2³². Cutting a line at evenly spread points spreads its parts evenly over
/// all ways to weigh.
fn weighting(n: u32) -> [u64; COUNT] {
    let mut cuts = [u32::MAX; COUNT];
    for (held, root) in ROOTS.into_iter().enumerate() {
        let mut cut = root.wrapping_mul(n);
        // Sorted as they come: the standard sort is made for long lists, and is 3 kB of code.
        for place in cuts.iter_mut().take(held + 1) {
            if cut < *place {
                std::mem::swap(place, &mut cut);
            }
        }
    }
    let mut before = 0;
    cuts.map(|cut| {
        let part = u64::from(cut - before);
        before = cut;
        part
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weightings_are_whole_and_weigh_no_criterion_more_than_another() {
        let mut sums = [0_u64; COUNT];
        for n in 1..=WEIGHTINGS {
            let parts = weighting(n);
            assert_eq!(parts.iter().sum::<u64>(), u64::from(u32::MAX));
            sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
        }
        let mean = u64::from(u32::MAX) * u64::from(WEIGHTINGS) / 10;
        assert!(sums.iter().all(|sum| sum.abs_diff(mean) * 50 < mean), "{sums:?} is not within 2 % of {mean}");
    }
}
