//! The models that somebody whose word counts knows, people who have read a page of the lab among them, and the ways to
//! find one.

use super::Group;
use super::dates::same_release;
use super::level::Rank;
use super::row::{Meaning, Row};
use super::spelling::Spellings;
use crate::claims::Standing;
use crate::tables::Tables;
use llm_compare::identity::{Identity, snapshot};
use llm_compare::units::PartialDate;
use std::collections::{BTreeMap, BTreeSet};

/// All anchors.
pub(super) struct Anchors {
    /// Slug → lab.
    labs: BTreeMap<String, String>,
    /// Slug → lab, of models that only those who run them or collections know.
    by_others: BTreeMap<String, String>,
    /// Keys that were merged into a slug, and keys that differ from one by what providers leave out.
    moved: BTreeMap<String, String>,
}

/// What the best lab-level row says of a key.
struct Known<'a> {
    rank: Rank,
    lab: &'a str,
    released: PartialDate,
}

impl Anchors {
    pub(super) fn new(rows: &[Row], spellings: &Spellings, tables: &Tables) -> Self {
        let by_hand = tables.corrections.known();
        let mut known: BTreeMap<&str, Known> =
            by_hand.map(|(slug, lab, released)| (slug, Known { rank: Rank::Neutral, lab, released })).collect();
        for row in rows {
            let (Some(level), Some(released)) = (row.lab_level(), row.released()) else { continue };
            if level.rank == Rank::Record {
                continue;
            }
            let key = row.meaning.key();
            let better = known.get(key).is_none_or(|before| level.rank < before.rank);
            if better && !key.is_empty() {
                known.insert(key, Known { rank: level.rank, lab: &level.lab, released });
            }
        }
        let mut moved = snapshots(rows, &known);
        let labs = known.into_iter().filter(|(key, _)| !moved.contains_key(*key));
        let labs: BTreeMap<String, String> = labs.map(|(key, known)| (key.to_owned(), known.lab.to_owned())).collect();
        for (short, key) in unique_without_active_size(&labs) {
            moved.entry(short).or_insert(key);
        }
        let mut anchors = Self { labs, moved, by_others: BTreeMap::new() };
        anchors.by_others = anchors.known_to_others(rows, spellings);
        anchors
    }

