//! What the rows of a comparison promise.

use super::specs::spec_rows;
use super::*;
use crate::catalog::{Model, Providers, read};
use crate::cost::{Routes, Traffic};
use crate::link::Side;
use crate::money::Usd;
use crate::table::{Direction, Reading, Row};
use crate::units::{Date, Tokens};
use proptest::prelude::*;

fn day() -> Date {
    "2026-08-21".parse().unwrap()
}

fn fact(value: &str) -> String {
    format!(r#"{{"value":{value},"source":"models.dev","as_of":"2026-07-02"}}"#)
}

fn model(facts: &str, routes: &[String]) -> Model {
    let json = format!(
        r#"{{"schema":1,"id":"m","lab":"maker","lab_name":"Maker","name":"M","facts":{{{facts}}},"routes":[{}]}}"#,
        routes.join(",")
    );
    read(&serde_json::from_str(&json).unwrap()).unwrap()
}

/// `price` is input and output in dollars per million tokens.
fn route(provider: &str, status: &str, price: Option<(&str, &str)>) -> String {
    let prices = price.map(|(input, output)| {
        format!(
            r#""prices":[{{"input_usd_per_mtok":"{input}","output_usd_per_mtok":"{output}","source":"models.dev",
            "as_of":"2026-08-20","disputed":[{{"input_usd_per_mtok":"1.9","source":"openrouter"}}]}}],"#
        )
    });
    format!(
        r#"{{"provider":"{provider}","model_id":"m-1","status":"{status}",{}"context_tokens":128000,
        "source":"models.dev","as_of":"2026-08-20"}}"#,
        prices.unwrap_or_default()
    )
}

