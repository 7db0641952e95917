//! Finding models in the index, and rows in the tables of the audit.

pub mod audit;
mod popular;
mod search;
#[cfg(test)]
mod tests;

pub use popular::popular_pairs;
pub use search::{Search, resolve, squash, suggestions};
