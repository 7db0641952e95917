//! The whole state of a page ↔ its address: one type, one parser, one printer.
//!
//! Invariants: defaults are left out; the order of keys is fixed; parsing what was printed gives the same state
//! back; unknown keys are ignored; a bad value becomes the default and a [`Note`] for the reader, never an error.

mod kept;
mod note;
mod parse;
mod print;
#[cfg(test)]
mod tests;

pub use kept::KeptPrices;
pub use note::Note;
pub use parse::parse;

use crate::cost::{Kind, OF_A_PRICE, OF_A_SIDE, OF_THE_WORKLOAD, OwnPrice, Usage, Workload};
use crate::decide::Priorities;
use crate::units::Date;

/// The most models one page compares.
pub const MAX_SIDES: usize = 4;

/// The longest text that is searched for, in characters. A longer one is cut, which the field for it shows.
pub const MAX_SEARCH: usize = 100;

/// A page and everything a reader has set on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// Which page.
    pub page: Page,
    /// The traffic to be paid for, the same on every side.
    pub workload: Workload,
    /// Providers that may be paid where the reader chooses no route, by id or name in small letters; empty for all.
    pub providers: Vec<String>,
    /// What each side has of its own, by position; sides beyond the models are ignored.
    pub sides: [Side; MAX_SIDES],
    /// Whether the link holds the reader's own prices. Otherwise they stay in the browser, see [`KeptPrices`].
    pub shares_prices: bool,
    /// What the reader says matters.
    pub priorities: Priorities,
    /// The day prices are taken of; `None` means today.
    pub date: Option<Date>,
    /// What is searched for on the page of the catalogue; empty on others.
    pub search: String,
}

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Page {
    /// The start page.
    #[default]
    Home,
    /// One to four models, as the address spells them.
    Compare(Vec<String>),
    /// What the catalogue knows and does not know.
    Catalog,
    /// How everything is computed, with the models of a comparison as the example.
    Method(Vec<String>),
    /// An address of nothing.
    NotFound,
}

/// What a reader has set for one side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Side {
    /// The route to pay, `provider:model_id`; `None` means the cheapest. See [`Side::own_route`] for what stands before it.
    pub route: Option<String>,
    /// The reader's own price at that route; what a list says while nothing is set.
    pub own: OwnPrice,
    /// What it assumes of the workload.
    pub usage: Usage,
}

/// The key of [`Address::providers`].
pub const PROVIDERS: &str = "pr";

/// The longest list of providers, in characters. A longer one is cut, which the field for it shows.
const MAX_PROVIDERS: usize = 300;

/// What stands between commas, in small letters.
fn words(list: &str) -> Vec<String> {
    let list: String = list.chars().take(MAX_PROVIDERS).collect();
    list.split(',').map(|word| word.trim().to_ascii_lowercase()).filter(|word| !word.is_empty()).collect()
}

/// Before the key of a route: at the reader's own price.
const OWN: &str = "own:";

impl Side {
    /// The key of the route that is paid at the reader's own price; `None` when none is. It is empty when nothing else is known
    /// of the route.
    pub fn own_route(&self) -> Option<&str> {
        self.route.as_deref()?.strip_prefix(OWN)
    }

    /// The key of a route at the reader's own price.
    pub fn at_own_price(route: &str) -> String {
        format!("{OWN}{route}")
    }

    /// Lets the reader's own price, if one is set, count at the route that is paid, whose key is `paid`; and no longer when
    /// nothing is set.
    fn settle(&mut self, paid: &str) {
        match (self.own_route(), self.own == OwnPrice::default()) {
            (None, false) => self.route = Some(Self::at_own_price(paid)),
            (Some(route), true) => self.route = Some(route.to_owned()).filter(|route| !route.is_empty()),
            _ => {}
        }
    }
}

impl Address {
    /// Sets part of the price of the reader's own on a side, as [`Address::set`] does, at the route whose key is `paid`.
    ///
    /// # Errors
    /// What is expected instead; nothing is changed then.
    pub fn set_own_price(&mut self, key: &str, value: &str, paid: &str) -> Result<String, String> {
        let shown = self.set(key, value)?;
        self.side_mut(key).into_iter().for_each(|side| side.settle(paid));
        Ok(shown)
    }

