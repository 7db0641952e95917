//! How a model stands among those of its time, as percentiles.

use super::{Entrant, Field};
use llm_compare::catalog::{Cohort, Fact, Measure, Standing, Word};
use llm_compare::units::Tokens;
use std::collections::BTreeMap;

/// What is known of a model itself, as a number of which more is better.
type Value = fn(&Entrant) -> Option<i128>;

const VALUES: [(Measure, Value); 4] = [
    (Measure::ContextTokens, |own| tokens(own.model.facts.context_tokens.as_ref())),
    (Measure::MaxOutputTokens, |own| tokens(own.model.facts.max_output_tokens.as_ref())),
    (Measure::OutputPrice, |own| Some(-i128::from(own.output_price?.nanos()))),
    // Nobody known is not the same as nobody.
    (Measure::Hosts, |own| Some(i128::from(own.row.hosts)).filter(|hosts| *hosts > 0)),
];

fn tokens(fact: Option<&Fact<Tokens>>) -> Option<i128> {
    Some(i128::from(fact?.value?.0))
}

/// Where a model stands among those of its time; `None` where nothing can be said of it.
pub(super) fn cohort(own: &Entrant, field: &Field) -> Option<Cohort> {
    let others = field.entrants.iter().filter(|other| other.model.id != own.model.id);
    let others: Vec<&Entrant> = others.filter(|other| other.days_to(own) <= Cohort::DAYS).collect();
    let values = VALUES.iter().filter_map(|(measure, value)| {
        let (percentile, among) = place(value(own)?, others.iter().filter_map(|other| value(other)))?;
        Some(Standing { measure: *measure, percentile, among, benchmarks: None })
    });
    let standing: Vec<Standing> = values.chain(domains(own, &others, field)).collect();
    let models = u32::try_from(others.len()).ok()?.checked_add(1)?;
    (!standing.is_empty()).then_some(Cohort { models, standing })
}

/// The percentile of each domain of benchmarks.
fn domains(own: &Entrant, others: &[&Entrant], field: &Field) -> Vec<Standing> {
    let mut places: BTreeMap<Measure, Vec<(u32, u32)>> = BTreeMap::new();
    for (key, score) in &own.scores {
        let Some(benchmark) = field.benchmarks.get(key.0) else { continue };
        let rank = |score| i128::from(benchmark.rank(score));
        let theirs = others.iter().filter_map(|other| Some(rank(other.scores.get(key)?.value)));
        let measure = Measure::from_word(benchmark.domain.word());
        if let (Some(measure), Some(place)) = (measure, place(rank(score.value), theirs)) {
            places.entry(measure).or_default().push(place);
        }
    }
    let standing = places.into_iter().filter_map(|(measure, places)| {
        let percentile = median(places.iter().map(|(percentile, _)| *percentile).collect())?;
        let among = places.iter().map(|(_, among)| *among).min()?;
        Some(Standing { measure, percentile, among, benchmarks: Some(u32::try_from(places.len()).ok()?) })
    });
    standing.collect()
}

/// The percentile of `own` among `others`, and how many they are with it; `None` of too few.
fn place(own: i128, others: impl Iterator<Item = i128>) -> Option<(u32, u32)> {
    let (mut halves, mut count) = (0_u32, 0_u32);
    for other in others {
        count += 1;
        halves += u32::from(own > other) + u32::from(own >= other);
    }
    let among = count + 1;
    (among >= Cohort::FEWEST).then(|| (halves * 100 / (2 * count), among))
}

/// The number in the middle, of an even count the lower one.
pub(super) fn median(mut numbers: Vec<u32>) -> Option<u32> {
    numbers.sort_unstable();
    numbers.get(numbers.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use llm_compare::catalog::Domain;

    #[test]
    fn a_percentile_is_the_share_of_the_others_that_are_worse_with_ties_as_halves() {
        for (own, others, expected) in [
            (9, vec![1, 2, 3, 4, 5, 6, 7], Some((100, 8))),
            (0, vec![1, 2, 3, 4, 5, 6, 7], Some((0, 8))),
            (4, vec![1, 2, 3, 4, 5, 6, 7], Some((50, 8))),
            (5, vec![5; 7], Some((50, 8))),
            (5, vec![5, 5, 5, 1, 9, 9, 9], Some((35, 8))), // 2.5 of 7
            (5, vec![1, 2, 9, 9, 9, 9, 9, 9], Some((25, 9))),
            (5, vec![1, 2, 3, 4, 6, 7], None),
            (5, vec![], None),
        ] {
            assert_eq!(place(own, others.iter().copied()), expected, "{own} among {others:?}");
        }
    }

    #[test]
    fn the_median_of_an_even_number_is_the_lower_one() {
        for (numbers, expected) in [
            (vec![], None),
            (vec![7], Some(7)),
            (vec![9, 1], Some(1)),
            (vec![9, 1, 4], Some(4)),
            (vec![9, 1, 4, 5], Some(4)),
        ] {
            assert_eq!(median(numbers.clone()), expected, "{numbers:?}");
        }
    }

    #[test]
    fn every_domain_has_a_measure() {
        for domain in [
            Domain::Science,
            Domain::Mathematics,
            Domain::Coding,
            Domain::Agents,
            Domain::Factuality,
            Domain::Reasoning,
            Domain::Vision,
            Domain::LongContext,
            Domain::Security,
            Domain::Knowledge,
            Domain::Instructions,
            Domain::Languages,
        ] {
            assert!(Measure::from_word(domain.word()).is_some(), "{domain:?}");
        }
    }
}
