//! Quantities with their units in the type: tokens, shares, dates and benchmark values.

mod date;
mod decimal;
mod factor;
mod points;
mod share;
#[cfg(test)]
mod tests;
mod tokens;

pub use date::{Date, PartialDate};
pub use decimal::{parse_decimal, print_decimal};
pub use factor::Factor;
pub use points::Points;
pub use share::Share;
pub use tokens::{Tokens, parse_count, short_count};
