//! The feeds: one module each turns its rows into claims. To add a feed, write its module and add its line here.

mod epoch;
mod models_dev;
mod openrouter;

use crate::claims::{Harvest, Origin};
use crate::error::Error;
use crate::tables::{FeedFile, Tables};
use std::path::{Path, PathBuf};

/// What a feed's reader gets: its file or folder, and whose word it is.
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    pub(crate) origin: Origin,
}

type Reader = fn(&Input) -> Result<Harvest, Error>;

/// Every part of every feed by its name in `catalog/feeds.toml`.
const READERS: [(&str, Reader); 7] = [
    ("epoch/benchmarks", epoch::read_benchmarks),
    ("models.dev/models", models_dev::read_models),
    ("models.dev/routes", models_dev::read_routes),
    ("models.dev/removed", models_dev::read_removed),
    ("models.dev/bases", models_dev::read_bases),
    ("openrouter/models", openrouter::read_models),
    ("openrouter/parameters", openrouter::read_parameters),
];

/// One feed part with what it says.
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) harvest: Harvest,
}

/// Reads every part. The first that is missing or damaged stops the whole.
pub(crate) fn read_all(folder: &Path, tables: &Tables) -> Result<Vec<Part>, Error> {
    READERS
        .iter()
        .map(|(name, read)| {
            let FeedFile { source, path, as_of } = tables.feed(name)?;
            let input =
                Input { path: folder.join(path), origin: Origin { feed: name, source: source.clone(), as_of: *as_of } };
            let harvest = read(&input)?;
            eprintln!("read {name}: {} rows", harvest.claims.len() + harvest.bases.len());
            Ok(Part { name, harvest })
        })
        .collect()
}
