//! What can stop the command. Every message names the file, the place inside it and what to do.

use crate::files;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why the command gave up.
#[derive(Debug)]
pub(crate) enum Error {
    /// The arguments make no sense.
    Usage(String),
    /// A file or folder could not be read, written or moved.
    Io {
        /// What was being done, as in "read".
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// A file is there, but its content is not what was expected.
    Shape {
        /// The file.
        path: PathBuf,
        /// The place inside it; empty for the file as a whole.
        at: String,
        /// What is wrong there.
        reason: String,
    },
    /// The catalogue was read and has this many problems, all of them reported already.
    Problems(usize),
}

impl Error {
    /// For `map_err` after a system call.
    pub(crate) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |reason| Self::Io { doing, path, reason }
    }

    /// The message without the folder of the file, which differs from machine to machine.
    pub(crate) fn inside(&self) -> String {
        match self {
            Self::Shape { path, at, reason } => {
                format!("{}: at {at}: {reason}", files::name(path))
            }
            other => other.to_string(),
        }
    }

    /// Content that is not as expected.
    pub(crate) fn shape(path: &Path, at: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Shape { path: path.to_owned(), at: at.into(), reason: reason.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "{what}\n\n{}", crate::USAGE),
            Self::Io { doing, path, reason } if reason.kind() == io::ErrorKind::NotFound => {
                write!(f, "cannot {doing} {}: there is no such file or folder", path.display())
            }
            Self::Io { doing, path, reason } => write!(f, "cannot {doing} {}: {reason}", path.display()),
            Self::Shape { path, at, reason } if at.is_empty() => write!(f, "{}: {reason}", path.display()),
            Self::Shape { path, at, reason } => write!(f, "{}: at {at}: {reason}", path.display()),
            Self::Problems(1) => write!(f, "1 problem"),
            Self::Problems(count) => write!(f, "{count} problems"),
        }
    }
}
