//! What matters to the reader: must-haves and weights, and what they come to.

use crate::decide::Priorities;
use crate::prose::html;
use crate::table::PRESS;
use crate::ui::components::{live_part, section};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, Memo};
use crate::ui::sides::Comparison;
use leptos::prelude::*;
use std::sync::{Arc, Mutex};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// The section "What matters to you".
pub(crate) fn priorities_section() -> Drawn {
    let (comparison, link) = (Comparison::get(), LinkState::get());
    // What the form itself has set is on the page already: to draw it again would take away the focus.
    let own = Arc::new(Mutex::new(Priorities::default()));
    let set = Arc::clone(&own);
    let elsewhere = Memo::new(move |before: Option<&u32>| {
        let now = link.address.with(|address| address.priorities.clone());
        let changed = own.lock().is_ok_and(|mut own| std::mem::replace(&mut *own, now.clone()) != now);
        before.copied().unwrap_or_default() + u32::from(changed)
    });
    let form = live_part(move || {
        let _ = (elsewhere.get(), comparison.overview());
        untrack(|| comparison.decision().form.clone())
    });
    let result = live_part(move || html(&comparison.decision().priorities, "priorities-heading", ""));
    let on_change = move |event: Event| {
        let Some((field, what)) = target(&event) else { return };
        let mut priorities = link.address.get_untracked().priorities;
        let outcome = priorities.set(&what, &value(&field));
        if outcome.is_ok() {
            if let Ok(mut own) = set.lock() {
                own.clone_from(&priorities);
            }
            link.change(|address| address.priorities = priorities);
        }
        let _ = field.set_attribute("aria-invalid", if outcome.is_ok() { "false" } else { "true" });
        if let Some(line) = field.next_element_sibling() {
            line.set_text_content(outcome.err().as_deref());
        }
    };
    let body = view! { <div on:change=on_change>{form}</div><div aria-live="polite">{result}</div> };
    section("priorities", "What matters to you", body.drawn())
}

/// The field of the form that an event is about, and what it sets.
fn target(event: &Event) -> Option<(Element, String)> {
    let field = event.target()?.dyn_into::<Element>().ok()?;
    let what = field.get_attribute(PRESS)?;
    Some((field, what))
}

/// The value of a field; of a box nothing unless it is ticked. A list to choose from has the same properties as an input.
fn value(field: &Element) -> String {
    let field = field.unchecked_ref::<HtmlInputElement>();
    match field.type_().as_str() {
        "checkbox" => if field.checked() { "1" } else { "" }.to_owned(),
        _ => field.value().trim().to_owned(),
    }
}
