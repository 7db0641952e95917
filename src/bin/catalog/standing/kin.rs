//! What follows what.
//!
//! By announcement: the model that a provider recommends instead. By family: the next of the same lab and line.

use super::line::pairs;
use super::{Entrant, Field};
use crate::index::owners;
use llm_compare::browse::squash;
use llm_compare::catalog::{Basis, Kin, LifecycleMark, Model, Providers};
use llm_compare::identity::normalise;
use std::collections::BTreeMap;

/// Who follows whom, by slug.
pub(super) struct Kinship<'a> {
    /// The later one, and the provider that recommends it.
    announced: BTreeMap<&'a str, (&'a Model, &'a str)>,
    /// The only one that the model is recommended instead of, and by whom; `None` of several.
    instead_of: BTreeMap<&'a str, Option<(&'a Model, &'a str)>>,
    /// The later one.
    next: BTreeMap<&'a str, &'a Model>,
    /// The earlier one.
    previous: BTreeMap<&'a str, &'a Model>,
}

impl<'a> Kinship<'a> {
    pub(super) fn new(models: &'a [Model], field: &'a Field<'a>, providers: &Providers) -> Self {
        let (pairs, announced) = (pairs(field), announced(models, field, providers));
        let mut instead_of: BTreeMap<&str, Option<_>> = BTreeMap::new();
        for own in &field.entrants {
            if let Some((later, channel)) = announced.get(own.model.id.as_str()) {
                instead_of.entry(&later.id).and_modify(|one| *one = None).or_insert(Some((own.model, *channel)));
            }
        }
        Self {
            announced,
            instead_of,
            next: pairs.iter().map(|(earlier, later)| (earlier.id.as_str(), *later)).collect(),
            previous: pairs.iter().map(|(earlier, later)| (later.id.as_str(), *earlier)).collect(),
        }
    }

    /// What comes after a model.
    pub(super) fn successor(&self, own: &Entrant) -> Option<Kin> {
        let id = own.model.id.as_str();
        let announced = self.announced.get(id).map(|(later, channel)| kin(later, Some(channel)));
        announced.or_else(|| self.next.get(id).map(|later| kin(later, None)))
    }

    /// What came before a model: in its line, or the only one that it is recommended for.
    pub(super) fn predecessor(&self, own: &Entrant) -> Option<Kin> {
        let id = own.model.id.as_str();
        let previous = self.previous.get(id).map(|earlier| kin(earlier, None));
        previous.or_else(|| self.instead_of.get(id)?.as_ref().map(|(earlier, channel)| kin(earlier, Some(channel))))
    }
}

fn kin(model: &Model, channel: Option<&str>) -> Kin {
    let basis = if channel.is_some() { Basis::Announced } else { Basis::Family };
    Kin { id: model.id.clone(), name: model.name.clone(), basis, channel: channel.map(str::to_owned) }
}

/// What providers recommend instead of each model: the lab itself first, then in the order of their ids. What is not newer
/// than the model is no successor.
fn announced<'a>(
    models: &'a [Model],
    field: &'a Field<'a>,
    providers: &Providers,
) -> BTreeMap<&'a str, (&'a Model, &'a str)> {
    let owners = owners(models);
    let by_slug: BTreeMap<&str, &Entrant> = field.entrants.iter().map(|one| (one.model.id.as_str(), one)).collect();
    let resolve = |id: &str| {
        let owner = |spelling: &str| owners.get(&squash(spelling)).copied().flatten();
        by_slug.get(owner(id).or_else(|| owner(&normalise(id)))?)
    };
    let mut found = BTreeMap::new();
    for own in &field.entrants {
        let is_own =
            |mark: &&LifecycleMark| providers.providers.get(&mark.channel).is_some_and(|p| p.is_lab_of(&own.model.lab));
        let (labs, others): (Vec<_>, Vec<_>) = own.model.lifecycle.iter().partition(is_own);
        let recommended = labs.into_iter().chain(others).find_map(|mark| {
            let later = resolve(mark.replacement.as_deref()?).filter(|later| is_before(own, later))?;
            Some((later.model, mark.channel.as_str()))
        });
        found.extend(recommended.map(|recommended| (own.model.id.as_str(), recommended)));
    }
    found
}

/// Whether one was released before the other for certain: a month is not before one of its days.
pub(super) fn is_before(earlier: &Entrant, later: &Entrant) -> bool {
    let within = || later.released().to_string().starts_with(&earlier.released().to_string());
    earlier.day() < later.day() && !within()
}
