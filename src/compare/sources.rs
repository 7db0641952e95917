//! Which sources a comparison rests on, and how old they are.

use super::overview::{Listed, Overview};
use crate::table::Figure;
use crate::units::Date;

/// The sources of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reviewed {
    /// Ids, each with the newest day it was read, in the order in which the page first names them.
    pub sources: Vec<(String, Date)>,
    /// The oldest and the newest day of any figure.
    pub days: Option<(Date, Date)>,
}

/// Every source of a figure that the page shows.
pub(super) fn reviewed(sides: &[Listed], known: &Overview) -> Reviewed {
    let mut found = Reviewed::default();
    let of_benchmarks = known.benchmarks.iter().flat_map(|b| b.shared.iter().chain(&b.apart).chain(&b.single));
    for row in known.specs.iter().chain(&known.capabilities.rows).chain(of_benchmarks) {
        row.cells.iter().for_each(|cell| found.add(&cell.figure));
    }
    for route in sides.iter().flat_map(|(_, routes)| routes.iter()) {
        for figure in [&route.input, &route.output, &route.cache_read, &route.context, &route.max_output] {
            found.add(figure);
        }
    }
    found
}

/// From this age on, in days, data is called old.
const STALE_DAYS: u32 = 45;

impl Reviewed {
    /// How old the facts are, in a sentence.
    pub fn sentence(&self, today: Date) -> String {
        let Some((oldest, newest)) = self.days else { return "No fact is known.".to_owned() };
        let read = match oldest == newest {
            true => format!("The facts on this page were read on {}", newest.long()),
            false => format!("The facts on this page were read between {} and {}", oldest.long(), newest.long()),
        };
        match age_if_stale(newest, today) {
            Some(days) => format!("{read}: the newest are {days} days old. Check what matters at its source."),
            None => format!("{read}."),
        }
    }

    fn add(&mut self, figure: &Figure) {
        let Some(provenance) = &figure.provenance else { return };
        let (source, day) = (&provenance.source, provenance.as_of);
        self.days = Some(self.days.map_or((day, day), |(oldest, newest)| (oldest.min(day), newest.max(day))));
        match self.sources.iter_mut().find(|(id, _)| id == source) {
            Some((_, newest)) => *newest = day.max(*newest),
            None => self.sources.push((source.clone(), day)),
        }
    }
}

/// How many days old data of `day` is, if that is worth saying.
pub fn age_if_stale(day: Date, today: Date) -> Option<u32> {
    Some(today.unix_days().saturating_sub(day.unix_days())).filter(|age| *age > STALE_DAYS)
}
