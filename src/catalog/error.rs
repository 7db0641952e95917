//! What can be wrong with a catalogue file.

use std::fmt;

/// Why a catalogue file could not be used. Names the file and, where there is one, the place inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CatalogError {
    /// No answer came.
    Unreachable {
        /// Path of the file.
        file: String,
        /// What the browser said.
        reason: String,
    },
    /// The host says that there is no such file.
    Missing {
        /// Path of the file.
        file: String,
    },
    /// The host answered with something that is not JSON.
    NotJson {
        /// Path of the file.
        file: String,
        /// The content type it named.
        content_type: String,
    },
    /// The content is not what the app expects.
    Malformed {
        /// Path of the file.
        file: String,
        /// What is wrong, and where in the file.
        reason: String,
    },
    /// The file is of another version.
    Schema {
        /// Path of the file.
        file: String,
        /// The version it has.
        found: u64,
    },
}

impl CatalogError {
    /// Path of the file that is at fault.
    pub fn file(&self) -> &str {
        match self {
            Self::Unreachable { file, .. }
            | Self::Missing { file }
            | Self::NotJson { file, .. }
            | Self::Malformed { file, .. }
            | Self::Schema { file, .. } => file,
        }
    }

    /// Whether the host may simply have no such file: it says so, or sends its start page instead.
    pub const fn is_absence(&self) -> bool {
        matches!(self, Self::Missing { .. } | Self::NotJson { .. })
    }
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable { file, reason } => {
                write!(f, "{file} could not be loaded ({reason}). Check the connection and retry.")
            }
            Self::Missing { file } => {
                write!(f, "{file} does not exist on this host. The site may be half uploaded; retry in a moment.")
            }
            Self::NotJson { file, content_type } => write!(
                f,
                "{file} came back as \"{content_type}\" instead of JSON. The host probably answers every address with \
                 the start page; keep /catalog/ out of that rule."
            ),
            Self::Malformed { file, reason } => {
                write!(f, "{file} is damaged: {reason}. Retry, or rebuild the catalogue.")
            }
            Self::Schema { file, found } => write!(
                f,
                "{file} has schema {found}, this page reads schema {}. Reload to get the matching page.",
                super::SCHEMA
            ),
        }
    }
}
