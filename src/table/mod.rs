//! Tables of figures as plain data, and the forms they are written in: HTML for the page, Markdown and CSV to take
//! away.
//!
//! Invariants: a row has a cell for every column after the first; no cell is empty, because what is not known is a
//! [`Reading`] too.

mod controls;
mod copy;
mod figure;
mod html;
mod order;

pub use controls::{Form, PRESS, heading_id, opener, write_chart_taker, write_section_head, write_sort_head};
pub use copy::{Shown, ShownCell, csv, markdown};
pub use figure::{Figure, Provenance, Reading};
pub use html::{FRAME, framed_html, open_frame, rows_html, write_content, write_framed, write_lettered, write_table};
pub use order::Direction;

/// `A` to `D`: how a side is called.
pub fn letter(side: usize) -> &'static str {
    ["A", "B", "C", "D"].get(side).copied().unwrap_or("?")
}

/// The class that gives a side its hue.
pub fn side_class(side: usize) -> &'static str {
    ["side-a", "side-b", "side-c", "side-d"].get(side).copied().unwrap_or("side-a")
}

/// A table: its columns, the first of which holds the labels, and its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Heads of the columns.
    pub heads: Vec<Head>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// Head of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Letter of the side that the column is about.
    pub letter: &'static str,
    /// What the column is about.
    pub text: String,
    /// Class of the head.
    pub class: &'static str,
}

/// A row: what it is about, and its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub label: String,
    /// A line below the label.
    pub hint: String,
    /// An identifier below the label, as it is typed.
    pub code: String,
    /// Small marks beside the label.
    pub marks: Vec<Mark>,
    /// How the cells compare, in words.
    pub outcome: String,
    /// The cells.
    pub cells: Vec<Cell>,
    /// Class of the row.
    pub class: &'static str,
}

/// A small mark: a word, why it stands there, and its class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The word.
    pub word: String,
    /// Why it stands there.
    pub why: String,
    /// Class of the mark.
    pub class: &'static str,
}

/// A cell: a figure and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The figure.
    pub figure: Figure,
    /// A line below it.
    pub hint: String,
    /// Where more is to be read: a word and its address.
    pub link: Option<(&'static str, String)>,
    /// Length of a bar, in thousandths of the longest.
    pub bar: Option<u16>,
    /// Whether it is the best of its row.
    pub best: bool,
    /// Class of the cell.
    pub class: &'static str,
}

/// Heads of a table with a column for each model, in their order; `first` heads the labels.
pub fn side_heads<'a>(first: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<Head> {
    let side =
        |(side, name): (usize, &str)| Head { letter: letter(side), text: name.to_owned(), class: side_class(side) };
    let labels = std::iter::once(Head { text: first.to_owned(), ..Head::default() });
    labels.chain(names.into_iter().enumerate().map(side)).collect()
}

impl Row {
    /// Whether known values differ. Unknown differs from nothing.
    pub fn differs(&self) -> bool {
        let mut known = self.cells.iter().map(|cell| &cell.figure.reading).filter(|reading| reading.is_known());
        let first = known.next();
        known.any(|reading| Some(reading) != first)
    }

    /// The same with the class of a row that differs, if it does.
    #[must_use]
    pub fn marked(mut self) -> Self {
        if self.differs() {
            self.class = "differs";
        }
        self
    }
}

impl From<Figure> for Cell {
    fn from(figure: Figure) -> Self {
        Self { figure, hint: String::new(), link: None, bar: None, best: false, class: "" }
    }
}

impl Cell {
    /// Whether it is a text and nothing else.
    pub const fn is_plain(&self) -> bool {
        let alone = self.hint.is_empty() && self.link.is_none() && self.bar.is_none() && !self.best;
        alone && self.figure.is_plain()
    }

    /// The same with a line below.
    #[must_use]
    pub fn with_hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// The same as a number, which is aligned to the right.
    #[must_use]
    pub fn number(self) -> Self {
        Self { class: "number", ..self }
    }
}
