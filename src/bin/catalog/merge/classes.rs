//! The classes beside input and output: cache, batch, reasoning, audio. Sources that agree on the plain price may differ
//! about them, leave them out, or slip.

use crate::claims::{Claim, Quote};
use llm_compare::catalog::PriceClasses;
use llm_compare::money::UsdPerMtok;
use std::collections::BTreeSet;

/// One class of a price.
type Class = fn(&mut PriceClasses) -> &mut Option<UsdPerMtok>;

/// Classes that every list has a column for, so that one list alone against several silent ones has slipped.
const COMMON: [Class; 2] = [|c| &mut c.cache_read, |c| &mut c.cache_write_5m];

/// Classes that only some lists have.
const RARE: [Class; 7] = [
    |c| &mut c.cache_write_1h,
    |c| &mut c.batch_input,
    |c| &mut c.batch_output,
    |c| &mut c.batch_cache_read,
    |c| &mut c.reasoning,
    |c| &mut c.audio_input,
    |c| &mut c.audio_output,
];

/// The classes of `plain`, each as most of the agreeing sources state it; of several, as the first does. The first of
/// `agreeing` is the one that knows the route best.
pub(super) fn settle(plain: &PriceClasses, agreeing: &[(&Claim, &Quote)]) -> PriceClasses {
    const MANY: usize = 3;
    let sane: Vec<_> = agreeing.iter().copied().filter(|(_, quote)| !is_mixed_up(&quote.classes)).collect();
    let sources: BTreeSet<&str> = sane.iter().map(|(claim, _)| claim.origin.source.as_str()).collect();
    let mut settled = PriceClasses { input: plain.input, output: plain.output, ..PriceClasses::default() };
    for class in COMMON {
        let best = sane.first().and_then(|(_, quote)| *class(&mut quote.classes.clone()));
        let heard = |(value, by): &(UsdPerMtok, usize)| *by > 1 || sources.len() < MANY || best == Some(*value);
        *class(&mut settled) = most_stated(class, &sane).filter(heard).map(|(value, _)| value);
    }
    for class in RARE {
        *class(&mut settled) = most_stated(class, &sane).map(|(value, _)| value);
    }
    settled
}

/// To read what is kept never costs more than to read it anew: where a list says so, its columns are mixed up.
fn is_mixed_up(classes: &PriceClasses) -> bool {
    classes.cache_read.zip(classes.input).is_some_and(|(read, input)| read > input)
}

/// The value that most sources state for a class, and how many they are.
fn most_stated(class: Class, quotes: &[(&Claim, &Quote)]) -> Option<(UsdPerMtok, usize)> {
    let stated: Vec<(UsdPerMtok, &str)> = quotes
        .iter()
        .filter_map(|(claim, quote)| Some(((*class(&mut quote.classes.clone()))?, claim.origin.source.as_str())))
        .collect();
    let by = |value: UsdPerMtok| {
        let same = stated.iter().filter(|(other, _)| *other == value);
        same.map(|(_, source)| *source).collect::<BTreeSet<_>>().len()
    };
    let counted = stated.iter().map(|(value, _)| (*value, by(*value)));
    // Of several maxima the first, so from the back.
    counted.rev().max_by_key(|(_, count)| *count)
}
