//! Quantities with their units in the type: tokens, requests, shares and dates.

use crate::money::group_thousands;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A count of tokens, as the provider counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tokens(pub u64);

impl fmt::Display for Tokens {
    /// Every digit, grouped: `262,144`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&group_thousands(u128::from(self.0)))
    }
}

impl Tokens {
    /// Three digits for tables: `512`, `128k`, `1.05M`.
    pub fn short(self) -> String {
        short_count(self.0)
    }
}

/// Three digits for tables: `512`, `128k`, `1.05M`, `30.5B`.
pub fn short_count(count: u64) -> String {
    let (unit, suffix) = match count {
        0..1_000 => return count.to_string(),
        1_000..999_500 => (1_000, "k"),
        999_500..999_500_000 => (1_000_000, "M"),
        999_500_000..999_500_000_000 => (1_000_000_000, "B"),
        _ => (1_000_000_000_000, "T"),
    };
    // Places that make three digits of what stands before the point.
    let (places, scale) = match count / unit {
        0..10 => (2, 100),
        10..100 => (1, 10),
        _ => (0, 1),
    };
    let scaled = (u128::from(count) * scale + u128::from(unit) / 2) / u128::from(unit);
    let digits = format!("{}.{:0places$}", group_thousands(scaled / scale), scaled % scale);
    let digits = if places == 0 { digits.split('.').next().unwrap_or_default() } else { digits.trim_end_matches('0') };
    format!("{}{suffix}", digits.trim_end_matches('.'))
}

/// Reads a count as people type it: `1000000`, `1,000,000`, `1 000 000`, `800k`, `1.5M`, `2B`.
///
/// # Errors
/// What is expected, when it is no whole number between `least` and `most`.
pub fn parse_count(text: &str, least: u64, most: u64) -> Result<u64, String> {
    let expected = || {
        let (least, most) = (group_thousands(u128::from(least)), group_thousands(u128::from(most)));
        format!("Enter a whole number from {least} to {most}.")
    };
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '_' | '\u{a0}' | '\u{202f}')).collect();
    let (digits, places) = match plain.char_indices().last() {
        Some((at, 'k' | 'K')) => (plain.get(..at), 3),
        Some((at, 'm' | 'M')) => (plain.get(..at), 6),
        Some((at, 'b' | 'B')) => (plain.get(..at), 9),
        _ => (Some(plain.as_str()), 0),
    };
    let (whole, part) = digits.unwrap_or_default().split_once('.').unwrap_or((digits.unwrap_or_default(), ""));
    let part = part.trim_end_matches('0');
    let number = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 20 || part.len() > places || !number(whole) || !number(part) {
        return Err(expected());
    }
    let count: u64 = format!("{whole}{part:0<places$}").parse().map_err(|_| expected())?;
    if (least..=most).contains(&count) { Ok(count) } else { Err(expected()) }
}

/// A share between 0 and 1, kept in basis points (one hundredth of a percent) so that bills stay exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Share(u16);

impl Share {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// How many parts make the whole.
    pub const WHOLE: u16 = 10_000;

    /// A share from basis points; `None` above the whole.
    pub fn from_basis_points(basis_points: u16) -> Option<Self> {
        (basis_points <= Self::WHOLE).then_some(Self(basis_points))
    }

    /// The share in basis points, 0 to 10,000.
    pub const fn basis_points(self) -> u16 {
        self.0
    }

    /// For reading and typing: `35`, `12.5`.
    pub fn percent(self) -> String {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        if part == 0 { whole.to_string() } else { format!("{whole}.{}", format!("{part:02}").trim_end_matches('0')) }
    }

    /// A percentage from 0 to 100 with at most two places, as people type it.
    pub fn from_percent(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('%').trim_end();
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || part.len() > 2 || !digits(whole) || !digits(part) {
            return None;
        }
        format!("{whole}{part:0<2}").parse().ok().and_then(Self::from_basis_points)
    }

    /// What is left of the whole.
    #[must_use]
    pub const fn rest(self) -> Self {
        Self(Self::WHOLE.saturating_sub(self.0))
    }
}

