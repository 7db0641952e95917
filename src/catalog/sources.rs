//! Where facts come from: `sources.json`.

use crate::units::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The content of `sources.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sources {
    /// Version of the file's shape; see [`super::SCHEMA`].
    pub schema: u32,
    /// By source id.
    pub sources: BTreeMap<String, Source>,
}

/// One source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// How a source is brought up to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refresh {
    /// By downloading it again.
    Download,
    /// By deriving it from its repository's history.
    Derive,
    /// Not at all.
    Frozen,
}
