//! One figure with its provenance at hand.

use super::provenance::Panel;
use crate::compare::{Figure, Reading};
use crate::ui::reactive::{Draw, Drawn};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A figure. When its source is known it is a button: hovering or focusing shows the source, pressing keeps it open.
pub(crate) fn figure_view(figure: Figure) -> Drawn {
    let class = match figure.reading {
        Reading::Known(_) => "",
        Reading::NotDisclosed | Reading::Unknown => "unknown",
    };
    let text = figure.reading.text().to_owned();
    if figure.provenance.is_none() {
        return view! { <span class=class>{text}</span> }.drawn();
    }
    let panel = Panel::get();
    let figure = StoredValue::new(figure);
    let show = move |target: Option<web_sys::EventTarget>, pin: bool| {
        if let Some(anchor) = target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok()) {
            panel.show(&figure.get_value(), anchor, pin);
        }
    };
    view! {
        <button
            type="button"
            class=format!("figure {class}")
            aria-describedby="provenance"
            on:click=move |event: ev::MouseEvent| show(event.current_target(), true)
            on:focus=move |event: ev::FocusEvent| show(event.current_target(), false)
            on:pointerenter=move |event: ev::PointerEvent| show(event.current_target(), false)
            on:blur=move |_| panel.leave()
            on:pointerleave=move |_| panel.leave()
        >
            {text}
        </button>
    }
    .drawn()
}
