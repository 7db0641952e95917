//! Tables as HTML.

use super::{Cell, Figure, Head, Provenance, Row};
use crate::html::{Html, some};

/// What a frame that scrolls is called.
pub const FRAME: &str = "Table, scrolls sideways";

/// A framed table, see [`write_framed`].
pub fn framed_html(heads: &[Head], rows: &[Row], label: &str) -> String {
    let mut html = Html::default();
    write_framed(&mut html, heads, rows, label);
    html.finish()
}

/// A table of class `facts` in a frame that scrolls sideways by itself, so that the page never does. `label` is the id
/// of what names it.
pub fn write_framed(html: &mut Html, heads: &[Head], rows: &[Row], label: &str) {
    open_frame(html, "table-frame");
    // Three and four sides need more room than two.
    let class = match heads.len() {
        0..=3 => "facts",
        4 => "facts of-three",
        _ => "facts of-four",
    };
    html.open("table", &[("class", Some(class)), ("aria-labelledby", Some(label))]);
    write_table(html, heads, rows);
    html.close("table");
    html.close("div");
}

/// The frame alone.
pub fn open_frame(html: &mut Html, class: &'static str) {
    let frame = [("class", Some(class)), ("tabindex", Some("0")), ("role", Some("group")), ("aria-label", Some(FRAME))];
    html.open("div", &frame);
}

/// The rows of a table's body.
pub fn rows_html(rows: &[Row]) -> String {
    let mut html = Html::default();
    rows.iter().for_each(|row| write_row(&mut html, row));
    html.finish()
}

/// Head and body of a table.
pub fn write_table(html: &mut Html, heads: &[Head], rows: &[Row]) {
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
    rows.iter().for_each(|row| write_row(html, row));
    html.close("tbody");
}

/// A text with the letter of its side, if it has one.
pub fn write_lettered(html: &mut Html, letter: &str, text: &str) {
    if !letter.is_empty() {
        html.element("span", "letter", letter);
        html.text(" ");
    }
    html.text(text);
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
    html.element("span", "outcome", &row.outcome);
    html.close("th");
    for cell in &row.cells {
        html.open("td", &[("class", some(cell.class))]);
        write_content(html, cell);
        html.close("td");
    }
    html.close("tr");
}

/// What stands in a cell.
pub fn write_content(html: &mut Html, cell: &Cell) {
    if cell.best {
        html.open("b", &[]);
    }
    write_figure(html, &cell.figure);
    if cell.best {
        html.close("b");
        // The row says the same in words, so the mark is for the eye alone.
        html.open("span", &[("class", Some("best")), ("aria-hidden", Some("true"))]);
        html.text(" ▲");
        html.close("span");
    }
    if let Some(thousandths) = cell.bar {
        write_bar(html, thousandths);
    }
    html.element("span", "hint", &cell.hint);
    if let Some((text, address)) = &cell.link {
        html.outside(address, text);
    }
}

/// A bar. The figure beside it says the same as text.
fn write_bar(html: &mut Html, thousandths: u16) {
    let view = [("viewBox", Some("0 0 1000 8")), ("preserveAspectRatio", Some("none"))];
    html.open("svg", &[&[("class", Some("bar")), ("aria-hidden", Some("true"))], &view[..]].concat());
    for (class, width) in [("bar-ground", 1000), ("bar-value", thousandths)] {
        let width = width.to_string();
        html.open("rect", &[("class", Some(class)), ("width", Some(&width)), ("height", Some("8"))]);
        html.close("rect");
    }
    html.close("svg");
}

/// A figure. When its source is known it is a button: hovering or focusing shows the source, pressing keeps it open.
///
/// A page has a thousand figures. Each carries its provenance in attributes, so that one listener serves them all.
fn write_figure(html: &mut Html, figure: &Figure) {
    let known = figure.reading.is_known();
    let Some(Provenance { source, as_of, agree, disputed, url }) = &figure.provenance else {
        return match known {
            true => html.text(figure.reading.text()),
            false => html.element("span", "unknown", figure.reading.text()),
        };
    };
    let mut stated = format!("{source} {as_of}");
    agree.iter().for_each(|source| stated = format!("{stated} {source}"));
    let disputed: Vec<_> = disputed.iter().map(|(value, source)| format!("{source} {value}")).collect();
    let disputed = disputed.join("\n");
    html.open(
        "button",
        &[
            ("type", Some("button")),
            ("class", Some(if known { "figure" } else { "figure unknown" })),
            ("data-source", Some(&stated)),
            ("data-elsewhere", some(&disputed)),
            ("data-url", url.as_deref()),
            ("data-exact", figure.exact.as_deref()),
        ],
    );
    html.text(figure.reading.text());
    html.close("button");
}
