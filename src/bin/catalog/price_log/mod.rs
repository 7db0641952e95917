//! `catalog/price-log.csv`: the prices that routes had before they changed, from the first refresh on. Lines are only ever
//! added.
//!
//! A line says that a route had a price on one day and another price, or none, on a later day. When it changed in between
//! nobody has seen.

mod additions;
mod text;

pub(crate) use additions::additions;

use crate::claims::{Claim, Harvest, Offer, Origin, Place, Quote, Says, Standing};
use crate::error::Error;
use crate::feeds::Part;
use llm_compare::units::Date;
use std::collections::BTreeMap;
use std::path::Path;

/// Among the hand-written files.
pub(crate) const FILE: &str = "price-log.csv";

/// The name of the log's rows among those of feeds.
pub(crate) const NAME: &str = "price-log";

/// The whole log.
pub(crate) struct PriceLog {
    /// The file as it was and what was added to it.
    text: String,
    /// By provider and id, each in the order of time.
    routes: BTreeMap<String, BTreeMap<String, Vec<Line>>>,
}

/// The price that a route had until it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// The last day on which it was seen.
    pub(crate) last_seen: Date,
    /// The first day on which it was seen no more.
    pub(crate) gone_by: Date,
    /// What was seen on that day.
    pub(crate) then: Then,
    pub(crate) provider: String,
    pub(crate) model_id: String,
    /// Id of the source of the old price.
    pub(crate) source: String,
    pub(crate) quote: Quote,
}

/// What came after a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// Another price.
    Changed,
    /// No list had the route any more.
    Removed,
}

impl PriceLog {
    /// Reads the log; a file that is not there yet is a log without a line. `known_source` looks ids up.
    pub(crate) fn read(path: &Path, known_source: impl Fn(&str) -> bool) -> Result<Self, Error> {
        let mut log = Self { text: text::read(path)?, routes: BTreeMap::new() };
        for (at, line) in text::lines(&log.text, path)? {
            let wrong = |reason| Error::shape(path, format!("line {at}"), reason);
            if !known_source(&line.source) {
                return Err(wrong(format!("\"{}\" is no known source", line.source)));
            }
            log.take(line).map_err(wrong)?;
        }
        Ok(log)
    }

    /// Adds lines at its end.
    pub(crate) fn add(&mut self, lines: Vec<Line>, path: &Path) -> Result<(), Error> {
        for line in lines {
            self.text.push_str(&text::line(&line).map_err(|reason| Error::shape(path, "", reason))?);
            self.take(line).map_err(|reason| Error::shape(path, "", reason))?;
        }
        Ok(())
    }

    /// The file.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The lines of one route in the order of time.
    pub(crate) fn of(&self, provider: &str, model_id: &str) -> &[Line] {
        self.routes.get(provider).and_then(|ids| ids.get(model_id)).map_or(&[], Vec::as_slice)
    }

    fn take(&mut self, line: Line) -> Result<(), String> {
        if line.last_seen >= line.gone_by {
            return Err(format!("{} is not before {}", line.last_seen, line.gone_by));
        }
        let of_route = self.routes.entry(line.provider.clone()).or_default().entry(line.model_id.clone()).or_default();
        if let Some(before) = of_route.last().filter(|before| before.gone_by > line.last_seen) {
            return Err(format!(
                "a line before it tells of {}, which is later than {}",
                before.gone_by, line.last_seen
            ));
        }
        of_route.push(line);
        Ok(())
    }

    /// What the log says beside the feeds: routes that no list had any more are known as removed until one has them again.
    pub(crate) fn part(&self) -> Part {
        let last = self.routes.values().flat_map(BTreeMap::values).filter_map(|lines| lines.last());
        let removed = last.filter(|line| line.then == Then::Removed);
        let claims = removed.map(|line| Claim {
            origin: Origin { feed: NAME, source: line.source.clone(), as_of: line.last_seen },
            place: Place::Provider(line.provider.clone()),
            id: line.model_id.clone(),
            says: Says::default(),
            offer: Some(Offer {
                standing: Standing::Removed(line.gone_by),
                price: Some(line.quote.clone()),
                ..Offer::default()
            }),
        });
        Part { name: NAME, harvest: Harvest { claims: claims.collect(), ..Harvest::default() }, keep: None }
    }
}
