//! Models that cost less and are behind in nothing that has been measured.

use super::{Entrant, Field};
use llm_compare::catalog::{Alternative, Related};
use llm_compare::compare::{Better, Outcome, TieBand, outcome};
use std::cmp::Reverse;

/// The alternatives of better value, those that are ahead most often first, then the cheapest. Only a model that can be
/// requested today has a bill; one whose end its lab has announced is nothing to move to.
pub(super) fn better_value(own: &Entrant, field: &Field) -> Vec<Alternative> {
    let mut found: Vec<(Reverse<u32>, u128, Alternative)> = field
        .entrants
        .iter()
        .filter(|other| !other.ends && is_cheaper(other, own))
        .filter_map(|other| {
            let (benchmarks, ahead) = dominates(other, own, field)?;
            let (id, name) = (other.model.id.clone(), other.model.name.clone());
            let cost_percent = other.cost_percent(own)?;
            let alternative = Alternative { id, name, cost_percent, benchmarks, ahead };
            Some((Reverse(ahead), other.bill?.attodollars(), alternative))
        })
        .collect();
    found.sort_by(|(ahead_a, cost_a, a), (ahead_b, cost_b, b)| (ahead_a, cost_a, &a.id).cmp(&(ahead_b, cost_b, &b.id)));
    found.into_iter().map(|(.., alternative)| alternative).take(Related::MOST_ALTERNATIVES).collect()
}

/// Whether the bill is less by more than what is called a tie.
fn is_cheaper(other: &Entrant, own: &Entrant) -> bool {
    let bills = [other, own].map(|side| side.bill.map(|bill| bill.attodollars()));
    outcome(&bills, Better::Smaller, TieBand::COST) == Outcome::Better(vec![0])
}

/// In how many benchmarks the other can be compared with this one and in how many it is ahead; `None` where these are too
/// few or it is behind in one.
fn dominates(other: &Entrant, own: &Entrant, field: &Field) -> Option<(u32, u32)> {
    let (mut benchmarks, mut ahead) = (0, 0);
    for (benchmark, theirs, ours) in other.shared(own) {
        let benchmark = field.benchmarks.get(benchmark)?;
        benchmarks += 1;
        if !benchmark.is_tie(theirs, ours) {
            if benchmark.rank(theirs.value) < benchmark.rank(ours.value) {
                return None;
            }
            ahead += 1;
        }
    }
    (benchmarks >= Related::FEWEST_BENCHMARKS).then_some((benchmarks, ahead))
}
