//! Decimals of a fixed number of places, kept as integers of the last place.

/// Reads a plain decimal such as `12.5` with at most so many places: `12500` with three. Nothing but digits and one point
/// is allowed, and a digit must stand before the point. `None` too when it does not fit.
pub fn parse_decimal(text: &str, places: usize) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || part.len() > places || !digits(whole) || !digits(part) {
        return None;
    }
    format!("{whole}{part:0<places$}").parse().ok()
}

/// The shortest decimal that reads back as `value`: `12500` with three places is `12.5`.
pub fn print_decimal(value: u64, places: usize) -> String {
    let digits = format!("{value:0>width$}", width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    match part.trim_end_matches('0') {
        "" => whole.to_owned(),
        part => format!("{whole}.{part}"),
    }
}