    /// Models that no better source knows, but that somebody other than a reseller runs or has sold, or that a
    /// collection describes.
    fn known_to_others(&self, rows: &[Row], spellings: &Spellings) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        let several = self.families_of_several();
        for row in rows.iter().filter(|row| !several.contains(row.meaning.key())) {
            let standing = row.claim.offer.as_ref().map(|offer| offer.standing);
            let ran = standing.is_some_and(|standing| standing != Standing::Listed);
            let level = row.level.as_ref().filter(|level| match level.rank {
                Rank::Record => row.released().is_some(),
                rank => rank == Rank::RunsIt && ran && row.released().is_some(),
            });
            if let (Some(level), None) = (level, self.find(row, spellings)) {
                found.entry(row.meaning.key().to_owned()).or_insert_with(|| level.lab.clone());
            }
        }
        found
    }

    /// Families with several dated models: an id without a date could mean any of them.
    fn families_of_several(&self) -> BTreeSet<String> {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for dated in self.labs.keys().filter_map(|key| snapshot(key)) {
            *counts.entry(dated.family).or_default() += 1;
        }
        counts.into_iter().filter(|(_, count)| *count > 1).map(|(family, _)| family).collect()
    }

    /// One empty group for each model.
    pub(super) fn groups<'a>(&self) -> BTreeMap<String, Group<'a>> {
        let of_labs = self.labs.iter().map(|(slug, lab)| (slug.clone(), Group::new(lab, false)));
        of_labs.chain(self.by_others.iter().map(|(slug, lab)| (slug.clone(), Group::new(lab, true)))).collect()
    }

    /// Whether a key that is not a slug may lead to one model: not when it is another model's slug.
    pub(super) fn may_alias(&self, key: &str) -> bool {
        !self.is_slug(key)
    }

    fn is_slug(&self, key: &str) -> bool {
        self.labs.contains_key(key) || self.by_others.contains_key(key)
    }

    /// The model of a row, and what else its id says.
    pub(super) fn find(&self, row: &Row, spellings: &Spellings) -> Option<(String, Identity)> {
        let known = |identity: &Identity| Some((self.slug(&identity.key)?, identity.clone()));
        let own = match &row.meaning {
            Meaning::Decided(identity) => return known(identity),
            Meaning::Open { hint, own } => match hint.as_ref().and_then(known).or_else(|| known(own)) {
                Some(found) => return Some(found),
                None => own,
            },
        };
        if let Some(slug) = spellings.pointer(&own.key).and_then(|key| self.slug(key)) {
            return Some((slug, Identity { variant: Some("latest".to_owned()), ..own.clone() }));
        }
        let (slug, key, words) = self.without_variant_words(&own.key)?;
        let variant = words.into_iter().chain(own.variant.clone()).collect::<Vec<_>>().join("-");
        Some((slug, Identity { key, variant: Some(variant), ..own.clone() }))
    }

    fn slug(&self, key: &str) -> Option<String> {
        if self.is_slug(key) {
            return Some(key.to_owned());
        }
        self.moved.get(key).cloned()
    }

    /// Takes words off the end that name a variant at some providers and a model of its own at some labs.
    fn without_variant_words(&self, key: &str) -> Option<(String, String, Vec<String>)> {
        let mut words: Vec<&str> = key.split('-').collect();
        let mut taken = Vec::new();
        // From anywhere but the front: `qwen3-235b-a22b-thinking-2507`.
        while let Some(at) = words.iter().rposition(|word| is_maybe_variant(word)).filter(|at| *at > 0) {
            taken.insert(0, words.remove(at).to_owned());
            let shorter = words.join("-");
            if let Some(slug) = self.slug(&shorter) {
                return Some((slug, shorter, taken));
            }
        }
        None
    }
}

/// Words that can be a variant: where no model has them in its name, they are.
fn is_maybe_variant(word: &str) -> bool {
    const WORDS: &str = "beta chat cloud dynamic fast hybrid non original paddle reasoning think thinking turbo";
    WORDS.split_ascii_whitespace().any(|known| known == word)
}

/// Which dated and undated keys are one model: from the key that goes to the one that stays.
fn snapshots(rows: &[Row], known: &BTreeMap<&str, Known>) -> BTreeMap<String, String> {
    let released = |key: &str| known.get(key).map(|known| known.released);
    let mut moved = BTreeMap::new();
    for (family, keys) in &dated_keys(rows) {
        // What providers misspell does not count against what labs write.
        let (by_labs, by_others): (Vec<_>, Vec<_>) = keys.iter().partition(|key| known.contains_key(key.as_str()));
        let dated = if by_labs.is_empty() { by_others } else { by_labs };
        match (released(family), dated.as_slice()) {
            // One release under several ids, or a date that only providers write. GPT-4o, with three snapshots of
            // three releases, stays apart from all of them.
            (Some(plain), dated) if dated.iter().all(|key| same_release(plain, released(key), key)) => {
                moved.extend(dated.iter().map(|key| ((*key).clone(), family.clone())));
            }
            // Only one dated id is known; providers leave its date out.
            (None, [key]) if known.contains_key(key.as_str()) => {
                moved.insert(family.clone(), (*key).clone());
            }
            _ => {}
        }
    }
    moved
}

/// Every dated key that a rule found, by its family.
fn dated_keys(rows: &[Row]) -> BTreeMap<String, BTreeSet<String>> {
    let mut families: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows {
        let Meaning::Open { hint: None, own } = &row.meaning else { continue };
        if let Some(dated) = snapshot(&own.key) {
            families.entry(dated.family).or_default().insert(own.key.clone());
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
