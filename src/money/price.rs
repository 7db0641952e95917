//! Prices of tokens.

use crate::units::{Share, parse_decimal, print_decimal};
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
    /// The digits behind the point.
    pub const PLACES: usize = 9;
    /// No price in any feed comes near; above it a value is a unit slip.
    pub const MAX_NANOS: u64 = 100_000 * 1_000_000_000;

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

    /// The price less a share of it, rounded to a billionth of a dollar.
    #[must_use]
    pub fn less(self, share: Share) -> Self {
        let (left, whole) = (u128::from(share.rest().millionths()), u128::from(Share::WHOLE));
        let nanos = (u128::from(self.nanos) * left + whole / 2) / whole;
        Self { nanos: u64::try_from(nanos).unwrap_or(self.nanos) }
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
        f.write_str(&print_decimal(self.nanos, Self::PLACES))
    }
}

impl FromStr for UsdPerMtok {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let nanos = parse_decimal(text, Self::PLACES).ok_or_else(|| {
            format!("\"{text}\" is not a price: expected a decimal of at most 9 places such as \"0.435\"")
        })?;
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
