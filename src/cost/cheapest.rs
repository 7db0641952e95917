//! The cheapest route that can serve a workload.

use super::{Bill, Fit, Terms, Traffic, bill, fit};
use crate::catalog::{Model, Provider, Providers, Route};
use crate::money::Usd;
use crate::units::Date;

/// A route that can serve the workload, with its bill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// The route.
    pub route: &'a Route,
    /// What the workload costs there.
    pub bill: Bill,
    /// Whether a limit of it is unknown.
    pub limit_unknown: bool,
}

/// Whether the price of that provider may be called the cheapest: labs, clouds, hosts and routers, never resellers
/// or plans. A provider that nobody has classified does not count.
pub fn counts_as_cheapest(provider: Option<&Provider>) -> bool {
    provider.is_some_and(|provider| provider.kind.counts_as_cheapest())
}

/// The route with the least bill among those that can serve the traffic on that day and whose price may be called
/// cheapest; one that sources dispute may not.
pub fn cheapest<'a>(model: &'a Model, providers: &Providers, traffic: &Traffic, day: Date) -> Option<Candidate<'a>> {
    let mut least: Option<Candidate> = None;
    for route in &model.routes {
        let provider = providers.providers.get(&route.provider);
        let (fit, price) = (fit(route, traffic), route.price_on(day).filter(|price| !price.is_disputed()));
        let (false, true, Some(price)) = (matches!(fit, Fit::Cannot(_)), counts_as_cheapest(provider), price) else {
            continue;
        };
        let Ok(bill) = bill(price, &Terms::of(model, route), traffic) else { continue };
        let candidate = Candidate { route, bill, limit_unknown: fit == Fit::LimitUnknown };
        let before = least.as_ref().map(|least| (least.route, least.bill.total));
        if is_cheaper(model, providers, (route, candidate.bill.total), before) {
            least = Some(candidate);
        }
    }
    least
}

/// Whether a route with its amount comes before another one. A tie goes to the lab itself, then to whoever runs the model,
/// then by provider and model id.
pub fn is_cheaper(model: &Model, providers: &Providers, one: (&Route, Usd), other: Option<(&Route, Usd)>) -> bool {
    let Some(other) = other else { return true };
    let rank = |route: &Route| {
        let provider = providers.providers.get(&route.provider);
        let own = provider.is_some_and(|provider| provider.lab.as_deref() == Some(model.lab.as_str()));
        (!own, provider.is_none_or(|provider| !provider.kind.is_independent_host()))
    };
    let order = one.1.cmp(&other.1).then_with(|| rank(one.0).cmp(&rank(other.0)));
    let order = order.then_with(|| (&one.0.provider, &one.0.model_id).cmp(&(&other.0.provider, &other.0.model_id)));
    order.is_lt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{DisputedPrice, read};

    fn model(routes: &[(&str, &str, &str)]) -> Model {
        let routes: Vec<String> = routes
            .iter()
            .map(|(provider, status, input)| {
                format!(
                    r#"{{"provider":"{provider}","model_id":"m","status":"{status}","source":"s","as_of":"2026-08-20",
                    "context_tokens":1000000,"max_output_tokens":1000,
                    "prices":[{{"input_usd_per_mtok":"{input}","output_usd_per_mtok":"1","source":"s","as_of":"2026-08-20"}}]}}"#
                )
            })
            .collect();
        let json = format!(
            r#"{{"schema":1,"id":"m","lab":"maker","lab_name":"Maker","name":"M","facts":{{}},"routes":[{}]}}"#,
            routes.join(",")
        );
        read(&serde_json::from_str(&json).unwrap()).unwrap()
    }

    fn providers() -> Providers {
        let of = |id: &str, kind: &str, more: &str| {
            format!(r#""{id}":{{"name":"{id}","kind":"{kind}","operator":"{id}","reason":"r","doc":"d"{more}}}"#)
        };
        let all = [
            of("maker", "lab", r#","lab":"maker""#),
            of("host", "host", ""),
            of("router", "router", ""),
            of("reseller", "reseller", ""),
            of("plan", "plan", ""),
        ];
        read(&serde_json::from_str(&format!(r#"{{"schema":1,"providers":{{{}}}}}"#, all.join(","))).unwrap()).unwrap()
    }

    #[test]
    fn a_price_that_sources_dispute_is_never_cheapest() {
        let mut model = model(&[("maker", "live", "2"), ("host", "live", "1")]);
        let day = "2026-08-21".parse().unwrap();
        let mut found_with = |theirs: &str| {
            let theirs = theirs.parse().unwrap();
            model.routes[1].prices[0].disputed =
                vec![DisputedPrice { input: Some(theirs), output: None, source: "t".to_owned() }];
            cheapest(&model, &providers(), &Traffic::default(), day).map(|c| c.route.provider.clone())
        };
        assert_eq!(found_with("3.9").as_deref(), Some("host"));
        assert_eq!(found_with("4").as_deref(), Some("maker"));
        assert_eq!(found_with("0.25").as_deref(), Some("maker"));
    }

    #[track_caller]
    fn check(routes: &[(&str, &str, &str)], expected: Option<&str>) {
        let (model, day) = (model(routes), "2026-08-21".parse().unwrap());
        let found = cheapest(&model, &providers(), &Traffic::default(), day);
        assert_eq!(found.map(|c| c.route.provider.as_str()), expected);
    }

    #[test]
    fn only_live_routes_of_labs_clouds_hosts_and_routers_can_be_cheapest() {
        check(&[("maker", "live", "2"), ("host", "live", "1")], Some("host"));
        check(&[("maker", "live", "2"), ("reseller", "live", "1"), ("plan", "live", "0.5")], Some("maker"));
        check(&[("maker", "live", "2"), ("host", "deprecated", "1"), ("router", "free", "0.1")], Some("maker"));
        check(&[("unheard-of", "live", "2")], None);
        check(&[], None);
    }

    #[test]
    fn a_tie_goes_to_the_lab_then_to_whoever_runs_it() {
        check(&[("host", "live", "1"), ("maker", "live", "1"), ("router", "live", "1")], Some("maker"));
        check(&[("host", "live", "1"), ("router", "live", "1")], Some("host"));
    }
}