fn providers() -> Providers {
    let of = |id: &str, kind: &str, more: &str| {
        format!(r#""{id}":{{"name":"{id}","kind":"{kind}","operator":"{id}","reason":"r","doc":"d"{more}}}"#)
    };
    let all = [of("maker", "lab", r#","lab":"maker""#), of("host", "host", ""), of("shop", "reseller", "")];
    read(&serde_json::from_str(&format!(r#"{{"schema":1,"providers":{{{}}}}}"#, all.join(","))).unwrap()).unwrap()
}

fn rows(model: &Model) -> Vec<PriceRow> {
    price_rows(model, &route_facts(model, &providers(), day()), &Traffic::default(), day())
}

fn cost(model: &Model, side: &Side) -> SideCost {
    side_cost(model, &providers(), &rows(model), &Traffic::default(), side, Narrowing::default(), day())
}

fn spec<'a>(rows: &'a [Row], label: &str) -> &'a Row {
    rows.iter().find(|row| row.label == label).unwrap()
}

#[test]
fn unknown_is_said_and_differs_from_nothing() {
    let known = model(&format!(r#""context_tokens":{}"#, fact("128000")), &[]);
    let unknown = model("", &[]);
    let specs = spec_rows(&[&known, &unknown]);
    let context = spec(&specs, "Context window");
    assert_eq!(context.cells[0].figure.reading.text(), "128k tokens");
    assert_eq!(context.cells[0].figure.exact.as_deref(), Some("128,000 tokens"));
    assert_eq!((context.cells[1].figure.reading.text(), &context.cells[1].figure.provenance), ("Unknown", &None));
    assert!(!context.differs(), "unknown against 128k is no difference that anybody knows of");
    for row in &specs {
        assert_eq!(row.cells.len(), 2, "{}", row.label);
        assert!(row.cells.iter().all(|cell| !cell.figure.reading.text().is_empty()), "{} has an empty cell", row.label);
    }
}

#[test]
fn not_disclosed_is_neither_unknown_nor_a_value() {
    let secret = r#""parameters_total":{"not_disclosed":true,"source":"models.dev","as_of":"2026-07-02"}"#;
    let specs = spec_rows(&[&model(secret, &[])]);
    assert_eq!(spec(&specs, "Parameters").cells[0].figure.reading, Reading::NotDisclosed);
}

#[test]
fn a_fact_carries_who_disagrees() {
    let disputed = r#""context_tokens":{"value":256000,"source":"models.dev","as_of":"2026-07-02","agree":["stepfun"],
        "disputed":[{"value":262144,"source":"openrouter"}]}"#;
    let specs = spec_rows(&[&model(disputed, &[])]);
    let provenance = spec(&specs, "Context window").cells[0].figure.provenance.clone().unwrap();
    assert_eq!(provenance.disputed, [("262k tokens".to_owned(), "openrouter".to_owned())]);
    assert_eq!(provenance.agree, ["stepfun"]);
}

#[test]
fn the_introduction_says_only_what_is_known() {
    assert_eq!(introduction(&model("", &[])), "M is a model by Maker.");
    let facts = format!(
        r#""released":{},"context_tokens":{},"open_weights":{},"reasoning":{}"#,
        fact(r#""2026-01-29""#),
        fact("256000"),
        fact("true"),
        fact(r#"{"mode":"mandatory"}"#)
    );
    assert_eq!(
        introduction(&model(&facts, &[])),
        "M is a reasoning model by Maker, released 29 Jan 2026, with a context window of 256k tokens and open weights."
    );
}

#[test]
fn the_cheapest_is_paid_and_resellers_stand_apart() {
    let routes = [
        route("host", "live", Some(("1", "1"))),
        route("maker", "live", Some(("2", "2"))),
        route("shop", "live", Some(("0.5", "0.5"))),
    ];
    let month = cost(&model("", &routes), &Side::default());
    assert_eq!(month.paid.as_ref().unwrap().route.provider, "host");
    assert_eq!(month.total().unwrap().to_string(), "$1,050");
    assert_eq!(month.lab.unwrap().route.provider, "maker");
    assert_eq!(month.reseller.map(|(name, amount)| format!("{name} {amount}")).as_deref(), Some("shop $525"));
}

#[test]
fn a_chosen_route_is_paid_even_at_a_reseller_and_an_unknown_one_is_said() {
    let model = model("", &[route("maker", "live", Some(("2", "2"))), route("shop", "live", Some(("3", "3")))]);
    let chosen = cost(&model, &Side { route: Some("shop:m-1".to_owned()), ..Side::default() });
    assert_eq!((chosen.choice, chosen.paid.unwrap().route.provider.as_str()), (RouteChoice::Chosen, "shop"));
    let gone = cost(&model, &Side { route: Some("old:m-1".to_owned()), ..Side::default() });
    assert_eq!(gone.choice, RouteChoice::UnknownRoute("old:m-1".to_owned()));
    assert_eq!(gone.paid.unwrap().route.provider, "maker");
}

#[test]
fn a_reader_may_pay_fewer_routes_and_sees_what_that_costs() {
    let priced = |provider, price| route(provider, "live", Some((price, price)));
    let batch = priced("host", "4").replace("m-1", "m-2").replace(
        r#""source":"models.dev",
            "as_of""#,
        r#""batch_input_usd_per_mtok":"2","batch_output_usd_per_mtok":"2","source":"models.dev","as_of""#,
    );
    let model = model("", &[priced("host", "1"), batch, priced("maker", "1.5")]);
    let pay = |narrowing: Narrowing| {
        side_cost(&model, &providers(), &rows(&model), &Traffic::default(), &Side::default(), narrowing, day())
    };
    let of = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let (shared, none) = (of(&["maker"]), of(&[]));
    let kind = |routes, shared| pay(Narrowing { routes, shared, ..Narrowing::default() });
    let key = |month: &SideCost| month.paid.as_ref().unwrap().route.key.clone();
    let any = kind(Routes::Any, &shared);
    assert_eq!(key(&any), "host:m-1");
    assert_eq!(
        any.notes,
        ["At a provider of every side, maker: $1,575, 50 % more.", "With batch prices, host: $4,200, 300 % more."]
    );
    assert_eq!(key(&kind(Routes::Batch, &none)), "host:m-2");
    assert_eq!(key(&kind(Routes::Shared, &shared)), "maker:m-1");
    let own = kind(Routes::Lab, &none);
    assert_eq!(key(&own), "maker:m-1");
    assert_eq!(own.notes.first().map(String::as_str), Some("The cheapest of all, host: $1,050, 33 % less."));
    assert_eq!(kind(Routes::Shared, &none).paid, None, "nothing is shared");
    let only = of(&["maker", "nobody"]);
    assert_eq!(key(&pay(Narrowing { only: &only, ..Narrowing::default() })), "maker:m-1");
    let context = |least| pay(Narrowing { context: Tokens(least), ..Narrowing::default() }).paid;
    assert_eq!(context(128_000).unwrap().route.key, "host:m-1");
    assert_eq!(context(128_001), None, "every window is smaller");
}

#[test]
fn without_a_complete_price_there_is_no_amount_and_no_difference() {
    let priced = cost(&model("", &[route("maker", "live", Some(("2", "2")))]), &Side::default());
    for routes in [vec![], vec![route("maker", "live", None)], vec![route("maker", "free", Some(("0", "0")))]] {
        let month = cost(&model("", &routes), &Side::default());
        assert_eq!((month.paid.is_none(), month.total()), (true, None));
        assert!(difference(&[(0, &priced), (1, &month)]).starts_with("No difference can be stated without"));
    }
}

#[test]
fn the_difference_is_stated_in_dollars_and_in_times() {
    let month = |price: &str| cost(&model("", &[route("maker", "live", Some((price, price)))]), &Side::default());
    let said = |prices: &[&str]| {
        let months: Vec<_> = prices.iter().map(|price| month(price)).collect();
        difference(&months.iter().enumerate().collect::<Vec<_>>())
    };
    assert_eq!(said(&["1", "3"]), "A costs $2,100 a month less than B; B costs 3.0× as much.");
    assert_eq!(said(&["1", "1"]), "Both cost the same.");
    assert_eq!(said(&["1"]), "");
    let three = "B costs the least: $1,050 a month. A costs $1,050 more (2.0×), C costs $2,100 more (3.0×).";
    assert_eq!(said(&["2", "1", "3"]), three);
    let two_of_three = "A and C cost the least: $1,050 a month each. B costs $1,050 more (2.0×).";
    assert_eq!(said(&["1", "2", "1"]), two_of_three);
}

#[test]
fn a_sentence_counts_who_sells_and_who_runs() {
    let of = |routes: &[String]| availability(&route_facts(&model("", routes), &providers(), day()));
    assert_eq!(of(&[]), "No live route is known.");
    assert_eq!(of(&[route("maker", "removed", None)]), "No live route is known.");
    let tier = "No live route is sold by the token; it comes with a free tier or a plan.";
    assert_eq!(of(&[route("maker", "free", None), route("maker", "removed", None)]), tier);
    let priced = Some(("1", "2"));
    assert_eq!(of(&[route("maker", "live", priced)]), "1 provider sells it and runs it itself.");
    let unpriced = "1 provider sells it; no lab, cloud or host runs it at a known price.";
    assert_eq!(of(&[route("maker", "live", None)]), unpriced);
    let three = [route("host", "live", priced), route("maker", "deprecated", priced), route("shop", "live", priced)];
    assert_eq!(of(&three), "2 providers sell it; 1 company among them runs it itself.");
}

fn any_route() -> impl Strategy<Value = String> {
    let price = prop::option::of((1_u32..900, 1_u32..900));
    (prop::sample::select(vec!["maker", "host", "shop", "nobody"]), price).prop_map(|(provider, price)| {
        let price = price.map(|(input, output)| (format!("0.{input}"), format!("{output}")));
        route(provider, "live", price.as_ref().map(|(input, output)| (input.as_str(), output.as_str())))
    })
}

proptest! {
    #[test]
    fn every_column_sorts_unknown_last_in_both_directions(routes in prop::collection::vec(any_route(), 0..20)) {
        let rows = rows(&model("", &routes));
        for column in Column::ALL {
            for direction in [Direction::Ascending, Direction::Descending] {
                let order = sorted(&rows, column, direction);
                prop_assert_eq!(order.len(), rows.len());
                let known: Vec<_> = order.iter().map(|row| match column {
                    Column::Input => row.route.input.reading.is_known(),
                    Column::Output => row.route.output.reading.is_known(),
                    Column::Cost => row.cost.total().is_some(),
                    _ => true,
                }).collect();
                prop_assert!(known.is_sorted_by(|a, b| a >= b), "known first: {:?}", known);
            }
        }
    }

    #[test]
    fn the_order_does_not_depend_on_the_order_before(routes in prop::collection::vec(any_route(), 0..12)) {
        let rows = rows(&model("", &routes));
        let mut backwards = rows.clone();
        backwards.reverse();
        let totals = |rows: &[PriceRow]| {
            sorted(rows, Column::Cost, Direction::Ascending).iter().map(|row| row.cost.total()).collect::<Vec<_>>()
        };
        prop_assert_eq!(totals(&rows), totals(&backwards));
    }
}

#[test]
fn a_price_of_the_readers_own_is_paid_at_its_route_and_compared_with_the_list() {
    let model = model("", &[route("maker", "live", Some(("2", "8"))), route("host", "live", Some(("1", "8")))]);
    let pay = |query: &str| cost(&model, &crate::link::parse("/compare/m", query).0.sides[0]);
    let own = pay("?ra=own:maker:m-1&da=0.5");
    assert_eq!((own.total(), &own.choice), (Some(Usd::from_dollars(1_800)), &RouteChoice::OwnPrice));
    assert_eq!(own.notes, ["At the list price: $3,600, 100 % more.", "The cheapest of all, host: $2,800, 56 % more."]);
    let paid = own.paid.as_ref().unwrap();
    assert_eq!(paid_route(&paid.route, &own.choice), "Your price: maker (lab), m-1");
    assert_eq!(own.route(&model).unwrap().prices[0].classes.input.unwrap().to_string(), "1");
    // Nothing else is known of a machine of one's own.
    let machine = pay("?ra=own:&ia=0&oa=0&ma=900");
    assert_eq!((machine.total(), machine.notes.len()), (Some(Usd::from_dollars(900)), 1));
    assert_eq!(paid_route(&machine.paid.as_ref().unwrap().route, &machine.choice), "Your price: m");
    // A link that does not hold the price, and one of a route that is not there.
    let withheld = pay("?ra=own:maker:m-1");
    assert_eq!((withheld.total(), withheld.choice), (Some(Usd::from_dollars(3_600)), RouteChoice::WithheldPrice));
    let unknown = pay("?ra=own:maker:m-9&da=0.5");
    assert_eq!(unknown.choice, RouteChoice::UnknownRoute("maker:m-9".to_owned()));
    assert_eq!(unknown.total(), Some(Usd::from_dollars(2_800)));
}

#[test]
fn the_bills_can_be_taken_away_with_what_they_assume() {
    let model = model("", &[route("maker", "live", Some(("2", "8")))]);
    let address = crate::link::parse("/compare/m", "?n=1001&ra=own:maker:m-1&oa=0.5&ma=20").0;
    let mut kept = crate::link::KeptPrices::default();
    kept.keep("m", &address.sides[0]);
    let json = costs_json(&address, &[(0, &cost(&model, &address.sides[0]))], &kept);
    let file: serde_json::Value = serde_json::from_str(&json).unwrap();
    let side = &file["sides"][0];
    assert_eq!(file["address"], "/compare/m?n=1001&ra=own:maker:m-1&oa=0.5&ma=20");
    assert_eq!(file["workload"]["Requests a month"], "1001");
    assert_eq!((&side["model"], &side["provider"]), (&"m".into(), &"maker".into()));
    assert_eq!(side["usd_per_month"], "1745");
    assert_eq!(side["lines"][1]["class"], "Output");
    assert_eq!(side["lines"][1]["tokens"], "250000000", "the traffic of these rows is the default one");
    assert_eq!(side["lines"][2]["usd"], "20");
    assert_eq!(crate::link::KeptPrices::read(&json), Ok(kept), "the file brings the prices back");
}
