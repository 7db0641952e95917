//! Models of other labs that somebody may choose instead.
//!
//! A rival writes the same kinds of content and has an independent host today, and its price or its quality can be
//! compared. The nearest ones are named. Their distance is a whole number, the sum of four:
//!
//! - price: 1 for each quarter by which the dearer bill exceeds the cheaper one, compounded, so that twice the price is
//!   4; 10, as much as nine times the price, where one of the bills is unknown;
//! - time: 1 for each 30 days between the releases;
//! - quality: 1 for each 4 points between the medians of their percentiles in benchmarks; 5 where one of them is unknown;
//! - reach: 2 for a rival with one host, 1 for one with two.
//!
//! Beyond [`FARTHEST`], as at twice the price, half a year and forty points, nobody would think of comparing the two.

use super::cohort::median;
use super::{Entrant, Field};
use llm_compare::catalog::{Cohort, Modality, Related, Rival};
use llm_compare::money::Usd;
use std::collections::BTreeSet;

/// The greatest distance of a rival.
const FARTHEST: u32 = 20;

/// The median of a model's percentiles in the domains of benchmarks.
pub(super) fn quality(cohort: Option<&Cohort>) -> Option<u32> {
    let domains = cohort?.standing.iter().filter(|standing| standing.benchmarks.is_some());
    median(domains.map(|standing| standing.percentile).collect())
}

/// The nearest rivals of a model with this quality; `qualities` are those of the field, in its order.
pub(super) fn rivals((own, good): (&Entrant, Option<u32>), field: &Field, qualities: &[Option<u32>]) -> Vec<Rival> {
    let kinds = kinds(own);
    let candidates = field.entrants.iter().zip(qualities).filter(|(other, _)| other.row.hosts > 0);
    let candidates = candidates.filter(|(other, _)| other.model.lab != own.model.lab && self::kinds(other) == kinds);
    let mut found: Vec<_> = candidates
        .filter_map(|(other, theirs)| Some((distance((own, good), (other, *theirs))?, &other.model.id, other)))
        .collect();
    found.retain(|(distance, ..)| *distance <= FARTHEST);
    found.sort_by_key(|(distance, id, _)| (*distance, *id));
    found.into_iter().take(Related::MOST_RIVALS).filter_map(|(.., other)| rival(own, other)).collect()
}

/// How far a possible rival is, each side with its quality; `None` where neither price nor quality can be compared.
fn distance((own, good): (&Entrant, Option<u32>), (other, theirs): (&Entrant, Option<u32>)) -> Option<u32> {
    let price = own.bill.zip(other.bill).map(|(a, b)| steps(a, b));
    let quality = good.zip(theirs).map(|(a, b)| a.abs_diff(b) / 4);
    let known = price.or(quality).is_some();
    let reach = 3_u32.saturating_sub(other.row.hosts);
    known.then(|| price.unwrap_or(10) + quality.unwrap_or(5) + own.days_to(other) / 30 + reach)
}

fn rival(own: &Entrant, other: &Entrant) -> Option<Rival> {
    Some(Rival {
        id: other.model.id.clone(),
        name: other.model.name.clone(),
        cost_percent: other.cost_percent(own),
        days_apart: own.days_to(other),
        newer: other.day() > own.day(),
        shared_benchmarks: u32::try_from(own.shared(other).count()).ok()?,
    })
}

/// What a model writes; where nobody says, text.
fn kinds(entrant: &Entrant) -> BTreeSet<Modality> {
    let said = entrant.model.facts.modalities_out.as_ref().and_then(|fact| fact.value.clone());
    said.unwrap_or_else(|| vec![Modality::Text]).into_iter().collect()
}

/// How often the smaller bill grows by a quarter before it is not below the larger one.
fn steps(a: Usd, b: Usd) -> u32 {
    let (mut small, large) = (a.min(b).attodollars(), a.max(b).attodollars());
    let mut steps = 0;
    while small < large && steps < 100 {
        small = small.saturating_add(small / 4).saturating_add(1);
        steps += 1;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_of_bills_is_counted_in_quarters() {
        for (a, b, expected) in
            [(100, 100, 0), (100, 101, 1), (1000, 1250, 1), (100, 200, 4), (200, 100, 4), (10_000, 90_000, 10)]
        {
            assert_eq!(steps(Usd::from_dollars(a), Usd::from_dollars(b)), expected, "{a} {b}");
        }
    }
}
