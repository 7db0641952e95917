//! How much the difference between two sides hangs on each assumption.

use super::{Kind, OF_A_SIDE, OF_THE_WORKLOAD, Payer, Setting, Workload, costs};
use crate::money::Usd;

/// One assumption, halved and half as much again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swing {
    /// What is assumed.
    pub label: &'static str,
    /// The side whose assumption it is; `None` where it is that of the workload.
    pub side: Option<usize>,
    /// What it is set to, less and more, for reading.
    pub values: [String; 2],
    /// What both sides cost then.
    pub costs: [[Usd; 2]; 2],
}

/// Which side costs less; `None` when both cost the same.
pub fn cheaper(costs: [Usd; 2]) -> Option<usize> {
    let [a, b] = costs;
    if a == b { None } else { Some(usize::from(b < a)) }
}

/// By how much the first side is cheaper, in 10⁻¹⁸ dollars.
pub fn difference(costs: [Usd; 2]) -> i128 {
    let [a, b] = costs.map(|cost| i128::try_from(cost.attodollars()).unwrap_or(i128::MAX));
    b.saturating_sub(a)
}

/// The assumptions on which the difference depends: those that can be halved, where that changes what some side costs.
pub fn swings(workload: &Workload, payers: &[Payer; 2]) -> Vec<Swing> {
    let mut all = Vec::new();
    // The number of requests and how they are counted change both sides alike.
    for setting in OF_THE_WORKLOAD.iter().filter(|setting| !matches!(setting.key, "n" | "p" | "g" | "e")) {
        swing(&mut all, setting, *workload, None, &mut |varied| costs(varied, payers));
    }
    for side in 0..2 {
        for setting in &OF_A_SIDE {
            let Some(usage) = payers.get(side).map(|payer| payer.usage) else { continue };
            swing(&mut all, setting, usage, Some(side), &mut |varied| {
                let mut payers = *payers;
                payers.get_mut(side)?.usage = *varied;
                costs(workload, &payers)
            });
        }
    }
    all.retain(|swing| swing.costs.first() != swing.costs.last());
    all
}

fn swing<T: Copy>(
    all: &mut Vec<Swing>,
    setting: &Setting<T>,
    of: T,
    side: Option<usize>,
    costs: &mut dyn FnMut(&T) -> Option<[Usd; 2]>,
) {
    let now = setting.get(&of);
    if now == 0 || matches!(setting.kind, Kind::Choice(_)) {
        return;
    }
    let mut put = |number: u64| {
        let (number, mut varied) = (setting.kind.nearest(number), of);
        setting.set(&mut varied, number);
        Some((setting.kind.text(number), costs(&varied)?))
    };
    if let Some((less, more)) = put(now / 2).zip(put(now + now / 2)) {
        all.push(Swing { label: setting.label, side, values: [less.0, more.0], costs: [less.1, more.1] });
    }
}
