//! Finding models in the index.

mod popular;
mod search;
#[cfg(test)]
mod tests;

pub use popular::popular_pairs;
pub use search::{Search, resolve, squash, suggestions};
