//! The sections that are text: what the facts come to, in words.

use crate::ui::browser;
use crate::ui::components::text_section;
use crate::ui::reactive::{Drawn, effect};
use crate::ui::sides::Comparison;
use leptos::prelude::on_cleanup;

/// The section "Decision tradeoffs".
pub(crate) fn tradeoffs_section() -> Drawn {
    text_section("tradeoffs", "Decision tradeoffs", |decision| &decision.tradeoffs)
}

/// The section "Switch friction".
pub(crate) fn switch_section() -> Drawn {
    text_section("switch", "Switch friction", |decision| &decision.switch)
}

/// The section "Deep dive".
pub(crate) fn deep_dive_section() -> Drawn {
    text_section("deep-dive", "Deep dive", |decision| &decision.deep_dive)
}

/// The section "Questions and answers", which search engines read as structured data.
pub(crate) fn faq_section() -> Drawn {
    let comparison = Comparison::get();
    effect(move || {
        let decision = comparison.decision();
        browser::set_page_data(&decision.summary, &decision.questions.json());
    });
    on_cleanup(|| browser::set_page_data("", ""));
    text_section("faq", "Questions and answers", |decision| &decision.questions.blocks)
}

/// The section "Continue comparing".
pub(crate) fn continue_section() -> Drawn {
    text_section("continue", "Continue comparing", |decision| &decision.next)
}
