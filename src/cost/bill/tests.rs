//! What a bill promises.

use super::*;
use crate::catalog::RouteStatus;
use crate::cost::{Kind, MAX_TOKENS, OF_A_SIDE, OF_THE_WORKLOAD, Period, Usage, Workload};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;

mod worked;
mod worked_caches;
mod worked_own;
mod worked_tiers;

/// A price in short: `input 2, output 8; above 200000: input 4`. A tier is marginal where it says `beyond`.
fn price(text: &str) -> Price {
    let mut price = Price::default();
    for part in text.split(';') {
        let (head, classes) = part.split_once(':').unwrap_or(("", part));
        let mut tier = Tier::default();
        let place = if head.is_empty() { &mut price.classes } else { &mut tier.classes };
        for word in classes.split(',') {
            let (name, dollars) = word.trim().split_once(' ').unwrap();
            let (_, class) = place.all_mut().into_iter().find(|(have, _)| *have == name).unwrap();
            *class = Some(dollars.parse().unwrap());
        }
        if let Some((rule, threshold)) = head.trim().split_once(' ') {
            tier.rule = if rule == "beyond" { TierRule::Marginal } else { TierRule::WholePrompt };
            tier.above_input_tokens = Tokens(threshold.parse().unwrap());
            price.tiers.push(tier);
        }
    }
    price
}

/// The traffic that a link describes, with the keys of one side without their letter: `n=1000&i=800&t=50`.
fn traffic(link: &str) -> Traffic {
    let (mut workload, mut usage) = (Workload::default(), Usage::default());
    for (key, value) in link.split('&').filter_map(|pair| pair.split_once('=')) {
        match OF_THE_WORKLOAD.iter().find(|setting| setting.key == key) {
            Some(setting) => setting.set(&mut workload, setting.kind.read_link(value).unwrap()),
            None => {
                let setting = OF_A_SIDE.iter().find(|setting| setting.key == key).unwrap();
                setting.set(&mut usage, setting.kind.read_link(value).unwrap());
            }
        }
    }
    Traffic::new(&workload, &usage)
}

const AUTOMATIC: Terms = Terms { cache_write: Some(CacheWrite::Automatic), cache_min: None };
const EXPLICIT: Terms = Terms { cache_write: None, cache_min: None };

#[track_caller]
fn check(terms: Terms, prices: &str, link: &str, total: &str) {
    let bill = bill(&price(prices), &terms, &traffic(link)).unwrap();
    assert_eq!(bill.total.exact(), total, "{prices} × {link}: {:#?}", bill.lines);
}

const STEP: &str = "input 0.1, output 0.3";
/// The price of o3.
const CACHED: &str = "input 2, output 8, cache_read 0.5";

#[test]
fn the_default_workload_at_ten_and_thirty_cents_is_exactly_155_dollars() {
    // 1,000,000 × 800 × $0.10 ÷ 1,000,000 = $80, and 1,000,000 × 250 × $0.30 ÷ 1,000,000 = $75.
    check(EXPLICIT, STEP, "", "155");
}

#[track_caller]
fn assumed(terms: Terms, prices: &str, link: &str, expected: &[Assumption]) {
    assert_eq!(bill(&price(prices), &terms, &traffic(link)).unwrap().assumptions, expected, "{prices} × {link}");
}

