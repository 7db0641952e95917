//! One fact with its source, its age, and who agrees or disagrees.

use super::read::{At, Read};
use crate::units::Date;
use serde::Serialize;

/// A value that some source states, or the lab's statement that it does not disclose it.
///
/// A fact that nobody states is not a `Fact`: the field that would hold it is absent. Exactly one of `value` and
/// `not_disclosed` is set (checked by [`super::problems`]).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Fact<T> {
    /// What the source states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<T>,
    /// The lab says that it does not publish this.
    #[serde(skip_serializing_if = "is_false")]
    pub not_disclosed: bool,
    /// Id of the source, a key of `sources.json`.
    pub source: String,
    /// The day the source was read.
    pub as_of: Date,
    /// The page of the source that states it, where that is not the source's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Other sources that state the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agree: Vec<String>,
    /// Sources that state something else.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disputed: Vec<Claim<T>>,
}

/// What one other source states instead.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Claim<T> {
    /// The value it states.
    pub value: T,
    /// Id of the source.
    pub source: String,
}

impl<T> Fact<T> {
    /// A fact that one source states and nobody disputes.
    pub fn new(value: T, source: impl Into<String>, as_of: Date) -> Self {
        Self {
            value: Some(value),
            not_disclosed: false,
            source: source.into(),
            as_of,
            url: None,
            agree: Vec::new(),
            disputed: Vec::new(),
        }
    }
}

impl<T: Read> Read for Fact<T> {
    fn read(at: &At<'_>) -> Self {
        let Fact { not_disclosed, source, as_of, url, agree, .. } = provenance(at);
        Self { value: at.field("value"), disputed: at.field("disputed"), not_disclosed, source, as_of, url, agree }
    }
}

/// All of a fact but its value. Apart from the rest, so that it is compiled once for all types.
#[inline(never)]
fn provenance(at: &At<'_>) -> Fact<()> {
    Fact {
        value: None,
        not_disclosed: at.field("not_disclosed"),
        source: at.field("source"),
        as_of: at.field("as_of"),
        url: at.field("url"),
        agree: at.field("agree"),
        disputed: Vec::new(),
    }
}

impl<T: Read> Read for Claim<T> {
    fn read(at: &At<'_>) -> Self {
        Self { value: at.field("value"), source: at.field("source") }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}
