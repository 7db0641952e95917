//! The decision scorecard.

use crate::table::framed_html;
use crate::ui::components::section;
use crate::ui::reactive::{Draw, Drawn, text};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// The section "Decision scorecard".
pub(crate) fn scorecard_section() -> Drawn {
    let comparison = Comparison::get();
    let content = text(move || {
        framed_html(&comparison.overview().heads("Criterion"), &comparison.decision().scorecard, "scorecard-heading")
    });
    let body = view! {
        <p class="quiet">
            "▲ marks the better side. Within 10 % for limits, 3 % for prices and 14 days for dates it is a tie; what is unknown neither wins nor loses."
        </p>
        <div inner_html=content />
    };
    section("scorecard", "Decision scorecard", body.drawn())
}
