//! Shares of a whole.

use super::{parse_decimal, print_decimal};
use std::fmt;
use std::str::FromStr;

/// A share between 0 and 1, kept in millionths so that bills stay exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Share(u32);

impl Share {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// All.
    pub const ALL: Self = Self(Self::WHOLE);
    /// How many parts make the whole.
    pub const WHOLE: u32 = 1_000_000;
    const PLACES: usize = 6;

    /// A share from millionths; `None` above the whole.
    pub fn from_millionths(millionths: u32) -> Option<Self> {
        (millionths <= Self::WHOLE).then_some(Self(millionths))
    }

    /// What `part` is of `whole`, rounded to millionths; nothing of nothing, and never more than all.
    pub fn of(part: u128, whole: u128) -> Self {
        let millionths = (part * u128::from(Self::WHOLE) + whole / 2) / whole.max(1);
        Self(u32::try_from(millionths).unwrap_or(Self::WHOLE).min(Self::WHOLE))
    }

    /// The share in millionths, 0 to 1,000,000.
    pub const fn millionths(self) -> u32 {
        self.0
    }

    /// For reading and typing: `35`, `12.5`.
    pub fn percent(self) -> String {
        print_decimal(self.0.into(), Self::PLACES - 2)
    }

    /// The same with at most two places.
    pub fn short_percent(self) -> String {
        print_decimal(u64::from(self.0 + 50) / 100, 2)
    }

    /// A percentage from 0 to 100 with at most four places, as people type it.
    pub fn from_percent(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('%').trim_end();
        Self::from_decimal(parse_decimal(text, Self::PLACES - 2)?)
    }

    fn from_decimal(millionths: u64) -> Option<Self> {
        u32::try_from(millionths).ok().and_then(Self::from_millionths)
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
        f.write_str(&print_decimal(self.0.into(), Self::PLACES))
    }
}

impl FromStr for Share {
    type Err = ();

    /// A plain decimal between 0 and 1 with at most six places.
    fn from_str(text: &str) -> Result<Self, ()> {
        parse_decimal(text, Self::PLACES).and_then(Self::from_decimal).ok_or(())
    }
}
