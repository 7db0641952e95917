//! One figure of a comparison: what it says, and where that comes from.

use crate::catalog::Fact;
use crate::units::Date;

/// What is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A value, for reading.
    Known(String),
    /// The lab says that it does not publish it.
    NotDisclosed,
    /// No source says.
    Unknown,
}

impl Reading {
    /// For reading.
    pub fn text(&self) -> &str {
        match self {
            Self::Known(text) => text,
            Self::NotDisclosed => "Not disclosed",
            Self::Unknown => "Unknown",
        }
    }

    /// Whether it is a value.
    pub const fn is_known(&self) -> bool {
        matches!(self, Self::Known(_))
    }
}

/// A reading and its provenance. What is unknown has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it says.
    pub reading: Reading,
    /// Every digit, where the reading is rounded.
    pub exact: Option<String>,
    /// Where it comes from.
    pub provenance: Option<Provenance>,
}

/// Where a figure comes from, how old it is, and who says otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Id of the source.
    pub source: String,
    /// The day it was read.
    pub as_of: Date,
    /// Ids of the sources that say the same.
    pub agree: Vec<String>,
    /// What other sources say, with their ids.
    pub disputed: Vec<(String, String)>,
    /// The page that states it, where that is not the source's own.
    pub url: Option<String>,
}

impl Figure {
    /// What no source says.
    pub const UNKNOWN: Self = Self { reading: Reading::Unknown, exact: None, provenance: None };

    /// Whether it is a value and nothing else: no source, no further digits.
    pub const fn is_plain(&self) -> bool {
        self.reading.is_known() && self.exact.is_none() && self.provenance.is_none()
    }

    /// What is computed here, or needs no source.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { reading: Reading::Known(text.into()), ..Self::UNKNOWN }
    }

    /// A value that somebody states.
    pub const fn stated(text: String, provenance: Provenance) -> Self {
        Self { reading: Reading::Known(text), exact: None, provenance: Some(provenance) }
    }

    /// A fact as a figure; `show` makes the text of a value.
    pub fn of<T>(fact: Option<&Fact<T>>, show: impl Fn(&T) -> String) -> Self {
        let Some(fact) = fact else { return Self::UNKNOWN };
        let reading = match &fact.value {
            Some(value) => Reading::Known(show(value)),
            None => Reading::NotDisclosed,
        };
        let disputed = fact.disputed.iter().map(|claim| (show(&claim.value), claim.source.clone())).collect();
        let provenance = Provenance {
            source: fact.source.clone(),
            as_of: fact.as_of,
            agree: fact.agree.clone(),
            disputed,
            url: fact.url.clone(),
        };
        Self { reading, exact: None, provenance: Some(provenance) }
    }

    /// The same with every digit of its value.
    #[must_use]
    pub fn with_exact(mut self, exact: Option<String>) -> Self {
        self.exact = exact.filter(|exact| self.reading.text() != exact);
        self
    }
}
