//! Exact money. Prices, quantities and amounts are integers of a tiny unit; nothing is ever a float.

mod fee;
mod price;
mod usd;

pub use fee::UsdPerMonth;
pub use price::UsdPerMtok;
pub use usd::{Quantity, Usd};

/// How many times `smaller` goes into `larger`, for reading: `1.2×`, `12×`, `1,234×`. `None` when `smaller` is zero.
pub fn times(larger: u128, smaller: u128) -> Option<String> {
    let tenths = divide_rounded(larger.checked_mul(10)?, smaller)?;
    if tenths >= 100 {
        return Some(format!("{}×", group_thousands(u64::try_from(divide_rounded(larger, smaller)?).ok()?)));
    }
    let tenths = u64::try_from(tenths).ok()?;
    Some(format!("{}.{}×", tenths / 10, tenths % 10))
}

/// `numerator / denominator`, half up; `None` when the denominator is zero or the sum does not fit.
fn divide_rounded(numerator: u128, denominator: u128) -> Option<u128> {
    numerator.checked_add(denominator / 2)?.checked_div(denominator)
}

/// `1234567` → `1,234,567`.
pub fn group_thousands(number: u64) -> String {
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
mod tests;
