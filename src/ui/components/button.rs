//! Buttons that only say what they do and do it. All share one view, which is compiled once.

use crate::ui::reactive::{Draw, Drawn};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A button with a text. Its class says how it looks.
pub(crate) fn button(
    class: &'static str,
    label: impl Into<Signal<String>>,
    press: impl FnMut(MouseEvent) + 'static,
) -> Drawn {
    boxed(class, label.into(), Box::new(press))
}

fn boxed(class: &'static str, label: Signal<String>, press: Box<dyn FnMut(MouseEvent)>) -> Drawn {
    view! { <button type="button" class=class on:click=press>{label}</button> }.drawn()
}
