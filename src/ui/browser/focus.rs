//! The keyboard focus.

use super::{after_paint, by_id, find_all};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Everything on a page that can have the focus.
const FOCUSABLE: &str = "a[href], button, input, select, summary";

/// Moves the focus to the element with that id and scrolls no further than needed.
pub(in crate::ui) fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        focus_on(element);
    }
}

fn focus_on(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Whether a key is for a field, a list or a dialog.
pub(in crate::ui) fn is_typing() -> bool {
    let here = document().active_element();
    here.is_some_and(|element| matches!(element.closest("input, select, textarea, dialog"), Ok(Some(_))))
}

/// Call before something that draws parts of the page anew: if what had the focus is gone afterwards, what stands in
/// its place gets it.
pub(in crate::ui) fn keep_focus() {
    let Some((section, place)) = document().active_element().and_then(|element| place_of(&element)) else { return };
    let restore = move || {
        let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        let section = by_id(&section).filter(|_| lost);
        if let Some(element) = section.and_then(|section| find_all(&section, FOCUSABLE).into_iter().nth(place)) {
            focus_on(element);
        }
    };
    // Some parts follow a frame later.
    after_paint(|| after_paint(restore));
}

/// Id of the section of an element, and its place among what can have the focus there.
fn place_of(element: &Element) -> Option<(String, usize)> {
    let section = element.closest("section[id]").ok()??;
    let place = find_all(&section, FOCUSABLE).iter().position(|other| other == element)?;
    Some((section.id(), place))
}
