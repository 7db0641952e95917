//! The models of a comparison with their place on the page, their routes and their months.

mod card;
mod month;
mod shown;

use super::browser;
use super::catalogue::{Catalogue, Loaded};
use super::link_state::LinkState;
use super::reactive::{Kept, Memo, Shared, State, Work, effect, follow};
use crate::catalog::Model;
use crate::compare::{Overview, overview};
use crate::link::MAX_SIDES;
use crate::prose::{self, Decision, Details, decision};
use leptos::prelude::*;
use std::sync::Arc;

pub(super) use card::Card;
pub(super) use month::{Month, Routes};
use month::{month, shared_providers};
pub(super) use shown::Shown;

/// One model that is here, which side it is on, and what shows it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Side {
    /// 0 for A, 1 for B, …
    pub(super) index: usize,
    /// Number of its [`Card`].
    pub(super) card: usize,
    /// The model.
    pub(super) model: Kept<Model>,
}

/// A model with its routes, whatever the workload.
type Listed = (Kept<Model>, Shared<Routes>);

/// The months of the sides that are here, each with its side's index.
type Months = Vec<(usize, Shared<Month>)>;

/// What a comparison is about.
#[derive(Clone, Copy)]
pub(super) struct Comparison {
    /// The models that are here, in the order of the address.
    pub(super) sides: Memo<Vec<Side>>,
    /// The same with their prices; empty until the list of providers is here.
    pub(super) months: Memo<Months>,
    /// What is shown whatever the workload, which follows a change of models a frame later: the overview, and the models
    /// with their routes.
    below: State<(Shared<Overview>, Vec<Listed>)>,
    /// What the facts come to for the reader's workload.
    decision: Memo<Shared<Decision>>,
    /// The same in all its words, which follow every change a frame later.
    details: State<Option<Shared<Details>>>,
    /// All cards, those that show no side included.
    pub(super) cards: [Card; MAX_SIDES],
}

impl Comparison {
    /// Provides the comparison of the current address to all components below and fetches what it needs.
    pub(super) fn provide() -> Self {
        let (catalogue, link) = (Catalogue::get(), LinkState::get());
        let want = move || {
            link.address.with(|address| address.models().iter().for_each(|slug| catalogue.want_model(slug)));
            catalogue.want_providers();
            catalogue.want_benchmarks();
        };
        // At once, so that files that are here already are in the first drawing; then at every change of address.
        untrack(want);
        effect(want);
        let sides =
            Memo::new(move |before: Option<&Vec<Side>>| sides(catalogue, link, before.map_or(&[][..], Vec::as_slice)));
        let months = Memo::new(move |before: Option<&Months>| {
            let Loaded::Ready(providers) = catalogue.providers() else { return Months::new() };
            let before = before.map_or(&[][..], Vec::as_slice);
            sides.with(|sides| {
                let shared = shared_providers(sides, before);
                sides.iter().map(|side| (side.index, month(side, providers, &shared, link, before))).collect()
            })
        });
        let listed: Memo<Vec<Listed>> = Memo::new(move |_| {
            let of = |(_, month): &(usize, Shared<Month>)| (month.model(), month.routes.clone());
            months.with(|months| months.iter().map(of).collect())
        });
        let below = State::new((Shared(Arc::default()), Vec::new()));
        follow(move || {
            let (all, known, day) = (listed.get(), catalogue.benchmarks(), link.day.get());
            let show = move || {
                let sides: Vec<_> = all.iter().map(|(model, routes)| (&**model, routes.as_slice())).collect();
                let overview = overview(&sides, known.ready(), day);
                below.set((Shared(Arc::new(overview)), all));
            };
            // A first page is drawn as a whole, so that nothing jumps.
            soon(below.with_untracked(|(_, due)| due.is_empty()), Box::new(show))
        });
        let decision = Memo::new(move |before: Option<&Shared<Decision>>| {
            let mut made = None;
            if let Some(shown) = Shown::now((catalogue, link), months, below) {
                shown.read(&mut |field, priorities| made = Some(decision(field, priorities)));
            }
            made.map_or_else(|| before.cloned().unwrap_or(Shared(Arc::default())), |made| Shared(Arc::new(made)))
        });
        let details: State<Option<Shared<Details>>> = State::new(None);
        follow(move || {
            let shown = Shown::now((catalogue, link), months, below);
            let tell = move || {
                if let Some(shown) = shown {
                    shown.read(&mut |field, priorities| {
                        details.set(Some(Shared(Arc::new(prose::details(field, priorities)))));
                    });
                }
            };
            soon(details.with_untracked(Option::is_none), Box::new(tell))
        });
        let cards = std::array::from_fn(|number| Card::new(number, sides, months));
        let comparison = Self { sides, months, below, decision, details, cards };
        provide_context(comparison);
        comparison
    }

