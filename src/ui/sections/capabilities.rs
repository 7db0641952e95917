//! What each side can do.

use crate::html::Html;
use crate::table::write_framed;
use crate::ui::components::section;
use crate::ui::reactive::{Draw, Drawn, State, either, text};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// The section "Capabilities".
pub(crate) fn capabilities_section() -> Drawn {
    let comparison = Comparison::get();
    let only_differences = State::new(false);
    let body = view! {
        <p>
            <button
                type="button"
                class="button switch"
                aria-pressed=text(move || only_differences.get().to_string())
                on:click=move |_| only_differences.update(|only| *only = !*only)
            >
                "Only differences"
            </button>
        </p>
        <div class=either(move || only_differences.get(), "only-differences", "") inner_html=text(move || content(comparison)) />
    };
    section("capabilities", "Capabilities", body.drawn())
}

fn content(comparison: Comparison) -> String {
    let overview = comparison.overview();
    let all = &overview.capabilities;
    let mut html = Html::default();
    html.element("p", "", &all.summary());
    write_framed(&mut html, &overview.heads("Capability"), &all.rows, "capabilities-heading");
    html.element("p", "quiet", &all.unknown_line());
    html.finish()
}
