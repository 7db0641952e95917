//! Taking a section's tables away, as they are shown: sorted, filtered and opened as the reader has them.

use super::button::button;
use crate::table::{Shown, ShownCell, csv, markdown};
use crate::ui::browser;
use crate::ui::reactive::{Draw, Drawn, text};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Buttons that copy the tables of the section with that id.
pub(crate) fn take(id: &'static str, heading: &'static str) -> Drawn {
    let said = RwSignal::new("");
    let copy = move |print: fn(&[Shown]) -> String, done: &'static str| {
        let text = print(&tables(id));
        spawn_local(async move {
            said.set(if browser::copy(&text).await { done } else { "The browser does not let this page copy." });
        });
    };
    view! {
        <div class="take" role="group" aria-label=format!("Copy the tables of {heading}")>
            {button("", "Copy Markdown".to_owned(), move |_| copy(markdown, "Copied as Markdown"))}
            {button("", "Copy CSV".to_owned(), move |_| copy(csv, "Copied as CSV"))}
            <span role="status">{text(move || said.get().to_owned())}</span>
        </div>
    }
    .drawn()
}

fn tables(section: &str) -> Vec<Shown> {
    let table = |table: &Element| Shown {
        caption: caption(table).unwrap_or_default(),
        lines: browser::find_all(table, "tr").iter().map(line).collect(),
    };
    let tables = browser::by_id(section).map(|section| browser::find_all(&section, "table"));
    tables.unwrap_or_default().iter().map(table).collect()
}

/// The heading of the card or the fold that a table stands in.
fn caption(table: &Element) -> Option<String> {
    let around = table.closest("details, [role=group]:not(.table-frame)").ok()??;
    Some(shown(&around.query_selector("h3, summary").ok()??))
}

fn line(row: &Element) -> Vec<ShownCell> {
    let cell = |cell: &Element| ShownCell { text: shown(cell), source: source(cell) };
    browser::find_all(row, "th, td").iter().map(cell).collect()
}

/// Source and day, without who agrees.
fn source(cell: &Element) -> String {
    let stated = cell.query_selector("[data-source]").ok().flatten().and_then(|f| f.get_attribute("data-source"));
    stated.map(|stated| stated.split(' ').take(2).collect::<Vec<_>>().join(" ")).unwrap_or_default()
}

fn shown(element: &Element) -> String {
    element.dyn_ref::<HtmlElement>().map(HtmlElement::inner_text).unwrap_or_default()
}
