//! The day of release. Lists copy days from predecessors and from days of listing, so sources vote.

use super::facts::NAME;
use crate::claims::Claim;
use crate::join::{contradicts, day_in};
use crate::tables::Tables;
use llm_compare::catalog::{self, Fact};
use llm_compare::identity::normalise;
use llm_compare::units::{Date, PartialDate};

/// Its day is the day on which it listed the model. It supports others and stands in for a day that nobody names, but
/// disputes none.
const LISTS_LATER: &str = "openrouter";

/// What one source says.
struct Stated<'a> {
    day: PartialDate,
    source: &'a str,
    as_of: Date,
}

/// The day of release of the model `slug`: the day of the most authoritative source among those that most sources
/// agree with, more or less. A day that the slug itself contradicts is no statement; where nobody names a day, the one in
/// the slug is.
pub(super) fn released(slug: &str, rows: &[&Claim], tables: &Tables) -> Option<Fact<PartialDate>> {
    let stated = stated(slug, rows);
    let support = |day: PartialDate| stated.iter().filter(|other| near(day, other.day)).count();
    let Some(best) = first_of_most(&stated, support) else {
        return Some(Fact::new(day_in(slug)?, NAME, tables.newest()));
    };
    let company: Vec<&Stated> = stated.iter().filter(|other| near(best.day, other.day)).collect();
    let exactly = |day: PartialDate| company.iter().filter(|other| other.day == day).count();
    let chosen = first_of_most(&stated, |day| if near(best.day, day) { exactly(day) } else { 0 })?;
    let mut fact = Fact::new(chosen.day, chosen.source, chosen.as_of);
    for Stated { day, source, .. } in stated.iter().filter(|other| other.source != chosen.source) {
        match *day == chosen.day {
            true => fact.agree.push((*source).to_owned()),
            false if *source == LISTS_LATER => {}
            false => fact.disputed.push(catalog::Claim { value: *day, source: (*source).to_owned() }),
        }
    }
    Some(fact)
}

/// The first word of each source, in the order of their authority. An id with a date in it is a word too.
fn stated<'a>(slug: &str, rows: &[&'a Claim]) -> Vec<Stated<'a>> {
    let mut all: Vec<Stated> = Vec::new();
    for claim in rows {
        let day = claim.says.released.or_else(|| day_in(&normalise(&claim.id)));
        let (source, as_of) = (claim.origin.source.as_str(), claim.origin.as_of);
        if let Some(day) = day.filter(|day| !contradicts(slug, *day) && all.iter().all(|known| known.source != source))
        {
            all.push(Stated { day, source, as_of });
        }
    }
    all
}

fn first_of_most<'a, 'b>(all: &'b [Stated<'a>], count: impl Fn(PartialDate) -> usize) -> Option<&'b Stated<'a>> {
    // The last of several maxima is taken, so from the back.
    all.iter().rev().max_by_key(|stated| count(stated.day))
}

/// Within a fortnight, or one within the month or the year of the other.
fn near(a: PartialDate, b: PartialDate) -> bool {
    const DAYS: u32 = 15;
    let ((a_first, a_last), (b_first, b_last)) = (span(a), span(b));
    a_first <= b_last.saturating_add(DAYS) && b_first <= a_last.saturating_add(DAYS)
}

fn span(date: PartialDate) -> (u32, u32) {
    let length = match date.to_string().len() {
        4 => 364,
        7 => 30,
        _ => 0,
    };
    let first = date.first_day().unix_days();
    (first, first + length)
}
