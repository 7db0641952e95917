//! Which rows speak of the same model.
//!
//! Rows of lab-level sources (the lab-neutral list, the lab's own API, OpenRouter) say which models there are: the
//! anchors, and so do hand-written lines with a page of the lab. Where they are silent, so do hosts, clouds and routers,
//! but never resellers.
//! Every other row must find one of them: by a hand-written alias, by the feed's own hint, by its key, or by its key
//! without a word that can be a variant. A row that finds none is left over and listed, never dropped in silence.

mod anchors;
mod dates;
mod kind;
mod level;
mod row;
mod spelling;

use crate::claims::{Claim, Offer, Place};
use crate::feeds::Part;
use crate::tables::Tables;
use anchors::Anchors;
pub(crate) use dates::{contradicts, day_in, other_release, too_early};
use kind::is_language_model;
use level::Rank;
use llm_compare::identity::{Identity, normalise};
use row::Row;
use spelling::Spellings;
use std::collections::{BTreeMap, BTreeSet};

/// All models with what is said of each, and the rows that found none.
pub(crate) struct Joined<'a> {
    pub(crate) models: BTreeMap<String, Group<'a>>,
    pub(crate) left: Vec<Left<'a>>,
}

/// What is said of one model.
pub(crate) struct Group<'a> {
    pub(crate) lab: String,
    /// No lab-level source knows the model; those who run it or collections do.
    pub(crate) by_others: bool,
    heard: Vec<(Authority, &'a Claim)>,
    /// All rows of a provider's list, by provider and id.
    pub(crate) routes: BTreeMap<(&'a str, &'a str), RouteRows<'a>>,
    /// Rows that say how long the model stays with their provider.
    pub(crate) lifecycles: Vec<&'a Claim>,
    /// Rows with benchmark results, each with the variant of the model that its id names.
    pub(crate) results: Vec<(Option<String>, &'a Claim)>,
    /// Other keys that mean this model.
    pub(crate) aliases: BTreeSet<String>,
}

/// How much a row's word counts: by its source, then whether it speaks of the model itself rather than of a variant,
/// then whether it has the model's own id rather than one that was merged into it, then by the order of the feeds.
/// A variant with reasoning off comes last, for the model can do more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Authority {
    rank: Rank,
    variant: u8,
    other_id: bool,
}

/// The rows about one route.
#[derive(Clone)]
pub(crate) struct RouteRows<'a> {
    pub(crate) identity: Identity,
    pub(crate) rows: Vec<(&'a Claim, &'a Offer)>,
}

/// A row that found no model.
pub(crate) struct Left<'a> {
    pub(crate) claim: &'a Claim,
    pub(crate) why: Why,
}

/// Why a row is left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    /// It neither reads nor writes text, or it is of another kind by its name.
    NotALanguageModel,
    /// No lab-level source knows a model by this key.
    NoModel,
    /// It is of a route that is gone, at somebody who is no lab, or of a provider that is left out.
    NotUsed,
    /// Nobody has said what kind of provider it is.
    NoProvider,
    /// The model lacks a fact that every published model has.
    NotPublishable,
    /// The model of this key was released at another time.
    OtherRelease,
}

