//! Quantities with their units in the type: tokens, shares, dates and benchmark values.

mod date;
mod points;
mod share;
#[cfg(test)]
mod tests;
mod tokens;

pub use date::{Date, PartialDate};
pub use points::Points;
pub use share::Share;
pub use tokens::{Tokens, parse_count, short_count};
