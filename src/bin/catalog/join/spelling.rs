//! What the id of one row means, by hand-written lines and the feeds' own hints before any rule.

use crate::claims::{Claim, Place};
use crate::feeds::Part;
use crate::tables::Tables;
use llm_compare::identity::{Identity, identify, normalise, snapshot};
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

    /// The identity of a row. The second part says whether it was decided by hand or by the feed, not by rule.
    pub(super) fn identify(&self, claim: &Claim) -> (Identity, bool) {
        let mut identity = identify(&claim.id);
        let raw = claim.id.to_lowercase();
        let here = match &claim.place {
            Place::Provider(provider) => format!("{provider}:{raw}"),
            Place::Lab(_) => raw.clone(),
        };
        let line = [&here, &raw, &identity.key].into_iter().find_map(|from| self.tables.aliases.get(from));
        if let Some(line) = line {
            identity.key.clone_from(&line.to);
            identity.variant = line.variant.clone().or(identity.variant);
            return (identity, true);
        }
        if let Some(target) = self.pointers.get(&raw) {
            identity.key.clone_from(target);
            identity.variant = Some("latest".to_owned());
            return (identity, true);
        }
        match self.base(claim) {
            Some(base) if !other_snapshot(&identity.key, base) => {
                base.clone_into(&mut identity.key);
                (identity, true)
            }
            _ => (identity, false),
        }
    }

    /// The moving id behind a key, such as `claude-opus` for what a provider writes `claude-opus-latest`.
    pub(super) fn pointer(&self, key: &str) -> Option<&str> {
        self.pointers_by_key.get(key).map(String::as_str)
    }

    /// The feed's hint. One that names a moving id was taken when that id meant something else.
    fn base(&self, claim: &Claim) -> Option<&str> {
        match &claim.place {
            Place::Provider(provider) => self.bases.get(provider.as_str())?.get(claim.id.as_str()).map(String::as_str),
            Place::Lab(_) => None,
        }
    }
}

/// Whether a hint evidently confuses two snapshots: both are dated, and differently.
fn other_snapshot(key: &str, base: &str) -> bool {
    match (snapshot(key), snapshot(base)) {
        (Some(own), Some(hinted)) => own.code != hinted.code,
        _ => false,
    }
}
