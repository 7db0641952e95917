//! What a model can do, and what one route lacks of it.

use super::facts::decide;
use crate::claims::{Claim, Place};
use llm_compare::catalog::{Capability, Fact};
use std::collections::{BTreeMap, BTreeSet};

/// Yes and No as lab-level rows state them; silence stays unknown.
pub(super) fn of_model(lab_level: &[&Claim]) -> BTreeMap<Capability, Fact<bool>> {
    let stated: BTreeSet<Capability> =
        lab_level.iter().flat_map(|claim| claim.says.capabilities.keys().copied()).collect();
    let decided = stated.into_iter().filter_map(|capability| {
        let fact = decide(lab_level, |says| says.capabilities.get(&capability).copied())?;
        Some((capability, fact))
    });
    let mut all: BTreeMap<_, _> = decided.collect();
    if let Some(claim) = prices_cache_reads(lab_level) {
        let fact = Fact::new(true, claim.origin.source.clone(), claim.origin.as_of);
        all.entry(Capability::PromptCaching).or_insert(fact);
    }
    all
}

/// A lab-level row that has a price for cached tokens.
fn prices_cache_reads<'a>(lab_level: &[&'a Claim]) -> Option<&'a Claim> {
    lab_level.iter().copied().find(|claim| {
        let price = claim.offer.as_ref().and_then(|offer| offer.price.as_ref());
        matches!(claim.place, Place::Provider(_)) && price.is_some_and(|price| price.classes.cache_read.is_some())
    })
}

/// What the model can do but this row says it cannot do here.
pub(super) fn lacks(model: &BTreeMap<Capability, Fact<bool>>, row: &Claim) -> Vec<Capability> {
    let can = model.iter().filter(|(_, fact)| fact.value == Some(true)).map(|(capability, _)| *capability);
    can.filter(|capability| row.says.capabilities.get(capability) == Some(&false)).collect()
}
