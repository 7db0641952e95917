//! Tables of figures. All sections share them: a new table is data, not code.

use super::figure::write_figure;
use crate::compare::Figure;
use crate::html::{Html, some};
use leptos::prelude::*;
use web_sys::Element;

/// Head of a column.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Head<'a> {
    /// Letter of the side that the column is about.
    pub(crate) letter: &'a str,
    /// What the column is about.
    pub(crate) text: &'a str,
    /// Class of the head.
    pub(crate) class: &'static str,
}

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

/// The rows of a table's body, as HTML.
pub(crate) fn rows_html(rows: &[Row]) -> String {
    let mut html = Html::default();
    write_rows(&mut html, rows);
    html.finish()
}

/// Head and body of a table.
pub(crate) fn write_table(html: &mut Html, heads: &[Head<'_>], rows: &[Row]) {
    html.open("thead", &[]);
    html.open("tr", &[]);
    for Head { letter, text, class } in heads {
        html.open("th", &[("scope", Some("col")), ("class", some(class))]);
        write_lettered(html, letter, text);
        html.close("th");
    }
    html.close("tr");
    html.close("thead");
    html.open("tbody", &[]);
    write_rows(html, rows);
    html.close("tbody");
}

/// A text with the letter of its side, if it has one.
pub(crate) fn write_lettered(html: &mut Html, letter: &str, text: &str) {
    if !letter.is_empty() {
        html.element("span", "letter", letter);
        html.text(" ");
    }
    html.text(text);
}

fn write_rows(html: &mut Html, rows: &[Row]) {
    rows.iter().for_each(|row| write_row(html, row));
}

fn write_row(html: &mut Html, row: &Row) {
    html.open("tr", &[("class", some(row.class))]);
    html.open("th", &[("scope", Some("row"))]);
    html.text(&row.label);
    for mark in &row.marks {
        html.text(" ");
        html.open("span", &[("class", Some(mark.class)), ("title", some(&mark.why))]);
        html.text(&mark.word);
        html.close("span");
    }
    html.element("span", "hint", &row.hint);
    html.element("span", "model-id", &row.code);
    html.close("th");
    for cell in &row.cells {
        html.open("td", &[("class", some(cell.class))]);
        write_content(html, cell);
        html.close("td");
    }
    html.close("tr");
}

/// Puts another content into a cell of the document.
pub(crate) fn fill_cell(element: &Element, cell: &Cell) {
    element.set_class_name(cell.class);
    if cell.figure.is_plain() && cell.hint.is_empty() {
        // The same as the HTML, without the browser's parser: a change of workload fills every cell of a column.
        return element.set_text_content(Some(cell.figure.reading.text()));
    }
    let mut html = Html::default();
    write_content(&mut html, cell);
    element.set_inner_html(&html.finish());
}

fn write_content(html: &mut Html, cell: &Cell) {
    write_figure(html, &cell.figure);
    html.element("span", "hint", &cell.hint);
}

/// A frame around a table that scrolls sideways by itself, so that the page never does.
pub(crate) fn table_frame(table: impl IntoView + 'static) -> impl IntoView {
    view! { <div class="table-frame" tabindex="0" role="group" aria-label="Table, scrolls sideways">{table}</div> }
}
