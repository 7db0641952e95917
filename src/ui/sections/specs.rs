//! Specs, row by row.

use crate::catalog::Model;
use crate::compare::spec_rows;
use crate::table::{Table, framed_html};
use crate::ui::components::section;
use crate::ui::reactive::{Draw, Drawn, text};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// The section "Specs".
pub(crate) fn specs_section() -> Drawn {
    let comparison = Comparison::get();
    let content = text(move || framed_html(&table(comparison), "specs-heading"));
    section("specs", "Specs", view! { <div inner_html=content /> }.drawn())
}

fn table(comparison: Comparison) -> Table {
    let rows = comparison.scored(|sides| spec_rows(&sides.iter().map(|(model, _)| *model).collect::<Vec<&Model>>()));
    comparison.table("Fact", rows)
}
