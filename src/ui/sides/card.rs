//! What shows one side of a comparison.

use super::{Month, Months, Routes, Side};
use crate::catalog::Model;
use crate::table::letter;
use crate::ui::reactive::{Kept, Memo, Shared};

/// What shows one side. A card stays with its model: when sides change places their cards do, and nothing in them is
/// drawn anew.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Card {
    side: Memo<Option<Side>>,
    month: Memo<Option<Shared<Month>>>,
    // Apart from the month, so that what shows no cost stays when the workload changes.
    routes: Memo<Option<Shared<Routes>>>,
}

impl Card {
    pub(super) fn new(number: usize, sides: Memo<Vec<Side>>, months: Memo<Months>) -> Self {
        let held = move |sides: &Vec<Side>| sides.iter().find(|side| side.card == number).cloned();
        let side = Memo::new(move |_| sides.with(held));
        let index = move || side.with(|side| side.as_ref().map(|side| side.index));
        let of = move |months: &Months, index| months.iter().find(|(at, _)| *at == index).map(|(_, m)| m.clone());
        let month = Memo::new(move |_| index().and_then(|index| months.with(|months| of(months, index))));
        let routes = Memo::new(move |_| month.with(|month| month.as_ref().map(|month| month.routes.clone())));
        Self { side, month, routes }
    }

    /// Whether it shows a side.
    pub(in crate::ui) fn is_used(self) -> bool {
        self.side.with(Option::is_some)
    }

    /// Place of its side: 0 for A, 1 for B, …
    pub(in crate::ui) fn index(self) -> usize {
        self.side.with(|side| side.as_ref().map_or(0, |side| side.index))
    }

    /// Name of its model.
    pub(in crate::ui) fn name(self) -> String {
        self.side.with(|side| side.as_ref().map(|side| side.model.name.clone()).unwrap_or_default())
    }

    /// Its model.
    pub(in crate::ui) fn model(self) -> Option<Kept<Model>> {
        self.side.with(|side| side.as_ref().map(|side| side.model))
    }

    /// Slug of its model.
    pub(in crate::ui) fn slug(self) -> String {
        self.side.with(|side| side.as_ref().map(|side| side.model.id.clone()).unwrap_or_default())
    }

    /// An id for a part of it.
    pub(in crate::ui) fn id(self, part: &str) -> String {
        format!("{part}-{}", letter(self.index()).to_ascii_lowercase())
    }

    /// The month of its side, once the providers are here.
    pub(in crate::ui) fn month(self) -> Option<Shared<Month>> {
        self.month.get()
    }

    /// The routes of its side, once the providers are here.
    pub(in crate::ui) fn routes(self) -> Option<Shared<Routes>> {
        self.routes.get()
    }
}
