//! Numbers of feeds → the catalogue's exact types.

use llm_compare::money::UsdPerMtok;
use llm_compare::units::Tokens;

/// 2,000 dollars per million tokens, three times the dearest model there is.
const MOST_NANOS: u64 = 2_000_000_000_000;

/// A price that a feed holds as a binary float, in units of 10^`shift` US dollars per million tokens, rounded to nine
/// significant digits: `0.15000000000000002` is 0.15.
///
/// # Errors
/// For a negative or non-finite number and one beyond any real price, which is a slip of units.
pub(crate) fn usd_per_mtok(value: f64, shift: i32) -> Result<UsdPerMtok, String> {
    let wrong = || format!("{value} is not a price");
    if !value.is_finite() || value < 0.0 {
        return Err(wrong());
    }
    // "d.dddddddde±x": the standard library rounds the decimal expansion correctly.
    let text = format!("{value:.8e}");
    let (mantissa, exponent) = text.split_once('e').ok_or_else(wrong)?;
    let digits: u128 = mantissa.replace('.', "").parse().map_err(|_| wrong())?;
    let exponent: i32 = exponent.parse().map_err(|_| wrong())?;
    // `digits` counts units of 10^(exponent - 8); a price counts units of 10^-9.
    let places = exponent.saturating_add(shift).saturating_sub(8).saturating_add(9);
    let power = 10_u128.checked_pow(places.unsigned_abs());
    let nanos = match power {
        Some(power) if places >= 0 => digits.checked_mul(power),
        Some(power) => Some((digits + power / 2) / power),
        None => Some(0),
    };
    nanos
        .and_then(|n| u64::try_from(n).ok())
        .filter(|n| *n <= MOST_NANOS)
        .and_then(UsdPerMtok::from_nanos)
        .ok_or_else(wrong)
}

/// A price of something for which feeds write 0 when nobody filled it in.
pub(crate) fn charged(price: Option<UsdPerMtok>) -> Option<UsdPerMtok> {
    price.filter(|price| !price.is_zero())
}

/// A whole number that a feed holds as a float; `None` for a negative or a huge one.
pub(crate) fn whole(value: f64) -> Option<u64> {
    format!("{value:.0}").parse().ok()
}

/// A limit; feeds write 0 for "unknown".
pub(crate) fn limit(value: u64) -> Option<Tokens> {
    (value > 0).then_some(Tokens(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn float_dust_is_rounded_away_and_real_digits_stay() {
        for (value, shift, price) in [
            (2.5, 0, "2.5"),
            (0.150_000_000_000_000_02, 0, "0.15"),
            (0.010_000_000_000_001_563, 0, "0.01"),
            (0.435, 0, "0.435"),
            (0.000_000_435, 6, "0.435"),
            (1e-7, 6, "0.1"),
            (0.000_005, 6, "5"),
            (600.0, 0, "600"),
            (0.0, 0, "0"),
            (0.0, 6, "0"),
            (1.234_567_891_234, 0, "1.23456789"),
            (1e-30, 0, "0"),
        ] {
            assert_eq!(usd_per_mtok(value, shift).map(|p| p.to_string()), Ok(price.to_owned()), "{value}");
        }
        for value in [-1.0, f64::NAN, f64::INFINITY, 2_001.0, 1e9] {
            assert!(usd_per_mtok(value, 0).is_err(), "{value}");
        }
    }
}
