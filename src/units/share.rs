//! Shares of a whole.

use std::fmt;
use std::str::FromStr;

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
