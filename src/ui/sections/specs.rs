//! Specs, row by row.

use crate::table::framed_html;
use crate::ui::components::section;
use crate::ui::reactive::{Draw, Drawn, text};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// The section "Specs".
pub(crate) fn specs_section() -> Drawn {
    let comparison = Comparison::get();
    let content = text(move || {
        let overview = comparison.overview();
        framed_html(&overview.heads("Fact"), &overview.specs, "specs-heading")
    });
    section("specs", "Specs", view! { <div inner_html=content /> }.drawn())
}
