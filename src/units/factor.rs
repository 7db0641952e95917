//! Factors that people assume.

/// How many times something is taken, kept in hundredths so that bills stay exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Factor(u64);

impl Factor {
    /// Once.
    pub const ONE: Self = Self(Self::WHOLE);
    /// How many parts make one.
    pub const WHOLE: u64 = 100;
    /// The digits behind the point.
    pub const PLACES: usize = 2;

    /// A factor from hundredths.
    pub const fn from_hundredths(hundredths: u64) -> Self {
        Self(hundredths)
    }

    /// The factor in hundredths.
    pub const fn hundredths(self) -> u64 {
        self.0
    }
}

impl Default for Factor {
    fn default() -> Self {
        Self::ONE
    }
}
