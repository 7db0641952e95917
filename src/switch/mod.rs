//! What it takes to move from one route to another: the request, what is lost, and what has to be done.

mod change;
mod friction;
mod request;

pub use friction::friction;
pub use request::{Connection, code, connection};