    /// Whether every file the page asked for is here or has failed.
    pub(super) fn is_settled(self) -> bool {
        let (catalogue, link) = (Catalogue::get(), LinkState::get());
        let models =
            link.address.with(|address| address.models().iter().all(|slug| catalogue.model(slug).is_settled()));
        models && catalogue.providers().is_settled() && catalogue.benchmarks().is_settled()
    }

    /// The comparison of the page.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// What the page says of its models, whatever the workload. After a change of models it follows when the change has
    /// been painted: a frame has time for one or the other.
    pub(super) fn overview(self) -> Shared<Overview> {
        self.below.get().0
    }

    /// What the facts come to.
    pub(super) fn decision(self) -> Shared<Decision> {
        self.decision.get()
    }

    /// The same in all its words, a frame later.
    pub(super) fn details(self) -> Shared<Details> {
        self.details.get().unwrap_or(Shared(Arc::default()))
    }

    /// What is shown now, to be read later; nothing until the models are here.
    pub(super) fn shown(self) -> Option<Shown> {
        Shown::now((Catalogue::get(), LinkState::get()), self.months, self.below)
    }

    /// Whether there is something to show.
    pub(super) fn is_ready(self) -> bool {
        self.below.with(|(_, due)| !due.is_empty())
    }

    /// Whether a table of these routes is due.
    pub(super) fn is_due(self, routes: &Shared<Routes>) -> bool {
        self.below.with(|(_, due)| due.iter().any(|(_, due)| due == routes))
    }

    /// Numbers of the cards that show a side, in the order of the sides.
    pub(super) fn order(self) -> Vec<usize> {
        self.sides.with(|sides| sides.iter().map(|side| side.card).collect())
    }
}

/// Work at once where it is the first of its kind, else when what is on the page now has been painted.
fn soon(first: bool, work: Work) -> Work {
    if first { work } else { Box::new(move || browser::after_paint(work)) }
}

fn sides(catalogue: Catalogue, link: LinkState, before: &[Side]) -> Vec<Side> {
    let slugs = link.address.with(|address| address.models().to_vec());
    let loaded = slugs.iter().map(|slug| catalogue.model(slug)).enumerate();
    let here = |(index, state): (usize, Loaded<Model>)| Some((index, Kept(state.ready()?)));
    deal(loaded.filter_map(here).collect(), before)
}

/// Gives each side a card: the one that showed it before, else one that showed its model elsewhere, else a free one.
fn deal(here: Vec<(usize, Kept<Model>)>, before: &[Side]) -> Vec<Side> {
    let mut free: Vec<usize> = (0..MAX_SIDES).collect();
    let mut cards = vec![None; here.len()];
    for same_side in [true, false] {
        for (card, (index, model)) in cards.iter_mut().zip(&here).filter(|(card, _)| card.is_none()) {
            let fits = |held: &&Side| held.model == *model && (held.index == *index || !same_side);
            *card = before.iter().filter(fits).map(|held| held.card).find(|card| free.contains(card));
            free.retain(|free| Some(*free) != *card);
        }
    }
    let mut free = free.into_iter();
    let mut side =
        |card: Option<usize>, (index, model)| Some(Side { index, card: card.or_else(|| free.next())?, model });
    cards.into_iter().zip(here).filter_map(|(card, here)| side(card, here)).collect()
}
