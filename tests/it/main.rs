//! Integration tests.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that panics is a test that fails, and helpers are not marked as tests"
)]

mod build;
mod changes;
mod feeds;
mod kept;
mod lists;
mod pairs;
mod price_log;
mod refresh;
mod shipped;
mod tidy;
