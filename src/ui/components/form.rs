//! Forms that are written as text, see [`crate::form`]. What a reader types stays as typed; every valid state counts at once.

use super::text::{Own, live_form};
use crate::table::PRESS;
use crate::ui::browser;
use crate::ui::reactive::{Draw, Drawn};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// Takes what a field sets and the value in it. Gives back the same as it is shown, or what is expected instead.
type Set = Box<dyn Fn(&str, &str) -> Result<String, String>>;

/// The form that `read` writes. It is drawn again when it changes, unless it was the form itself that changed it.
pub(crate) fn form(
    read: impl Fn() -> String + Clone + 'static,
    set: impl Fn(&str, &str) -> Result<String, String> + 'static,
) -> Drawn {
    written(read, Box::new(set), false)
}

/// The same for a form that others change more often than the reader: it follows when the frame with the rest has been painted.
pub(crate) fn late_form(
    read: impl Fn() -> String + Clone + 'static,
    set: impl Fn(&str, &str) -> Result<String, String> + 'static,
) -> Drawn {
    written(read, Box::new(set), true)
}

fn written(read: impl Fn() -> String + Clone + 'static, set: Set, late: bool) -> Drawn {
    let own = Own::default();
    let form = live_form(read.clone(), own.clone(), late);
    handled(form, own, Box::new(read), set)
}

fn handled(form: Drawn, own: Own, read: Box<dyn Fn() -> String>, set: Set) -> Drawn {
    let take = Rc::new(move |field: &HtmlInputElement, what: &str, value: &str, done: bool| {
        let outcome = set(what, value);
        if outcome.is_ok() {
            own.replace(untrack(&read));
        }
        let _ = field.set_attribute("aria-invalid", if outcome.is_ok() { "false" } else { "true" });
        if let Some(line) = field.next_element_sibling() {
            line.set_text_content(outcome.as_ref().err().map(String::as_str));
        }
        if let (true, Ok(shown), "text") = (done, outcome, field.type_().as_str()) {
            field.set_value(&shown);
        }
    });
    let handle = move |event: Event| {
        let Some((field, what)) = target(&event) else { return };
        let (done, kind) = (event.type_() == "change", field.type_());
        // Days and lists are chosen; while they are being typed they are not what is meant.
        if !done && kind != "text" {
            return;
        }
        if kind == "file" {
            let (take, place) = (Rc::clone(&take), field.clone());
            browser::read_file(&field, Box::new(move |text| take(&place, &what, &text, true)));
        } else {
            take(&field, &what, &value(&field), done);
        }
    };
    let typed = Rc::new(handle);
    let chosen = Rc::clone(&typed);
    view! { <div on:input=move |event| typed(event) on:change=move |event| chosen(event)>{form}</div> }.drawn()
}

/// The field of the form that an event is about, and what it sets. A list to choose from has the same properties as an input.
fn target(event: &Event) -> Option<(HtmlInputElement, String)> {
    let field = event.target()?.dyn_into::<Element>().ok()?;
    let what = field.get_attribute(PRESS)?;
    Some((field.unchecked_into(), what))
}

/// The value of a field; of a box nothing unless it is ticked.
fn value(field: &HtmlInputElement) -> String {
    match field.type_().as_str() {
        "checkbox" => if field.checked() { "1" } else { "" }.to_owned(),
        _ => field.value().trim().to_owned(),
    }
}
