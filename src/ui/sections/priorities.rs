//! What matters to the reader: must-haves and weights, and what they come to.

use crate::prose::html;
use crate::ui::components::{form, live_part, section};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// The section "What matters to you".
pub(crate) fn priorities_section() -> Drawn {
    let (comparison, link) = (Comparison::get(), LinkState::get());
    let set = move |what: &str, value: &str| {
        let mut priorities = link.address.get_untracked().priorities;
        priorities.set(what, value)?;
        link.change(|address| address.priorities = priorities);
        Ok(value.to_owned())
    };
    let form = form(move || comparison.decision().form.clone(), set);
    let result = live_part(move || html(&comparison.decision().priorities, "priorities-heading", ""));
    let body = view! { {form}<div aria-live="polite">{result}</div> };
    section("priorities", "What matters to you", body.drawn())
}
