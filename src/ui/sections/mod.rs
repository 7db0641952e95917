//! The sections of the pair page. Section ids are part of the contract: links use them.

mod cost;
mod month;
mod price_table;
mod pricing;
mod specs;
mod top;

pub(super) use cost::cost_section;
pub(super) use pricing::pricing_section;
pub(super) use specs::specs_section;
pub(super) use top::{title, top_section};
