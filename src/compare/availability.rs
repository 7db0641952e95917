//! How widely a model can be had.

use super::pricing::RouteFacts;
use crate::catalog::{ProviderKind, RouteStatus};
use std::sync::Arc;

/// How widely a model can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reach {
    /// Providers with a live route.
    pub(crate) providers: usize,
    /// Companies among them that run the model themselves at a known price.
    pub(crate) hosts: usize,
}

/// How widely a model with these routes can be had.
pub(crate) fn reach(routes: &[Arc<RouteFacts>]) -> Reach {
    let live = || routes.iter().filter(|route| route.status == RouteStatus::Live);
    let runs = |route: &&Arc<RouteFacts>| {
        route.kind.is_some_and(ProviderKind::is_independent_host)
            && route.input.reading.is_known()
            && route.output.reading.is_known()
    };
    Reach {
        providers: distinct(&mut live().map(|route| route.provider.as_str())),
        hosts: distinct(&mut live().filter(runs).map(|route| route.operator.as_str())),
    }
}

fn distinct(names: &mut dyn Iterator<Item = &str>) -> usize {
    let mut seen: Vec<&str> = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen.len()
}

/// Where a model can be had, in one sentence.
pub fn availability(routes: &[Arc<RouteFacts>]) -> String {
    let Reach { providers, hosts } = reach(routes);
    match (providers, hosts) {
        (0, _) if routes.iter().any(|route| matches!(route.status, RouteStatus::Free | RouteStatus::Plan)) => {
            "No live route is sold by the token; it comes with a free tier or a plan.".to_owned()
        }
        (0, _) => "No live route is known.".to_owned(),
        (1, 1) => "1 provider sells it and runs it itself.".to_owned(),
        (1, _) => "1 provider sells it; no lab, cloud or host runs it at a known price.".to_owned(),
        (_, 0) => format!("{providers} providers sell it; no lab, cloud or host runs it at a known price."),
        (_, 1) => format!("{providers} providers sell it; 1 company among them runs it itself."),
        _ => format!("{providers} providers sell it; {hosts} companies among them run it themselves."),
    }
}

/// The live route with the least output price among those whose price may be called cheapest.
pub(crate) fn cheapest_output(routes: &[Arc<RouteFacts>]) -> Option<&Arc<RouteFacts>> {
    let counts = |route: &&Arc<RouteFacts>| {
        route.status == RouteStatus::Live
            && route.kind.is_some_and(ProviderKind::counts_as_cheapest)
            && !route.disputed
            && route.sort.output.is_some_and(|price| !price.is_zero())
    };
    // A tie goes to a lab, then to whoever runs the model, as it does for the cheapest bill.
    let rank = |kind: Option<ProviderKind>| {
        (kind != Some(ProviderKind::Lab), !kind.is_some_and(ProviderKind::is_independent_host))
    };
    routes.iter().filter(counts).min_by_key(|route| (route.sort.output, rank(route.kind), &route.sort.provider))
}
