//! What break-evens, the map, the swings and the year promise.

use super::*;
use crate::catalog::{Model, read};
use crate::cost::{Usage, swings, winner_map, year};
use crate::money::UsdPerMonth;
use crate::units::Date;
use proptest::prelude::*;

fn day() -> Date {
    "2026-08-21".parse().unwrap()
}

/// A model with one route: limits and prices as the files write them, the prices without their unit.
fn model(limits: &str, prices: &str) -> Model {
    let prices = prices.replace("\":\"", "_usd_per_mtok\":\"");
    let json = format!(
        r#"{{"schema":1,"id":"m","lab":"maker","lab_name":"Maker","name":"M","facts":{{}},"routes":[{{"provider":"maker",
        "model_id":"m","status":"live","cache_write":"automatic",{limits}"source":"s","as_of":"2026-08-20","prices":[{{
        {prices},"source":"s","as_of":"2026-08-20"}}]}}]}}"#
    );
    let json = json.replace("source_usd_per_mtok", "source").replace("as_of_usd_per_mtok", "as_of");
    read(&serde_json::from_str(&json).unwrap()).unwrap()
}

fn payer(model: &Model) -> Payer<'_> {
    Payer::new(model, &model.routes[0], Usage::default(), day()).unwrap()
}

fn requests(input: u64, output: u64) -> Workload {
    Workload { input: Tokens(input), output: Tokens(output), ..Workload::default() }
}

/// Where the cheaper side changes: at what, rounded, and to which side.
#[track_caller]
fn check(lever: Lever, workload: &Workload, a: &str, b: &str, expected: &[(u64, usize)]) {
    let (a, b) = (model("", a), model("", b));
    let course = lever.course(workload, &[payer(&a), payer(&b)]).unwrap();
    let found: Vec<_> = course.crossings.iter().map(|crossing| (crossing.scaled(1, 1), crossing.then)).collect();
    assert_eq!(found, expected, "{course:#?}");
}

