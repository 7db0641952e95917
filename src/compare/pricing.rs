//! The rows of the section "Pricing and availability": every route of a model with its price and its bill.

use super::history::{announcement, next_change};
use crate::catalog::{Model, Price, PriceClasses, Provider, ProviderKind, Providers, Route, RouteStatus};
use crate::cost::{Bill, Fit, NoBill, OwnPrice, Terms, Traffic, bill, counts_as_cheapest, fit};
use crate::money::{Usd, UsdPerMtok};
use crate::table::{Figure, Provenance};
use crate::units::{Date, Tokens};
use std::sync::Arc;

/// One route, ready to show, with what the workload costs there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceRow {
    /// What does not depend on the workload.
    pub route: Arc<RouteFacts>,
    /// What the workload costs here.
    pub cost: RowCost,
}

/// What a row says of its route, whatever the workload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteFacts {
    /// Place among the model's routes.
    pub position: usize,
    /// `provider:model_id`, unique within a model.
    pub key: String,
    /// Name of the provider, for reading.
    pub provider: String,
    /// What the provider is; `None` when nobody has classified it.
    pub kind: Option<ProviderKind>,
    /// Why it is of that kind.
    pub kind_reason: String,
    /// The company behind the provider.
    pub operator: String,
    /// The id a request carries.
    pub model_id: String,
    /// Variant, region and quantization, for reading.
    pub marks: Vec<String>,
    /// Whether it can be requested.
    pub status: RouteStatus,
    /// US dollars per million prompt tokens.
    pub input: Figure,
    /// US dollars per million answer tokens.
    pub output: Figure,
    /// US dollars per million tokens read from the cache.
    pub cache_read: Figure,
    /// Whether sources differ so much about the price that it is not relied on.
    pub disputed: bool,
    /// What is announced of its price, in a sentence.
    pub announced: Option<String>,
    /// Thresholds of long-prompt prices.
    pub tiers: Vec<Tokens>,
    /// Context window on this route.
    pub context: Figure,
    /// The longest answer on this route.
    pub max_output: Figure,
    /// Whether it has prices for batches.
    pub batches: bool,
    /// What the default workload costs here, where that may be called cheapest.
    pub usual: Option<Usd>,
    /// The numbers behind the figures, for sorting.
    pub(super) sort: SortKeys,
}

impl RouteFacts {
    /// US dollars per million answer tokens.
    pub const fn output_price(&self) -> Option<UsdPerMtok> {
        self.sort.output
    }
}

/// What the workload costs on one route, or why it cannot be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowCost {
    /// The route can serve the workload at this bill.
    Bill(Bill),
    /// The same, but a limit of the route is unknown.
    LimitUnknown(Bill),
    /// The route cannot serve the workload.
    Cannot(String),
    /// It could, but there is no bill.
    NoBill(NoBill),
}

impl RowCost {
    /// The amount, or why there is none, for reading.
    pub fn text(&self) -> String {
        match self {
            Self::Bill(bill) | Self::LimitUnknown(bill) => bill.total.to_string(),
            Self::Cannot(why) => format!("cannot serve this workload: {why}"),
            Self::NoBill(why) => format!("unknown, {}", why.words()),
        }
    }

    /// The bill, when there is one.
    pub const fn bill(&self) -> Option<&Bill> {
        match self {
            Self::Bill(bill) | Self::LimitUnknown(bill) => Some(bill),
            _ => None,
        }
    }

