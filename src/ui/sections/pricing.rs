//! Pricing and availability: every route of every side.

use super::price_table::price_table;
use crate::compare::availability;
use crate::ui::components::{cards, section};
use crate::ui::reactive::{Draw, Drawn, text};
use crate::ui::sides::Card;
use leptos::prelude::*;

/// The section "Pricing and availability".
pub(crate) fn pricing_section() -> Drawn {
    let body = view! {
        <p class="quiet">
            "Prices in US dollars per million tokens. Resellers and plans are listed but never counted as cheapest."
        </p>
        {cards("side-prices", "routes", side_prices)}
    };
    section("pricing", "Pricing and availability", body.drawn())
}

fn side_prices(card: Card) -> Drawn {
    let summary = text(move || card.routes().map(|routes| availability(&routes)).unwrap_or_default());
    view! { <p>{summary}</p>{price_table(card, "routes")} }.drawn()
}
