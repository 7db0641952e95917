//! Exact money. Prices and amounts are integers of a tiny unit; nothing is ever a float.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A price in US dollars per million tokens, exact to nine decimal places.
///
/// In files it is a decimal string such as `"0.435"`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UsdPerMtok {
    nanos: u64,
}

impl UsdPerMtok {
    const PLACES: usize = 9;
    /// No price in any feed comes near; above it a value is a unit slip.
    const MAX_NANOS: u64 = 100_000 * 1_000_000_000;

    /// Free of charge.
    pub const ZERO: Self = Self { nanos: 0 };

    /// A price from billionths of a dollar per million tokens; `None` above $100,000.
    pub fn from_nanos(nanos: u64) -> Option<Self> {
        (nanos <= Self::MAX_NANOS).then_some(Self { nanos })
    }

    /// Billionths of a dollar per million tokens.
    pub const fn nanos(self) -> u64 {
        self.nanos
    }

    /// For reading: every digit, and cents where there is a fraction: `$10`, `$2.50`, `$0.435`.
    pub fn dollars(self) -> String {
        let exact = self.to_string();
        match exact.split_once('.') {
            Some((whole, part)) => format!("${whole}.{part:0<2}"),
            None => format!("${exact}"),
        }
    }

    /// Whether it is exactly zero.
    pub const fn is_zero(self) -> bool {
        self.nanos == 0
    }

    /// Whether one of two prices is at least `times` the other; a price of 0 differs from every other.
    pub const fn differs_by(self, other: Self, times: u64) -> bool {
        let (less, more) = if self.nanos < other.nanos { (self.nanos, other.nanos) } else { (other.nanos, self.nanos) };
        match less.checked_mul(times) {
            Some(least) => more > 0 && more >= least,
            None => false,
        }
    }
}

impl fmt::Display for UsdPerMtok {
    /// The shortest exact decimal: `2`, `0.435`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.nanos / 1_000_000_000, self.nanos % 1_000_000_000);
        if part == 0 {
            return write!(f, "{whole}");
        }
        write!(f, "{whole}.{}", format!("{part:09}").trim_end_matches('0'))
    }
}

impl FromStr for UsdPerMtok {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("\"{text}\" is not a price: expected a decimal of at most 9 places such as \"0.435\"");
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || part.len() > Self::PLACES || !digits(whole) || !digits(part) {
            return Err(wrong());
        }
        let nanos: u64 = format!("{whole}{part:0<9}").parse().map_err(|_| wrong())?;
        Self::from_nanos(nanos).ok_or_else(|| format!("\"{text}\" USD per million tokens is beyond any real price"))
    }
}

impl TryFrom<String> for UsdPerMtok {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<UsdPerMtok> for String {
    fn from(price: UsdPerMtok) -> Self {
        price.to_string()
    }
}

/// An exact amount of US dollars that is never negative.
///
/// The unit is 10⁻²³ dollars: a price of nine places per million tokens (10⁻¹⁵ per token) times two shares in
/// basis points (10⁻⁸). Sums and products are checked: what does not fit is `None`, never a wrong number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Usd {
    units: u128,
}

impl Usd {
    /// Units of one dollar.
    const DOLLAR: u128 = 10_u128.pow(23);

    /// Nothing.
    pub const ZERO: Self = Self { units: 0 };

    /// An amount from units of 10⁻²³ dollars.
    pub const fn from_units(units: u128) -> Self {
        Self { units }
    }

    /// Units of 10⁻²³ dollars.
    pub const fn units(self) -> u128 {
        self.units
    }

