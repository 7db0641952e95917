//! Which of two sides is cheaper at every output share and cached share of requests of the same size.

use super::{Lever, Payer, Workload, costs, difference};

/// Into how many columns a piece between two thresholds is divided; within one the border is all but straight.
const COLUMNS: u64 = 24;

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
    let total = workload.input.0.saturating_add(workload.output.0);
    let mut map = WinnerMap { total, most_cached: Lever::Cached.most(workload, payers), columns: Vec::new() };
    for piece in Lever::Output.course(workload, payers)?.points.chunks(2) {
        let [(first, _), (last, _)] = piece else { continue };
        // Within a piece the difference is linear in both directions, so that its corners say all.
        let corner = |output: u64, cached: u64| {
            costs(&Lever::Cached.put(&Lever::Output.put(workload, output), cached), payers).map(difference)
        };
        let edge = |output: u64| Some([corner(output, 0)?, corner(output, map.most_cached)?]);
        let (left, right) = (edge(*first)?, edge(*last)?);
        for nth in 0..=COLUMNS {
            let between = |from: i128, end: i128| from + (end - from) / i128::from(COLUMNS) * i128::from(nth);
            let ends = [between(left[0], right[0]), between(left[1], right[1])];
            let output = first + (last - first) / COLUMNS * nth + (last - first) % COLUMNS * nth / COLUMNS;
            map.columns.push((output, first_is_cheaper(ends, map.most_cached)));
        }
    }
    Some(map)
}

/// From which to which cached share the first side is cheaper, of what it saves with nothing and with the most cached.
fn first_is_cheaper([none, most]: [i128; 2], most_cached: u64) -> (u64, u64) {
    match (none > 0 || (none == 0 && most > 0), most > 0 || (most == 0 && none > 0)) {
        (true, true) => (0, most_cached),
        (false, false) => (0, 0),
        (begins, _) => {
            let all = none.unsigned_abs().saturating_add(most.unsigned_abs()) / u128::from(most_cached).max(1);
            let border = none.unsigned_abs() / all.max(1);
            let border = u64::try_from(border).unwrap_or(most_cached).min(most_cached);
            if begins { (0, border) } else { (border, most_cached) }
        }
    }
}
