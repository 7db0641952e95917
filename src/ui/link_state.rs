//! The address as a signal: read from the browser's location, written back as a reader changes things.
//!
//! The location is the one source of truth. While a reader types, the newest state runs ahead of it for a moment
//! (browsers limit how often an address may change) and is written when the typing pauses.

use super::browser::{self, history};
use super::reactive::{Memo, State};
use crate::link::{Address, KeptPrices, Note, parse};
use crate::units::Date;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// How long typing must pause before the address is written.
const PAUSE: Duration = Duration::from_millis(300);

/// Where the browser keeps the reader's own prices, and what could not be read of them.
const PRICES: &str = "own-prices";
const UNREADABLE_PRICES: &str = "own-prices-unreadable";

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
    location: State<(String, String)>,
    ahead: State<Option<Ahead>>,
    /// The reader's own prices, which are no part of the location unless the link holds them.
    kept: State<KeptPrices>,
    timer: State<Option<TimeoutHandle>>,
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
        let location = State::new(history::location());
        history::on_move(move || {
            browser::keep_focus();
            location.set(history::location());
        });
        let read = Memo::new(move |_| location.with(|(path, query)| parse(path, query)));
        let ahead = State::new(None::<Ahead>);
        let kept = State::new(read_kept());
        let address = Memo::new(move |_| {
            let ahead = ahead.get().filter(|ahead| location.with(|here| *here == ahead.from));
            if let Some(ahead) = ahead {
                return ahead.address;
            }
            let mut address = read.with(|(address, _)| address.clone());
            kept.with(|kept| kept.fill(&mut address));
            address
        });
        let (today, timer) = (browser::today(), State::new(None));
        let day = Memo::new(move |_| address.with(|address| address.date).unwrap_or(today));
        provide_context(Self { address, day, read, today, location, ahead, kept, timer });
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
        self.timer.set(set_timeout_with_handle(write, PAUSE).ok());
    }

    /// The reader's own prices.
    pub(super) fn kept(self) -> KeptPrices {
        self.kept.get()
    }

    /// Changes which prices are kept. Where storage is blocked they last until the page is left.
    pub(super) fn keep(self, change: impl FnOnce(&mut KeptPrices)) {
        self.kept.update(change);
        browser::store(PRICES, &self.kept.with_untracked(KeptPrices::json));
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
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

/// What the browser has kept. What cannot be read is put aside, so that it is not written over.
fn read_kept() -> KeptPrices {
    let Some(text) = browser::stored(PRICES) else { return KeptPrices::default() };
    KeptPrices::read(&text).unwrap_or_else(|_| {
        browser::store(UNREADABLE_PRICES, &text);
        KeptPrices::default()
    })
}
