//! Pricing and availability: every route of every side.

use super::price_table::price_table;
use crate::catalog::Model;
use crate::compare::{PriceRow, availability, history_sentence, history_svg, history_table, route_with_history};
use crate::html::Html;
use crate::table::{Table, write_chart_taker, write_framed};
use crate::ui::components::{cards, section};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, text};
use crate::ui::sides::{Card, Comparison, Routes};
use crate::units::Date;
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
    view! { <p>{summary}</p>{price_table(card, "routes")}<div class="history" inner_html=text(history_of(card)) /> }
        .drawn()
}

/// What the model of a card cost before. It does not follow the workload, but the route that is paid.
fn history_of(card: Card) -> impl Fn() -> String {
    let (comparison, link) = (Comparison::get(), LinkState::get());
    let wanted = text(move || {
        let key = |row: &Option<PriceRow>| row.as_ref().map(|row| row.route.key.clone()).unwrap_or_default();
        card.month().map(|month| format!("{}\n{}", key(&month.cost.paid), key(&month.cost.lab))).unwrap_or_default()
    });
    move || {
        let shown = card.model().zip(card.routes().filter(|routes| comparison.is_due(routes)));
        shown
            .map(|(model, routes)| history(&model, &routes, &wanted.get(), &card.id("history"), link.day.get()))
            .unwrap_or_default()
    }
}

/// The route that is wanted first as a chart, and all routes as a table.
fn history(model: &Model, routes: &Routes, wanted: &str, id: &str, day: Date) -> String {
    let mut html = Html::default();
    html.open("h4", &[("id", Some(id))]);
    html.text("Price history");
    html.close("h4");
    let Some(route) = route_with_history(model, wanted) else {
        html.element("p", "quiet", "No change of price is known for any of its routes.");
        return html.finish();
    };
    let provider = routes.iter().find(|facts| route.is(&facts.key)).map_or(&route.provider, |facts| &facts.provider);
    let sentence = history_sentence(route, provider, day);
    html.element("p", "", &sentence);
    let released = model.facts.released.as_ref().and_then(|fact| fact.value);
    html.append(&history_svg(route, released, &sentence, day));
    write_chart_taker(&mut html);
    let Table { heads, rows } = history_table(model, routes, day);
    html.open("details", &[("class", Some("more"))]);
    html.element("summary", "", &format!("All prices of routes that have changed ({})", rows.len()));
    write_framed(&mut html, &heads, &rows, id);
    html.close("details");
    html.finish()
}
