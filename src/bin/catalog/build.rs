//! `catalog build`: feeds → files.

use crate::claims::Place;
use crate::edition::Edition;
use crate::error::Error;
use crate::feeds::{self, Part};
use crate::files;
use crate::index::index;
use crate::join;
use crate::merge::{self, Around};
use crate::price_log::{self, PriceLog, additions};
use crate::providers::providers;
use crate::report;
use crate::summary::summary;
use crate::tables::Tables;
use crate::write::Catalogue;
use llm_compare::catalog::{Providers, SCHEMA, Source, Sources};
use std::path::Path;

/// Where a build reads and writes.
pub(crate) struct Paths<'a> {
    /// The feeds' raw files.
    pub(crate) feeds: &'a Path,
    /// The hand-written files; the report of what did not join and the log of prices go there too.
    pub(crate) tables: &'a Path,
    /// The catalogue.
    pub(crate) out: &'a Path,
}

/// What the feeds make.
struct Made {
    catalogue: Catalogue,
    /// The report of what did not join.
    unjoined: String,
    summary: String,
}

/// Builds the whole catalogue. On an error the old one stays.
pub(crate) fn run(paths: &Paths) -> Result<(), Error> {
    let tables = Tables::read(paths.tables)?;
    let before = Edition::read(paths.out)?;
    let log_path = tables.path("price-log.csv");
    let mut log = PriceLog::read(&log_path, |source| tables.has_source(source))?;
    let mut parts = feeds::read_all(paths.feeds, &tables)?;
    let mut made = make(&mut parts, &log, &tables)?;
    if let Some(before) = &before {
        let lines = additions(before, &Edition::of(&made.catalogue)?, &parts, &log);
        if !lines.is_empty() {
            eprintln!("price log: {} more lines", lines.len());
            log.add(lines, &log_path)?;
            made = make(&mut parts, &log, &tables)?;
        }
    }
    files::replace(&tables.path("unjoined.md"), &made.unjoined)?;
    files::replace(&log_path, log.text())?;
    made.catalogue.write(paths.out)?;
    print!("{}", made.summary);
    Ok(())
}

/// From what the feeds and the log say to the catalogue.
fn make(parts: &mut Vec<Part>, log: &PriceLog, tables: &Tables) -> Result<Made, Error> {
    parts.retain(|part| part.name != price_log::NAME);
    parts.push(log.part());
    let providers = providers(parts, tables)?;
    let mut joined = join::join(parts, tables);
    let around = Around::new(parts, log, tables, &providers);
    let (mut models, benchmarks, unnamed) = merge::merge(&mut joined, &around)?;
    merge::make_unique(&mut models);
    let unjoined = report::report(parts, &joined, tables, &unnamed);
    let catalogue = Catalogue {
        index: index(&models, &providers, tables.newest()),
        sources: sources(tables),
        providers: Providers { schema: SCHEMA, providers },
        benchmarks,
        models,
    };
    let summary = summary(parts, &joined.left, &catalogue);
    Ok(Made { catalogue, unjoined, summary })
}

fn sources(tables: &Tables) -> Sources {
    let sources = tables.sources().map(|(id, line, as_of)| {
        let source = Source {
            name: line.name.clone(),
            url: line.url.clone(),
            licence: line.licence.clone(),
            attribution: line.attribution.clone(),
            as_of,
            refresh: line.refresh,
        };
        (id.clone(), source)
    });
    Sources { schema: SCHEMA, sources: sources.collect() }
}

/// How a place is shown to people.
pub(crate) fn place_name(place: &Place) -> &str {
    match place {
        Place::Lab(name) | Place::Provider(name) | Place::Board(name) | Place::Record(name) => name,
    }
}
