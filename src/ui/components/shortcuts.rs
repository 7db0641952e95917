//! Keys for the whole page, and the list of them.

use super::button::button;
use crate::ui::browser;
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn};
use leptos::ev;
use leptos::prelude::*;

/// Id of the list.
const ID: &str = "shortcuts";

const LIST: &str = "<h2 id=\"shortcuts-heading\">Keyboard shortcuts</h2>\
    <dl><dt><kbd>/</kbd></dt><dd>Pick the first model, or search</dd>\
    <dt><kbd>x</kbd></dt><dd>Swap the first two sides</dd>\
    <dt><kbd>?</kbd></dt><dd>This list</dd>\
    <dt><kbd>Esc</kbd></dt><dd>Close what is open</dd></dl>";

/// The list, and the listener. Keys count only where nothing is being typed.
pub(crate) fn shortcuts() -> Drawn {
    let link = LinkState::get();
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() || browser::is_typing()
        {
            return;
        }
        match event.key().as_str() {
            "/" => ["pick-a", "pick-first", "search"].into_iter().for_each(browser::focus),
            "x" => link.go(&link.address.get_untracked().with_first(1)),
            "?" => browser::show_dialog(ID),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
    view! {
        <dialog id=ID aria-labelledby="shortcuts-heading">
            <div inner_html=LIST />
            {button("button", "Close".to_owned(), |_| browser::close_dialog(ID))}
        </dialog>
    }
    .drawn()
}

/// Opens the list.
pub(crate) fn shortcuts_button() -> Drawn {
    button("button quiet-button keyboard", "Shortcuts".to_owned(), |_| browser::show_dialog(ID))
}
