//! How everything is computed.

use crate::ui::browser;
use crate::ui::catalogue::{Catalogue, Loaded};
use crate::ui::components::{error_notice, loading, text_part};
use crate::ui::reactive::{Draw, Drawn, dynamic, effect};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// Id of the page's content.
const ID: &str = "method";

/// The page of the method, with the models of its address as the example.
pub(crate) fn method_page() -> Drawn {
    let (comparison, catalogue) = (Comparison::provide(), Catalogue::get());
    catalogue.want_method();
    browser::set_title("How it is computed · llm-compare");
    let content = move || match catalogue.method() {
        Loaded::Waiting => loading("Loading the rules…"),
        Loaded::Failed(error) => error_notice("The rules", &error),
        Loaded::Ready(method) => text_part(method.html.clone(), |_| ()),
    };
    effect(move || {
        // The cells are there once the rules are.
        let _ = catalogue.method();
        let mut examples = Vec::new();
        if let Some(shown) = comparison.shown() {
            shown.read(&mut |field, _| examples = crate::prose::examples(field));
        }
        browser::after_paint(move || {
            let cells = browser::by_id(ID).map(|page| browser::find_all(&page, ".example")).unwrap_or_default();
            cells.iter().zip(&examples).for_each(|(cell, text)| cell.set_text_content(Some(text)));
        });
    });
    view! { <section id=ID><h1>"How it is computed"</h1><h2 id="method-heading">"The rules, as they are applied"</h2>{dynamic(content)}</section> }.drawn()
}
