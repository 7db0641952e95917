//! Sections that are text: what they say as plain data, and the forms it is written in.

mod block;
mod decision;

pub use block::{Block, Link, html, markdown};
pub use decision::{Decision, decision};
