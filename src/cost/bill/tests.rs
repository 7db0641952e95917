//! What a bill promises.

use super::*;
use crate::catalog::Tier;
use crate::catalog::read;
use crate::cost::{MAX_REQUESTS, MAX_TOKENS};
use proptest::prelude::*;

fn price(json: &str) -> Price {
    let base = r#""source":"models.dev","as_of":"2026-08-20""#;
    read(&serde_json::from_str(&format!("{{{json},{base}}}")).unwrap()).unwrap()
}

fn total(json: &str, workload: &Workload) -> String {
    bill(&price(json), workload, Tokens(0)).unwrap().total.exact()
}

fn share(basis_points: u16) -> Share {
    Share::from_basis_points(basis_points).unwrap()
}

const STEP: &str = r#""input_usd_per_mtok":"0.1","output_usd_per_mtok":"0.3""#;
const CACHED: &str = r#""input_usd_per_mtok":"2","output_usd_per_mtok":"8","cache_read_usd_per_mtok":"0.5""#;

#[test]
fn the_default_workload_at_ten_and_thirty_cents_is_exactly_155_dollars() {
    assert_eq!(total(STEP, &Workload::default()), "155");
}

#[test]
fn cached_tokens_cost_the_cache_price_and_without_one_the_input_price() {
    let half = Workload { cached: share(5_000), ..Workload::default() };
    assert_eq!(total(CACHED, &half), "3,000");
    let bill = bill(&price(STEP), &half, Tokens(0)).unwrap();
    assert_eq!(
        (bill.total.exact().as_str(), bill.assumptions.as_slice()),
        ("155", &[Assumption::CachedAtInputPrice][..])
    );
}

#[test]
fn reasoning_is_billed_as_output_unless_it_has_a_price() {
    let one = Workload { requests: 1_000_000, input: Tokens(0), output: Tokens(0), ..Workload::default() };
    let of = |json: &str| bill(&price(json), &one, Tokens(10)).unwrap().total.exact();
    assert_eq!(of(STEP), "3");
    assert_eq!(of(&format!(r#"{STEP},"reasoning_usd_per_mtok":"1""#)), "10");
}

#[test]
fn a_tier_moves_every_class_strictly_above_its_threshold() {
    let mut tiered = price(CACHED);
    let classes = PriceClasses { input: "4".parse().ok(), ..PriceClasses::default() };
    tiered.tiers = vec![Tier { above_input_tokens: Tokens(1_000), rule: TierRule::WholePrompt, classes }];
    let of = |input: u64| {
        let workload = Workload { requests: 1_000, input: Tokens(input), output: Tokens(0), ..Workload::default() };
        bill(&tiered, &workload, Tokens(0)).unwrap().total.exact()
    };
    assert_eq!((of(1_000).as_str(), of(1_001).as_str()), ("2", "4.004"));
}

#[test]
fn batch_takes_batch_prices_and_says_when_there_are_none() {
    let all = Workload { batch: share(10_000), ..Workload::default() };
    let with = format!(r#"{STEP},"batch_input_usd_per_mtok":"0.05","batch_output_usd_per_mtok":"0.15""#);
    assert_eq!(total(&with, &all), "77.5");
    assert_eq!(bill(&price(STEP), &all, Tokens(0)).unwrap().assumptions, [Assumption::BatchAtStandardPrice]);
}

#[test]
fn an_incomplete_price_gives_no_bill() {
    for json in [
        r#""input_usd_per_mtok":"1""#,
        r#""output_usd_per_mtok":"1""#,
        r#""input_usd_per_mtok":"0","output_usd_per_mtok":"0""#,
        r#""input_usd_per_mtok":"0","output_usd_per_mtok":"1""#,
    ] {
        assert_eq!(bill(&price(json), &Workload::default(), Tokens(0)), Err(NoBill::IncompletePrice), "{json}");
    }
}

proptest! {
    #[test]
    fn a_bill_is_the_sum_of_its_lines_and_never_a_panic(
        n in 0..=MAX_REQUESTS, i in 0..=MAX_TOKENS, o in 0..=MAX_TOKENS, c in 0_u16..=10_000, b in 0_u16..=10_000,
        t in 0..=MAX_TOKENS, nanos in 1..=100_000_000_000_000_u64,
    ) {
        let mut price = price(CACHED);
        price.classes.input = UsdPerMtok::from_nanos(nanos);
        let workload = Workload { requests: n, input: Tokens(i), output: Tokens(o), cached: share(c), batch: share(b) };
        if let Ok(bill) = bill(&price, &workload, Tokens(t)) {
            let sum: u128 = bill.lines.iter().map(|l| l.amount.units()).sum();
            prop_assert_eq!(sum, bill.total.units());
        }
    }

    #[test]
    fn more_requests_never_cost_less(n in 1..1_000_000_u64, i in 0..100_000_u64, c in 0_u16..=10_000) {
        let of = |requests| {
            let w = Workload { requests, input: Tokens(i), cached: share(c), ..Workload::default() };
            bill(&price(CACHED), &w, Tokens(7)).unwrap().total
        };
        prop_assert_eq!(of(n).checked_add(of(n)).unwrap(), of(2 * n), "a bill is linear in requests");
    }
}
