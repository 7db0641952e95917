//! The browser app: Leptos, and nothing that could be computed without it.
//!
//! Components read signals and draw; what they draw is computed by [`crate::compare`] and [`crate::cost`]. The browser
//! itself (storage, clipboard, clock, network) is behind [`browser`] alone. A component never names a page, and a
//! section never names another section.

mod app;
mod browser;
mod catalogue;
mod components;
mod link_state;
mod pages;
mod reactive;
mod sections;
mod sides;

pub use app::mount;
pub use browser::show_panics;
