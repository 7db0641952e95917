//! Tables on the page. All sections share them: a new table is data, not code.

use crate::html::Html;
use crate::table::{Cell, FRAME, write_content};
use leptos::prelude::*;
use web_sys::Element;

/// Puts another content into a cell of the document.
pub(crate) fn fill_cell(element: &Element, cell: &Cell) {
    element.set_class_name(cell.class);
    if cell.is_plain() {
        // The same as the HTML, without the browser's parser: a change of workload fills every cell of a column.
        return element.set_text_content(Some(cell.figure.reading.text()));
    }
    let mut html = Html::default();
    write_content(&mut html, cell);
    element.set_inner_html(&html.finish());
}

/// A frame around a table that scrolls sideways by itself, so that the page never does.
pub(crate) fn table_frame(table: impl IntoView + 'static) -> impl IntoView {
    view! { <div class="table-frame" tabindex="0" role="group" aria-label=FRAME>{table}</div> }
}
