//! What can be pressed beside a table, as HTML: heads to sort by, and buttons to take the table away. A listener around
//! them learns from their attributes which one it was.

use crate::html::{Html, some};

/// The attribute that says what a button does: the place of the column to sort by, or the label of the form to take away.
pub const PRESS: &str = "data-press";

/// A head by which its table can be sorted. `sorted` is how it is, as `aria-sort` says it.
pub fn write_sort_head(
    html: &mut Html,
    place: usize,
    heading: &str,
    unit: &str,
    class: &'static str,
    sorted: &'static str,
) {
    html.open("th", &[("scope", Some("col")), ("class", some(class)), ("aria-sort", Some(sorted))]);
    let place = place.to_string();
    html.open("button", &[("type", Some("button")), ("class", Some("sort")), (PRESS, Some(&place))]);
    html.text(heading);
    html.markup("<span class=\"sort-mark\"></span></button>");
    html.element("span", "hint", unit);
    html.close("th");
}

/// What the button says that opens a table of `count` rows, of which the `first` are shown, or closes it again. Empty for a
/// table that is short enough.
pub fn opener(opened: bool, first: usize, count: usize) -> String {
    match opened {
        _ if count <= first => String::new(),
        true => format!("Show the first {first}"),
        false => format!("Show all {count}"),
    }
}

/// A form in which tables and charts are taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Markdown on the clipboard.
    Markdown,
    /// CSV on the clipboard.
    Csv,
    /// CSV as a file.
    CsvFile,
    /// JSON as a file.
    JsonFile,
    /// A chart as a file.
    SvgFile,
}

impl Form {
    /// All forms of tables, in the order of the page.
    pub const OF_TABLES: [Self; 4] = [Self::Markdown, Self::Csv, Self::CsvFile, Self::JsonFile];

    /// The form of tables whose button has that label.
    pub fn labelled(label: &str) -> Option<Self> {
        Self::OF_TABLES.into_iter().find(|form| form.label() == label)
    }

    /// What its button says.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Markdown => "Copy Markdown",
            Self::Csv => "Copy CSV",
            Self::CsvFile => "Download CSV",
            Self::JsonFile => "Download JSON",
            Self::SvgFile => "Download SVG",
        }
    }

    /// What is said when it is done.
    pub const fn done(self) -> &'static str {
        match self {
            Self::Markdown => "Copied as Markdown",
            Self::Csv => "Copied as CSV",
            Self::CsvFile => "Saved as CSV",
            Self::JsonFile => "Saved as JSON",
            Self::SvgFile => "Saved as SVG",
        }
    }

    /// Ending and type of its file, if it is one.
    pub const fn file(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Markdown | Self::Csv => None,
            Self::CsvFile => Some((".csv", "text/csv")),
            Self::JsonFile => Some((".json", "application/json")),
            Self::SvgFile => Some((".svg", "image/svg+xml")),
        }
    }
}

/// The button that saves the chart before it, and a line that says what became of it.
pub fn write_chart_taker(html: &mut Html) {
    html.markup("<div class=\"take\">");
    write_takers(html, &[Form::SvgFile]);
    html.close("div");
}

/// A button for each form, and a line that says what became of it.
fn write_takers(html: &mut Html, forms: &[Form]) {
    for form in forms {
        html.open("button", &[("type", Some("button")), (PRESS, Some(form.label()))]);
        html.text(form.label());
        html.close("button");
    }
    html.markup("<span role=\"status\"></span>");
}

/// Id of the heading of the section with that id.
pub fn heading_id(section: &str) -> String {
    format!("{section}-heading")
}

/// The head of a section: its heading, which links to itself; a line of class `count` to say what is taken away; a button
/// for each form; a line that says what became of it.
pub fn write_section_head(html: &mut Html, id: &str, heading: &str, forms: &[Form]) {
    html.markup("<div class=\"section-head\">");
    html.open("h2", &[("id", Some(&heading_id(id)))]);
    html.open("a", &[("href", Some(&format!("#{id}")))]);
    html.text(heading);
    html.markup("</a></h2>");
    html.open("div", &[("class", Some("take")), ("role", Some("group")), ("aria-labelledby", Some(&heading_id(id)))]);
    html.markup("<span class=\"count\"></span>");
    write_takers(html, forms);
    html.markup("</div></div>");
}
