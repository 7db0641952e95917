//! Sections that are text: what they say as plain data, and the forms it is written in.

mod block;
mod decision;
mod deep_dive;
mod faq;
mod method;
mod next;
mod priorities;

pub use block::{Block, Link, html, markdown};
pub use decision::{Decision, decision};
pub use faq::{Question, faq_json};
pub use method::{examples, method};
