//! Which of two sides is cheaper at every output share and cached share of requests of the same size.

use super::break_even::insert;
use super::{Lever, Payer, Workload, cheaper};

/// How many columns are looked at beside the thresholds of tiers; between them the border is all but straight.
const COLUMNS: u64 = 32;

/// The part of the map where the first side is cheaper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WinnerMap {
    /// Tokens of a request.
    pub total: u64,
    /// The most that can be cached, in millionths.
    pub most_cached: u64,
    /// From left to right: output tokens, and from which to which cached share, in millionths, the first side is cheaper.
    pub columns: Vec<(u64, (u64, u64))>,
}

/// The map around a workload; `None` where it cannot be drawn exactly.
pub fn winner_map(workload: &Workload, payers: &[Payer; 2]) -> Option<WinnerMap> {
    let course = Lever::Output.course(workload, payers)?;
    let total = workload.input.0.saturating_add(workload.output.0);
    let mut outputs = Vec::new();
    course.points.iter().for_each(|(at, _)| insert(&mut outputs, *at));
    (0..=COLUMNS).for_each(|nth| insert(&mut outputs, total / COLUMNS * nth + total % COLUMNS * nth / COLUMNS));
    let mut map = WinnerMap { total, most_cached: 0, columns: Vec::new() };
    for output in outputs {
        let cached = Lever::Cached.course(&Lever::Output.put(workload, output), payers)?;
        let [(_, first), .., (most, last)] = cached.points.as_slice() else { return None };
        let wins = cheaper(*first).or_else(|| cheaper(*last)) == Some(0);
        let range = match cached.crossings.first() {
            None if wins => (0, *most),
            None => (0, 0),
            Some(crossing) if crossing.then == 0 => (crossing.scaled(1, 1), *most),
            Some(crossing) => (0, crossing.scaled(1, 1)),
        };
        map.most_cached = *most;
        map.columns.push((output, range));
    }
    Some(map)
}