#[test]
fn the_cheaper_side_changes_where_both_cost_the_same() {
    // 1 + 9s against 2 + 4s: at a fifth of the tokens.
    check(
        Lever::Output,
        &requests(800, 200),
        r#""input":"1","output":"10""#,
        r#""input":"2","output":"6""#,
        &[(200, 1)],
    );
    // 2 − 1.5c against 1.5: at a third, in millionths.
    let cached = r#""input":"2","output":"8","cache_read":"0.5""#;
    check(Lever::Cached, &requests(1_000, 0), cached, r#""input":"1.5","output":"8""#, &[(333_333, 0)]);
    // 1 − 0.5b against 0.8: at two fifths.
    let batch = r#""input":"1","output":"1","batch_input":"0.5","batch_output":"0.5""#;
    check(Lever::Batch, &requests(800, 250), batch, r#""input":"0.8","output":"0.8""#, &[(400_000, 0)]);
    // L + 1,000 against 2L + 500: at 500 tokens.
    check(Lever::Prompt, &requests(9, 100), r#""input":"1","output":"10""#, r#""input":"2","output":"5""#, &[(500, 0)]);
    check(Lever::Batch, &requests(800, 250), r#""input":"1","output":"1""#, r#""input":"1","output":"2""#, &[]);
    check(Lever::Batch, &requests(800, 250), r#""input":"1","output":"1""#, r#""input":"1","output":"1""#, &[]);
}

#[test]
fn a_jump_at_the_threshold_of_a_tier_is_a_change_too() {
    let tiered = r#""input":"1","output":"9","tiers":[{"above_input_tokens":1000,"rule":"whole_prompt","input":"3"}]"#;
    let tiered = tiered.replace("\"rule\":\"whole", "\"rule\": \"whole");
    check(Lever::Prompt, &requests(9, 0), &tiered, r#""input":"2","output":"9""#, &[(1_000, 1)]);
    // At 2,000 tokens in all, the prompt is above 1,000 while less than 1,000 are output.
    check(Lever::Output, &requests(1_500, 500), &tiered, r#""input":"2","output":"9""#, &[(999, 0)]);
}

#[test]
fn what_is_feasible_ends_at_the_limits_of_both_routes() {
    let price = r#""input":"1","output":"1""#;
    let (a, b) =
        (model(r#""context_tokens":10000,"#, price), model(r#""context_tokens":8000,"max_input_tokens":5000,"#, price));
    let end = |a: &Model, b: &Model| {
        let course = Lever::Prompt.course(&requests(800, 250), &[payer(a), payer(b)]).unwrap();
        course.points.last().map(|(at, _)| *at)
    };
    assert_eq!((end(&a, &a), end(&a, &b)), (Some(9_750), Some(5_000)));
}

#[test]
fn prompts_of_many_lengths_have_no_exact_break_even_at_a_tier() {
    let tiered = model(
        "",
        r#""input":"1","output":"9","tiers":[{"above_input_tokens":1000,"rule": "whole_prompt","input":"3"}]"#,
    );
    let plain = model("", r#""input":"2","output":"9""#);
    let spread = Workload { input_p95: Tokens(1_600), ..requests(800, 250) };
    assert_eq!(Lever::Prompt.course(&spread, &[payer(&tiered), payer(&plain)]), None);
    assert!(Lever::Prompt.course(&spread, &[payer(&plain), payer(&plain)]).is_some());
    assert!(Lever::Batch.course(&spread, &[payer(&tiered), payer(&plain)]).is_some());
}

#[test]
fn the_map_agrees_with_the_bill_on_both_sides_of_its_border() {
    let a = model("", r#""input":"2","output":"8","cache_read":"0.5""#);
    let b = model("", r#""input":"1.5","output":"12""#);
    let (workload, payers) = (requests(800, 250), [payer(&a), payer(&b)]);
    let map = winner_map(&workload, &payers).unwrap();
    for (output, (from, end)) in &map.columns {
        let row = Lever::Output.put(&workload, *output);
        let costs = |cached: u64| payers.each_ref().map(|payer| payer.cost(&Lever::Cached.put(&row, cached)).unwrap());
        if end > from {
            assert_eq!(cheaper(costs(from.midpoint(*end))), Some(0), "{output} tokens out");
        }
        if *from > 1 {
            assert_eq!(cheaper(costs(from / 2)), Some(1), "{output} tokens out");
        }
    }
    assert!(map.columns.iter().any(|(_, (from, end))| *from > 1 && end > from), "the border runs through the map");
}

#[test]
fn only_what_is_assumed_and_matters_swings() {
    let a = model("", r#""input":"1","output":"10""#);
    let b = model("", r#""input":"2","output":"6""#);
    let found = swings(&requests(800, 200), &[payer(&a), payer(&b)]);
    let labels: Vec<_> = found.iter().map(|swing| (swing.label, swing.side)).collect();
    let expected = [
        ("Input tokens per request", None),
        ("Output tokens per request", None),
        ("Token factor", Some(0)),
        ("Token factor", Some(1)),
    ];
    assert_eq!(labels, expected);
    // 400 + 2,000 against 800 + 1,200: half the input changes it.
    assert_eq!(found[0].costs[0].map(|cost| cost.to_string()), ["$2,400", "$2,000"]);
}

#[test]
fn a_year_grows_changes_its_price_on_the_day_and_ends_with_the_route() {
    let mut model = model("", r#""input":"1","output":"1""#);
    let mut later = model.routes[0].prices[0].clone();
    let change: Date = "2026-10-21".parse().unwrap();
    (later.from, later.classes.input) = (Some(change), "2".parse().ok());
    model.routes[0].prices[0].to = Some(change);
    model.routes[0].prices.push(later);
    let workload = Workload { requests: 1_000, growth: Share::of(1, 10), ..requests(1_000, 0) };
    let all = year(&payer(&model), &workload, day(), Some("2027-06-30".parse().unwrap()));
    let said: Vec<_> = all.iter().map(|(_, cost)| cost.map_or("gone".to_owned(), |cost| cost.exact())).collect();
    // 1,000, 1,100, 1,210 … requests of a thousand tokens, each month rounded to whole requests.
    let expected = ["1", "1.1", "2.42", "2.662", "2.928", "3.22", "3.542", "3.896", "4.286", "4.714", "5.186", "gone"];
    assert_eq!(said, expected);
}

proptest! {
    #[test]
    fn a_break_even_put_back_gives_equal_costs(
        total in 2..1_000_000_u64, at in 1..999_999_u64, input in 1..1_000_u64, output in 0..1_000_u64, by in 1..1_000_u64,
    ) {
        // Prices that are made to meet at `at` output tokens of `total`.
        let at = 1 + at % (total - 1);
        let of = |nanos: u64| crate::money::UsdPerMtok::from_nanos(nanos).unwrap().to_string();
        let (more, less) = (at * by, (total - at) * by);
        let a = model("", &format!(r#""input":"{}","output":"{}""#, of(input), of(output + less + 1)));
        let b = model("", &format!(r#""input":"{}","output":"{}""#, of(input + more), of(output + 1)));
        let (workload, payers) = (requests(total - at, at), [payer(&a), payer(&b)]);
        let course = Lever::Output.course(&workload, &payers).unwrap();
        prop_assert_eq!(course.crossings.len(), 1);
        prop_assert_eq!(course.crossings[0].scaled(1, 1), at);
        let costs = payers.each_ref().map(|payer| payer.cost(&Lever::Output.put(&workload, at)).unwrap());
        prop_assert_eq!(costs[0], costs[1]);
        let turned = Lever::Output.course(&workload, &[payers[1], payers[0]]).unwrap();
        prop_assert_eq!(turned.crossings[0].between, course.crossings[0].between, "swapping sides mirrors");
        prop_assert_eq!(turned.crossings[0].then, 1 - course.crossings[0].then);
    }
}

#[test]
fn with_a_fee_the_traffic_decides() {
    let (listed, mut provisioned) =
        (model("", r#""input":"2","output":"8""#), model("", r#""input":"0.5","output":"1""#));
    let sides = [payer(&listed), payer(&provisioned)];
    assert!(!Lever::Traffic.matters(&sides), "nobody pays a fee");
    provisioned.routes[0].prices[0].fee = Some(UsdPerMonth::from_nanos(2_000 * 1_000_000_000));
    // A thousand requests of 1,000 and 250 tokens cost 2 + 2 against 0.5 + 0.25, so that each saves 0.00325. The fee of 2,000 is
    // saved after 615,384.6 of them.
    let sides = [payer(&listed), payer(&provisioned)];
    assert!(Lever::Traffic.matters(&sides));
    let course = Lever::Traffic.course(&requests(1_000, 250), &sides).unwrap();
    let found: Vec<_> = course.crossings.iter().map(|crossing| (crossing.scaled(1, 1), crossing.then)).collect();
    assert_eq!((found, course.points[1].0), (vec![(615_385, 1)], 10_000_000));
}