#[test]
fn what_is_not_known_is_said_and_bounds_the_bill() {
    use Assumption::*;
    assumed(EXPLICIT, STEP, "", &[]);
    assumed(EXPLICIT, STEP, "c=0.5", &[CachedAtInputPrice]);
    assumed(EXPLICIT, STEP, "b=1", &[BatchAtStandardPrice]);
    assumed(AUTOMATIC, CACHED, "c=0.5", &[WithoutStorage]);
    assumed(EXPLICIT, CACHED, "c=0.5", &[WrittenAtInputPrice, WithoutStorage]);
    assumed(EXPLICIT, &format!("{CACHED}, cache_write_5m 2.5"), "c=0.5&l=1h", &[WrittenForFiveMinutes, WithoutStorage]);
    assumed(AUTOMATIC, &format!("{CACHED}, batch_input 1, batch_output 4"), "c=0.5&b=1", &[CachedAtBatchInputPrice]);
    let short = Terms { cache_min: Some(Tokens(1_024)), ..AUTOMATIC };
    assumed(short, CACHED, "c=0.5", &[TooShortToCache(Tokens(1_024))]);
    assumed(short, CACHED, "c=0.5&i=1024", &[WithoutStorage]);
    let tier = "input 2, output 8, cache_read 0.5; above 1000: input 4, output 9";
    assumed(AUTOMATIC, tier, "i=1000&c=0.5", &[WithoutStorage]);
    assumed(AUTOMATIC, tier, "i=1001", &[]);
    assumed(AUTOMATIC, tier, "i=1001&c=0.5", &[WithoutStorage, KeepsBasePrice]);
    assumed(EXPLICIT, "input 2, output 8; above 1000: input 4", "i=1001&o=0", &[]);
    assumed(EXPLICIT, "input 2, output 8; above 1000: input 4", "i=1001&o=1", &[KeepsBasePrice]);
}

#[test]
fn an_incomplete_price_gives_no_bill() {
    for prices in ["input 1", "output 1", "input 0, output 0", "input 0, output 1"] {
        let found = bill(&price(prices), &EXPLICIT, &Traffic::default());
        assert_eq!(found, Err(NoBill::IncompletePrice), "{prices}");
    }
}

type Side = (Workload, Usage);

/// Any allowed value of a setting, as often of one size as of another, and sometimes the most.
fn allowed(kind: Kind, (bits, size): (u64, u32)) -> u64 {
    let (least, most) = kind.bounds();
    let range = most - least + 1;
    let sizes = u64::BITS - range.leading_zeros();
    if size % (sizes + 1) == sizes { most } else { least + ((bits % range) >> (size % (sizes + 1))) }
}

/// Everything that can be set, to anything that is allowed; in half of the cases prompts have different lengths.
fn any_side() -> impl Strategy<Value = Side> {
    let drawn = vec((any::<u64>(), any::<u32>()), OF_THE_WORKLOAD.len() + OF_A_SIDE.len());
    (drawn, option::of(100..390_u64)).prop_map(|(drawn, p95)| {
        let (mut workload, mut usage) = Side::default();
        let (of_workload, of_side) = drawn.split_at(OF_THE_WORKLOAD.len());
        for (setting, drawn) in OF_THE_WORKLOAD.iter().zip(of_workload) {
            setting.set(&mut workload, allowed(setting.kind, *drawn));
        }
        for (setting, drawn) in OF_A_SIDE.iter().zip(of_side) {
            setting.set(&mut usage, allowed(setting.kind, *drawn));
        }
        if let Some(percent) = p95 {
            let input_p95 = Tokens((workload.input.0 * percent / 100).min(MAX_TOKENS));
            workload = Workload { input_p95, turns: 1, tool_calls: 0, ..workload };
        }
        (workload, usage)
    })
}

/// What more tokens cannot make cheaper: a longer request is none of fewer, no other distribution has its lengths, and
/// no rounded share of a history changes with it.
fn plain_side() -> impl Strategy<Value = Side> {
    any_side().prop_map(|(workload, usage)| {
        let per = if workload.per == Period::Tokens { Period::Day } else { workload.per };
        (Workload { per, input_p95: Tokens(0), hit_rate: Share::ZERO, ..workload }, usage)
    })
}

fn any_terms() -> impl Strategy<Value = Terms> {
    (any::<bool>(), option::of(0..10_000_u64)).prop_map(|(automatic, least)| Terms {
        cache_write: automatic.then_some(CacheWrite::Automatic),
        cache_min: least.map(Tokens),
    })
}

