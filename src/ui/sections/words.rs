//! The sections that are text: what the facts come to, in words.

use crate::ui::browser;
use crate::ui::components::text_section;
use crate::ui::reactive::{Drawn, effect};
use crate::ui::sides::Comparison;
use leptos::prelude::on_cleanup;

/// The section "Decision tradeoffs".
pub(crate) fn tradeoffs_section() -> Drawn {
    text_section("tradeoffs", "Decision tradeoffs", |details| &details.tradeoffs)
}

/// The section "Switch friction".
pub(crate) fn switch_section() -> Drawn {
    text_section("switch", "Switch friction", |details| &details.switch)
}

/// The section "Deep dive".
pub(crate) fn deep_dive_section() -> Drawn {
    text_section("deep-dive", "Deep dive", |details| &details.deep_dive)
}

/// The section "Questions and answers", which search engines read as structured data.
pub(crate) fn faq_section() -> Drawn {
    let comparison = Comparison::get();
    effect(move || {
        browser::set_page_data(&comparison.decision().summary, &comparison.details().questions.json());
    });
    on_cleanup(|| browser::set_page_data("", ""));
    text_section("faq", "Questions and answers", |details| &details.questions.blocks)
}

/// The section "Continue comparing".
pub(crate) fn continue_section() -> Drawn {
    text_section("continue", "Continue comparing", |details| &details.next)
}
