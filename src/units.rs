//! Quantities with their units in the type: tokens, shares and dates.

mod date;
mod share;
#[cfg(test)]
mod tests;
mod tokens;

pub use date::{Date, PartialDate};
pub use share::Share;
pub use tokens::{Tokens, parse_count, short_count};
