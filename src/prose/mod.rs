//! Sections that are text: what they say as plain data, and the forms it is written in.

mod block;
mod decision;
mod deep_dive;
mod faq;
mod method;
mod next;
mod priorities;

pub use block::{Block, Blocks, Link, html, markdown};
pub use decision::{Decision, decision};
pub use faq::Questions;
pub use method::{examples, method};
