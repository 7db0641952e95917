//! `catalog build` with the secondary lists of prices and the schedules of retirement.

use crate::feeds::{Workshop, check, said};
use llm_compare::catalog::{Capability, LifecycleMark, Model, Precision, Route, RouteStatus, Stage, parse};

fn built() -> (Workshop, Model) {
    let workshop = Workshop::with_more_feeds();
    workshop.must_build();
    let rocket = parse("rocket-2", &workshop.read("out/models/rocket-2.json")).unwrap();
    (workshop, rocket)
}

fn route<'a>(model: &'a Model, provider: &str, id: &str) -> &'a Route {
    model.routes.iter().find(|r| r.provider == provider && r.model_id == id).unwrap()
}

fn mark<'a>(model: &'a Model, channel: &str) -> &'a LifecycleMark {
    model.lifecycle.iter().find(|mark| mark.channel == channel).unwrap()
}

#[test]
fn what_is_built_passes_the_check() {
    let output = check(&built().0.path("out"));
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn a_list_that_agrees_on_the_price_adds_the_classes_that_others_leave_out() {
    let (_, rocket) = built();
    let own = route(&rocket, "acme", "rocket-2").price_on("2026-08-21".parse().unwrap()).unwrap();
    assert_eq!(own.agree, ["models.dev", "litellm"], "{own:?}");
    assert_eq!(own.source, "genai-prices", "the youngest that another confirms");
    assert_eq!(own.classes.batch_input.unwrap().to_string(), "0.075");
    assert_eq!(own.classes.cache_write_1h.unwrap().to_string(), "0.3");
    assert_eq!(own.tiers[0].above_input_tokens.0, 200_000, "from models.dev");
    assert_eq!(rocket.capabilities[&Capability::WebSearch].value, Some(true));
    assert_eq!(rocket.facts.cache_min_tokens.as_ref().unwrap().value.unwrap().0, 1024);
}

#[test]
fn a_route_that_only_secondary_lists_have_is_listed_and_never_live() {
    let (_, rocket) = built();
    let listed = route(&rocket, "host", "acme/rocket-2-fast");
    assert_eq!(listed.status, RouteStatus::Listed);
    let price = &listed.prices[0];
    assert_eq!((price.source.as_str(), price.agree.as_slice()), ("portkey", ["litellm".to_owned()].as_slice()));
    assert_eq!(price.classes.batch_output.unwrap().to_string(), "0.4", "cents for a token, times ten thousand");
    assert_eq!(
        (price.tiers[0].above_input_tokens.0, price.tiers[0].classes.output.unwrap().to_string()),
        (128_000, "1.6".to_owned())
    );
    // A price for short prompts under an id of the list's own is the price of the route.
    assert_eq!(route(&rocket, "host", "whatever").prices[0].disputed[0].input.unwrap().to_string(), "0.9");
}

#[test]
fn another_spelling_of_a_route_makes_no_route_of_its_own() {
    let workshop = Workshop::with_more_feeds();
    let rows = workshop.read("feeds/portkey/host.json");
    workshop.write("feeds/portkey/host.json", &rows.replace("whatever-lte-128k", "acme/rocket-2"));
    workshop.must_build();
    let rocket: Model = parse("rocket-2", &workshop.read("out/models/rocket-2.json")).unwrap();
    assert!(rocket.routes.iter().all(|route| route.model_id != "acme/rocket-2" || route.provider == "openrouter"));
    assert_eq!(route(&rocket, "host", "whatever").prices[0].disputed[0].source, "portkey");
}

#[test]
fn rows_of_unknown_providers_are_listed_and_those_left_out_by_hand_are_not() {
    let (workshop, rocket) = built();
    let unjoined = workshop.read("tables/unjoined.md");
    assert!(unjoined.contains("- nobody (1): `rocket-2`") && !unjoined.contains("left_out"), "{unjoined}");
    assert!(rocket.routes.iter().all(|route| route.provider != "nobody"));
}

#[test]
fn a_slip_in_one_row_of_many_is_listed_and_a_feed_of_slips_is_an_error() {
    let workshop = Workshop::with_more_feeds();
    let good = workshop.read("feeds/litellm.json");
    let many: String = (0..100)
        .map(|n| format!("\"acme/rocket-2-{n}\": {{\"litellm_provider\": \"acme\", \"mode\": \"chat\", \"input_cost_per_token\": 1e-07}},\n"))
        .collect();
    let slip = good.replacen("1.5e-07", "0.15", 1);
    workshop.write("feeds/litellm.json", &slip);
    let output = workshop.build("out");
    assert!(
        !output.status.success() && said(&output).contains("acme/rocket-2.input_cost_per_token: 0.15"),
        "{}",
        said(&output)
    );
    workshop.write("feeds/litellm.json", &slip.replacen('{', &format!("{{{many}"), 1));
    workshop.must_build();
    let unjoined = workshop.read("tables/unjoined.md");
    assert!(
        unjoined.contains("litellm.json: at acme/rocket-2.input_cost_per_token: 0.15 is not a price"),
        "{unjoined}"
    );
}

#[test]
fn every_channel_has_its_own_end_exact_or_earliest() {
    let (_, rocket) = built();
    let day = |channel: &str| mark(&rocket, channel).retires.map(|day| day.to_string());
    assert_eq!(rocket.lifecycle.len(), 4);
    assert_eq!(
        (day("openrouter").as_deref(), mark(&rocket, "openrouter").stage),
        (Some("2027-05-01"), Stage::Deprecated)
    );
    assert_eq!((day("acme").as_deref(), mark(&rocket, "acme").precision), (Some("2027-03-01"), Precision::Exact));
    assert_eq!((day("azure").as_deref(), mark(&rocket, "azure").precision), (Some("2027-06-01"), Precision::Earliest));
    assert_eq!((day("host").as_deref(), mark(&rocket, "host").stage), (Some("2027-01-01"), Stage::Active));
}