    /// The amount, when there is one.
    pub fn total(&self) -> Option<Usd> {
        self.bill().map(|bill| bill.total)
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SortKeys {
    pub(super) provider: String,
    pub(super) input: Option<UsdPerMtok>,
    pub(super) output: Option<UsdPerMtok>,
    pub(super) cache_read: Option<UsdPerMtok>,
    pub(super) context: Option<Tokens>,
    pub(super) max_output: Option<Tokens>,
}

/// All routes of `model` with their price on `day`, in the model's order.
pub fn route_facts(model: &Model, providers: &Providers, day: Date) -> Vec<Arc<RouteFacts>> {
    let traffic = Traffic::default();
    let facts = |(position, route): (usize, &Route)| {
        let provider = providers.providers.get(&route.provider);
        let mut facts = facts(position, route, provider, day);
        if !facts.disputed && counts_as_cheapest(provider) {
            facts.usual = cost(route, &Terms::of(model, route), route.price_on(day), &traffic).total();
        }
        Arc::new(facts)
    };
    model.routes.iter().enumerate().map(facts).collect()
}

/// The bill of the traffic on each of a model's routes; `facts` are those of [`route_facts`] for the same day.
pub fn price_rows(model: &Model, facts: &[Arc<RouteFacts>], traffic: &Traffic, day: Date) -> Vec<PriceRow> {
    let row = |(route, facts): (&Route, &Arc<RouteFacts>)| PriceRow {
        route: Arc::clone(facts),
        cost: cost(route, &Terms::of(model, route), route.price_on(day), traffic),
    };
    model.routes.iter().zip(facts).map(row).collect()
}

/// A model's route, of which `listed` is the row, at a price of the reader's own, and its row; without one a route that nothing
/// else is known of.
pub(super) fn own_row(
    model: &Model,
    providers: &Providers,
    listed: Option<&PriceRow>,
    own: &OwnPrice,
    traffic: &Traffic,
    day: Date,
) -> (Arc<Route>, PriceRow) {
    let position = listed.map_or(usize::MAX, |row| row.route.position);
    let unlisted = Route { model_id: model.id.clone(), ..Route::default() };
    let route = own.on(model.routes.get(position).unwrap_or(&unlisted), day);
    let facts = facts(position, &route, providers.providers.get(&route.provider), day);
    let cost = cost(&route, &Terms::of(model, &route), route.price_on(day), traffic);
    (Arc::new(route), PriceRow { route: Arc::new(facts), cost })
}

fn facts(position: usize, route: &Route, provider: Option<&Provider>, day: Date) -> RouteFacts {
    let price = route.price_on(day);
    let name = provider.map_or_else(|| route.provider.clone(), |provider| provider.name.clone());
    let of = |class: fn(&PriceClasses) -> Option<UsdPerMtok>| price.and_then(|price| class(&price.classes));
    let sort = SortKeys {
        provider: name.to_ascii_lowercase(),
        input: of(|c| c.input),
        output: of(|c| c.output),
        cache_read: of(|c| c.cache_read),
        context: route.context_tokens,
        max_output: route.max_output_tokens,
    };
    let limit = |tokens: Option<Tokens>| limit_figure(route, tokens);
    RouteFacts {
        position,
        key: route.key(),
        provider: name,
        kind: provider.map(|provider| provider.kind),
        kind_reason: provider.map(|provider| provider.reason.clone()).unwrap_or_default(),
        operator: provider.map_or_else(|| route.provider.clone(), |provider| provider.operator.clone()),
        model_id: route.model_id.clone(),
        marks: [&route.variant, &route.region, &route.quantization].into_iter().flatten().cloned().collect(),
        status: route.status_on(day),
        input: price_figure(price, sort.input, |d| d.input),
        output: price_figure(price, sort.output, |d| d.output),
        cache_read: price_figure(price, sort.cache_read, |_| None),
        disputed: price.is_some_and(Price::is_disputed),
        announced: next_change(route, day).map(|(from, price)| announcement(from, price)),
        tiers: price.map(|price| price.tiers.iter().map(|tier| tier.above_input_tokens).collect()).unwrap_or_default(),
        context: limit(sort.context),
        max_output: limit(sort.max_output),
        batches: price.is_some_and(|price| price.classes.batch_input.and(price.classes.batch_output).is_some()),
        usual: None,
        sort,
    }
}

fn cost(route: &Route, terms: &Terms, price: Option<&Price>, traffic: &Traffic) -> RowCost {
    let fit = fit(route, traffic);
    if let Fit::Cannot(obstacle) = fit {
        return RowCost::Cannot(obstacle.to_string());
    }
    let bill = price.ok_or(NoBill::NoPrice).and_then(|price| bill(price, terms, traffic));
    match (bill, fit) {
        (Ok(bill), Fit::LimitUnknown) => RowCost::LimitUnknown(bill),
        (Ok(bill), _) => RowCost::Bill(bill),
        (Err(reason), _) => RowCost::NoBill(reason),
    }
}

pub(super) fn price_figure(
    price: Option<&Price>,
    value: Option<UsdPerMtok>,
    other: fn(&crate::catalog::DisputedPrice) -> Option<UsdPerMtok>,
) -> Figure {
    let (Some(price), Some(value)) = (price, value) else { return Figure::UNKNOWN };
    let disputed = price
        .disputed
        .iter()
        .filter_map(|d| other(d).filter(|v| *v != value).map(|v| (v.dollars(), d.source.clone())))
        .collect();
    let provenance = Provenance {
        source: price.source.clone(),
        as_of: price.as_of,
        agree: price.agree.clone(),
        disputed,
        url: None,
    };
    Figure::stated(value.dollars(), provenance)
}

fn limit_figure(route: &Route, tokens: Option<Tokens>) -> Figure {
    let Some(tokens) = tokens else { return Figure::UNKNOWN };
    let provenance = Provenance { source: route.source.clone(), as_of: route.as_of, ..Provenance::default() };
    Figure { exact: Some(format!("{tokens} tokens")), ..Figure::stated(tokens.short(), provenance) }
}

/// The lab's own route: sold by a provider that sells this lab's models first-hand, the international twin before
/// a regional one, the plain id before a variant.
pub fn lab_route<'a>(model: &'a Model, providers: &Providers) -> Option<&'a Route> {
    model
        .routes
        .iter()
        .filter(|route| route.status == RouteStatus::Live)
        .filter_map(|route| providers.providers.get(&route.provider).map(|provider| (route, provider)))
        .filter(|(_, provider)| provider.lab.as_deref() == Some(model.lab.as_str()))
        .min_by_key(|(route, provider)| {
            let plain = route.variant.is_none() && route.region.is_none() && route.quantization.is_none();
            (provider.region.is_some(), !plain, route.model_id.len(), &route.provider)
        })
        .map(|(route, _)| route)
}
