//! Forms for what is paid on one side: which route, and at which price of the reader's own.

use super::workload::field;
use crate::compare::{RouteFacts, route_options};
use crate::cost::OF_A_PRICE;
use crate::form::{choice, file, group, tick};
use crate::html::Html;
use crate::link::{Address, Side};
use crate::table::letter;
use std::sync::Arc;

/// What the form sets beside the settings of a price.
pub const ROUTE: &str = "route-";
/// Whether the reader's own prices are in the link.
pub const IN_LINK: &str = "in-link-";
/// A file of the reader's own prices.
pub const FILE: &str = "file-";

/// The list of routes of a side as HTML. `routes` are those of its model, and `kept` is the key of the one at which the browser
/// keeps a price.
pub fn route_form(address: &Address, at: usize, routes: &[Arc<RouteFacts>], kept: Option<&str>) -> String {
    let chosen = address.sides.get(at).and_then(|side| side.route.as_deref());
    let mut options = vec![(String::new(), "Cheapest that can serve the workload".to_owned())];
    if let Some(route) = address.sides.get(at).and_then(Side::own_route).or(kept) {
        let seller = routes.iter().find(|facts| facts.key == route).map(|facts| format!(" at {}", facts.provider));
        options.push((Side::at_own_price(route), format!("Your price{}", seller.unwrap_or_default())));
    }
    options.extend(route_options(routes));
    let words: Vec<_> = options.iter().map(|(key, name)| (key.as_str(), name.as_str())).collect();
    let mut html = Html::default();
    choice(&mut html, &key(ROUTE, at), &format!("Route of {}", letter(at)), &words, chosen.unwrap_or_default());
    html.finish()
}

/// The form for a price of the reader's own as HTML; `keeps` says whether the browser keeps any.
pub fn price_form(address: &Address, at: usize, keeps: bool) -> String {
    let Some(side) = address.sides.get(at) else { return String::new() };
    let mut html = Html::default();
    group(&mut html, "Your own price", side.own_route().is_some());
    for setting in &OF_A_PRICE {
        field(&mut html, &key(setting.key, at), setting.label, setting, &side.own);
    }
    tick(&mut html, &key(IN_LINK, at), "Put your prices into the link", address.shares_prices);
    file(&mut html, &key(FILE, at), "Prices from a file");
    html.markup("</div>");
    html.element("p", "quiet", match (address.shares_prices, keeps) {
        (true, _) => "It is paid at the route above, and everybody with the link sees it. What you leave empty costs what the list says, less the discount.",
        (_, true) => "It is paid at the route above, and kept in this browser. What you leave empty costs what the list says, less the discount. Download JSON saves it.",
        _ => "This browser keeps nothing for this page: your price is lost when you leave, unless you put it into the link or download it as JSON.",
    });
    html.close("details");
    html.finish()
}

fn key(what: &str, at: usize) -> String {
    format!("{what}{}", letter(at).to_ascii_lowercase())
}
