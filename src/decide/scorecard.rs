//! The decision scorecard: a row for each criterion, and how much is known.

use super::criteria::ENOUGH_BENCHMARKS;
use super::field::Field;
use super::fit::fits;
use super::judge::{Judgement, fill, other};
use crate::table::{Cell, Figure, Row, letter};

/// All rows, in the order of the page. `judgements` are those of the field.
pub fn scorecard(field: &Field, judgements: &[Judgement]) -> Vec<Row> {
    let mut rows = fit_rows(field);
    for judgement in judgements {
        let mut cells = Vec::new();
        judgement.seen.iter().for_each(|seen| cells.push(seen.cell.clone()));
        rows.push(marked(row(judgement.criterion.name, judgement.criterion.unit, cells), judgement, field));
    }
    // It says how far to trust the rest, and neither side is better for it.
    let mut cells: Vec<Cell> = Vec::new();
    for side in &field.sides {
        cells.push(Figure::plain(format!("{} of {} facts", side.evidence.0, side.evidence.1)).into());
    }
    rows.push(row("Evidence", "Specs and capabilities that are known", cells));
    rows
}

/// The strongest tag of each side, and all of them. Neither side is better for a tag.
fn fit_rows(field: &Field) -> Vec<Row> {
    let (mut best, mut all) = (Vec::new(), Vec::new());
    for side in &field.sides {
        let fits = fits(side);
        // Without others of its time nothing can be said.
        let without = || match side.model.cohort {
            Some(_) => Cell::from(Figure::plain("No tag reached")),
            None => Figure::UNKNOWN.into(),
        };
        best.push(
            fits.first().map_or_else(without, |fit| Cell::from(Figure::plain(fit.name)).with_hint(fit.basis.clone())),
        );
        let mut names = Vec::new();
        fits.iter().for_each(|fit| names.push(fit.name));
        all.push(if names.is_empty() { without() } else { Figure::plain(names.join(", ")).into() });
    }
    vec![row("Best for", "Its strongest tag", best), row("Decision fit", "Tags by thresholds, see Method", all)]
}

fn row(label: &str, hint: &str, cells: Vec<Cell>) -> Row {
    Row { label: label.to_owned(), hint: hint.to_owned(), cells, ..Row::default() }
}

/// Marks the better side. Benchmarks that do not compare say why.
fn marked(row: Row, judgement: &Judgement, field: &Field) -> Row {
    if judgement.is("benchmarks") && !judgement.compares() {
        return Row { outcome: unmeasured(field).to_owned(), ..row };
    }
    let mut known = Vec::new();
    judgement.seen.iter().for_each(|seen| known.push(seen.value.is_some()));
    judgement.outcome.mark(row, &known, &|side| match known.len() {
        2 => lead(judgement, letter(other(side))),
        _ => "leads".to_owned(),
    })
}

/// Why the benchmarks do not compare.
pub(super) fn unmeasured(field: &Field) -> &'static str {
    match field.standings.as_ref().map_or(0, |standings| standings.shared) {
        0 => "Quality is unmeasured",
        few if few < ENOUGH_BENCHMARKS => "Too few to tell",
        _ => "Not all were run on every side",
    }
}

/// What the better side of a pair has over the other, whose letter is given.
fn lead(judgement: &Judgement, letter: &str) -> String {
    if judgement.is("lifecycle") && judgement.extremes().1 == 0 {
        return "can still be had".to_owned();
    }
    let lead = fill(judgement.criterion.lead, &judgement.size());
    match lead.split_once('@') {
        Some((before, after)) => [before, letter, after].concat(),
        None => lead,
    }
}
