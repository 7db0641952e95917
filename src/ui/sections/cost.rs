//! Monthly cost at the reader's traffic.

use super::month::month_html;
use crate::compare::{SideCost, age_if_stale, difference, route_options};
use crate::cost::{MAX_REQUESTS, MAX_TOKENS};
use crate::html::Html;
use crate::link::Address;
use crate::table::letter;
use crate::ui::components::{cards, count_field, percent_field, section};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, Memo, Shared, dynamic, text};
use crate::ui::sides::{Card, Comparison, Month};
use crate::units::Tokens;
use leptos::prelude::*;

/// The section "Monthly cost at traffic".
pub(crate) fn cost_section() -> Drawn {
    let (comparison, link) = (Comparison::get(), LinkState::get());
    let body = view! {
        {workload()}
        <p class="delta" role="status">{text(move || comparison.months.with(|months| difference(&costs(months))))}</p>
        <div class="cost-sides">{cards("cost-side", "cost", side_cost)}</div>
        <p class="quiet">{text(move || in_force(comparison, link))}</p>
    };
    section("cost", "Monthly cost at your traffic", body.drawn())
}

fn workload() -> Drawn {
    let link = LinkState::get();
    let models = Memo::new(move |_| link.address.with(|address| address.models().len()));
    let count = |id, label, allowed, read: fn(&Address) -> u64, write: fn(&mut Address, u64)| {
        let value = move || link.address.with(read);
        count_field(id, label, allowed, value, move |n| link.change(|address| write(address, n)))
    };
    let cached = move || link.address.with(|a| a.workload.cached);
    let batch = move || link.address.with(|a| a.workload.batch);
    let set_cached = move |share| link.change(|a| a.workload.cached = share);
    let set_batch = move |share| link.change(|a| a.workload.batch = share);
    view! {
        <div class="workload" role="group" aria-label="Workload">
            {count("requests", "Requests a month", 1..=MAX_REQUESTS, |a| a.workload.requests, |a, n| a.workload.requests = n)}
            {count("input-tokens", "Input tokens per request", 0..=MAX_TOKENS, |a| a.workload.input.0, |a, n| a.workload.input = Tokens(n))}
            {count("output-tokens", "Output tokens per request", 0..=MAX_TOKENS, |a| a.workload.output.0, |a, n| a.workload.output = Tokens(n))}
        </div>
        <details class="more">
            <summary>"Cache, batch and reasoning"</summary>
            <div class="workload" role="group" aria-label="Cache, batch and reasoning">
                {percent_field("cached-share", "Input read from cache", cached, set_cached)}
                {percent_field("batch-share", "Requests sent in batches", batch, set_batch)}
                {dynamic(move || (0..models.get()).map(reasoning_field).collect::<Vec<_>>())}
            </div>
        </details>
    }
    .drawn()
}

fn reasoning_field(index: usize) -> Drawn {
    let link = LinkState::get();
    let id = ["reasoning-a", "reasoning-b", "reasoning-c", "reasoning-d"].get(index).copied().unwrap_or_default();
    let value = move || link.address.with(|a| a.sides.get(index).map_or(0, |side| side.reasoning.0));
    let on_change = move |n| {
        link.change(|address| {
            if let Some(side) = address.sides.get_mut(index) {
                side.reasoning = Tokens(n);
            }
        });
    };
    let label = format!("Reasoning tokens per request, {}", letter(index));
    count_field(id, &label, 0..=MAX_TOKENS, value, on_change)
}

/// Which day's prices these are, and how old the newest of them is.
fn in_force(comparison: Comparison, link: LinkState) -> String {
    let (day, today) = (link.day.get().long(), link.today());
    let read = comparison.overview().reviewed.days.map(|(_, newest)| newest);
    match read.and_then(|read| age_if_stale(read, today).map(|age| (read.long(), age))) {
        Some((read, age)) => format!("Prices in force on {day}, as far as known on {read}, {age} days ago."),
        None => format!("Prices in force on {day}."),
    }
}

fn costs(months: &[(usize, Shared<Month>)]) -> Vec<(usize, &SideCost)> {
    months.iter().map(|(side, month)| (*side, &month.cost)).collect()
}

fn side_cost(card: Card) -> Drawn {
    let month = text(move || card.month().map(|month| month_html(&month.cost)).unwrap_or_default());
    view! { {route_select(card)}<div class="month" inner_html=month /> }.drawn()
}

fn route_select(card: Card) -> impl IntoView {
    let link = LinkState::get();
    let id = move || card.id("route");
    // Remembered, because a select whose value is written again costs as much as another layout.
    let chosen = Memo::new(move |_| {
        let index = card.index();
        link.address.with(|address| address.sides.get(index)?.route.clone()).unwrap_or_default()
    });
    let choose = move |event| {
        let key = event_target_value(&event);
        let mut address = link.address.get_untracked();
        if let Some(side) = address.sides.get_mut(untrack(move || card.index())) {
            side.route = (!key.is_empty()).then_some(key);
        }
        link.go(&address);
    };
    let options = text(move || {
        let routes = card.routes().map(|routes| route_options(&routes)).unwrap_or_default();
        // Not followed: another choice moves the selection and leaves the list as it is.
        options_html(routes, &chosen.get_untracked())
    });
    view! {
        <div class="field">
            <label for=text(id)>{text(move || format!("Route of {}", letter(card.index())))}</label>
            <select id=text(id) on:change=choose inner_html=options prop:value=text(move || chosen.get()) />
        </div>
    }
}

fn options_html(routes: Vec<(String, String)>, chosen: &str) -> String {
    let mut html = Html::default();
    let cheapest = (String::new(), "Cheapest that can serve the workload".to_owned());
    for (key, label) in std::iter::once(cheapest).chain(routes) {
        html.open("option", &[("value", Some(&key)), ("selected", (key == chosen).then_some(""))]);
        html.text(&label);
        html.close("option");
    }
    html.finish()
}
