//! What a model costs in a month, and what that depends on.

use super::Side;
use crate::catalog::{Model, Providers, RouteStatus};
use crate::compare::{Narrowing, PriceRow, RouteFacts, SideCost, price_rows, route_facts, side_cost};
use crate::cost::{Traffic, Workload};
use crate::link;
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Kept, Shared};
use crate::units::Date;
use std::sync::Arc;

/// All routes of a model, whatever the workload, in the model's order.
pub(in crate::ui) type Routes = Vec<Arc<RouteFacts>>;

/// What a model costs in a month.
#[derive(Debug)]
pub(in crate::ui) struct Month {
    /// Every route with its bill, in the model's order.
    pub(in crate::ui) rows: Vec<PriceRow>,
    /// What the side costs.
    pub(in crate::ui) cost: SideCost,
    /// The routes of the rows.
    pub(in crate::ui) routes: Shared<Routes>,
    basis: Basis,
}

/// All that a month depends on.
#[derive(Debug, PartialEq)]
struct Basis {
    listing: Listing,
    workload: Workload,
    side: link::Side,
    /// Providers that have every side.
    shared: Vec<String>,
    /// The only ones that may be paid.
    only: Vec<String>,
}

/// All that the routes of a model depend on.
#[derive(Debug, Clone, PartialEq)]
struct Listing {
    model: Kept<Model>,
    providers: Kept<Providers>,
    day: Date,
}

impl Month {
    /// The model whose month it is.
    pub(super) const fn model(&self) -> Kept<Model> {
        self.basis.listing.model
    }

    /// Who sells it.
    pub(super) const fn providers(&self) -> Kept<Providers> {
        self.basis.listing.providers
    }
}

/// Providers with a live route of every side; none for a single side. As `before`, unless another model is shown.
pub(super) fn shared_providers(sides: &[Side], before: &[(usize, Shared<Month>)]) -> Vec<String> {
    let [first, others @ ..] = sides else { return Vec::new() };
    let same = |(side, (_, month)): (&Side, &(usize, Shared<Month>))| side.model == month.basis.listing.model;
    if let Some((_, month)) = before.first().filter(|_| sides.len() == before.len())
        && sides.iter().zip(before).all(same)
    {
        return month.basis.shared.clone();
    }
    let has = |side: &Side, id: &str| {
        side.model.routes.iter().any(|route| route.provider == id && route.status == RouteStatus::Live)
    };
    let mut shared: Vec<String> = Vec::new();
    for route in first.model.routes.iter().filter(|_| !others.is_empty()) {
        let everywhere = sides.iter().all(|side| has(side, &route.provider));
        if everywhere && !shared.contains(&route.provider) {
            shared.push(route.provider.clone());
        }
    }
    shared
}

/// The month of one side. What of it was computed `before`, on any side, is used again.
pub(super) fn month(
    side: &Side,
    providers: Kept<Providers>,
    shared: &[String],
    link: LinkState,
    before: &[(usize, Shared<Month>)],
) -> Shared<Month> {
    let (address, day) = (link.address.get(), link.day.get());
    let set = address.sides.get(side.index).cloned().unwrap_or_default();
    let listing = Listing { model: side.model, providers, day };
    let basis =
        Basis { listing, workload: address.workload, side: set, shared: shared.to_vec(), only: address.providers };
    let mut before = before.iter().map(|(_, month)| month);
    if let Some(same) = before.clone().find(|month| month.basis == basis) {
        return same.clone();
    }
    let (listing, workload) = (&basis.listing, &basis.workload);
    let routes = match before.find(|month| month.basis.listing == *listing) {
        Some(month) => month.routes.clone(),
        None => Shared(Arc::new(route_facts(&listing.model, &providers, day))),
    };
    let traffic = Traffic::new(workload, &basis.side.usage);
    let rows = price_rows(&listing.model, &routes, &traffic, day);
    let narrowing =
        Narrowing { routes: workload.routes, shared: &basis.shared, context: workload.min_context, only: &basis.only };
    let cost = side_cost(&listing.model, &providers, &rows, &traffic, &basis.side, narrowing, day);
    Shared(Arc::new(Month { rows, cost, routes, basis }))
}
