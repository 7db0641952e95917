//! What speaks for each side.

use crate::ui::components::text_section;
use crate::ui::reactive::Drawn;

/// The section "Decision tradeoffs".
pub(crate) fn tradeoffs_section() -> Drawn {
    text_section("tradeoffs", "Decision tradeoffs", |decision| &decision.tradeoffs)
}