    /// The sum; `None` when it does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.units.checked_add(other.units).map(Self::from_units)
    }

    /// How far apart the two are.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self { units: self.units.abs_diff(other.units) }
    }

    /// Whether it is no more than so many dollars.
    pub fn is_at_most(self, dollars: u64) -> bool {
        u128::from(dollars).checked_mul(Self::DOLLAR).is_none_or(|most| self.units <= most)
    }

    /// How many times `smaller` goes into this, for reading, as [`times`] says it.
    pub fn times(self, smaller: Self) -> Option<String> {
        times(self.units, smaller.units)
    }

    /// Every digit: `155`, `0.0000375`.
    pub fn exact(self) -> String {
        let (whole, part) = (self.units / Self::DOLLAR, self.units % Self::DOLLAR);
        if part == 0 {
            return group_thousands(whole);
        }
        format!("{}.{}", group_thousands(whole), format!("{part:023}").trim_end_matches('0'))
    }

    /// Rounded to `places` decimals, half up, with grouped thousands.
    fn rounded(self, places: u32) -> String {
        let scale = 10_u128.pow(places);
        let scaled = divide_rounded(self.units, Self::DOLLAR / scale).unwrap_or(0);
        let (whole, part) = (scaled / scale, scaled % scale);
        if places == 0 {
            return group_thousands(whole);
        }
        format!("{}.{part:0width$}", group_thousands(whole), width = usize::try_from(places).unwrap_or(0))
    }
}

impl fmt::Display for Usd {
    /// For reading, at least three significant digits: `$155`, `$12.50`, `$0.0042`, `$1.23M`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dollars = self.units / Self::DOLLAR;
        let whole = self.units.is_multiple_of(Self::DOLLAR);
        match dollars {
            1_000_000_000.. => write!(f, "${}B", Self::from_units(self.units / 1_000_000_000).rounded(2)),
            1_000_000.. => write!(f, "${}M", Self::from_units(self.units / 1_000_000).rounded(2)),
            1_000.. => write!(f, "${}", self.rounded(0)),
            _ if whole => write!(f, "${dollars}"),
            1.. => write!(f, "${}", self.rounded(2)),
            0 => write!(f, "${}", self.below_a_dollar()),
        }
    }
}

impl Usd {
    /// Two significant digits and at least cents: `0.50`, `0.0042`; below 10⁻⁹ dollars it says `0.000000001 or less`.
    fn below_a_dollar(self) -> String {
        for places in 2..=9_u32 {
            // Two digits show once the amount reaches ten of the last place.
            if self.units >= Self::DOLLAR / 10_u128.pow(places - 1) {
                return trim_to_cents(&self.rounded(places));
            }
        }
        if self.units >= Self::DOLLAR / 1_000_000_000 { self.rounded(9) } else { "0.000000001 or less".to_owned() }
    }
}

/// Drops trailing zeros after the cents: `0.050` → `0.05`, `0.50` stays.
fn trim_to_cents(amount: &str) -> String {
    let (whole, part) = amount.split_once('.').unwrap_or((amount, ""));
    format!("{whole}.{:0<2}", part.trim_end_matches('0'))
}

/// How many times `smaller` goes into `larger`, for reading: `1.2×`, `12×`, `1,234×`. `None` when `smaller` is zero.
pub fn times(larger: u128, smaller: u128) -> Option<String> {
    let tenths = divide_rounded(larger.checked_mul(10)?, smaller)?;
    if tenths >= 100 {
        return Some(format!("{}×", group_thousands(divide_rounded(larger, smaller)?)));
    }
    Some(format!("{}.{}×", tenths / 10, tenths % 10))
}

/// `numerator / denominator`, half up; `None` when the denominator is zero or the sum does not fit.
fn divide_rounded(numerator: u128, denominator: u128) -> Option<u128> {
    numerator.checked_add(denominator / 2)?.checked_div(denominator)
}

/// `1234567` → `1,234,567`.
pub fn group_thousands(number: u128) -> String {
    group_digits(&number.to_string())
}

/// `1234567` as `1,234,567`.
pub fn group_digits(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn usd(text: &str) -> Usd {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        Usd::from_units(format!("{whole}{part:0<23}").parse().unwrap())
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
        fn any_amount_can_be_shown(units in any::<u128>()) {
            let amount = Usd::from_units(units);
            prop_assert!(amount.to_string().starts_with('$'));
            let exact = amount.exact().replace(',', "");
            prop_assert_eq!(usd(&exact), amount);
        }
    }
}
