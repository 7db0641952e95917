//! Finding models in the index.

mod popular;
mod search;

pub use popular::popular_pairs;
pub use search::{Search, resolve, squash, suggestions};
