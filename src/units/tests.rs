//! What dates, shares and counts promise.

use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn every_day_survives_the_trip_through_unix_days_and_text(days in 0_u32..200_000) {
        let date = Date::from_unix_days(days).unwrap();
        prop_assert_eq!(date.unix_days(), days);
        prop_assert_eq!(date.to_string().parse::<Date>().unwrap(), date);
    }

    #[test]
    fn every_share_survives_the_trip_through_text(millionths in 0_u32..=1_000_000) {
        let share = Share::from_millionths(millionths).unwrap();
        prop_assert_eq!(share.to_string().parse::<Share>().unwrap(), share);
        prop_assert_eq!(Share::from_percent(&share.percent()).unwrap(), share);
    }

    #[test]
    fn every_decimal_survives_the_trip_through_text(value in any::<u64>(), places in 0_usize..12) {
        prop_assert_eq!(parse_decimal(&print_decimal(value, places), places), Some(value));
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in ".{0,24}") {
        let _ = text.parse::<Date>();
        let _ = text.parse::<PartialDate>();
        let _ = text.parse::<Share>();
    }
}

#[test]
fn dates_that_do_not_exist_are_refused() {
    for text in ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "2026-01-01-01", "", "NaN"] {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
    assert_eq!("2024-02-29".parse::<Date>().unwrap().long(), "29 Feb 2024");
}

#[test]
fn a_month_later_is_the_same_day_or_the_last_of_a_shorter_month() {
    for (day, months, later) in [
        ("2026-08-21", 0, "2026-08-21"),
        ("2026-08-21", 5, "2027-01-21"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2026-01-31", 12, "2027-01-31"),
        ("9999-12-31", 1, "9999-12-31"),
    ] {
        assert_eq!(day.parse::<Date>().unwrap().months_later(months).to_string(), later, "{day} + {months}");
    }
}

#[test]
fn a_partial_date_keeps_what_is_known() {
    for (text, long) in [("2023", "2023"), ("2023-09", "Sep 2023"), ("2023-09-30", "30 Sep 2023")] {
        let date: PartialDate = text.parse().unwrap();
        assert_eq!((date.to_string().as_str(), date.long().as_str()), (text, long));
    }
}

#[test]
fn counts_shorten_to_three_digits() {
    for (count, shown) in [
        (0, "0"),
        (999, "999"),
        (1_000, "1k"),
        (4_096, "4.1k"),
        (16_384, "16.4k"),
        (128_000, "128k"),
        (262_144, "262k"),
        (999_999, "1M"),
        (1_050_000, "1.05M"),
        (1_600_000_000_000, "1.6T"),
        (30_500_000_000, "30.5B"),
    ] {
        assert_eq!(short_count(count), shown);
    }
}

#[test]
fn counts_are_read_as_people_type_them() {
    for (text, count) in [
        ("1,000,000", 1_000_000),
        ("1 000 000", 1_000_000),
        ("800k", 800_000),
        ("1.5M", 1_500_000),
        ("2B", 2_000_000_000),
        ("7.0", 7),
    ] {
        assert_eq!(parse_count(text, 1, 10_000_000_000), Ok(count), "{text}");
    }
    for text in ["", "k", "-1", "1e6", "NaN", "1.5", "0.0001k", "99999999999999999999999", "12a", "0", "20B"] {
        assert!(parse_count(text, 1, 10_000_000_000).is_err(), "{text}");
    }
    let error = parse_count("x", 1, 10_000).unwrap_err();
    assert_eq!(error, "Enter a whole number from 1 to 10,000.");
}

#[test]
fn shares_outside_the_whole_are_refused() {
    for text in ["1.0001", "-0.1", "2", "", ".5", "0.1234567", "1e-3", "NaN"] {
        assert!(text.parse::<Share>().is_err(), "{text}");
    }
}
