//! The classes beside input and output: cache, batch, reasoning, audio. Sources that agree on the plain price may differ
//! about them, leave them out, or slip.

use crate::claims::{Claim, Quote};
use llm_compare::catalog::PriceClasses;
use llm_compare::money::UsdPerMtok;
use std::collections::BTreeSet;

/// Classes that every list has a column for, so that one list alone against several silent ones has slipped.
const COMMON: [&str; 2] = ["cache_read", "cache_write_5m"];

/// The classes of `plain`, each as most of the agreeing sources state it; of several, as the first does. The first of
/// `agreeing` is the one that knows the route best.
pub(super) fn settle(plain: &PriceClasses, agreeing: &[(&Claim, &Quote)]) -> PriceClasses {
    const MANY: usize = 3;
    let sane: Vec<_> = agreeing.iter().copied().filter(|(_, quote)| !is_mixed_up(&quote.classes)).collect();
    let sources: BTreeSet<&str> = sane.iter().map(|(claim, _)| claim.origin.source.as_str()).collect();
    let mut settled = PriceClasses::default();
    for (place, (name, class)) in settled.all_mut().into_iter().enumerate() {
        let best = sane.first().and_then(|(_, quote)| class_at(place, quote));
        let heard = |(value, by): &(UsdPerMtok, usize)| {
            !COMMON.contains(&name) || *by > 1 || sources.len() < MANY || best == Some(*value)
        };
        *class = most_stated(place, &sane).filter(heard).map(|(value, _)| value);
    }
    PriceClasses { input: plain.input, output: plain.output, ..settled }
}

/// To read what is kept never costs more than to read it anew: where a list says so, its columns are mixed up.
fn is_mixed_up(classes: &PriceClasses) -> bool {
    classes.cache_read.zip(classes.input).is_some_and(|(read, input)| read > input)
}

/// The class at one place in the order of all classes.
fn class_at(place: usize, quote: &Quote) -> Option<UsdPerMtok> {
    quote.classes.all().get(place)?.1
}

/// The value that most sources state for the class at that place, and how many they are.
fn most_stated(place: usize, quotes: &[(&Claim, &Quote)]) -> Option<(UsdPerMtok, usize)> {
    let stated: Vec<(UsdPerMtok, &str)> = quotes
        .iter()
        .filter_map(|(claim, quote)| Some((class_at(place, quote)?, claim.origin.source.as_str())))
        .collect();
    let by = |value: UsdPerMtok| {
        let same = stated.iter().filter(|(other, _)| *other == value);
        same.map(|(_, source)| *source).collect::<BTreeSet<_>>().len()
    };
    let counted = stated.iter().map(|(value, _)| (*value, by(*value)));
    // Of several maxima the first, so from the back.
    counted.rev().max_by_key(|(_, count)| *count)
}
