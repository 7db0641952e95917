//! What the workload costs on one side: the route that is paid, the lab's own beside it, and the difference to the other.

use super::cost_lines::traffic_notes;
use super::narrowing::Narrowing;
use super::outcome::list;
use super::pricing::{PriceRow, RowCost, lab_route, own_row};
use crate::catalog::{Model, ProviderKind, Providers, Route};
use crate::cost::{OwnPrice, Routes, Traffic, Usage, is_cheaper};
use crate::link::Side;
use crate::money::{Usd, group_thousands};
use crate::table::letter;
use crate::units::Date;
use std::sync::Arc;

/// One side's month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideCost {
    /// What the side assumes of the workload.
    pub usage: Usage,
    /// What is to be known about this side's traffic.
    pub notes: Vec<String>,
    /// The route that is paid; `None` when no route can serve the workload at a known price.
    pub paid: Option<PriceRow>,
    /// How that route was found.
    pub choice: RouteChoice,
    /// The paid route at the reader's own price, when that is what is paid.
    pub own: Option<Arc<Route>>,
    /// The lab's own route, when it is another one.
    pub lab: Option<PriceRow>,
    /// The least a reseller asks, when that is less than what is paid: its name and amount. Never in a verdict.
    pub reseller: Option<(String, Usd)>,
}

/// How the paid route was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RouteChoice {
    /// The cheapest that can serve the workload.
    Cheapest,
    /// The reader's choice.
    Chosen,
    /// The reader's choice, at a price of their own.
    OwnPrice,
    /// The link pays a price that its sender has kept; that of the list is paid instead.
    WithheldPrice,
    /// The link names a route that this model does not have; the cheapest is paid instead.
    UnknownRoute(String),
}

impl SideCost {
    /// The month's amount, when there is one.
    pub fn total(&self) -> Option<Usd> {
        self.paid.as_ref().and_then(|row| row.cost.total())
    }

    /// The route that is paid, of the side's model.
    pub fn route<'a>(&'a self, model: &'a Model) -> Option<&'a Route> {
        let paid = self.paid.as_ref()?;
        self.own.as_deref().or_else(|| model.routes.get(paid.route.position))
    }
}

/// The month of `model` on a day as a reader has set it up in `side`; `rows` are its routes as [`super::price_rows`] gives
/// them. Where the reader chooses none, the cheapest of those is paid that `narrowing` allows.
pub fn side_cost(
    model: &Model,
    providers: &Providers,
    rows: &[PriceRow],
    traffic: &Traffic,
    side: &Side,
    narrowing: Narrowing,
    day: Date,
) -> SideCost {
    let best = |narrowing| cheapest_row(model, providers, rows, narrowing).cloned();
    let (mut paid, choice) = listed(rows, side, &|| best(narrowing));
    let (mut own, mut notes) = (None, Vec::new());
    if choice == RouteChoice::OwnPrice {
        let (route, row) = own_row(model, providers, paid.as_ref(), &side.own, traffic, day);
        let amounts = row.cost.total().zip(paid.and_then(|listed| listed.cost.total()));
        notes.extend(amounts.map(|amounts| note("At the list price", amounts)));
        (paid, own) = (Some(row), Some(route));
    }
    let mut cost = SideCost { usage: side.usage, notes: Vec::new(), paid, choice, own, lab: None, reseller: None };
    let differs = |row: &PriceRow| cost.paid.as_ref().is_none_or(|paid| paid.route.key != row.route.key);
    let mut other = |narrowing, what: &str| {
        let Some(row) = best(narrowing).filter(differs) else { return };
        let amounts = cost.total().zip(row.cost.total());
        notes.extend(amounts.map(|amounts| note(&format!("{what}, {}", row.route.provider), amounts)));
    };
    let all = Narrowing { shared: narrowing.shared, ..Narrowing::default() };
    other(all, "The cheapest of all");
    other(Narrowing { routes: Routes::Shared, ..all }, "At a provider of every side");
    other(Narrowing { routes: Routes::Batch, ..all }, "With batch prices");
    let lab = lab_route(model, providers).and_then(|route| row_of(rows, &route.key()));
    let lab = lab.filter(|lab| differs(lab)).cloned();
    let reseller = cheapest_reseller(rows).filter(|(_, amount)| cost.total().is_none_or(|total| *amount < total));
    cost.notes = traffic_notes(model, traffic, &cost);
    cost.notes.append(&mut notes);
    SideCost { lab, reseller, ..cost }
}

/// The route that is paid, at the price of the list, and how it was found. `best` gives the cheapest.
fn listed(rows: &[PriceRow], side: &Side, best: &dyn Fn() -> Option<PriceRow>) -> (Option<PriceRow>, RouteChoice) {
    let states = side.own != OwnPrice::default();
    let (key, choice) = match (side.own_route(), side.route.as_deref()) {
        (Some(""), _) if states => return (None, RouteChoice::OwnPrice),
        (Some(""), _) | (None, None) => return (best(), RouteChoice::Cheapest),
        (Some(key), _) if states => (key, RouteChoice::OwnPrice),
        (Some(key), _) => (key, RouteChoice::WithheldPrice),
        (None, Some(key)) => (key, RouteChoice::Chosen),
    };
    match row_of(rows, key) {
        Some(row) => (Some(row.clone()), choice),
        None => (best(), RouteChoice::UnknownRoute(key.to_owned())),
    }
}

