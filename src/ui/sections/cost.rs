//! Monthly cost at the reader's traffic.

use super::month::month_html;
use crate::compare::{SideCost, age_if_stale, costs_json, difference};
use crate::cost::{OwnPrice, PRESETS};
use crate::link::{Address, KeptPrices, Side};
use crate::prose::{self, FILE, IN_LINK, PRESET, ROUTE, html, price_form, route_form, workload_blocks, workload_form};
use crate::ui::browser;
use crate::ui::components::{cards, deferred_part, form, late_form, live_part, section_with_json};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, Shared, text};
use crate::ui::sides::{Card, Comparison, Month};
use leptos::prelude::*;

/// The section "Monthly cost at traffic".
pub(crate) fn cost_section() -> Drawn {
    let (comparison, link) = (Comparison::get(), LinkState::get());
    let delta = text(move || comparison.months.with(|months| difference(&costs(months))));
    let in_force = text(move || in_force(comparison, link));
    let body = vec![
        workload(),
        view! { <p class="delta" role="status">{delta}</p> }.drawn(),
        view! { <div class="cost-sides">{cards("cost-side", "cost", side_cost)}</div> }.drawn(),
        deferred_part(move || {
            let shown = comparison.shown();
            Box::new(move || {
                let mut written = None;
                shown?.read(&mut |field, _| written = Some(html(&prose::costs(field), "cost-heading", "")));
                written
            })
        }),
        view! { <p class="quiet">{in_force}</p> }.drawn(),
    ];
    let json = move || {
        let (months, kept) = (comparison.months.get(), link.kept());
        link.address.with(|address| costs_json(address, &costs(&months), &kept))
    };
    section_with_json("cost", "Monthly cost at your traffic", body.drawn(), json)
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
    let link = LinkState::get();
    let routes = move || {
        let (at, kept, routes) = (card.index(), link.kept(), card.routes());
        let routes = routes.as_ref().map_or(&[][..], |routes| routes.as_slice());
        link.address.with(|address| route_form(address, at, routes, kept.route(&card.slug())))
    };
    let price = move || link.address.with(|address| price_form(address, card.index(), browser::keeps()));
    let month = text(move || card.month().map(|month| month_html(&month.cost)).unwrap_or_default());
    let set = move |what: &str, value: &str| untrack(|| set_side(card, link, what, value));
    let body =
        vec![late_form(routes, set), late_form(price, set), view! { <div class="month" inner_html=month /> }.drawn()];
    body.drawn()
}

/// Sets what is paid on a side. A choice of a route is a step that can be gone back.
fn set_side(card: Card, link: LinkState, what: &str, value: &str) -> Result<String, String> {
    let (at, mut address) = (card.index(), link.address.get());
    if what.starts_with(FILE) {
        let prices = KeptPrices::read(value)?;
        link.keep(|kept| kept.add(prices));
        return Ok(String::new());
    }
    if what.starts_with(ROUTE) {
        if let Some(side) = address.sides.get_mut(at) {
            side.route = Some(value.to_owned()).filter(|route| !route.is_empty());
        }
        link.go(&address);
        return Ok(String::new());
    }
    let mut shown = String::new();
    let is_about_link = what.starts_with(IN_LINK);
    if is_about_link {
        address.shares_prices = !value.is_empty();
    } else {
        let paid = card.month().and_then(|month| month.cost.paid.as_ref().map(|paid| paid.route.key.clone()));
        shown = address.set_own_price(what, value, &paid.unwrap_or_default())?;
    }
    link.change(|now| *now = address.clone());
    if !address.shares_prices {
        // Out of the link, the prices of all sides are kept.
        let changed = |nth, side: &Side| if is_about_link { side.own != OwnPrice::default() } else { nth == at };
        let sides = address.models().iter().zip(&address.sides).enumerate();
        for (_, (slug, side)) in sides.filter(|(nth, (_, side))| changed(*nth, side)) {
            link.keep(|kept| kept.keep(slug, side));
        }
    }
    Ok(shown)
}
