//! Tables of figures, and the frame of a section. All sections share them: a new table is data, not code.

use super::figure::figure_view;
use crate::compare::Figure;
use crate::ui::reactive::{Draw, Drawn, text};
use crate::ui::sides::{Comparison, class, letter};
use leptos::prelude::*;

/// A row: what it is about, and its cells.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// What it is about.
    pub(crate) label: String,
    /// A line below the label.
    pub(crate) hint: String,
    /// An identifier below the label, as it is typed.
    pub(crate) code: String,
    /// Small marks beside the label.
    pub(crate) marks: Vec<Mark>,
    /// The cells.
    pub(crate) cells: Vec<Cell>,
    /// Class of the row.
    pub(crate) class: &'static str,
}

/// A small mark: a word, why it stands there, and its class.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// The word.
    pub(crate) word: String,
    /// Why it stands there.
    pub(crate) why: String,
    /// Class of the mark.
    pub(crate) class: &'static str,
}

/// A cell: a figure and a line below it.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    /// The figure.
    pub(crate) figure: Figure,
    /// A line below it.
    pub(crate) hint: String,
    /// Class of the cell.
    pub(crate) class: &'static str,
}

/// The rows of a table's body.
pub(crate) fn table_rows(rows: Vec<Row>) -> Drawn {
    rows.into_iter().map(row).collect_view().drawn()
}

fn row(row: Row) -> impl IntoView {
    let marks = row.marks.into_iter().map(|mark| {
        view! { " "<span class=mark.class title=mark.why>{mark.word}</span> }
    });
    let cells = row.cells.into_iter().map(|cell| {
        view! { <td class=cell.class>{figure_view(cell.figure)}{line("hint", cell.hint)}</td> }
    });
    view! {
        <tr class=row.class>
            <th scope="row">{row.label}{marks.collect_view()}{line("hint", row.hint)}{line("model-id", row.code)}</th>
            {cells.collect_view()}
        </tr>
    }
}

/// A line of its own; nothing when there is nothing to say.
fn line(class: &'static str, text: String) -> impl IntoView {
    (!text.is_empty()).then(|| view! { <span class=class>{text}</span> })
}

/// A frame that scrolls sideways by itself, so that the page never does. `labelled_by` is the id of the heading.
pub(crate) fn table_frame(
    labelled_by: String,
    class: &'static str,
    head: Drawn,
    body: impl IntoView + 'static,
) -> Drawn {
    view! {
        <div class="table-frame" tabindex="0" role="group" aria-label="Table, scrolls sideways">
            <table class=class aria-labelledby=labelled_by><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>
        </div>
    }
    .drawn()
}

/// A section of the page with its heading; its id is part of the contract.
pub(crate) fn section(id: &'static str, heading: &'static str, body: Drawn) -> Drawn {
    let heading_id = format!("{id}-heading");
    view! {
        <section id=id aria-labelledby=heading_id>
            <h2 id=format!("{id}-heading")>{heading}</h2>
            {body}
        </section>
    }
    .drawn()
}

/// Letter and name of a side in a block of its own; `id` names the heading, `block` the block's class.
pub(crate) fn side_heading(index: usize, block: &'static str, id: String, body: Drawn) -> Drawn {
    let comparison = Comparison::get();
    view! {
        <div class=format!("{block} {}", class(index)) role="group" aria-labelledby=id.clone()>
            <h3 id=id.clone()><span class="letter">{letter(index)}</span>" "{text(move || comparison.name(index))}</h3>
            {body}
        </div>
    }
    .drawn()
}
