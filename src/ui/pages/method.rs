//! How everything is computed.

use crate::prose::html;
use crate::ui::browser;
use crate::ui::components::live_part;
use crate::ui::reactive::{Draw, Drawn};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// The page of the method, with the models of its address as the example.
pub(crate) fn method_page() -> Drawn {
    let comparison = Comparison::provide();
    browser::set_title("How it is computed · llm-compare");
    let content = live_part(move || html(&comparison.method(), "method-heading", ""));
    view! { <section id="method"><h1 id="method-heading">"How it is computed"</h1>{content}</section> }.drawn()
}