    /// Sets what `key` names in links, such as `n` or `tb`, to what a person has typed or chosen.
    ///
    /// # Returns
    /// The same as it is shown.
    ///
    /// # Errors
    /// What is expected instead; nothing is changed then.
    pub fn set(&mut self, key: &str, value: &str) -> Result<String, String> {
        if key == PROVIDERS {
            self.providers = words(value);
            return Ok(self.providers.join(", "));
        }
        let mut outcome = Ok(value.to_owned());
        self.set_with(key, &mut |_, kind| {
            let read = kind.read(value);
            outcome = read.clone().map(|number| kind.text(number));
            read.ok()
        });
        outcome
    }

    /// Sets what `key` names to the number that `read` makes of its label and kind. Nothing for a key that names nothing.
    fn set_with(&mut self, key: &str, read: &mut dyn FnMut(&'static str, Kind) -> Option<u64>) {
        if let Some(setting) = OF_THE_WORKLOAD.iter().find(|setting| setting.key == key) {
            if let Some(number) = read(setting.label, setting.kind) {
                setting.set(&mut self.workload, number);
            }
        } else if let Some(setting) = OF_A_SIDE.iter().find(|setting| key.starts_with(setting.key))
            && let Some(side) = self.side_mut(key)
            && let Some(number) = read(setting.label, setting.kind)
        {
            setting.set(&mut side.usage, number);
        } else if let Some(setting) = OF_A_PRICE.iter().find(|setting| key.starts_with(setting.key))
            && let Some(side) = self.side_mut(key)
            && let Some(number) = read(setting.label, setting.kind)
        {
            setting.set(&mut side.own, number);
        }
    }

    /// The side that the second letter of a key names.
    fn side_mut(&mut self, key: &str) -> Option<&mut Side> {
        let [_, letter] = key.as_bytes() else { return None };
        self.sides.get_mut(usize::from(letter.wrapping_sub(b'a')))
    }

    /// The page that compares `models`, with everything at its default.
    pub fn compare<S: Into<String>>(models: impl IntoIterator<Item = S>) -> Self {
        Self { page: Page::Compare(models.into_iter().map(Into::into).collect()), ..Self::default() }
    }

    /// The page of the catalogue.
    pub fn catalog() -> Self {
        Self { page: Page::Catalog, ..Self::default() }
    }

    /// How what these models come to is computed.
    pub fn method(models: &[String]) -> Self {
        Self { page: Page::Method(models.to_vec()), ..Self::default() }
    }

    /// The slugs that are compared, empty on other pages.
    pub fn models(&self) -> &[String] {
        match &self.page {
            Page::Compare(models) | Page::Method(models) => models,
            _ => &[],
        }
    }

    /// The same page with another model on one side; that side's route choice goes with its model.
    #[must_use]
    pub fn with_model(mut self, side: usize, slug: &str) -> Self {
        let mut models = self.models().to_vec();
        match models.get_mut(side) {
            Some(place) => slug.clone_into(place),
            None => models.push(slug.to_owned()),
        }
        self.page = Page::Compare(models);
        if let Some(side) = self.sides.get_mut(side) {
            *side = Side::default();
        }
        self
    }

    /// The same page without one side; those after it move up with their settings.
    #[must_use]
    pub fn without(mut self, side: usize) -> Self {
        if let Page::Compare(models) = &mut self.page
            && side < models.len()
        {
            models.remove(side);
            if let Some(rest) = self.sides.get_mut(side..) {
                rest.rotate_left(1);
            }
            if let Some(last) = self.sides.last_mut() {
                *last = Side::default();
            }
        }
        self
    }

    /// The same page with one side first, so that the others are compared with it; those before it move down, each with its
    /// own settings. Of two sides it exchanges them.
    #[must_use]
    pub fn with_first(mut self, side: usize) -> Self {
        if let Page::Compare(models) = &mut self.page
            && let Some(moved) = models.get_mut(..=side)
            && let Some(settings) = self.sides.get_mut(..=side)
        {
            moved.rotate_right(1);
            settings.rotate_right(1);
        }
        self
    }
}