impl fmt::Display for Share {
    /// The shortest decimal: `0`, `0.35`, `1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / Self::WHOLE, self.0 % Self::WHOLE);
        if part == 0 {
            return write!(f, "{whole}");
        }
        write!(f, "{whole}.{}", format!("{part:04}").trim_end_matches('0'))
    }
}

impl FromStr for Share {
    type Err = ();

    /// A plain decimal between 0 and 1 with at most four places.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.len() != 1 || part.len() > 4 || !digits(whole) || !digits(part) {
            return Err(());
        }
        let value: u32 = format!("{whole}{part:0<4}").parse().map_err(|_| ())?;
        let basis_points = u16::try_from(value).map_err(|_| ())?;
        Self::from_basis_points(basis_points).ok_or(())
    }
}

/// A calendar day, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Default for Date {
    fn default() -> Self {
        Self::EPOCH
    }
}

impl Default for PartialDate {
    fn default() -> Self {
        Date::EPOCH.into()
    }
}

impl Date {
    /// 1 January 1970.
    pub const EPOCH: Self = Self { year: 1970, month: 1, day: 1 };

    /// A day from its parts; `None` for a day that does not exist or a year before 1970.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let real =
            (1970..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        real.then_some(Self { year, month, day })
    }

    /// The day that lies `days` days after 1 January 1970; `None` outside 1970–9999.
    pub fn from_unix_days(days: u32) -> Option<Self> {
        let mut left = days;
        let mut year = 1970_u16;
        while left >= days_in_year(year) {
            left -= days_in_year(year);
            year = year.checked_add(1).filter(|y| *y <= 9999)?;
        }
        let mut month = 1_u8;
        while left >= u32::from(days_in_month(year, month)) {
            left -= u32::from(days_in_month(year, month));
            month += 1;
        }
        Self::new(year, month, u8::try_from(left + 1).ok()?)
    }

    /// Days since 1 January 1970.
    pub fn unix_days(self) -> u32 {
        let years: u32 = (1970..self.year).map(days_in_year).sum();
        let months: u32 = (1..self.month).map(|m| u32::from(days_in_month(self.year, m))).sum();
        years + months + u32::from(self.day) - 1
    }

    /// For reading: `20 Aug 2026`.
    pub fn long(self) -> String {
        format!("{} {} {}", self.day, month_name(self.month), self.year)
    }
}

fn leap(year: u16) -> bool {
    (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}

fn days_in_year(year: u16) -> u32 {
    if leap(year) { 366 } else { 365 }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    NAMES.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("?")
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match PartialDate::from_str(text) {
            Ok(PartialDate { year, month: Some(month), day: Some(day) }) => {
                Self::new(year, month, day).ok_or_else(|| format!("\"{text}\" is not a day that exists"))
            }
            _ => Err(format!("\"{text}\" is not a date of the form YYYY-MM-DD")),
        }
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

/// A date of which the day, or the month too, may not be known: `2024`, `2024-10`, `2024-10-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// For reading: `Oct 2024`, `1 Oct 2024`.
    pub fn long(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{day} {} {}", month_name(month), self.year),
            (Some(month), None) => format!("{} {}", month_name(month), self.year),
            _ => self.year.to_string(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("\"{text}\" is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD");
        let mut parts = text.split('-');
        let mut number = |width: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == width && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<u16>().map(Some).map_err(|_| wrong())
            }
            Some(_) => Err(wrong()),
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        if parts.next().is_some() {
            return Err(wrong());
        }
        let year = year.ok_or_else(wrong)?;
        let small = |n: Option<u16>| n.and_then(|n| u8::try_from(n).ok());
        let (month, day) = (small(month), small(day));
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok_or_else(wrong)?;
        Ok(Self { year, month, day })
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self { year: date.year, month: Some(date.month), day: Some(date.day) }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
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
        fn every_share_survives_the_trip_through_text(basis_points in 0_u16..=10_000) {
            let share = Share::from_basis_points(basis_points).unwrap();
            prop_assert_eq!(share.to_string().parse::<Share>().unwrap(), share);
            prop_assert_eq!(Share::from_percent(&share.percent()).unwrap(), share);
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
        for text in ["1.0001", "-0.1", "2", "", ".5", "0.12345", "1e-3", "NaN"] {
            assert!(text.parse::<Share>().is_err(), "{text}");
        }
    }
}
