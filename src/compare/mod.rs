//! Facts of two to four models → the rows of a comparison, as plain data.
//!
//! Invariants: every cell says what it knows as a [`Reading`]; unknown is a reading, never an empty cell; nothing here
//! depends on the order in which a reader looks at it.

mod columns;
mod cost_lines;
mod figure;
mod introduction;
mod pricing;
mod side_cost;
mod specs;
#[cfg(test)]
mod tests;

pub use columns::{Column, Direction, sorted};
pub use cost_lines::{BillRow, bill_rows, cost_notes, paid_route, route_options};
pub use figure::{Figure, Provenance, Reading};
pub use introduction::introduction;
pub use pricing::{PriceRow, RouteFacts, RowCost, availability, lab_route, price_rows, route_facts};
pub use side_cost::{Delta, RouteChoice, SideCost, delta, side_cost};
pub use specs::{SpecRow, spec_rows};
