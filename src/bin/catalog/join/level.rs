//! Whose word on a model counts, and how much.

use crate::claims::{Claim, Place};
use crate::tables::Tables;
use llm_compare::catalog::ProviderKind;

/// Sources by authority, the first with the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A list of the lab's models, whoever serves them.
    Neutral,
    /// The lab's own API, outside its home market.
    OwnApi,
    /// The regional edition of that API.
    OwnRegionalApi,
    /// The cloud of the company that the lab belongs to.
    OwnCloud,
    /// OpenRouter.
    OpenRouter,
    /// A collection of facts about models.
    Record,
    /// Whoever runs the model, or passes requests to those who do. It counts only for a model that nobody above knows.
    RunsIt,
}

/// The rank of a row, and the lab of the model it is about.
#[derive(Debug, Clone)]
pub(super) struct Level {
    pub(super) rank: Rank,
    pub(super) lab: String,
}

/// The level of a row whose id has this key. `None` for resellers, for plans but the lab's own, for results without a day
/// of release, and where the row does not tell whose the model is.
pub(super) fn level(claim: &Claim, key: &str, tables: &Tables) -> Option<Level> {
    let provider = match &claim.place {
        Place::Lab(lab) => return Some(Level { rank: Rank::Neutral, lab: lab.clone() }),
        Place::Provider(provider) => provider,
        Place::Board(_) => {
            let lab = claim.says.released.and_then(|_| tables.labs.by_family(key))?;
            return Some(Level { rank: Rank::Record, lab: lab.to_owned() });
        }
        Place::Record(organization) => {
            let lab = tables.labs.by_org(organization).or_else(|| tables.labs.by_family(key))?;
            return Some(Level { rank: Rank::Record, lab: lab.to_owned() });
        }
    };
    let org = claim.id.trim_start_matches('~').rsplit('/').nth(1);
    let lab = match org {
        Some(org) => tables.labs.by_org(org),
        None => tables.labs.by_family(key),
    };
    if provider == "openrouter" {
        return Some(Level { rank: Rank::OpenRouter, lab: lab?.to_owned() });
    }
    let line = tables.providers.get(provider)?;
    let (rank, lab) = match (&line.lab, line.kind) {
        // A lab's own API need not say whose the models are.
        (Some(own), _) if lab.or(org.is_none().then_some(own)) == Some(own) => {
            (if line.region.is_none() { Rank::OwnApi } else { Rank::OwnRegionalApi }, own.as_str())
        }
        (None, ProviderKind::Cloud) if lab == Some(&line.operator) => (Rank::OwnCloud, line.operator.as_str()),
        (_, ProviderKind::Lab | ProviderKind::Cloud | ProviderKind::Host | ProviderKind::Router) => {
            (Rank::RunsIt, lab?)
        }
        (_, ProviderKind::Plan) if lab == Some(&line.operator) => (Rank::RunsIt, line.operator.as_str()),
        (_, ProviderKind::Reseller | ProviderKind::Plan | ProviderKind::Local) => return None,
    };
    Some(Level { rank, lab: lab.to_owned() })
}
