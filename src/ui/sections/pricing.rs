//! Pricing and availability: every route of every side.

use super::price_table::price_table;
use crate::compare::{availability, price_table as price_table_of};
use crate::table::{Table, letter};
use crate::ui::components::{cards, section};
use crate::ui::reactive::{Draw, Drawn, Shared, text};
use crate::ui::sides::{Card, Comparison, Month};
use leptos::prelude::*;

/// The section "Pricing and availability".
pub(crate) fn pricing_section() -> Drawn {
    let body = view! {
        <p class="quiet">
            "Prices in US dollars per million tokens. Resellers and plans are listed but never counted as cheapest."
        </p>
        {cards("side-prices", "routes", side_prices)}
    };
    section("pricing", "Pricing and availability", tables, body.drawn())
}

fn tables(comparison: Comparison) -> Vec<Table> {
    let table = |(side, month): &(usize, Shared<Month>)| {
        price_table_of(format!("{} {}", letter(*side), month.name()), &month.rows)
    };
    comparison.months.with(|months| months.iter().map(table).collect())
}

fn side_prices(card: Card) -> Drawn {
    let summary = text(move || card.routes().map(|routes| availability(&routes)).unwrap_or_default());
    view! { <p>{summary}</p>{price_table(card, "routes")} }.drawn()
}
