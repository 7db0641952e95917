//! Integration tests.
#![expect(clippy::unwrap_used, reason = "a test that panics is a test that fails, and helpers are not marked as tests")]

mod build;
mod by_hand;
mod changes;
mod coverage;
mod decisions;
mod feeds;
mod fuzz;
mod kept;
mod lists;
mod pairs;
mod price_log;
mod refresh;
mod scores;
mod shipped;
mod standing;
mod switch;
mod tidy;
mod truth;
