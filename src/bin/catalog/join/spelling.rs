//! What the id of one row means, by hand-written lines and the feeds' own hints before any rule.

use super::row::Meaning;
use crate::claims::{Claim, Place};
use crate::feeds::Part;
use crate::tables::Tables;
use llm_compare::identity::{Identity, normalise, snapshot};
use std::collections::BTreeMap;

/// Everything that outranks a key.
pub(super) struct Spellings<'a> {
    tables: &'a Tables,
    /// By provider, then by id.
    bases: BTreeMap<&'a str, BTreeMap<&'a str, String>>,
    pointers: BTreeMap<String, String>,
    pointers_by_key: BTreeMap<String, String>,
}

impl<'a> Spellings<'a> {
    pub(super) fn new(parts: &'a [Part], tables: &'a Tables) -> Self {
        let mut all =
            Self { tables, bases: BTreeMap::new(), pointers: BTreeMap::new(), pointers_by_key: BTreeMap::new() };
        for part in parts {
            for ((provider, id), base) in &part.harvest.bases {
                all.bases.entry(provider).or_default().insert(id, normalise(base));
            }
            for (from, to) in &part.harvest.pointers {
                all.pointers_by_key.insert(normalise(from), normalise(to));
                all.pointers.insert(from.to_lowercase(), normalise(to));
            }
        }
        all
    }

    /// What the id of a row can mean, given what the rules make of it.
    pub(super) fn meaning(&self, claim: &Claim, own: Identity) -> Meaning {
        let raw = claim.id.to_lowercase();
        let place = match &claim.place {
            Place::Provider(provider) => Some(provider.as_str()),
            Place::Board(_) | Place::Record(_) => Some(claim.origin.source.as_str()),
            Place::Lab(_) => None,
        };
        if let Some(line) = self.tables.alias(place, &claim.id, &own.key) {
            let variant = line.variant.clone().or(own.variant);
            return Meaning::Decided(Identity { key: line.to.clone(), variant, ..own });
        }
        if let Some(target) = self.pointers.get(&raw) {
            return Meaning::Decided(Identity { key: target.clone(), variant: Some("latest".to_owned()), ..own });
        }
        let hint = self.base(claim).filter(|base| !other_snapshot(&own.key, base));
        Meaning::Open { hint: hint.map(|base| Identity { key: base.to_owned(), ..own.clone() }), own }
    }

    /// The moving id behind a key, such as `claude-opus` for what a provider writes `claude-opus-latest`.
    pub(super) fn pointer(&self, key: &str) -> Option<&str> {
        self.pointers_by_key.get(key).map(String::as_str)
    }

    /// The feed's hint. One that names a moving id was taken when that id meant something else.
    fn base(&self, claim: &Claim) -> Option<&str> {
        let Place::Provider(provider) = &claim.place else { return None };
        let base = self.bases.get(provider.as_str())?.get(claim.id.as_str())?;
        (!self.tables.aliases.contains_key(base)).then_some(base.as_str())
    }
}

/// Whether a hint evidently confuses two snapshots: both are dated, and differently.
fn other_snapshot(key: &str, base: &str) -> bool {
    match (snapshot(key), snapshot(base)) {
        (Some(own), Some(hinted)) => own.code != hinted.code,
        _ => false,
    }
}
