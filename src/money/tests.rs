//! What money promises.

use super::*;
use proptest::prelude::*;

fn usd(text: &str) -> Usd {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    // At 10⁻¹⁵ dollars a token, a thousand units of a quantity cost 10⁻³⁸ dollars.
    let dollars = Usd::from_dollars(whole.parse().unwrap());
    let part = Quantity::of(format!("{part:0<38}").parse().unwrap(), [1_000, 1, 1]).unwrap();
    dollars.checked_add(Usd::of(part, UsdPerMtok::from_nanos(1).unwrap()).unwrap()).unwrap()
}

#[test]
fn amounts_read_as_a_person_would_write_them() {
    for (amount, shown) in [
        ("155", "$155"),
        ("0", "$0"),
        ("0.0042", "$0.0042"),
        ("1234567", "$1.23M"),
        ("12.5", "$12.50"),
        ("12345.6", "$12,346"),
        ("0.5", "$0.50"),
        ("0.05", "$0.05"),
        ("999.995", "$1,000.00"),
        ("2500000000", "$2.50B"),
        ("0.00001", "$0.00001"),
        ("0.00000000000001", "$0.000000001 or less"),
    ] {
        assert_eq!(usd(amount).to_string(), shown, "{amount}");
    }
}

#[test]
fn what_is_too_large_to_be_shown_is_no_amount() {
    let most = Usd::from_dollars(16_000_000_000_000_000_000);
    assert_eq!(most.to_string(), "$16,000,000.00T");
    assert_eq!(most.checked_add(most), None);
    let quantity = Quantity::of(u128::MAX, [1_000_000; 3]).unwrap();
    assert_eq!(Usd::of(quantity, UsdPerMtok::from_nanos(UsdPerMtok::MAX_NANOS).unwrap()), None);
    assert_eq!(Quantity::of(u128::MAX, [u64::MAX; 3]), None);
}

#[test]
fn ratios_read_in_times() {
    for (big, small, shown) in [("310", "155", Some("2.0×")), ("12345", "1", Some("12,345×")), ("1", "0", None)] {
        assert_eq!(usd(big).times(usd(small)).as_deref(), shown);
    }
}

#[test]
fn prices_that_are_no_prices_are_refused() {
    for text in ["", "-1", "1e3", ".5", "NaN", "0.0000000001", "100001", "1,000", "$2"] {
        assert!(text.parse::<UsdPerMtok>().is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn every_price_survives_the_trip_through_text(nanos in 0..=UsdPerMtok::MAX_NANOS) {
        let price = UsdPerMtok::from_nanos(nanos).unwrap();
        prop_assert_eq!(price.to_string().parse::<UsdPerMtok>().unwrap(), price);
    }

    #[test]
    fn any_amount_can_be_shown(dollars in 0..10_u64.pow(19), part in 0..10_u128.pow(38)) {
        let amount = usd(&format!("{dollars}.{part:0>38}"));
        prop_assert!(amount.to_string().starts_with('$'));
        let exact = amount.exact().replace(',', "");
        prop_assert_eq!(usd(&exact), amount);
    }
}
