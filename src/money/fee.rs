//! Fees that do not depend on tokens.

/// A fee in US dollars per month, exact to nine decimal places.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UsdPerMonth {
    nanos: u64,
}

impl UsdPerMonth {
    /// The most that can be stated: a billion dollars.
    pub const MAX_NANOS: u64 = 1_000_000_000 * 1_000_000_000;

    /// A fee of so many billionths of a dollar.
    pub const fn from_nanos(nanos: u64) -> Self {
        Self { nanos }
    }

    /// In billionths of a dollar.
    pub const fn nanos(self) -> u64 {
        self.nanos
    }
}
