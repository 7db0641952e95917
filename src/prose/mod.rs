//! Sections that are text: what they say as plain data, and the forms it is written in.

mod block;
mod costs;
mod decision;
mod deep_dive;
mod faq;
mod method;
mod next;
mod priorities;
mod side;
mod workload;
mod year;

pub use block::{Block, Blocks, Link, html, markdown};
pub use costs::costs;
pub use decision::{Decision, Details, decision, details};
pub use faq::Questions;
pub use method::{examples, method};
pub use side::{FILE, IN_LINK, ROUTE, price_form, route_form};
pub use workload::{PRESET, workload_blocks, workload_form};
