//! Specs, row by row.

use crate::html::Html;
use crate::table::write_framed;
use crate::ui::components::section;
use crate::ui::reactive::{Draw, Drawn, text};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// The section "Specs".
pub(crate) fn specs_section() -> Drawn {
    let comparison = Comparison::get();
    let content = text(move || {
        let overview = comparison.overview();
        let mut html = Html::default();
        write_framed(&mut html, &overview.heads("Fact"), &overview.specs, "specs-heading");
        if !overview.lifecycle.is_empty() {
            html.open("h3", &[("id", Some("lifecycle"))]);
            html.text("Lifecycle by channel");
            html.close("h3");
            write_framed(&mut html, &overview.heads("Channel"), &overview.lifecycle, "lifecycle");
        }
        html.finish()
    });
    section("specs", "Specs", view! { <div inner_html=content /> }.drawn())
}
