//! The factual rows of the decision scorecard.

use super::availability::{cheapest_output, reach};
use super::benchmarks::{BenchmarkRows, Standing};
use super::lifecycle::{outlook, outlook_figure};
use super::outcome::{Better, Outcome, TieBand, outcome};
use super::overview::{Listed, Overview};
use super::specs::tokens;
use crate::catalog::{Fact, Model};
use crate::money::times;
use crate::table::{Cell, Figure, Row, letter};
use crate::units::{Date, Tokens};

/// Fewer shared benchmarks than this say nothing about which side is better.
const ENOUGH_BENCHMARKS: usize = 3;

/// All rows, in the order of the page. `known` has the specs, capabilities and benchmarks of the same sides.
pub(super) fn scorecard(sides: &[Listed], known: &Overview, today: Date) -> Vec<Row> {
    let mut rows = vec![
        limit("Context window", "Prompt and answer together", sides, |m| m.facts.context_tokens.as_ref()),
        limit("Max output", "The longest answer", sides, |m| m.facts.max_output_tokens.as_ref()),
        output_price(sides),
        routes(sides),
    ];
    rows.extend(known.benchmarks.as_ref().map(shared_benchmarks));
    rows.push(lifecycle(sides, today));
    rows.push(coverage(sides.len(), known));
    rows
}

fn row(label: &str, hint: &str, cells: Vec<Cell>) -> Row {
    Row { label: label.to_owned(), hint: hint.to_owned(), cells, ..Row::default() }
}

/// Compares numbers and marks the row; of a pair, `lead` says what the better side has, given how many times it is and
/// the other side's letter.
fn compared(row: Row, values: &[Option<u128>], better: Better, band: TieBand, lead: fn(&str, &str) -> String) -> Row {
    let known: Vec<bool> = values.iter().map(Option::is_some).collect();
    let present = || values.iter().copied().flatten();
    let (most, least) = (present().max().unwrap_or_default(), present().min().unwrap_or_default());
    let pair = known.len() == 2;
    outcome(values, better, band).mark(row, &known, |side| match pair {
        // Against nothing it is no number of times.
        true => lead(&times(most, least).unwrap_or_default(), letter(1 - side.min(1))),
        false => "leads".to_owned(),
    })
}

fn limit(label: &str, hint: &str, sides: &[Listed], fact: fn(&Model) -> Option<&Fact<Tokens>>) -> Row {
    let cells = sides.iter().map(|(model, _)| tokens(fact(model)).into()).collect();
    let values: Vec<_> = sides.iter().map(|(model, _)| fact(model)?.value.map(|value| value.0.into())).collect();
    let lead = |times: &str, _: &str| format!("allows {times} as many");
    compared(row(label, hint, cells), &values, Better::Larger, TieBand::Percent(10), lead)
}

fn output_price(sides: &[Listed]) -> Row {
    let found: Vec<_> = sides.iter().map(|(_, routes)| cheapest_output(routes)).collect();
    let cells = found.iter().map(|route| match route {
        Some(route) => Cell::from(route.output.clone()).with_hint(route.provider.clone()),
        None => Figure::UNKNOWN.into(),
    });
    let row = row("Cheapest output price", "$ per million tokens, resellers and plans left out", cells.collect());
    let values: Vec<_> = found.iter().map(|route| Some(route.as_ref()?.sort.output?.nanos().into())).collect();
    compared(row, &values, Better::Smaller, TieBand::COST, |times, other| {
        format!("is cheaper; {other} costs {times} as much")
    })
}

fn routes(sides: &[Listed]) -> Row {
    let reach: Vec<_> = sides.iter().map(|(_, routes)| reach(routes)).collect();
    let plural = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let cell = |(_, routes): &Listed, hosts: usize, providers: usize| {
        let hint = format!("{}, {}", plural(providers, "provider"), plural(routes.len(), "route") + " tracked");
        Cell::from(Figure::plain(plural(hosts, "independent host"))).with_hint(hint)
    };
    let cells = sides.iter().zip(&reach).map(|(side, reach)| cell(side, reach.hosts, reach.providers)).collect();
    let row = row("Provider routes", "Labs, clouds and hosts that run it, by company", cells);
    let hosts: Vec<_> = reach.iter().map(|reach| u128::try_from(reach.hosts).ok()).collect();
    // One host more is no broader choice.
    compared(row, &hosts, Better::Larger, TieBand::Distance(1), |_, _| "has more hosts".to_owned())
}

fn shared_benchmarks(rows: &BenchmarkRows) -> Row {
    let shared = rows.shared.len();
    let cell = |Standing { entered, ahead }: &Standing| match entered {
        0 => Figure::plain("Nothing shared").into(),
        _ => Figure::plain(format!("Ahead in {ahead} of {entered}")).into(),
    };
    let cells = rows.standing.iter().map(cell).collect();
    let row = row("Shared benchmarks", "Run by the same publisher in the same way", cells);
    let say = |outcome: &str| Row { outcome: outcome.to_owned(), ..row.clone() };
    if shared == 0 {
        return say("Quality is unmeasured");
    }
    if shared < ENOUGH_BENCHMARKS {
        return say("Too few to tell");
    }
    if rows.standing.iter().any(|side| side.entered != shared) {
        return say("Not all were run on every side");
    }
    let ahead: Vec<_> = rows.standing.iter().map(|side| u128::try_from(side.ahead).ok()).collect();
    compared(row, &ahead, Better::Larger, TieBand::Distance(0), |_, _| "is ahead more often".to_owned())
}

fn lifecycle(sides: &[Listed], today: Date) -> Row {
    let cells = sides.iter().map(|side| outlook_figure(side, today).into()).collect();
    let day = |model: &Model| Some(outlook(model, today)?.retires?.unix_days().into());
    let days: Vec<Option<u128>> = sides.iter().map(|(model, _)| day(model)).collect();
    let row = row("Lifecycle", "The next end that is announced", cells);
    let known: Vec<bool> = days.iter().map(Option::is_some).collect();
    match outcome(&days, Better::Larger, TieBand::Distance(14)) {
        // No date known is not the same as no date.
        Outcome::Unknown => Outcome::Unknown.mark(row, &known, |_| String::new()),
        found => found.mark(row, &known, |_| "stays longer".to_owned()),
    }
}

/// How much of what the page lists is known. It says how far to trust the rest, and neither side is better for it.
fn coverage(sides: usize, Overview { specs, capabilities, .. }: &Overview) -> Row {
    let cell = |side: usize| {
        let of_specs = |row: &&Row| row.cells.get(side).is_some_and(|cell| cell.figure.reading.is_known());
        let (known, listed) = capabilities.known(side);
        let (known, listed) = (known + specs.iter().filter(of_specs).count(), listed + specs.len());
        Figure::plain(format!("{known} of {listed} facts")).into()
    };
    row("Evidence", "Specs and capabilities that are known", (0..sides).map(cell).collect())
}
