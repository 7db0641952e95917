//! The models of a comparison with their place on the page, their routes and their months.

use super::catalogue::{Catalogue, Loaded};
use super::link_state::LinkState;
use crate::catalog::Model;
use crate::compare::{PriceRow, RouteFacts, SideCost, price_rows, route_facts, side_cost};
use leptos::prelude::*;
use std::sync::Arc;

/// One model that is here, and which side it is on.
#[derive(Debug, Clone)]
pub(super) struct Side {
    /// 0 for A, 1 for B, …
    pub(super) index: usize,
    /// The model.
    pub(super) model: Arc<Model>,
}

/// A side with its prices for the workload.
#[derive(Debug, Clone)]
pub(super) struct Month {
    /// The side.
    pub(super) side: Side,
    /// Every route with its bill.
    pub(super) rows: Vec<PriceRow>,
    /// What the side costs.
    pub(super) cost: SideCost,
}

/// `A` to `D`.
pub(super) fn letter(index: usize) -> &'static str {
    ["A", "B", "C", "D"].get(index).copied().unwrap_or("?")
}

/// The class that gives a side its hue.
pub(super) fn class(index: usize) -> &'static str {
    ["side-a", "side-b", "side-c", "side-d"].get(index).copied().unwrap_or("side-a")
}

/// What a comparison is about.
#[derive(Clone, Copy)]
pub(super) struct Comparison {
    /// The models that are here, in the order of the address.
    pub(super) sides: Memo<Vec<Side>>,
    /// The same with their prices; empty until the list of providers is here.
    pub(super) months: Memo<Vec<Month>>,
}

impl Comparison {
    /// Provides the comparison of the current address to all components below and fetches what it needs.
    pub(super) fn provide() -> Self {
        let (catalogue, link) = (Catalogue::get(), LinkState::get());
        let want = move || {
            link.address.with(|address| address.models().iter().for_each(|slug| catalogue.want_model(slug)));
            catalogue.want_providers();
        };
        // At once, so that files that are here already are in the first drawing; then at every change of address.
        untrack(want);
        Effect::new(want);
        let sides = Memo::new_with_compare(move |_| sides(catalogue, link), |old, new| !same_sides(old, new));
        // Recomputed only when something it reads has changed, so there is nothing to compare.
        let facts = Memo::new_with_compare(move |_| facts(catalogue, link, sides), |_, _| true);
        let months = Memo::new_with_compare(move |_| months(catalogue, link, facts), |_, _| true);
        let comparison = Self { sides, months };
        provide_context(comparison);
        comparison
    }

    /// Whether every file the page asked for is here or has failed.
    pub(super) fn is_settled(self) -> bool {
        let (catalogue, link) = (Catalogue::get(), LinkState::get());
        let models =
            link.address.with(|address| address.models().iter().all(|slug| catalogue.model(slug).is_settled()));
        models && catalogue.providers().is_settled()
    }

    /// The comparison of the page.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// Name of the model on one side, once it is here.
    pub(super) fn name(self, index: usize) -> String {
        let name =
            |sides: &Vec<Side>| sides.iter().find(|side| side.index == index).map(|side| side.model.name.clone());
        self.sides.with(name).unwrap_or_default()
    }

    /// What `read` makes of one side's month; the default while it is not here.
    pub(super) fn month<T: Default>(self, index: usize, read: impl FnOnce(&Month) -> T) -> T {
        self.months.with(|months| months.iter().find(|month| month.side.index == index).map(read)).unwrap_or_default()
    }
}

fn sides(catalogue: Catalogue, link: LinkState) -> Vec<Side> {
    let slugs = link.address.with(|address| address.models().to_vec());
    let loaded = slugs.iter().map(|slug| catalogue.model(slug)).enumerate();
    loaded.filter_map(|(index, state)| state.ready().map(|model| Side { index, model: Arc::clone(model) })).collect()
}

fn same_sides(old: Option<&Vec<Side>>, new: Option<&Vec<Side>>) -> bool {
    let same = |(a, b): (&Side, &Side)| a.index == b.index && Arc::ptr_eq(&a.model, &b.model);
    match (old, new) {
        (Some(old), Some(new)) => old.len() == new.len() && old.iter().zip(new).all(same),
        _ => false,
    }
}

/// What a side's routes are, whatever the workload.
type Facts = (Side, Vec<Arc<RouteFacts>>);

fn facts(catalogue: Catalogue, link: LinkState, sides: Memo<Vec<Side>>) -> Vec<Facts> {
    let Loaded::Ready(providers) = catalogue.providers() else { return Vec::new() };
    let day = link.day.get();
    let facts = |side: &Side| (side.clone(), route_facts(&side.model, &providers, day));
    sides.with(|sides| sides.iter().map(facts).collect())
}

fn months(catalogue: Catalogue, link: LinkState, facts: Memo<Vec<Facts>>) -> Vec<Month> {
    let Loaded::Ready(providers) = catalogue.providers() else { return Vec::new() };
    let (address, day) = (link.address.get(), link.day.get());
    let month = |(side, facts): &Facts| {
        let set = address.sides.get(side.index).cloned().unwrap_or_default();
        let rows = price_rows(&side.model, facts, &address.workload, set.reasoning, day);
        let cost = side_cost(&side.model, &providers, &rows, &address.workload, &set, day);
        Month { side: side.clone(), rows, cost }
    };
    facts.with(|facts| facts.iter().map(month).collect())
}
