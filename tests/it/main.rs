//! Integration tests.
#![expect(clippy::unwrap_used, reason = "a test that panics is a test that fails, and helpers are not marked as tests")]

mod build;
mod by_hand;
mod feeds;
mod fuzz;
mod lists;
mod pairs;
mod scores;
mod shipped;
mod tidy;
mod truth;
