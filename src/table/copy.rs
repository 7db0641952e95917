//! Tables to take away: Markdown for a ticket, CSV for a spreadsheet.

/// A table as a reader sees it: what stands above it, and its lines, the first of which holds the heads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// What stands above it, where a section has several.
    pub caption: String,
    /// The lines, each with its cells.
    pub lines: Vec<Vec<ShownCell>>,
}

/// A cell as a reader sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownCell {
    /// Its text, with line breaks.
    pub text: String,
    /// Source and day of its figure.
    pub source: String,
}

/// Tables as GitHub's Markdown, each under its caption, with the sources of their figures in a line below.
pub fn markdown(tables: &[Shown]) -> String {
    let mut out = String::new();
    for Shown { caption, lines } in tables {
        if !caption.is_empty() {
            out.push_str(&format!("**{caption}**\n\n"));
        }
        let mut sources: Vec<&str> = Vec::new();
        for (nth, line) in lines.iter().enumerate() {
            for cell in line {
                out.push_str(&format!("| {} ", one_line(&cell.text).replace('\\', "\\\\").replace('|', "\\|")));
                if !cell.source.is_empty() && !sources.contains(&cell.source.as_str()) {
                    sources.push(&cell.source);
                }
            }
            out.push_str("|\n");
            if nth == 0 {
                out.push_str(&format!("{}|\n", "| --- ".repeat(line.len())));
            }
        }
        if !sources.is_empty() {
            out.push_str(&format!("\nSources: {}\n", sources.join(", ")));
        }
        out.push('\n');
    }
    out
}

/// Tables as CSV (RFC 4180): the caption in front, if one has a caption, and after each column with sources the source of
/// its figure.
pub fn csv(tables: &[Shown]) -> String {
    let captioned = tables.iter().any(|table| !table.caption.is_empty());
    let mut out = String::new();
    for table in tables {
        for (nth, line) in table.lines.iter().enumerate() {
            if captioned {
                csv_cell(&mut out, if nth == 0 { "Table" } else { &table.caption });
            }
            for (column, cell) in line.iter().enumerate() {
                csv_cell(&mut out, &one_line(&cell.text));
                if is_sourced(tables, column) {
                    csv_cell(&mut out, if nth == 0 { "Source" } else { &cell.source });
                }
            }
            out.push_str("\r\n");
        }
    }
    out
}

/// Whether a figure in that column has a source, in any of the tables: they stand below each other.
fn is_sourced(tables: &[Shown], column: usize) -> bool {
    let mut lines = tables.iter().flat_map(|table| &table.lines);
    lines.any(|line| line.get(column).is_some_and(|cell| !cell.source.is_empty()))
}

fn csv_cell(out: &mut String, text: &str) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push(',');
    }
    // A spreadsheet would run what looks like a formula.
    let guard = if text.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    out.push_str(&format!("\"{guard}{}\"", text.replace('"', "\"\"")));
}

fn one_line(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Vec<Shown> {
        let cell = |text: &str, source: &str| ShownCell { text: text.to_owned(), source: source.to_owned() };
        let lines = vec![
            vec![cell("Fact", ""), cell("A One|Two", "")],
            vec![cell("Context\nPrompt and answer", ""), cell("128k \"tokens\"", "models.dev 2026-07-02")],
            vec![cell("=1+1", ""), cell("Unknown", "")],
        ];
        vec![Shown { caption: "Specs".to_owned(), lines }]
    }

    #[test]
    fn markdown_keeps_its_columns_whatever_a_name_holds() {
        let expected = "**Specs**\n\n| Fact | A One\\|Two |\n| --- | --- |\n\
            | Context, Prompt and answer | 128k \"tokens\" |\n| =1+1 | Unknown |\n\nSources: models.dev 2026-07-02\n\n";
        assert_eq!(markdown(&table()), expected);
    }

    #[test]
    fn csv_has_the_source_after_each_figure_and_runs_no_formula() {
        let expected = "\"Table\",\"Fact\",\"A One|Two\",\"Source\"\r\n\
            \"Specs\",\"Context, Prompt and answer\",\"128k \"\"tokens\"\"\",\"models.dev 2026-07-02\"\r\n\
            \"Specs\",\"'=1+1\",\"Unknown\",\"\"\r\n";
        assert_eq!(csv(&table()), expected);
    }

    #[test]
    fn csv_has_no_column_for_captions_or_sources_that_nothing_has() {
        let mut tables = table();
        tables[0].caption.clear();
        tables[0].lines[1][1].source.clear();
        let expected = "\"Fact\",\"A One|Two\"\r\n\
            \"Context, Prompt and answer\",\"128k \"\"tokens\"\"\"\r\n\"'=1+1\",\"Unknown\"\r\n";
        assert_eq!(csv(&tables), expected);
    }
}
