//! What could not be read in a link, for the reader.

use std::fmt;

/// One thing in a link that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A value that its key cannot have.
    BadValue {
        /// What the key means.
        what: &'static str,
        /// The value as it stands in the link, shortened.
        value: String,
        /// What is allowed.
        allowed: String,
    },
    /// More models than a page compares; the rest is left out.
    TooManyModels,
    /// A part of the link that is no text: a broken `%` escape or not UTF-8.
    Undecodable {
        /// The part, shortened.
        part: String,
    },
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadValue { what, value, allowed } => {
                write!(f, "{what}: “{value}” cannot be read; {allowed}.")
            }
            Self::TooManyModels => {
                write!(f, "A page compares at most {} models; the rest was left out.", super::MAX_SIDES)
            }
            Self::Undecodable { part } => write!(f, "“{part}” is not readable text."),
        }
    }
}

/// At most 32 characters of what may be anything.
pub(super) fn shorten(text: &str) -> String {
    const MOST: usize = 32;
    let mut out: String = text.chars().take(MOST).collect();
    if text.chars().nth(MOST).is_some() {
        out.push('…');
    }
    out
}
