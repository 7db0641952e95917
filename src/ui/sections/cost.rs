//! Monthly cost at the reader's traffic.

use super::month::month_html;
use crate::compare::{SideCost, age_if_stale, difference, route_options};
use crate::cost::PRESETS;
use crate::html::Html;
use crate::link::Address;
use crate::prose::{PRESET, html, workload_blocks, workload_form};
use crate::table::letter;
use crate::ui::catalogue::Catalogue;
use crate::ui::components::{cards, deferred_part, form, live_part, section};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, Memo, Shared, text};
use crate::ui::sides::{Card, Comparison, Month};
use leptos::prelude::*;

/// The section "Monthly cost at traffic".
pub(crate) fn cost_section() -> Drawn {
    let (comparison, link) = (Comparison::get(), LinkState::get());
    let delta = text(move || comparison.months.with(|months| difference(&costs(months))));
    // What is written after the frame has no context to find these in.
    let around = (Catalogue::get(), link);
    let follow = move || drop((comparison.months.get(), comparison.overview(), link.address.get()));
    let in_force = text(move || in_force(comparison, link));
    let body = vec![
        workload(),
        view! { <p class="delta" role="status">{delta}</p> }.drawn(),
        view! { <div class="cost-sides">{cards("cost-side", "cost", side_cost)}</div> }.drawn(),
        deferred_part(follow, move || comparison.costs(around).map(|blocks| html(&blocks, "cost-heading", ""))),
        view! { <p class="quiet">{in_force}</p> }.drawn(),
    ];
    section("cost", "Monthly cost at your traffic", body.drawn())
}

/// The form for the workload. A preset sets many fields and is a step that can be gone back.
fn workload() -> Drawn {
    let link = LinkState::get();
    let set = move |what: &str, value: &str| {
        let mut address = link.address.get_untracked();
        if what == PRESET {
            let preset = PRESETS.iter().find(|preset| preset.key == value);
            address.workload = preset.map_or(address.workload, |preset| preset.applied(&address.workload));
            link.go(&address);
            return Err(String::new());
        }
        let shown = address.set(what, value)?;
        link.change(|now| *now = address);
        Ok(shown)
    };
    let base = LinkState::href(&Address::default());
    let notes =
        live_part(move || html(&link.address.with(workload_blocks), "cost-heading", base.trim_end_matches('/')));
    view! { {form(move || link.address.with(workload_form), set)}{notes} }.drawn()
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
