//! The address as a signal: read from the browser's location, written back as a reader changes things.
//!
//! The location is the one source of truth. While a reader types, the newest state runs ahead of it for a moment
//! (browsers limit how often an address may change) and is written when the typing pauses.

use super::browser::{self, history};
use super::reactive::Memo;
use crate::link::{Address, Note, parse};
use crate::units::Date;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// How long typing must pause before the address is written.
const PAUSE: Duration = Duration::from_millis(300);

/// The state of the page, shared by all components.
#[derive(Clone, Copy)]
pub(super) struct LinkState {
    /// Everything the address says, defaults filled in.
    pub(super) address: Memo<Address>,
    /// The day prices are taken of: the link's, else today.
    pub(super) day: Memo<Date>,
    /// The day of the reader's clock, taken once.
    today: Date,
    read: Memo<(Address, Vec<Note>)>,
    /// Path and query of the browser.
    location: RwSignal<(String, String)>,
    ahead: RwSignal<Option<Ahead>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// A state that the location does not show yet.
#[derive(Clone, PartialEq)]
struct Ahead {
    /// The location it was made from; another location means that it is out of date.
    from: (String, String),
    address: Address,
}

impl LinkState {
    /// Provides the state to all components below.
    pub(super) fn provide() {
        let location = RwSignal::new(history::location());
        history::on_move(move || {
            browser::keep_focus();
            location.set(history::location());
        });
        let read = Memo::new(move |_| location.with(|(path, query)| parse(path, query)));
        let ahead = RwSignal::new(None::<Ahead>);
        let address = Memo::new(move |_| {
            let ahead = ahead.get().filter(|ahead| location.with(|here| *here == ahead.from));
            ahead.map_or_else(|| read.with(|(address, _)| address.clone()), |ahead| ahead.address)
        });
        let (today, timer) = (browser::today(), StoredValue::new(None));
        let day = Memo::new(move |_| address.with(|address| address.date).unwrap_or(today));
        provide_context(Self { address, day, read, today, location, ahead, timer });
    }

    /// The state of the page.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// The day of the reader's clock.
    pub(super) const fn today(self) -> Date {
        self.today
    }

    /// What in the address could not be read.
    pub(super) fn notes(self) -> Vec<Note> {
        self.read.with(|(_, notes)| notes.clone())
    }

    /// Goes to another state as a new entry of the history.
    pub(super) fn go(self, address: &Address) {
        self.write(address, false);
    }

    /// Changes the state in place, at once for the page and after a pause for the address.
    pub(super) fn change(self, change: impl FnOnce(&mut Address)) {
        let mut address = self.address.get_untracked();
        change(&mut address);
        self.run_ahead(address);
    }

    // Apart from `change`, so that it is compiled once for all changes.
    fn run_ahead(self, address: Address) {
        self.cancel_pending();
        self.ahead.set(Some(Ahead { from: self.location.get_untracked(), address }));
        let write = move || {
            let ahead = self.ahead.get_untracked();
            if let Some(ahead) = ahead.filter(|ahead| self.location.with_untracked(|here| *here == ahead.from)) {
                self.write(&ahead.address, true);
            }
        };
        self.timer.set_value(set_timeout_with_handle(write, PAUSE).ok());
    }

    /// Replaces the current entry of the history, for an address that means the same as the current one.
    pub(super) fn replace(self, address: &Address) {
        self.write(address, true);
    }

    /// The full address of the current state, with the day it was computed for.
    pub(super) fn shareable(self) -> String {
        let mut address = self.address.get();
        address.date = address.date.or(Some(self.today));
        format!("{}{}{address}", browser::origin(), browser::base().trim_end_matches('/'))
    }

    /// Where an address lives on this site, for links.
    pub(super) fn href(address: &Address) -> String {
        format!("{}{address}", browser::base().trim_end_matches('/'))
    }

    fn write(self, address: &Address, replace: bool) {
        self.cancel_pending();
        browser::keep_focus();
        history::write(&address.to_string(), replace);
        self.location.set(history::location());
        self.ahead.set(None);
    }

    fn cancel_pending(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}
