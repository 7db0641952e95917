//! Tables to take away: Markdown for a ticket, CSV for a spreadsheet.

use super::{Cell, Head, Mark, Row, Table};

/// Tables as GitHub's Markdown, each under its caption, with the sources of their figures in a line below.
pub fn markdown(tables: &[Table]) -> String {
    let mut out = String::new();
    for table in tables {
        if !table.caption.is_empty() {
            out.push_str(&format!("**{}**\n\n", table.caption));
        }
        markdown_line(&mut out, table.heads.iter().map(heading));
        markdown_line(&mut out, table.heads.iter().map(|_| "---".to_owned()));
        for row in &table.rows {
            markdown_line(&mut out, std::iter::once(label(row)).chain(row.cells.iter().map(content)));
        }
        let sources = sources(table);
        if !sources.is_empty() {
            out.push_str(&format!("\nSources: {}\n", sources.join(", ")));
        }
        out.push('\n');
    }
    out.trim_end().to_owned()
}

fn markdown_line(out: &mut String, cells: impl Iterator<Item = String>) {
    for cell in cells {
        let cell = cell.replace('\\', "\\\\").replace('|', "\\|").replace(['\r', '\n'], " ");
        out.push_str("| ");
        out.push_str(&cell);
        out.push(' ');
    }
    out.push_str("|\n");
}

/// Tables as CSV (RFC 4180), with a column for the source after each column of figures, and the caption in front.
pub fn csv(tables: &[Table]) -> String {
    let mut out = String::new();
    let captioned = tables.iter().any(|table| !table.caption.is_empty());
    let compared = tables.iter().flat_map(|table| &table.rows).any(|row| !row.outcome.is_empty());
    for (nth, table) in tables.iter().enumerate() {
        let front = |text: &str| captioned.then(|| text.to_owned()).into_iter();
        let outcome = |text: &str| compared.then(|| text.to_owned()).into_iter();
        // Tables of one section have the same columns; their heads stand once.
        if nth == 0 {
            let sides = table.heads.iter().skip(1).map(heading);
            let sides = sides.flat_map(|side| [side.clone(), format!("{side}: source")]);
            let first = table.heads.first().map(heading).into_iter();
            csv_line(&mut out, front("Model").chain(first).chain(outcome("Comparison")).chain(sides));
        }
        for row in &table.rows {
            let cells = row.cells.iter().flat_map(|cell| [content(cell), source(cell)]);
            let labels = std::iter::once(plain_label(row)).chain(outcome(&row.outcome));
            csv_line(&mut out, front(&table.caption).chain(labels).chain(cells));
        }
    }
    out
}

fn csv_line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (nth, cell) in cells.enumerate() {
        if nth > 0 {
            out.push(',');
        }
        // A spreadsheet would run what looks like a formula.
        let guard = if cell.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        out.push_str(&format!("\"{guard}{}\"", cell.replace('"', "\"\"")));
    }
    out.push_str("\r\n");
}

fn heading(head: &Head) -> String {
    joined([head.letter, &head.text], " ")
}

fn label(row: &Row) -> String {
    joined([plain_label(row).as_str(), &row.outcome], ": ")
}

fn plain_label(row: &Row) -> String {
    let marks = row.marks.iter().map(|Mark { word, .. }| word.as_str());
    let about: Vec<&str> = [row.hint.as_str(), &row.code].into_iter().chain(marks).filter(|t| !t.is_empty()).collect();
    if about.is_empty() { row.label.clone() } else { format!("{} ({})", row.label, about.join(", ")) }
}

/// What a cell says, with every digit where the page rounds.
fn content(cell: &Cell) -> String {
    let figure = cell.figure.exact.as_deref().unwrap_or_else(|| cell.figure.reading.text());
    if cell.hint.is_empty() { figure.to_owned() } else { format!("{figure} ({})", cell.hint) }
}

fn source(cell: &Cell) -> String {
    let stated = cell.figure.provenance.as_ref().map(|p| format!("{} {}", p.source, p.as_of)).unwrap_or_default();
    joined([&stated, cell.link.as_ref().map_or("", |(_, address)| address)], " ")
}

/// Every source of a table's figures with its day, in the order of the table.
fn sources(table: &Table) -> Vec<String> {
    let mut found = Vec::new();
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        if let Some(provenance) = &cell.figure.provenance {
            let stated = format!("{} ({})", provenance.source, provenance.as_of);
            if !found.contains(&stated) {
                found.push(stated);
            }
        }
    }
    found
}

fn joined(parts: [&str; 2], separator: &str) -> String {
    match parts {
        ["", rest] => rest.to_owned(),
        [first, ""] => first.to_owned(),
        [first, rest] => format!("{first}{separator}{rest}"),
    }
}