/// Finds the model of every row.
pub(crate) fn join<'a>(parts: &'a [Part], tables: &Tables) -> Joined<'a> {
    let spellings = Spellings::new(parts, tables);
    let claims = || parts.iter().flat_map(|part| &part.harvest.claims);
    // Another row about the same route may tell better than this one what kind it is.
    let other_kind: BTreeSet<(&Place, &str)> =
        claims().filter(|claim| !is_language_model(claim)).map(|claim| (&claim.place, claim.id.as_str())).collect();
    let (excluded, rows): (Vec<&Claim>, Vec<&Claim>) =
        claims().partition(|claim| other_kind.contains(&(&claim.place, claim.id.as_str())));
    let mut left: Vec<Left> = excluded.into_iter().map(|claim| Left { claim, why: Why::NotALanguageModel }).collect();
    let rows = rows.into_iter().map(|claim| Row::new(claim, &spellings, tables));
    let no_model = |row: &Row| tables.corrections.leaves_out(row.meaning.key());
    let (left_out, rows): (Vec<_>, Vec<_>) = rows.partition(no_model);
    left.extend(left_out.into_iter().map(|row| Left { claim: row.claim, why: Why::NotUsed }));
    let anchors = Anchors::new(&rows, &spellings, tables);
    let mut models = anchors.groups();
    for row in rows {
        let found = anchors.find(&row, &spellings);
        let group = found.and_then(|(slug, identity)| Some((models.get_mut(&slug)?, slug, identity)));
        let why = match group {
            _ if is_ignored(row.claim, tables) => Why::NotUsed,
            _ if !is_known(row.claim, tables) => Why::NoProvider,
            Some((group, slug, identity)) if group.wants(&row) => {
                group.add(&row, identity, &slug, &anchors);
                continue;
            }
            _ if row.claim.is_gone() && row.lab_level().is_none() => Why::NotUsed,
            _ => Why::NoModel,
        };
        left.push(Left { claim: row.claim, why });
    }
    for (from, line) in &tables.aliases {
        let a_key = normalise(from) == *from && anchors.may_alias(from);
        if let Some(group) = models.get_mut(&line.to).filter(|_| a_key) {
            group.aliases.insert(from.clone());
        }
    }
    for group in models.values_mut() {
        // Stable: the order of the feeds stays.
        group.heard.sort_by_key(|(authority, _)| *authority);
    }
    Joined { models, left }
}

/// Whether somebody has decided to leave out what a source says of a provider.
fn is_ignored(claim: &Claim, tables: &Tables) -> bool {
    matches!(&claim.place, Place::Provider(name) if tables.is_ignored(&claim.origin.source, name))
}

/// Whether somebody has said what the provider of a row is.
fn is_known(claim: &Claim, tables: &Tables) -> bool {
    match &claim.place {
        Place::Provider(id) => tables.providers.contains_key(id),
        Place::Lab(_) | Place::Board(_) | Place::Record(_) => true,
    }
}

impl<'a> Group<'a> {
    fn new(lab: &str, by_others: bool) -> Self {
        Self {
            lab: lab.to_owned(),
            by_others,
            heard: Vec::new(),
            routes: BTreeMap::new(),
            lifecycles: Vec::new(),
            results: Vec::new(),
            aliases: BTreeSet::new(),
        }
    }

    /// Rows whose word on the model counts, the one with the most authority first.
    pub(crate) fn lab_level(&self) -> Vec<&'a Claim> {
        self.heard.iter().map(|(_, claim)| *claim).collect()
    }

    /// Those of them that are not only the word of whoever runs the model.
    pub(crate) fn without_hosts(&self) -> Vec<&'a Claim> {
        let known = self.heard.iter().filter(|(authority, _)| authority.rank < Rank::RunsIt);
        known.map(|(_, claim)| *claim).collect()
    }

    /// What is gone counts only where it is the word of those who know the model.
    fn wants(&self, row: &Row) -> bool {
        !row.claim.is_gone() || row.lab_level().is_some() || self.by_others && row.level.is_some()
    }

    fn add(&mut self, row: &Row<'a>, identity: Identity, slug: &str, anchors: &Anchors) {
        let claim = row.claim;
        let level = row.level.as_ref().filter(|level| level.lab == self.lab);
        if let Some(level) = level.filter(|level| level.rank != Rank::RunsIt || self.by_others) {
            let authority = Authority {
                rank: level.rank,
                variant: match identity.variant.as_deref() {
                    None => 0,
                    Some(variant) if !variant.starts_with("non") => 1,
                    Some(_) => 2,
                },
                other_id: row.own_key != slug,
            };
            self.heard.push((authority, claim));
        }
        if !claim.says.results.is_empty() {
            self.results.push((identity.variant.clone(), claim));
        }
        // The end of a speed or a region is not the end of the model; that of its reasoning is, where it is sold by it.
        let whole = matches!(identity.variant.as_deref(), None | Some("reasoning" | "non-reasoning"));
        if claim.says.lifecycle.is_some() && whole && identity.region.is_none() {
            self.lifecycles.push(claim);
        }
        if identity.key != slug && anchors.may_alias(&identity.key) {
            self.aliases.insert(identity.key.clone());
        }
        if let (Place::Provider(provider), Some(offer)) = (&claim.place, &claim.offer) {
            let key = (provider.as_str(), claim.id.as_str());
            let route = self.routes.entry(key).or_insert_with(|| RouteRows { identity, rows: Vec::new() });
            route.rows.push((claim, offer));
        }
    }
}
