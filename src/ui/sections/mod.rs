//! The sections of pages. Section ids are part of the contract: links use them.

mod audit;
mod benchmarks;
mod capabilities;
mod cost;
mod month;
mod price_table;
mod pricing;
mod priorities;
mod scorecard;
mod sources;
mod specs;
mod top;
mod words;

pub(super) use audit::audit_sections;
pub(super) use benchmarks::benchmarks_section;
pub(super) use capabilities::capabilities_section;
pub(super) use cost::cost_section;
pub(super) use pricing::pricing_section;
pub(super) use priorities::priorities_section;
pub(super) use scorecard::scorecard_section;
pub(super) use sources::sources_footer;
pub(super) use specs::specs_section;
pub(super) use top::{title, top_section};
pub(super) use words::{continue_section, deep_dive_section, faq_section, switch_section, tradeoffs_section};
