//! Facts of two to four models → the rows of a comparison, as plain data.
//!
//! Invariants: every cell says what it knows as a [`crate::table::Reading`]; unknown is a reading, never an empty cell; nothing here
//! depends on the order in which a reader looks at it.

mod availability;
mod benchmarks;
mod capabilities;
mod columns;
mod cost_json;
mod cost_lines;
mod history;
mod introduction;
mod lifecycle;
mod narrowing;
mod outcome;
mod overview;
mod price_lines;
mod pricing;
mod scores;
mod side_cost;
mod sources;
mod specs;
#[cfg(test)]
mod tests;

pub use availability::availability;
pub(crate) use availability::{cheapest_output, reach};
pub(crate) use benchmarks::standings;
pub use benchmarks::{BenchmarkRows, Lead, Standing, Standings};
pub use capabilities::Capabilities;
pub(crate) use capabilities::capability_name;
pub use columns::{Column, sorted};
pub use cost_json::costs_json;
pub use cost_lines::{bill_table, cost_notes, paid_route, route_options, workload_notes};
pub use history::{announcement, history_sentence, history_svg, history_table, route_with_history};
pub use introduction::introduction;
pub(crate) use lifecycle::{Outlook, life};
pub use narrowing::Narrowing;
pub use outcome::{Better, Outcome, TieBand, outcome};
pub(crate) use outcome::{count, list, lower_first};
pub use overview::{Listed, Overview, overview};
pub use price_lines::{cost_cell, price_line};
pub use pricing::{PriceRow, RouteFacts, RowCost, lab_route, price_rows, route_facts};
pub use side_cost::{RouteChoice, SideCost, difference, percent_more, side_cost};
pub use sources::{Reviewed, age_if_stale};