fn dollars() -> impl Strategy<Value = Option<UsdPerMtok>> {
    (1..=50_000_000_000_000_u64, 0..=45_u32).prop_map(|(nanos, shift)| UsdPerMtok::from_nanos((nanos >> shift).max(1)))
}

fn some_classes() -> impl Strategy<Value = PriceClasses> {
    vec(option::of(dollars()), 11).prop_map(|drawn| {
        let mut classes = PriceClasses::default();
        classes.all_mut().into_iter().zip(drawn).for_each(|((_, place), price)| *place = price.flatten());
        classes
    })
}

/// A price with up to two tiers, whose prices are made of those of the tier before and of any.
fn price_with(in_tier: fn(&PriceClasses, PriceClasses) -> PriceClasses) -> impl Strategy<Value = Price> {
    let thresholds = btree_set((0..1_000_000_u64, 0..20_u32).prop_map(|(most, shift)| most >> shift), 0..3);
    let base = (some_classes(), dollars(), dollars());
    let base = base.prop_map(|(classes, input, output)| PriceClasses { input, output, ..classes });
    (base, thresholds, vec(some_classes(), 2), any::<bool>()).prop_map(move |(base, thresholds, drawn, whole)| {
        let mut classes = base.clone();
        let tiers = thresholds.into_iter().zip(drawn).map(|(threshold, drawn)| {
            classes = in_tier(&classes, drawn);
            let rule = if whole { TierRule::WholePrompt } else { TierRule::Marginal };
            Tier { above_input_tokens: Tokens(threshold), rule, classes: classes.clone() }
        });
        Price { tiers: tiers.collect(), classes: base, ..Price::default() }
    })
}

fn any_price() -> impl Strategy<Value = Price> {
    price_with(|_, drawn| drawn)
}

/// The classes of `base`, each dearer by what `more` states of it.
fn dearer(base: &PriceClasses, more: &PriceClasses) -> PriceClasses {
    let mut classes = base.clone();
    for ((_, place), (_, more)) in classes.all_mut().into_iter().zip(more.all()) {
        let sum = place.zip(more).and_then(|(price, more)| UsdPerMtok::from_nanos(price.nanos() + more.nanos()));
        *place = sum.or(*place);
    }
    classes
}

/// A total, or that it is too large to state, which is more than any.
fn total(price: &Price, terms: Terms, (workload, usage): &Side) -> Result<Usd, ()> {
    let bill = bill(price, &terms, &Traffic::new(workload, usage));
    bill.map(|bill| bill.total).map_err(|why| assert_eq!(why, NoBill::TooLarge))
}

fn sum(mut amounts: impl Iterator<Item = Result<Usd, ()>>) -> Result<Usd, ()> {
    amounts.try_fold(Usd::ZERO, |sum, amount| sum.checked_add(amount?).ok_or(()))
}

