//! Counts: of tokens, and of anything people type or read in short.

use super::{parse_decimal, print_decimal};
use crate::money::group_thousands;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A count of tokens, as the provider counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tokens(pub u64);

impl fmt::Display for Tokens {
    /// Every digit, grouped: `262,144`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&group_thousands(self.0))
    }
}

impl Tokens {
    /// Three digits for tables: `512`, `128k`, `1.05M`.
    pub fn short(self) -> String {
        short_count(self.0)
    }
}

/// Three digits for tables: `512`, `128k`, `1.05M`, `30.5B`.
pub fn short_count(count: u64) -> String {
    let (unit, suffix) = match count {
        0..1_000 => return count.to_string(),
        1_000..999_500 => (1_000, "k"),
        999_500..999_500_000 => (1_000_000, "M"),
        999_500_000..999_500_000_000 => (1_000_000_000, "B"),
        _ => (1_000_000_000_000, "T"),
    };
    // Places that make three digits of what stands before the point.
    let (places, scale): (usize, u64) = match count / unit {
        0..10 => (2, 100),
        10..100 => (1, 10),
        _ => (0, 1),
    };
    let last = unit / scale;
    format!("{}{suffix}", print_decimal(count.saturating_add(last / 2) / last, places))
}

/// Reads a count as people type it: `1000000`, `1,000,000`, `1 000 000`, `800k`, `1.5M`, `2B`.
///
/// # Errors
/// What is expected, when it is no whole number between `least` and `most`.
pub fn parse_count(text: &str, least: u64, most: u64) -> Result<u64, String> {
    let expected = || {
        let (least, most) = (group_thousands(least), group_thousands(most));
        format!("Enter a whole number from {least} to {most}.")
    };
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '_' | '\u{a0}' | '\u{202f}')).collect();
    let (digits, places) = match plain.char_indices().last() {
        Some((at, 'k' | 'K')) => (plain.get(..at), 3),
        Some((at, 'm' | 'M')) => (plain.get(..at), 6),
        Some((at, 'b' | 'B')) => (plain.get(..at), 9),
        _ => (Some(plain.as_str()), 0),
    };
    let digits = digits.unwrap_or_default();
    // `7.0` is a whole number too.
    let digits = if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits };
    let count = parse_decimal(digits, places).filter(|count| (least..=most).contains(count));
    count.ok_or_else(expected)
}
