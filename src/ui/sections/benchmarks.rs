//! Benchmarks: what compares, what does not, and what only one side has.

use crate::catalog::CatalogError;
use crate::html::Html;
use crate::table::write_framed;
use crate::ui::catalogue::Catalogue;
use crate::ui::components::{error_notice, section};
use crate::ui::reactive::{Draw, Drawn, dynamic, text};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// The section "Benchmarks".
pub(crate) fn benchmarks_section() -> Drawn {
    let (comparison, catalogue) = (Comparison::get(), Catalogue::get());
    let failed = move || {
        catalogue.benchmarks().failed().map(|error: &CatalogError| error_notice("The list of benchmarks", error))
    };
    let body = view! { {dynamic(failed)}<div inner_html=text(move || content(comparison)) /> };
    section("benchmarks", "Benchmarks", body.drawn())
}

fn content(comparison: Comparison) -> String {
    let overview = comparison.overview();
    let Some(all) = &overview.benchmarks else { return String::new() };
    let mut html = Html::default();
    html.element("p", "", &all.summary());
    for (folded_as, rows) in
        [("", &all.shared), ("Not comparable, not counted", &all.apart), ("Known for one side only", &all.single)]
    {
        if rows.is_empty() {
            continue;
        }
        if !folded_as.is_empty() {
            html.open("details", &[("class", Some("more"))]);
            html.element("summary", "", &format!("{folded_as} ({})", rows.len()));
        }
        write_framed(&mut html, &overview.heads("Benchmark"), rows, "benchmarks-heading");
        if !folded_as.is_empty() {
            html.close("details");
        }
    }
    html.finish()
}
