//! Bills at a price of the reader's own, worked out by hand. What is stated has the keys of links.

use super::worked::{CACHED_IN_BATCHES, GPT_4O, SONNET};
use super::*;
use crate::cost::{OF_A_PRICE, OwnPrice};
use crate::units::Date;

fn day() -> Date {
    "2026-08-21".parse().unwrap()
}

fn own(stated: &str) -> OwnPrice {
    let mut own = OwnPrice::default();
    for (key, value) in stated.split('&').filter_map(|pair| pair.split_once('=')) {
        let setting = OF_A_PRICE.iter().find(|setting| setting.key == key).unwrap();
        setting.set(&mut own, setting.kind.read_link(value).unwrap());
    }
    own
}

/// The total at a route whose list says `prices`, or says nothing.
#[track_caller]
fn own_check(prices: &str, stated: &str, link: &str, total: &str) {
    let prices = Some(prices).filter(|prices| !prices.is_empty()).map(price);
    let route = own(stated).on(&Route { prices: prices.into_iter().collect(), ..Route::default() }, day());
    let bill = bill(route.price_on(day()).unwrap(), &AUTOMATIC, &traffic(link)).unwrap();
    assert_eq!(bill.total.exact(), total, "{stated}: {:#?}", bill.lines);
}

#[test]
fn a_discount_is_off_every_class_that_has_no_price_of_its_own() {
    // 2.5 and 10 less a fifth: 2 and 8. 800 × 2 + 250 × 8 = 3,600.
    own_check(GPT_4O, "d=0.2", "", "3,600");
    // Less 12.5 %: 2.1875 and 8.75. 800 × 2.1875 + 250 × 8.75 = 1,750 + 2,187.5 = 3,937.5.
    own_check(GPT_4O, "d=0.125", "", "3,937.5");
    // The input is agreed on, so that only the output is less a fifth: 800 × 1.9 + 250 × 8 = 3,520.
    own_check(GPT_4O, "d=0.2&i=1.9", "", "3,520");
    // 400 M read at 1.25 less a fifth = 1, 40 M written and 360 M uncached at 2: 400 + 800 + 2,000 = 3,200.
    own_check(GPT_4O, "d=0.2", "c=0.5", "3,200");
    // All in batches: 1.25 and 5 less a tenth. 800 × 1.125 + 250 × 4.5 = 900 + 1,125 = 2,025.
    own_check(GPT_4O, "d=0.1", "b=1", "2,025");
    // All of it: nothing is left to pay.
    own_check(GPT_4O, "d=1", "", "0");
    // A third of a billionth is rounded: 0.000000001 less 66.6667 % → 0. 800 × 0 + 250 × 1.
    own_check("input 0.000000001, output 1", "d=0.666667&o=1", "", "250");
}

#[test]
fn an_agreed_price_holds_for_prompts_of_every_length() {
    // 300,000 tokens are beyond 200,000: listed 6 and 22.5. 100 × 300,000 = 30 M, 100 × 1,000 = 0.1 M.
    // Agreed 2.8 for input, and 22.5 stays: 30 × 2.8 + 0.1 × 22.5 = 84 + 2.25 = 86.25.
    own_check(SONNET, "i=2.8", "n=100&i=300000&o=1000", "86.25");
    // The rest less a tenth: 22.5 × 0.9 = 20.25. 84 + 2.025 = 86.025.
    own_check(SONNET, "i=2.8&d=0.1", "n=100&i=300000&o=1000", "86.025");
    // Less a tenth in the tier too: 5.4 and 20.25. 30 × 5.4 + 0.1 × 20.25 = 162 + 2.025 = 164.025.
    own_check(SONNET, "d=0.1", "n=100&i=300000&o=1000", "164.025");
    // A class that a tier leaves out keeps the agreed price: 0.1 M at 7, 30 M at the tier's 4. 120 + 0.7 = 120.7.
    own_check("input 2, output 8; above 200000: input 4", "o=7", "n=100&i=300000&o=1000", "120.7");
}

#[test]
fn every_class_can_be_agreed_on() {
    // Half read at 0.2, a twentieth written at 3, the rest at 2: 400 × 0.2 + 40 × 3 + 360 × 2 + 250 × 8
    // = 80 + 120 + 720 + 2,000 = 2,920.
    own_check(CACHED_IN_BATCHES, "c=0.2&w=3", "c=0.5", "2,920");
    // The write price holds for an hour too.
    own_check(CACHED_IN_BATCHES, "c=0.2&w=3", "c=0.5&l=1h", "2,920");
    // Half in batches at 0.8 and 3: 400 × 0.8 + 125 × 3 + 400 × 2 + 125 × 8 = 320 + 375 + 800 + 1,000 = 2,495.
    own_check(CACHED_IN_BATCHES, "b=0.8&q=3", "b=0.5", "2,495");
    // Batches where the list has none.
    own_check("input 2, output 8", "b=0.8&q=3", "b=0.5", "2,495");
}

#[test]
fn a_fee_is_paid_whatever_is_used() {
    // 4,500 + 500.
    own_check(GPT_4O, "m=500", "", "5,000");
    // 3,600 + 1,250.5.
    own_check(GPT_4O, "d=0.2&m=1250.5", "", "4,850.5");
    // Nothing is used.
    own_check(GPT_4O, "m=500", "n=0", "500");
    // A machine of one's own: tokens cost nothing.
    own_check("", "i=0&o=0&m=2999.99", "n=1000000000", "2,999.99");
}

#[test]
fn a_model_that_no_list_has_is_paid_at_what_is_stated() {
    // 800 × 0.5 + 250 × 1.5 = 400 + 375 = 775.
    own_check("", "i=0.5&o=1.5", "", "775");
    let route = own("i=0.5").on(&Route::default(), day());
    assert_eq!(bill(route.price_on(day()).unwrap(), &AUTOMATIC, &traffic("")), Err(NoBill::IncompletePrice));
}

#[test]
fn what_the_reader_says_takes_the_place_of_the_routes_limits_and_status() {
    let limits = Route { context_tokens: Some(Tokens(8_000)), status: RouteStatus::Removed, ..Route::default() };
    let route = own("x=32000&z=4000&i=1&o=1").on(&limits, day());
    assert_eq!((route.context_tokens, route.max_output_tokens), (Some(Tokens(32_000)), Some(Tokens(4_000))));
    assert_eq!((route.status, route.prices[0].source.as_str()), (RouteStatus::Live, OwnPrice::SOURCE));
    assert_eq!(own("i=1").on(&limits, day()).context_tokens, Some(Tokens(8_000)));
}
