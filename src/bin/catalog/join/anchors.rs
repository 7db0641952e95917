//! The models that lab-level sources know.

use super::Group;
use super::dates::same_release;
use super::spelling::Spellings;
use crate::claims::{Claim, Place, Standing};
use crate::tables::Tables;
use llm_compare::catalog::ProviderKind;
use llm_compare::identity::{Identity, normalise, snapshot};
use llm_compare::units::PartialDate;
use std::collections::{BTreeMap, BTreeSet};

/// How a lab-level row ranks, and whose model it is about.
pub(super) struct Level {
    pub(super) rank: u8,
    pub(super) lab: String,
}

/// The rank of a row whose word on a model counts: the lab-neutral list, the lab's own API (the international edition
/// first), the lab's own cloud, OpenRouter, and last whoever runs the model or passes requests to those who do.
/// `None` for resellers and plans, and for another lab's model on a lab's own API.
pub(super) fn rank(claim: &Claim, tables: &Tables) -> Option<Level> {
    let provider = match &claim.place {
        Place::Lab(lab) => return Some(Level { rank: 0, lab: lab.clone() }),
        Place::Provider(provider) => provider,
    };
    let path = claim.id.trim_start_matches('~').rsplit_once('/').map(|(path, _)| path);
    let org = path.map(|path| path.rsplit('/').next().unwrap_or(path));
    if provider == "openrouter" {
        let lab = tables.labs.by_org(org?)?.to_owned();
        return Some(Level { rank: 4, lab });
    }
    let line = tables.providers.get(provider)?;
    let by_name = || tables.labs.by_family(&normalise(&claim.id));
    let lab = org.and_then(|org| tables.labs.by_org(org)).or_else(|| if org.is_none() { by_name() } else { None });
    let own_rank = if line.region.is_none() { 1 } else { 2 };
    let rank = match (&line.lab, line.kind) {
        // A lab's own API need not say whose the models are.
        (Some(own), _) if lab.or(org.is_none().then_some(own)) == Some(own) => {
            return Some(Level { rank: own_rank, lab: own.clone() });
        }
        (None, ProviderKind::Cloud) if lab == Some(&line.operator) => 3,
        (_, ProviderKind::Lab | ProviderKind::Cloud | ProviderKind::Host | ProviderKind::Router) => RUNS_IT,
        (_, ProviderKind::Reseller | ProviderKind::Plan | ProviderKind::Local) => return None,
    };
    Some(Level { rank, lab: lab?.to_owned() })
}

/// The rank of those who run a model without being its lab. It counts only for a model that no better source knows.
pub(super) const RUNS_IT: u8 = 5;

/// All anchors, with the ways to find one.
pub(super) struct Anchors {
    /// Slug → lab.
    labs: BTreeMap<String, String>,
    /// Keys that were merged into a slug, and keys that differ from one by what providers leave out.
    moved: BTreeMap<String, String>,
    /// Slug → lab, of models that only those who run them know.
    by_hosts: BTreeMap<String, String>,
}

impl Anchors {
    pub(super) fn new(rows: &[&Claim], spellings: &Spellings, tables: &Tables) -> Self {
        let mut known: BTreeMap<String, (u8, String, PartialDate)> = BTreeMap::new();
        for claim in rows {
            let level = rank(claim, tables).filter(|level| level.rank < RUNS_IT);
            let (Some(level), Some(released)) = (level, claim.says.released) else { continue };
            let (identity, _) = spellings.identify(claim);
            if identity.key.is_empty() {
                continue;
            }
            let better = known.get(&identity.key).is_none_or(|(rank, ..)| level.rank < *rank);
            if better {
                known.insert(identity.key, (level.rank, level.lab, released));
            }
        }
        let released = |key: &str| known.get(key).map(|(.., day)| *day);
        let codes = dated_keys(rows, spellings);
        let mut moved = BTreeMap::new();
        for (family, keys) in &codes {
            // What providers misspell does not count against what labs write.
            let (by_labs, by_others): (Vec<_>, Vec<_>) = keys.iter().partition(|key| known.contains_key(*key));
            let dated = if by_labs.is_empty() { by_others } else { by_labs };
            match (released(family), dated.as_slice()) {
                // One release under several ids, or a date that only providers write. GPT-4o, with three snapshots of
                // three releases, stays apart from all of them.
                (Some(plain), dated) if dated.iter().all(|key| same_release(plain, released(key), key)) => {
                    moved.extend(dated.iter().map(|key| ((*key).clone(), family.clone())));
                }
                // Only one dated id is known; providers leave its date out.
                (None, [key]) if known.contains_key(*key) => {
                    moved.insert(family.clone(), (*key).clone());
                }
                _ => {}
            }
        }
        let labs: BTreeMap<_, _> = known
            .into_iter()
            .filter(|(key, _)| !moved.contains_key(key))
            .map(|(key, (_, lab, _))| (key, lab))
            .collect();
        for (short, key) in unique_without_active_size(&labs) {
            moved.entry(short).or_insert(key);
        }
        let mut anchors = Self { labs, moved, by_hosts: BTreeMap::new() };
        anchors.by_hosts = anchors.known_to_hosts(rows, spellings, tables);
        anchors
    }

