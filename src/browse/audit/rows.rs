//! Rows of the audit on the page, and in the forms in which they are taken away.

use super::cell::{cell, is_json_number, reading};
use crate::catalog::{AuditColumn, AuditTable, ColumnKind};
use crate::html::{Html, some};
use crate::json::quoted;
use crate::link::Address;
use crate::table::{Shown, ShownCell};

/// These rows as those of a table's body; where there is none, it says so. `base` is where the site lies, without a slash at
/// its end.
pub fn rows_html(table: &AuditTable, rows: &[usize], base: &str) -> String {
    let mut html = Html::default();
    if rows.is_empty() {
        let width = table.columns.len().to_string();
        html.open("tr", &[]);
        html.open("td", &[("colspan", Some(&width)), ("class", Some("unknown"))]);
        html.text("None found");
        html.close("td");
        html.close("tr");
    }
    for row in rows {
        html.open("tr", &[]);
        for (place, column) in table.columns.iter().enumerate() {
            let (name, scope) = if place == 0 { ("th", Some("row")) } else { ("td", None) };
            html.open(name, &[("scope", scope), ("class", some(class(column.kind)))]);
            write_cell(&mut html, column.kind, cell(table, *row, place), base);
            html.close(name);
        }
        html.close("tr");
    }
    html.finish()
}

/// The class of a column's head and cells.
pub(super) const fn class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Number => "number",
        ColumnKind::Date => "date",
        ColumnKind::Text | ColumnKind::Model | ColumnKind::Url => "",
    }
}

fn write_cell(html: &mut Html, kind: ColumnKind, text: &str, base: &str) {
    match kind {
        _ if text.is_empty() => html.element("span", "unknown", &reading(kind, text)),
        ColumnKind::Model => {
            html.open("a", &[("href", Some(&format!("{base}{}", Address::default().with_model(0, text))))]);
            html.text(text);
            html.close("a");
        }
        ColumnKind::Url => html.outside(text, host(text)),
        ColumnKind::Text | ColumnKind::Number | ColumnKind::Date => write_breakable(html, &reading(kind, text)),
    }
}

/// A text that may go on in the next line after each slash, as long ids need it.
fn write_breakable(html: &mut Html, text: &str) {
    for (nth, part) in text.split_inclusive('/').enumerate() {
        html.markup(if nth > 0 { "<wbr>" } else { "" });
        html.text(part);
    }
}

/// `example.org` of `https://example.org/page`.
fn host(address: &str) -> &str {
    address.split('/').find(|part| !part.is_empty() && !part.ends_with(':')).unwrap_or(address)
}

/// These rows in words, for people.
pub fn words(table: &AuditTable, rows: &[usize]) -> Vec<Shown> {
    shown(table, rows, reading)
}

/// These rows as the catalogue writes them, for programs: days as `2026-08-20`, nothing where there is nothing to say.
pub fn texts(table: &AuditTable, rows: &[usize]) -> Vec<Shown> {
    shown(table, rows, |_, text| text.to_owned())
}

fn shown(table: &AuditTable, rows: &[usize], say: fn(ColumnKind, &str) -> String) -> Vec<Shown> {
    let mut lines = vec![Vec::new()];
    for row in rows {
        let mut line = Vec::new();
        for (place, column) in table.columns.iter().enumerate() {
            line.push(ShownCell { text: say(column.kind, cell(table, *row, place)), source: String::new() });
        }
        lines.push(line);
    }
    if let Some(heads) = lines.first_mut() {
        heads.extend(table.columns.iter().map(|column| ShownCell { text: column.name.clone(), source: String::new() }));
    }
    vec![Shown { caption: String::new(), lines }]
}

/// These rows as JSON: a list of objects with a key for each column, numbers as numbers, `null` where there is nothing to
/// say.
pub fn json(table: &AuditTable, rows: &[usize]) -> String {
    let mut out = String::new();
    for row in rows {
        out.push_str(if out.is_empty() { "[\n  {" } else { "},\n  {" });
        for (place, AuditColumn { name, kind }) in table.columns.iter().enumerate() {
            out.push_str(if place == 0 { "" } else { ", " });
            quoted(&mut out, name);
            out.push_str(": ");
            match cell(table, *row, place) {
                "" => out.push_str("null"),
                text if *kind == ColumnKind::Number && is_json_number(text) => out.push_str(text),
                text => quoted(&mut out, text),
            }
        }
    }
    out.push_str(if out.is_empty() { "[]\n" } else { "}\n]\n" });
    out
}
