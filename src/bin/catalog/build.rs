//! `catalog build`: feeds → files.

use crate::audit::audit;
use crate::changes::{self, Report};
use crate::claims::Place;
use crate::edition::Edition;
use crate::error::Error;
use crate::feeds::{self, Part};
use crate::files;
use crate::index::index;
use crate::join;
use crate::kept;
use crate::merge::{self, Around};
use crate::price_log::{self, PriceLog, additions};
use crate::providers::providers;
use crate::report;
use crate::standing;
use crate::summary::summary;
use crate::tables::Tables;
use crate::write::Catalogue;
use llm_compare::catalog::{Changes, Providers, SCHEMA, Source, Sources};
use std::collections::BTreeMap;
use std::path::Path;

/// Where a build reads and writes.
pub(crate) struct Paths<'a> {
    /// The feeds' raw files.
    pub(crate) feeds: &'a Path,
    /// The hand-written files; the report of what did not join and the log of prices go there too.
    pub(crate) tables: &'a Path,
    /// The catalogue.
    pub(crate) out: &'a Path,
    /// The Atom feed, where one is wanted.
    pub(crate) atom: Option<&'a Path>,
}

/// What the feeds make.
struct Made {
    catalogue: Catalogue,
    /// The report of what did not join.
    unjoined: String,
    summary: String,
    /// What is kept of the feeds, by the name of its file.
    kept: BTreeMap<String, String>,
}

/// Builds the whole catalogue. On an error the old one stays.
pub(crate) fn run(paths: &Paths) -> Result<(), Error> {
    let tables = Tables::read(paths.tables)?;
    let before = Edition::read(paths.out)?;
    let updates = changes::updates(paths.out)?;
    let log_path = tables.path(price_log::FILE);
    let mut log = PriceLog::read(&log_path, |source| tables.has_source(source))?;
    let mut parts = feeds::read_all(paths.feeds, &tables)?;
    let mut made = make(&mut parts, &log, &tables)?;
    let mut now = Edition::of(&made.catalogue)?;
    let lines = before.as_ref().map(|before| additions(before, &now, &parts, &log)).unwrap_or_default();
    if !lines.is_empty() {
        log.add(lines, &log_path)?;
        made = make(&mut parts, &log, &tables)?;
        now = Edition::of(&made.catalogue)?;
    }
    let providers = &made.catalogue.providers.providers;
    let report = before.as_ref().map(|before| Report::new(before, &now, providers)).filter(|report| !report.is_empty());
    made.catalogue.changes = changes::keep(updates, report.as_ref(), now.today());
    write(paths, &tables, &made, &log, report.as_ref())?;
    print!("{}", made.summary);
    match report {
        Some(report) => println!("since {}: {}", report.update.before, report.headline()),
        None => println!("nothing differs from a catalogue that was there"),
    }
    Ok(())
}

/// Writes everything, the catalogue last.
fn write(paths: &Paths, tables: &Tables, made: &Made, log: &PriceLog, report: Option<&Report>) -> Result<(), Error> {
    let providers = &made.catalogue.providers.providers;
    files::replace(&tables.path("unjoined.md"), &made.unjoined)?;
    files::replace(&tables.path(price_log::FILE), log.text())?;
    for (file, text) in &made.kept {
        files::replace(&tables.path(file), text)?;
    }
    if let Some(report) = report {
        files::replace(&tables.path("changes.md"), &changes::markdown(report, providers))?;
    }
    if let Some(path) = paths.atom {
        files::replace(path, &changes::atom(&made.catalogue.changes, providers))?;
    }
    made.catalogue.write(paths.out)
}

/// From what the feeds and the log say to the catalogue.
fn make(parts: &mut Vec<Part>, log: &PriceLog, tables: &Tables) -> Result<Made, Error> {
    parts.retain(|part| part.name != price_log::NAME);
    parts.push(log.part());
    let providers = providers(parts, tables)?;
    let mut joined = join::join(parts, tables);
    let around = Around::new(parts, log, tables, &providers);
    let (mut models, benchmarks, merged) = merge::merge(&mut joined, &around)?;
    merge::make_unique(&mut models);
    let unjoined = report::report(parts, &joined, tables, &merged);
    let sources = sources(tables);
    let index = index(&models, &providers, sources.newest());
    let providers = Providers { schema: SCHEMA, providers };
    let around =
        standing::Around { index: &index, providers: &providers, benchmarks: &benchmarks, today: sources.newest() };
    standing::place(&mut models, &around);
    let catalogue = Catalogue {
        audit: audit(&models, &index, &sources),
        index,
        sources,
        providers,
        benchmarks,
        dialects: tables.dialects.dialects(),
        changes: Changes::default(),
        models,
    };
    let summary = summary(parts, &joined.left, &catalogue);
    let keep = parts.iter().filter_map(|part| Some((part, part.keep.as_ref()?)));
    let kept = keep.map(|(part, of)| Ok((kept::file(part.name), kept::text(&part.harvest, of, &joined.left)?)));
    Ok(Made { catalogue, unjoined, summary, kept: kept.collect::<Result<_, Error>>()? })
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