    /// Models that no better source knows, but that somebody other than a reseller runs today.
    fn known_to_hosts(&self, rows: &[&Claim], spellings: &Spellings, tables: &Tables) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        for claim in rows {
            let current = claim.offer.as_ref().is_some_and(|offer| offer.standing == Standing::Current);
            let level = rank(claim, tables).filter(|level| current && level.rank == RUNS_IT);
            if let (Some(level), None) = (level, self.find(claim, spellings)) {
                let (identity, _) = spellings.identify(claim);
                found.entry(identity.key).or_insert(level.lab);
            }
        }
        found
    }

    /// One empty group for each model.
    pub(super) fn groups<'a>(&self) -> BTreeMap<String, Group<'a>> {
        let of_labs = self.labs.iter().map(|(slug, lab)| (slug.clone(), Group::new(lab, false)));
        of_labs.chain(self.by_hosts.iter().map(|(slug, lab)| (slug.clone(), Group::new(lab, true)))).collect()
    }

    /// Whether a key that is not a slug may lead to one model: not when it is another model's slug.
    pub(super) fn may_alias(&self, key: &str) -> bool {
        !self.is_slug(key)
    }

    fn is_slug(&self, key: &str) -> bool {
        self.labs.contains_key(key) || self.by_hosts.contains_key(key)
    }

    /// The model of a row, and what else its id says.
    pub(super) fn find(&self, claim: &Claim, spellings: &Spellings) -> Option<(String, Identity)> {
        let (mut identity, decided) = spellings.identify(claim);
        if let Some(slug) = self.slug(&identity.key) {
            return Some((slug, identity));
        }
        if decided {
            return None;
        }
        if let Some(slug) = spellings.pointer(&identity.key).and_then(|key| self.slug(key)) {
            identity.variant = Some("latest".to_owned());
            return Some((slug, identity));
        }
        let (slug, key, words) = self.without_variant_words(&identity.key)?;
        let variant = words.into_iter().chain(identity.variant.take()).collect::<Vec<_>>().join("-");
        identity.key = key;
        identity.variant = Some(variant);
        Some((slug, identity))
    }

    fn slug(&self, key: &str) -> Option<String> {
        if self.is_slug(key) {
            return Some(key.to_owned());
        }
        self.moved.get(key).cloned()
    }

    /// Takes words off the end that name a variant at some providers and a model of its own at some labs.
    fn without_variant_words(&self, key: &str) -> Option<(String, String, Vec<String>)> {
        const MAYBE_VARIANT: [&str; 14] = [
            "beta",
            "chat",
            "cloud",
            "dynamic",
            "fast",
            "hybrid",
            "non",
            "original",
            "paddle",
            "preview",
            "reasoning",
            "think",
            "thinking",
            "turbo",
        ];
        let mut words: Vec<&str> = key.split('-').collect();
        let mut taken = Vec::new();
        // From anywhere but the front: `qwen3-235b-a22b-thinking-2507`.
        while let Some(at) = words.iter().rposition(|word| MAYBE_VARIANT.contains(word)).filter(|at| *at > 0) {
            taken.insert(0, words.remove(at).to_owned());
            let shorter = words.join("-");
            if let Some(slug) = self.slug(&shorter) {
                return Some((slug, shorter, taken));
            }
        }
        None
    }
}

/// Every dated key by its family.
fn dated_keys(rows: &[&Claim], spellings: &Spellings) -> BTreeMap<String, BTreeSet<String>> {
    let mut families: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for claim in rows {
        let (identity, decided) = spellings.identify(claim);
        if let Some(dated) = snapshot(&identity.key).filter(|_| !decided) {
            families.entry(dated.family).or_default().insert(identity.key);
        }
    }
    families
}

/// `qwen3-235b-a22b` is also called `qwen3-235b`, if no other model is.
fn unique_without_active_size(labs: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut short: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for key in labs.keys() {
        let is_active = |word: &&str| {
            word.strip_prefix('a').and_then(|w| w.strip_suffix('b')).is_some_and(|n| n.parse::<f32>().is_ok())
        };
        let kept: Vec<&str> = key.split('-').filter(|word| !is_active(word)).collect();
        let kept = kept.join("-");
        if kept != *key {
            short.entry(kept).or_default().push(key);
        }
    }
    let unique = short.into_iter().filter_map(|(kept, keys)| match keys.as_slice() {
        [key] if !labs.contains_key(&kept) => Some((kept, (*key).clone())),
        _ => None,
    });
    unique.collect()
}
