//! The feeds: one module each turns its rows into claims. To add a feed, write its module and add its line here.

mod aider;
mod azure;
mod bfcl;
mod cells;
mod effort;
mod epoch;
mod epoch_models;
mod flat;
mod genai_prices;
mod litellm;
mod llm_db;
mod llmstats;
mod models_dev;
mod openrouter;
mod portkey;
mod simple_evals;
mod tau2;
mod vectara;

use crate::claims::{Claim, Harvest, Origin, Place, Says};
use crate::error::Error;
use crate::kept;
use crate::tables::{FeedFile, Tables};
use llm_compare::catalog::Refresh;
use llm_compare::units::PartialDate;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a feed's reader gets: its file or folder, and whose word it is.
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    pub(crate) origin: Origin,
}

impl Input {
    /// A row without an offer.
    fn claim(&self, place: Place, id: impl Into<String>, says: Says) -> Claim {
        Claim { origin: self.origin.clone(), place, id: id.into(), says, offer: None }
    }

    /// A row of a board of benchmark results.
    fn on_board(&self, board: &str, id: impl Into<String>, says: Says) -> Claim {
        self.claim(Place::Board(board.to_owned()), id, says)
    }
}

type Reader = fn(&Input) -> Result<Harvest, Error>;

/// Every part of every feed by its name in `catalog/feeds.toml`, where the line of one may be missing. Of two that state
/// the same fact with the same authority, the one that stands here first wins; of two that pass on the same result, too,
/// which is why those who run benchmarks come first.
const READERS: [(&str, Reader); 22] = [
    ("aider", aider::read_boards),
    ("bfcl", bfcl::read_overall),
    ("tau2", tau2::read_submissions),
    ("vectara", vectara::read_board),
    ("simple-evals", simple_evals::read_table),
    ("models.dev/models", models_dev::read_models),
    ("models.dev/routes", models_dev::read_routes),
    ("models.dev/removed", models_dev::read_removed),
    ("models.dev/bases", models_dev::read_bases),
    ("models.dev/prices", models_dev::read_history),
    ("openrouter/models", openrouter::read_models),
    ("openrouter/parameters", openrouter::read_parameters),
    ("llm_db/anthropic", llm_db::read_anthropic),
    ("llm_db/local", llm_db::read_local),
    ("azure", azure::read_schedule),
    ("genai-prices", genai_prices::read_prices),
    ("portkey", portkey::read_prices),
    ("litellm", litellm::read_models),
    ("llmstats", llmstats::read_models),
    ("epoch/models", epoch_models::read_models),
    ("epoch/benchmarks", epoch::read_benchmarks),
    ("epoch/external", epoch::read_external),
];

/// One feed part with what it says.
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) harvest: Harvest,
    /// Whose word it is, where it comes from files that cannot be downloaded again, and is to be kept.
    pub(crate) keep: Option<Origin>,
}

/// Reads every part that `feeds.toml` has a line for. The first that is missing or damaged stops the whole; what cannot be
/// downloaded again may be missing, if its word is kept.
pub(crate) fn read_all(folder: &Path, tables: &Tables) -> Result<Vec<Part>, Error> {
    tables.check_feeds(|name| READERS.iter().any(|(known, _)| *known == name))?;
    let listed = READERS.iter().filter_map(|(name, read)| Some((*name, read, tables.feed(name)?)));
    let parts = listed.map(|(name, read, line)| {
        let FeedFile { source, as_of, .. } = line;
        let origin = Origin { feed: name, source: source.clone(), as_of: *as_of };
        let input = Input { path: folder.join(line.path(*as_of)), origin };
        let lasts = tables.refresh(line) != Refresh::Download;
        let (mut harvest, keep) = if lasts && !input.path.exists() {
            (read_kept(&input, tables)?, None)
        } else {
            (read(&input)?.without_long_ids(&input.path).check()?, lasts.then(|| input.origin.clone()))
        };
        forget_days_of_lists(&mut harvest);
        for claim in &mut harvest.claims {
            if let Place::Provider(name) = &mut claim.place {
                *name = tables.provider_id(source, name, &claim.id).to_owned();
            }
            tables.corrections.amend(claim);
        }
        eprintln!("read {name}: {} rows", harvest.claims.len() + harvest.bases.len() + harvest.histories.len());
        Ok(Part { name, harvest, keep })
    });
    parts.collect()
}

/// A day of release that one list gives to twenty models or more is the day on which the list was made.
fn forget_days_of_lists(harvest: &mut Harvest) {
    const MANY: u32 = 20;
    let mut counts: BTreeMap<(Place, PartialDate), u32> = BTreeMap::new();
    for claim in harvest.claims.iter().filter(|claim| matches!(claim.place, Place::Provider(_))) {
        if let Some(day) = claim.says.released {
            *counts.entry((claim.place.clone(), day)).or_default() += 1;
        }
    }
    for claim in &mut harvest.claims {
        let of_list = |day: &PartialDate| counts.get(&(claim.place.clone(), *day)).is_some_and(|count| *count >= MANY);
        claim.says.released = claim.says.released.filter(|day| !of_list(day));
    }
}

fn read_kept(input: &Input, tables: &Tables) -> Result<Harvest, Error> {
    let path = tables.path(&kept::file(input.origin.feed));
    if !path.exists() {
        let what = format!("is not there, and nothing of it is kept in {}", path.display());
        return Err(Error::shape(&input.path, "", what));
    }
    kept::read(&path, &input.origin)
}
