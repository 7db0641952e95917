//! Amounts of money, and the quantities of tokens they pay for.

use super::{UsdPerMonth, UsdPerMtok, group_digits, group_thousands, times};
use crate::units::{Share, Tokens};
use ethnum::U256;
use std::fmt;

/// An exact number of tokens in a month, with the fractions that shares make.
///
/// The unit is 10⁻²⁶ tokens: a factor in hundredths and four shares in millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Quantity {
    units: U256,
}

impl Quantity {
    const PLACES: usize = 26;

    /// So many 10⁻⁸ tokens, times three shares in millionths; `None` when it does not fit.
    pub fn of(parts: u128, shares: [u64; 3]) -> Option<Self> {
        let shares = shares.into_iter().try_fold(1_u128, |product, share| product.checked_mul(share.into()))?;
        U256::new(parts).checked_mul(U256::new(shares)).map(|units| Self { units })
    }

    /// The sum; `None` when it does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.units.checked_add(other.units).map(|units| Self { units })
    }

    /// Whether there are none.
    pub fn is_zero(self) -> bool {
        self.units == U256::ZERO
    }

    /// Every digit: `1,000,000`, `0.5`.
    pub fn exact(self) -> String {
        exact(self.units, Self::PLACES)
    }

    /// Rounded to whole tokens.
    pub fn tokens(self) -> Tokens {
        const ROOT: u64 = 10_u64.pow(13);
        let half = U256::new(u128::from(ROOT) * u128::from(ROOT) / 2);
        let whole = self.units.checked_add(half).map(|units| divide(divide(units, ROOT).0, ROOT).0);
        Tokens(whole.and_then(|whole| u64::try_from(whole).ok()).unwrap_or(u64::MAX))
    }
}

/// An exact amount of US dollars that is never negative.
///
/// The unit is 10⁻⁴¹ dollars: a price of nine places per million tokens (10⁻¹⁵ per token) times a [`Quantity`]. Sums and
/// products are checked: what does not fit is `None`, never a wrong number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Usd {
    units: U256,
}

impl Usd {
    /// Units of one dollar: 10⁴¹, which is 293 × 2¹²⁸ and a rest.
    const DOLLAR: U256 = U256::from_words(293, 10_u128.pow(38).wrapping_mul(1_000));
    const PLACES: usize = 41;
    /// 10⁻¹⁸ dollars that make one.
    const ATTO: u128 = 10_u128.pow(18);

    /// Nothing.
    pub const ZERO: Self = Self { units: U256::ZERO };

    /// An amount of whole dollars.
    pub fn from_dollars(dollars: u64) -> Self {
        Self { units: Self::DOLLAR * U256::from(dollars) }
    }

    /// What so many tokens cost at that price; `None` when it does not fit.
    pub fn of(quantity: Quantity, price: UsdPerMtok) -> Option<Self> {
        Self::at_most(quantity.units.checked_mul(U256::from(price.nanos())))
    }

    /// What a month of a fee costs.
    pub fn of_a_month(fee: UsdPerMonth) -> Self {
        Self::from_attodollars(u128::from(fee.nanos()) * 1_000_000_000)
    }

    /// The sum; `None` when it does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Self::at_most(self.units.checked_add(other.units))
    }

    /// An amount that is not too large to be shown and compared: less than 2²⁰⁰ units, 1.6 × 10¹⁹ dollars.
    fn at_most(units: Option<U256>) -> Option<Self> {
        units.filter(|units| units.leading_zeros() >= U256::BITS - 200).map(|units| Self { units })
    }

    /// How far apart the two are.
    #[must_use]
    pub fn difference(self, other: Self) -> Self {
        Self { units: self.units.abs_diff(other.units) }
    }

    /// That share of it, rounded down to the unit; `None` when it does not fit.
    pub fn share(self, share: Share) -> Option<Self> {
        let units = self.units.checked_mul(U256::from(share.millionths()))?;
        Some(Self { units: divide(units, Share::WHOLE.into()).0 })
    }

    /// The ratio of two amounts in numbers of at most 60 bits: exact, or to 2⁻⁶⁰ of the larger one.
    pub fn ratio(amounts: [Self; 2]) -> [u64; 2] {
        const BITS: u32 = 60;
        let bits = amounts.iter().map(|amount| U256::BITS - amount.units.leading_zeros()).max().unwrap_or(0);
        amounts.map(|amount| u64::try_from(amount.units >> bits.saturating_sub(BITS)).unwrap_or(u64::MAX))
    }

    /// In 10⁻¹⁸ dollars, rounded down: for drawing, for rounding and for comparing with a tie band.
    pub fn attodollars(self) -> u128 {
        let (units, _) = divide(self.units, 10_u64.pow(12));
        u128::try_from(divide(units, 10_u64.pow(11)).0).unwrap_or(u128::MAX)
    }

    /// An amount of so many 10⁻¹⁸ dollars.
    pub fn from_attodollars(attodollars: u128) -> Self {
        Self { units: U256::new(attodollars) * U256::new(10_u128.pow(23)) }
    }

    /// How many times `smaller` goes into this, for reading, as [`super::times`] says it.
    pub fn times(self, smaller: Self) -> Option<String> {
        times(self.attodollars(), smaller.attodollars())
    }

    /// Every digit: `155`, `0.0000375`.
    pub fn exact(self) -> String {
        exact(self.units, Self::PLACES)
    }
}

