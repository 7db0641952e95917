//! llm-compare: compares large language models with exact bills, honest unknowns and a source for every figure.
//!
//! This library is the pure domain. It knows no browser and does no I/O; Leptos and the browser live in `ui` alone,
//! behind the feature of that name. Natively, without features, it compiles and tests in seconds.
//!
//! Invariants:
//! - Money is never a float ([`money`]); a quantity carries its unit in its type ([`units`]).
//! - Unknown is absent, never zero and never "no" ([`catalog`]).
//! - The same catalogue, link and day give the same page: no clock, no randomness in here.

/// A text that only the page of the method shows. That page is written when the site is built, so that no browser
/// downloads the text with the app.
macro_rules! explained {
    ($text:literal) => {
        if cfg!(target_arch = "wasm32") { "" } else { $text }
    };
}

pub mod browse;
pub mod catalog;
pub mod chart;
pub mod compare;
pub mod cost;
pub mod decide;
mod form;
pub mod html;
pub mod identity;
pub mod json;
pub mod link;
pub mod money;
pub mod prose;
pub mod switch;
pub mod table;
#[cfg(feature = "ui")]
pub mod ui;
pub mod units;
