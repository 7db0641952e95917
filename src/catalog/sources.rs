//! Where facts come from: `sources.json`.

use super::declare::{record, words};
use crate::units::Date;
use litemap::LiteMap;

record! {
    /// The content of `sources.json`.
    pub struct Sources {
        /// Version of the file's shape; see [`super::SCHEMA`].
        pub schema: u32,
        /// By source id.
        pub sources: LiteMap<String, Source>,
    }
}

impl Sources {
    /// The newest day of any source: how far the catalogue knows.
    pub fn newest(&self) -> Date {
        self.sources.values().map(|source| source.as_of).max().unwrap_or(Date::EPOCH)
    }
}

record! {
    /// One source.
    pub struct Source {
        /// Name, for reading.
        pub name: String,
        /// Its address.
        pub url: String,
        /// Its licence.
        pub licence: String,
        /// What its licence asks us to say.
        pub attribution: String,
        /// The day it was read.
        pub as_of: Date,
        /// How it is brought up to date.
        pub refresh: Refresh,
    }
}

words! {
    /// How a source is brought up to date.
    pub enum Refresh {
        /// By downloading it again.
        Download = "download",
        /// By deriving it from its repository's history.
        Derive = "derive",
        /// Not at all.
        Frozen = "frozen",
    }
}
