//! The catalogue's own audit: what it knows, from whom, how old that is, and what it does not know: `audit.json`.

use super::declare::{record, words};
use crate::units::Date;

record! {
    /// The content of `audit.json`. It follows from the other files.
    pub struct Audit {
        /// Version of the file's shape; see [`super::SCHEMA`].
        pub schema: u32,
        /// The day of the newest source.
        pub as_of: Date,
        /// In the order of the page.
        pub tables: Vec<AuditTable>,
    }
}

record! {
    /// One table of the audit.
    pub struct AuditTable {
        /// Slug, unique among the tables.
        pub id: String,
        /// Heading, for reading.
        pub title: String,
        /// What its rows are, in a sentence or two.
        pub about: String,
        /// What each column holds.
        pub columns: Vec<AuditColumn>,
        /// A text for each column; empty where there is nothing to say.
        pub rows: Vec<Vec<String>>,
    }
}

record! {
    /// One column.
    pub struct AuditColumn {
        /// Heading, for reading.
        pub name: String,
        /// What its texts are, which decides their order and their looks.
        pub kind: ColumnKind,
    }
}

words! {
    /// What the texts of a column are.
    pub enum ColumnKind {
        /// Words.
        Text = "text",
        /// Numbers: digits without leading zeros, with at most one point.
        Number = "number",
        /// Days, as `2026-08-20`.
        Date = "date",
        /// Slugs of models.
        Model = "model",
        /// Addresses.
        Url = "url",
    }
}
