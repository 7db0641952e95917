//! Tables on the page. All sections share them: a new table is data, not code.

use crate::html::Html;
use crate::table::{Cell, Direction, FRAME, PRESS, write_content};
use crate::ui::browser;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
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

/// The button beside a table that an event has pressed, and what it does, see [`PRESS`].
pub(crate) fn pressed(event: &MouseEvent) -> Option<(Element, String)> {
    let button = event.target()?.dyn_into::<Element>().ok()?.closest("button").ok()??;
    let does = button.get_attribute(PRESS)?;
    Some((button, does))
}

/// Writes into the heads of a table that it is now sorted by the one at `place`, in which `button` is.
pub(crate) fn mark_sorted(button: &Element, place: usize, direction: Direction) {
    let row = button.closest("tr").ok().flatten();
    for (at, head) in row.iter().flat_map(|row| browser::find_all(row, "th")).enumerate() {
        let _ = head.set_attribute("aria-sort", if at == place { direction.word() } else { "none" });
    }
}

/// A frame around a table that scrolls sideways by itself, so that the page never does.
pub(crate) fn table_frame(table: impl IntoView + 'static) -> impl IntoView {
    view! { <div class="table-frame" tabindex="0" role="group" aria-label=FRAME>{table}</div> }
}
