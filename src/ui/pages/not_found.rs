//! An address of nothing.

use crate::link::Address;
use crate::ui::browser;
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn};
use leptos::prelude::*;

/// Says that there is no such page.
pub(crate) fn not_found_page() -> Drawn {
    browser::set_title("Page not found · llm-compare");
    view! {
        <h1>"There is no page at this address"</h1>
        <p><a href=LinkState::href(&Address::default())>"Compare two models"</a></p>
    }
    .drawn()
}
