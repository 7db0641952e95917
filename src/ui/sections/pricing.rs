//! Pricing and availability: every route of every side.

use super::price_table::price_table;
use crate::compare::availability;
use crate::ui::components::{section, side_heading};
use crate::ui::reactive::{Draw, Drawn, dynamic, text};
use crate::ui::sides::{Comparison, letter};
use leptos::prelude::*;

/// The section "Pricing and availability".
pub(crate) fn pricing_section(places: Memo<Vec<usize>>) -> Drawn {
    let sides = dynamic(move || places.get().into_iter().map(side_prices).collect_view());
    let body = view! {
        <p class="quiet">
            "Prices in US dollars per million tokens. Resellers and plans are listed but never counted as cheapest."
        </p>
        {sides}
    };
    section("pricing", "Pricing and availability", body.drawn())
}

fn side_prices(index: usize) -> Drawn {
    let comparison = Comparison::get();
    let heading = format!("routes-{}", letter(index).to_ascii_lowercase());
    let summary = text(move || comparison.routes(index).map(|routes| availability(&routes)).unwrap_or_default());
    let body = view! { <p>{summary}</p>{price_table(index, heading.clone())} };
    side_heading(index, "side-prices", heading, body.drawn())
}