proptest! {
    #[test]
    fn whatever_is_set_the_bill_is_the_sum_of_its_lines_or_too_large(
        price in any_price(), terms in any_terms(), (workload, usage) in any_side(),
    ) {
        match bill(&price, &terms, &Traffic::new(&workload, &usage)) {
            Ok(bill) => {
                let amounts = bill.lines.iter().map(|line| Usd::of(line.quantity, line.price).ok_or(()));
                prop_assert_eq!(sum(amounts), Ok(bill.total));
                prop_assert_eq!(sum(bill.lines.iter().map(|line| Ok(line.amount))), Ok(bill.total));
            }
            Err(why) => prop_assert_eq!(why, NoBill::TooLarge),
        }
    }

    #[test]
    fn no_token_is_lost_or_billed_twice_so_where_all_classes_cost_the_same_only_their_number_counts(
        mut price in any_price(), terms in any_terms(), side in any_side(), same in dollars(),
    ) {
        let of_tiers = price.tiers.iter_mut().map(|tier| &mut tier.classes);
        for (_, place) in of_tiers.chain([&mut price.classes]).flat_map(PriceClasses::all_mut) {
            *place = place.and(same);
        }
        let classes = PriceClasses { input: same, output: same, ..PriceClasses::default() };
        let plain = Price { classes, ..Price::default() };
        prop_assert_eq!(total(&price, terms, &side), total(&plain, EXPLICIT, &side));
    }

    #[test]
    fn nothing_costs_exactly_nothing(price in any_price(), terms in any_terms(), (workload, usage) in any_side()) {
        let idle = Workload { requests: 0, ..workload };
        prop_assert_eq!(total(&price, terms, &(idle, usage)), Ok(Usd::ZERO));
        let none = Tokens(0);
        let silent = Workload { input: none, input_p95: none, output: none, tool_result: none, ..workload };
        prop_assert_eq!(total(&price, terms, &(silent, Usage { reasoning: none, ..usage })), Ok(Usd::ZERO));
    }

    #[test]
    fn so_many_times_the_requests_cost_exactly_so_many_times_as_much(
        price in any_price(), terms in any_terms(), (workload, usage) in any_side(), times in 0..12_u64,
    ) {
        let of = |requests| total(&price, terms, &(Workload { requests, per: Period::Month, ..workload }, usage));
        let one = of(workload.requests);
        prop_assert_eq!(of(workload.requests * times), sum((0..times).map(|_| one)));
    }

    #[test]
    fn more_requests_more_attempts_and_more_reasoning_never_cost_less(
        price in any_price(), terms in any_terms(), (workload, usage) in any_side(), more in 1..10_000_u64,
    ) {
        let before = total(&price, terms, &(workload, usage));
        let half = Share::of(usage.success.millionths().into(), 2 * u128::from(Share::WHOLE));
        for side in [
            (Workload { requests: workload.requests + more, ..workload }, usage),
            (Workload { attempts: workload.attempts + 1, ..workload }, usage),
            (workload, Usage { success: half, ..usage }),
            (workload, Usage { reasoning: Tokens(usage.reasoning.0 + more), ..usage }),
        ] {
            prop_assert!(total(&price, terms, &side) >= before, "{:?}", side);
        }
    }

    #[test]
    fn longer_requests_never_cost_less_unless_a_tier_is_cheaper_or_a_cache_starts_to_take_them(
        price in price_with(|before, more| dearer(before, &more)), automatic in any::<bool>(),
        (workload, usage) in plain_side(), more in 1..10_000_u64,
    ) {
        let terms = if automatic { AUTOMATIC } else { EXPLICIT };
        let before = total(&price, terms, &(workload, usage));
        let longer = |tokens: Tokens| Tokens(tokens.0 + more);
        let token_factor = Factor::from_hundredths(usage.token_factor.hundredths() + more % 100);
        for side in [
            (Workload { input: longer(workload.input), ..workload }, usage),
            (Workload { output: longer(workload.output), ..workload }, usage),
            (Workload { tool_result: longer(workload.tool_result), ..workload }, usage),
            (workload, Usage { token_factor, ..usage }),
        ] {
            prop_assert!(total(&price, terms, &side) >= before, "{:?}", side);
        }
    }

    #[test]
    fn no_class_makes_a_bill_cheaper_by_being_dearer(
        price in any_price(), terms in any_terms(), side in any_side(), class in 0..11_usize, by in dollars(),
    ) {
        let mut more = PriceClasses::default();
        *more.all_mut().into_iter().nth(class).unwrap().1 = by;
        let base = Price { classes: dearer(&price.classes, &more), ..price.clone() };
        prop_assert!(total(&base, terms, &side) >= total(&price, terms, &side));
        let dear = |tier: &Tier| Tier { classes: dearer(&tier.classes, &more), ..tier.clone() };
        let tiers = Price { tiers: price.tiers.iter().map(dear).collect(), ..price.clone() };
        prop_assert!(total(&tiers, terms, &side) >= total(&price, terms, &side));
    }
}
