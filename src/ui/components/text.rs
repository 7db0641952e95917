//! Parts of the page that are written as text.

use crate::ui::reactive::{Draw, Drawn};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A part of the page that is HTML. `press` gets every click in it.
pub(crate) fn text_part(html: String, press: impl FnMut(MouseEvent) + 'static) -> Drawn {
    boxed(html, Box::new(press))
}

fn boxed(html: String, press: Box<dyn FnMut(MouseEvent)>) -> Drawn {
    view! { <div inner_html=html on:click=press /> }.drawn()
}