fn row_of<'a>(rows: &'a [PriceRow], key: &str) -> Option<&'a PriceRow> {
    rows.iter().find(|row| row.route.key == key)
}

/// What another way to pay costs: `With batch prices, Azure: $12, 20 % less.`
fn note(what: &str, (total, amount): (Usd, Usd)) -> String {
    format!("{what}: {amount}, {}.", percent_more(total, amount))
}

/// How much more or less an amount is than another: `12 % more`.
pub fn percent_more(than: Usd, amount: Usd) -> String {
    if amount == than {
        return "the same".to_owned();
    }
    let [difference, whole] = Usd::ratio([amount.difference(than), than]);
    let percent = (u128::from(difference) * 100 + u128::from(whole / 2)) / u128::from(whole).max(1);
    let percent = group_thousands(u64::try_from(percent).unwrap_or(u64::MAX));
    format!("{percent} % {}", if amount < than { "less" } else { "more" })
}

/// The row with the least amount of those that are allowed.
fn cheapest_row<'a>(
    model: &Model,
    providers: &Providers,
    rows: &'a [PriceRow],
    narrowing: Narrowing,
) -> Option<&'a PriceRow> {
    let mut least: Option<(&Route, Usd, &PriceRow)> = None;
    for (route, row) in model.routes.iter().zip(rows) {
        let allowed = narrowing.allows(model, (route, row), providers.providers.get(&route.provider));
        if let Some(total) = row.cost.total().filter(|_| allowed) {
            let before = least.map(|(route, total, _)| (route, total));
            if is_cheaper(model, providers, (route, total), before) {
                least = Some((route, total, row));
            }
        }
    }
    least.map(|(.., row)| row)
}

fn cheapest_reseller(rows: &[PriceRow]) -> Option<(String, Usd)> {
    rows.iter()
        .filter(|row| row.route.kind == Some(ProviderKind::Reseller) && !row.route.disputed)
        .filter_map(|row| match &row.cost {
            RowCost::Bill(bill) | RowCost::LimitUnknown(bill) => Some((row.route.provider.clone(), bill.total)),
            _ => None,
        })
        .min_by(|(name_a, a), (name_b, b)| (a, name_a).cmp(&(b, name_b)))
}

/// The sentence that compares the months of two to four sides, each with its index: the least against every other.
/// Nothing for a single side.
pub fn difference(months: &[(usize, &SideCost)]) -> String {
    if months.len() < 2 {
        return String::new();
    }
    let known: Vec<(Usd, usize)> = months.iter().filter_map(|(side, month)| Some((month.total()?, *side))).collect();
    let Some((least, cheapest)) = known.iter().min().filter(|_| known.len() > 1) else {
        return "No difference can be stated without a complete price for two sides.".to_owned();
    };
    let unknown = months.len() - known.len();
    let level: Vec<_> = known.iter().filter(|(amount, _)| amount == least).map(|(_, side)| letter(*side)).collect();
    let mut sentence = match level.as_slice() {
        [_] if months.len() == 2 => pair(*least, *cheapest, &known),
        [_] => format!("{} costs the least: {least} a month. {}", letter(*cheapest), dearer(*least, &known)),
        [_, _] if months.len() == 2 => "Both cost the same.".to_owned(),
        all if all.len() == months.len() => "All cost the same.".to_owned(),
        some => format!("{} cost the least: {least} a month each. {}", list(some), dearer(*least, &known)),
    };
    if unknown > 0 {
        let without = months.iter().filter(|(_, month)| month.total().is_none()).map(|(side, _)| letter(*side));
        let without: Vec<_> = without.collect();
        sentence.push_str(&format!(" No complete price is known for {}.", list(&without)));
    }
    sentence
}

fn pair(least: Usd, cheapest: usize, known: &[(Usd, usize)]) -> String {
    let Some((amount, dearer)) = known.iter().max() else { return String::new() };
    let (less, more) = (letter(cheapest), letter(*dearer));
    let times = amount.times(least).map(|times| format!("; {more} costs {times} as much")).unwrap_or_default();
    format!("{less} costs {} a month less than {more}{times}.", amount.difference(least))
}

/// `C costs $12 more (1.2×), D $40 more (3.0×).`
fn dearer(least: Usd, known: &[(Usd, usize)]) -> String {
    let more = |(amount, side): &(Usd, usize)| {
        let times = amount.times(least).map(|times| format!(" ({times})")).unwrap_or_default();
        format!("{} costs {} more{times}", letter(*side), amount.difference(least))
    };
    let all: Vec<_> = known.iter().filter(|(amount, _)| *amount > least).map(more).collect();
    if all.is_empty() { String::new() } else { format!("{}.", all.join(", ")) }
}
