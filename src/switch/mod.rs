//! What it takes to move from one route to another.

mod request;

pub use request::{Connection, code, connection};
