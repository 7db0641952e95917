//! Benchmarks: what compares, what does not, and what only one side has.

use crate::catalog::CatalogError;
use crate::html::Html;
use crate::table::{Row, Table, write_framed};
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
    section("benchmarks", "Benchmarks", tables, body.drawn())
}

/// The groups of rows that are not empty: what each is called, and its rows.
fn groups(comparison: Comparison) -> Vec<(String, Vec<Row>)> {
    let Some(all) = comparison.benchmarks() else { return Vec::new() };
    let named = [
        (String::new(), &all.shared),
        (format!("Not comparable, not counted ({})", all.apart.len()), &all.apart),
        (format!("Known for one side only ({})", all.single.len()), &all.single),
    ];
    named.into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(name, rows)| (name, rows.clone())).collect()
}

fn tables(comparison: Comparison) -> Vec<Table> {
    let table = |(caption, rows)| Table { caption, ..comparison.table("Benchmark", rows) };
    groups(comparison).into_iter().map(table).collect()
}

fn content(comparison: Comparison) -> String {
    let mut html = Html::default();
    if let Some(all) = comparison.benchmarks() {
        html.element("p", "", &all.summary());
    }
    for table in tables(comparison) {
        let folded = !table.caption.is_empty();
        if folded {
            html.open("details", &[("class", Some("more"))]);
            html.element("summary", "", &table.caption);
        }
        write_framed(&mut html, &table, "benchmarks-heading");
        if folded {
            html.close("details");
        }
    }
    html.finish()
}
