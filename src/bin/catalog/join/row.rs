//! A row with everything that its id alone tells.

use super::dates::day_in;
use super::level::{Level, Rank, level};
use super::spelling::Spellings;
use crate::claims::Claim;
use crate::tables::Tables;
use llm_compare::identity::{Identity, identify};
use llm_compare::units::PartialDate;

/// A claim, whose word it is, and what its id can mean.
pub(super) struct Row<'a> {
    pub(super) claim: &'a Claim,
    pub(super) level: Option<Level>,
    pub(super) meaning: Meaning,
    /// The key of the id as it is written.
    pub(super) own_key: String,
}

/// What an id can mean.
pub(super) enum Meaning {
    /// A hand-written line or the feed's own pointer says it, and nothing else counts.
    Decided(Identity),
    /// The feed's hint, where there is one, and else what the rules make of the id.
    Open {
        /// What the feed says the row is.
        hint: Option<Identity>,
        /// What the rules say.
        own: Identity,
    },
}

impl<'a> Row<'a> {
    pub(super) fn new(claim: &'a Claim, spellings: &Spellings, tables: &Tables) -> Self {
        let own = identify(&claim.id);
        let (level, own_key) = (level(claim, &own.key, tables), own.key.clone());
        Self { claim, level, own_key, meaning: spellings.meaning(claim, own) }
    }

    /// The level, if its rank is of lab-level sources.
    pub(super) fn lab_level(&self) -> Option<&Level> {
        self.level.as_ref().filter(|level| level.rank < Rank::RunsIt)
    }

    /// When the model was released: as the row says, or as its id does.
    pub(super) fn released(&self) -> Option<PartialDate> {
        self.claim.says.released.or_else(|| day_in(&self.own_key))
    }
}

impl Meaning {
    /// The most likely key.
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Decided(identity) | Self::Open { hint: Some(identity), .. } | Self::Open { own: identity, .. } => {
                &identity.key
            }
        }
    }
}
