//! Tables whose columns are known by their names only.

use crate::error::Error;
use crate::files;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One row of a table.
pub(super) struct Cells {
    path: PathBuf,
    /// Its number, the first below the heads being 1.
    nth: usize,
    by_column: BTreeMap<String, String>,
}

/// All rows of a table, whose cells are divided by `delimiter`. A row may be shorter than the heads; what it lacks is
/// missed when it is asked for.
pub(super) fn read_cells(path: &Path, delimiter: u8) -> Result<Vec<Cells>, Error> {
    let text = files::read_text(path)?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let wrong = |at: &str, error: &csv::Error| Error::shape(path, at, error.to_string());
    let heads = reader.headers().map_err(|error| wrong("heads", &error))?.clone();
    let rows = reader.records().enumerate().map(|(at, row)| {
        let row = row.map_err(|error| wrong(&format!("row {}", at + 1), &error))?;
        let by_column = heads.iter().zip(row.iter()).map(|(head, cell)| (head.to_owned(), cell.trim().to_owned()));
        Ok(Cells { path: path.to_owned(), nth: at + 1, by_column: by_column.collect() })
    });
    rows.collect()
}

impl Cells {
    /// The text of a cell; empty where the cell is.
    ///
    /// # Errors
    /// Where the row has no such cell.
    pub(super) fn text(&self, column: &str) -> Result<&str, Error> {
        let cell = self.by_column.get(column).map(String::as_str);
        cell.ok_or_else(|| self.wrong(column, "there is no such cell"))
    }

    /// The number in a cell, with or without a percent sign; `None` where the cell is empty.
    ///
    /// # Errors
    /// Where it holds something else.
    pub(super) fn number(&self, column: &str) -> Result<Option<f64>, Error> {
        let text = self.text(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        let number = text.strip_suffix('%').unwrap_or(text).parse::<f64>().ok().filter(|number| number.is_finite());
        number.map(Some).ok_or_else(|| self.wrong(column, &format!("\"{text}\" is not a number")))
    }

    fn wrong(&self, column: &str, reason: &str) -> Error {
        Error::shape(&self.path, format!("row {}, \"{column}\"", self.nth), reason)
    }
}
