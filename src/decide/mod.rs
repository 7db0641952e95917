//! What the facts of two to four sides come to: criteria, scorecard, verdict, tradeoffs, must-haves and weights.
//!
//! Invariants: every statement follows from facts that are known; a criterion that is unknown for a side neither wins nor
//! loses; how much is known gates a verdict and is never a criterion; exchanging the sides exchanges every statement.
//! The rules are data (`CRITERIA`, `RULES`, `TAGS`), so that the page which explains them shows what is applied.

mod criteria;
mod field;
mod fit;
mod judge;
mod measures;
mod needs;
mod priorities;
mod ranking;
mod scorecard;
mod tradeoffs;
mod verdict;

pub use criteria::{COUNT, CRITERIA, Criterion, ENOUGH_BENCHMARKS, ENOUGH_CAPABILITIES, MAX_WEIGHT, Seen};
pub use field::{Contender, Field, Known};
pub use fit::{Fit, TAGS, Tag, fits};
pub use judge::{Judgement, judge};
pub(crate) use measures::can;
pub use needs::{Met, Need};
pub use priorities::Priorities;
pub use ranking::{Ranking, WEIGHTINGS, ranking};
pub use scorecard::scorecard;
pub use tradeoffs::{Reason, reasons};
pub use verdict::{Kind, LEAD_PERCENT, RULES, Rule, Verdict, applied, verdict};
