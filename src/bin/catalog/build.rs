//! `catalog build`: feeds → files.

use crate::audit::audit;
use crate::claims::Place;
use crate::error::Error;
use crate::feeds::{self, Part};
use crate::index::index;
use crate::join::{self, Why};
use crate::merge::{self, Around};
use crate::providers::providers;
use crate::report;
use crate::tables::Tables;
use crate::write::Catalogue;
use llm_compare::catalog::{Providers, SCHEMA, Source, Sources};
use std::path::Path;

/// Where a build reads and writes.
pub(crate) struct Paths<'a> {
    /// The feeds' raw files.
    pub(crate) feeds: &'a Path,
    /// The hand-written files; the report of what did not join goes there too.
    pub(crate) tables: &'a Path,
    /// The catalogue.
    pub(crate) out: &'a Path,
}

/// Builds the whole catalogue. On an error the old one stays.
pub(crate) fn run(paths: &Paths) -> Result<(), Error> {
    let tables = Tables::read(paths.tables)?;
    let parts = feeds::read_all(paths.feeds, &tables)?;
    let providers = providers(&parts, &tables)?;
    let mut joined = join::join(&parts, &tables);
    eprintln!("joined: {} models known to their labs", joined.models.len());
    let (mut models, benchmarks, merged) = merge::merge(&mut joined, &Around::new(&parts, &tables, &providers))?;
    merge::make_unique(&mut models);
    eprintln!("merged: {} publishable models", models.len());
    let (index, sources) = (index(&models, &providers, tables.newest()), sources(&tables));
    let catalogue = Catalogue {
        audit: audit(&models, &index, &sources),
        index,
        sources,
        providers: Providers { schema: SCHEMA, providers },
        benchmarks,
        models,
    };
    let report = report::report(&parts, &joined, &tables, &merged);
    crate::files::write(&paths.tables.join("unjoined.md"), report.as_bytes())?;
    catalogue.write(paths.out)?;
    summary(&parts, &joined, &catalogue);
    Ok(())
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

fn summary(parts: &[Part], joined: &join::Joined, catalogue: &Catalogue) {
    println!("{:<24} {:>6} {:>7} {:>10} {:>9}", "feed", "rows", "joined", "not used", "left over");
    for part in parts.iter().filter(|part| !part.harvest.claims.is_empty()) {
        let of_part = |left: &&join::Left| left.claim.origin.feed == part.name;
        let (other, left): (Vec<_>, Vec<_>) = joined
            .left
            .iter()
            .filter(of_part)
            .partition(|left| matches!(left.why, Why::NotALanguageModel | Why::NotUsed));
        let rows = part.harvest.claims.len();
        let joined = rows - other.len() - left.len();
        println!("{:<24} {rows:>6} {joined:>7} {:>10} {:>9}", part.name, other.len(), left.len());
    }
    let routes: usize = catalogue.models.iter().map(|model| model.routes.len()).sum();
    println!("{} models, {routes} routes, {} providers", catalogue.models.len(), catalogue.providers.providers.len());
    let scores: usize = catalogue.models.iter().map(|model| model.scores.len()).sum();
    let scored = catalogue.models.iter().filter(|model| !model.scores.is_empty()).count();
    println!("{scores} scores of {scored} models on {} benchmarks", catalogue.benchmarks.benchmarks.len());
    let statuses = catalogue.models.iter().flat_map(|m| &m.routes).map(|route| route.status);
    let mut counts = std::collections::BTreeMap::new();
    for status in statuses {
        *counts.entry(status).or_insert(0_u32) += 1;
    }
    for (status, count) in counts {
        println!("  {count:>5} {}", format!("{status:?}").to_lowercase());
    }
}

/// How a place is shown to people.
pub(crate) fn place_name(place: &Place) -> &str {
    match place {
        Place::Lab(name) | Place::Provider(name) | Place::Board(name) | Place::Record(name) => name,
    }
}
