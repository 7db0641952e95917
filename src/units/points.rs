//! Values of benchmarks.

use super::{parse_decimal, print_decimal};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A value on a benchmark's own scale (percent, points, seconds …), in thousandths of its unit.
///
/// In files it is a decimal string such as `"47.9"`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Points(pub i64);

impl Points {
    const PLACES: usize = 3;
    /// A trillion units: no benchmark has such a scale.
    const TOO_MANY: i64 = 1_000_000_000_000_000;

    /// Thousandths, so that comparing and drawing needs no float.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// For reading: one place, half up: `47.9`, `-3.1`, `1,204`.
    pub fn short(self) -> String {
        let tenths = (self.0.unsigned_abs() + 50) / 100;
        let sign = if self.0 < 0 && tenths > 0 { "−" } else { "" };
        let whole = crate::money::group_thousands(tenths / 10);
        match tenths % 10 {
            0 => format!("{sign}{whole}"),
            tenth => format!("{sign}{whole}.{tenth}"),
        }
    }
}

impl fmt::Display for Points {
    /// The shortest exact decimal: `47.9`, `-3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}", print_decimal(self.0.unsigned_abs(), Self::PLACES))
    }
}

impl FromStr for Points {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("\"{text}\" is not a value: expected a decimal of at most 3 places such as \"47.9\"");
        let plain = text.strip_prefix('-').unwrap_or(text);
        let thousandths = parse_decimal(plain, Self::PLACES).and_then(|value| i64::try_from(value).ok());
        let thousandths = thousandths.filter(|value| *value < Self::TOO_MANY).ok_or_else(wrong)?;
        Ok(Self(if plain.len() == text.len() { thousandths } else { -thousandths }))
    }
}

impl TryFrom<String> for Points {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Points> for String {
    fn from(points: Points) -> Self {
        points.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_read_with_one_place() {
        for (text, short) in
            [("47.921", "47.9"), ("47.95", "48"), ("0.04", "0"), ("-3.06", "−3.1"), ("1204", "1,204"), ("-0.01", "0")]
        {
            assert_eq!(text.parse::<Points>().unwrap().short(), short, "{text}");
        }
        for text in ["", "-", "1e3", ".5", "NaN", "0.0001", "+1", "1,000"] {
            assert!(text.parse::<Points>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_value_survives_the_trip_through_text(thousandths in -999_999_999_999_i64..999_999_999_999) {
            prop_assert_eq!(Points(thousandths).to_string().parse(), Ok(Points(thousandths)));
        }
    }
}