/// Every digit of a number of so many decimal places, with grouped thousands.
fn exact(units: U256, places: usize) -> String {
    const CHUNK: usize = 19;
    let (mut digits, mut rest) = (String::new(), units);
    while rest > U256::ZERO || digits.len() <= places {
        let (left, chunk) = divide(rest, 10_u64.pow(19));
        digits.insert_str(0, &format!("{chunk:0>CHUNK$}"));
        rest = left;
    }
    let (whole, part) = digits.split_at(digits.len() - places);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0".to_owned() } else { group_digits(whole) };
    match part.trim_end_matches('0') {
        "" => whole,
        part => format!("{whole}.{part}"),
    }
}

/// So many 10⁻¹⁸ dollars rounded to `places` decimals, half up, with grouped thousands.
fn rounded(attodollars: u128, places: usize) -> String {
    let unit = Usd::ATTO / 10_u128.pow(u32::try_from(places).unwrap_or(0));
    let rounded = attodollars.saturating_add(unit / 2);
    let whole = |number: u128| u64::try_from(number).unwrap_or(u64::MAX);
    let (whole, part) = (group_thousands(whole(rounded / Usd::ATTO)), whole(rounded % Usd::ATTO / unit));
    if places == 0 { whole } else { format!("{whole}.{part:0places$}") }
}

/// Two significant digits and at least cents: `0.50`, `0.0042`; below 10⁻⁹ dollars it says `0.000000001 or less`.
fn below_a_dollar(attodollars: u128) -> String {
    let mut least = Usd::ATTO / 10;
    for places in 2..=9 {
        // Two digits show once the amount reaches ten of the last place.
        if attodollars >= least {
            return trim_to_cents(&rounded(attodollars, places));
        }
        least /= 10;
    }
    if attodollars >= least { rounded(attodollars, 9) } else { "0.000000001 or less".to_owned() }
}

impl fmt::Display for Usd {
    /// For reading, at least three significant digits: `$155`, `$12.50`, `$0.0042`, `$1.23M`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let attodollars = self.attodollars();
        let (by, places, suffix) = match attodollars / Self::ATTO {
            1_000_000_000_000.. => (1_000_000_000_000, 2, "T"),
            1_000_000_000.. => (1_000_000_000, 2, "B"),
            1_000_000.. => (1_000_000, 2, "M"),
            1_000.. => (1, 0, ""),
            _ if attodollars.is_multiple_of(Self::ATTO) => (1, 0, ""),
            1.. => (1, 2, ""),
            0 => return write!(f, "${}", below_a_dollar(attodollars)),
        };
        write!(f, "${}{suffix}", rounded(attodollars / by, places))
    }
}

/// The number divided by a small one, and what is left.
fn divide(number: U256, by: u64) -> (U256, u64) {
    let (high, low) = number.into_words();
    let mut left = 0;
    let mut step = |word: u128| {
        // Long division by halves of a word: what is left of one is less than the divisor, so that the next fits.
        let mut half = |half: u128| {
            let part = (left << 64) | half;
            left = part % u128::from(by);
            part / u128::from(by)
        };
        (half(word >> 64) << 64) | half(word & u128::from(u64::MAX))
    };
    let divided = U256::from_words(step(high), step(low));
    (divided, u64::try_from(left).unwrap_or(0))
}

/// Drops trailing zeros after the cents: `0.050` → `0.05`, `0.50` stays.
fn trim_to_cents(amount: &str) -> String {
    let (whole, part) = amount.split_once('.').unwrap_or((amount, ""));
    format!("{whole}.{:0<2}", part.trim_end_matches('0'))
}
