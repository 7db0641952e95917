//! What the workload costs on one side: the route that is paid, the lab's own beside it, and the difference to the other.

use super::pricing::{PriceRow, RowCost, lab_route};
use crate::catalog::{Model, ProviderKind, Providers};
use crate::cost::{Workload, cheapest};
use crate::link::Side;
use crate::money::Usd;
use crate::units::Date;

/// One side's month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideCost {
    /// The route that is paid; `None` when no route can serve the workload at a known price.
    pub paid: Option<PriceRow>,
    /// How that route was found.
    pub choice: RouteChoice,
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
    /// The link names a route that this model does not have; the cheapest is paid instead.
    UnknownRoute(String),
}

impl SideCost {
    /// The month's amount, when there is one.
    pub fn total(&self) -> Option<Usd> {
        self.paid.as_ref().and_then(|row| row.cost.total())
    }
}

/// The month of `model` as a reader has set it up in `side`; `rows` are its routes as [`super::price_rows`] gives them.
pub fn side_cost(
    model: &Model,
    providers: &Providers,
    rows: &[PriceRow],
    workload: &Workload,
    side: &Side,
    day: Date,
) -> SideCost {
    let find = |key: &str| rows.iter().find(|row| row.route.key == key).cloned();
    let best = || cheapest(model, providers, workload, side.reasoning, day).and_then(|c| find(&c.route.key()));
    let (paid, choice) = match side.route.as_deref() {
        None => (best(), RouteChoice::Cheapest),
        Some(key) => match find(key) {
            Some(row) => (Some(row), RouteChoice::Chosen),
            None => (best(), RouteChoice::UnknownRoute(key.to_owned())),
        },
    };
    let lab = lab_route(model, providers).and_then(|route| find(&route.key()));
    let total = paid.as_ref().and_then(|row| row.cost.total());
    SideCost {
        lab: lab.filter(|lab| paid.as_ref().is_none_or(|paid| paid.route.key != lab.route.key)),
        reseller: cheapest_reseller(rows).filter(|(_, amount)| total.is_none_or(|total| *amount < total)),
        paid,
        choice,
    }
}

fn cheapest_reseller(rows: &[PriceRow]) -> Option<(String, Usd)> {
    rows.iter()
        .filter(|row| row.route.kind == Some(ProviderKind::Reseller))
        .filter_map(|row| match &row.cost {
            RowCost::Bill(bill) | RowCost::LimitUnknown(bill) => Some((row.route.provider.clone(), bill.total)),
            _ => None,
        })
        .min_by(|(name_a, a), (name_b, b)| (a, name_a).cmp(&(b, name_b)))
}

/// How two sides' months differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delta {
    /// Which of the two costs less; `None` when they cost the same.
    pub cheaper: Option<usize>,
    /// By how much a month.
    pub difference: Usd,
    /// How many times the dearer costs the cheaper; `None` when the cheaper costs nothing.
    pub times: Option<String>,
}

/// The difference between two sides, when both have an amount.
pub fn delta(a: &SideCost, b: &SideCost) -> Option<Delta> {
    let (x, y) = (a.total()?, b.total()?);
    let cheaper = match x.cmp(&y) {
        std::cmp::Ordering::Less => Some(0),
        std::cmp::Ordering::Greater => Some(1),
        std::cmp::Ordering::Equal => None,
    };
    Some(Delta { cheaper, difference: x.difference(y), times: x.max(y).times(x.min(y)) })
}
