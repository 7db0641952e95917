//! The twelve months ahead: what each side costs, and what is known to happen.

use super::block::{Block, Blocks};
use super::costs::{curve, money, numbers, row};
use crate::catalog::{Model, Precision, Route};
use crate::chart::{Axis, curves_svg};
use crate::cost::year;
use crate::decide::Field;
use crate::money::Usd;
use crate::table::{Cell, Figure, letter, side_class};
use crate::units::{Date, Share};

/// A year of every side that has a price.
pub(super) fn ahead(field: &Field, out: &mut Blocks) {
    let (mut curves, mut sums, mut events, mut months) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut names = vec!["Month from"];
    for side in &field.sides {
        let (Some(payer), Some(paid), Some(_)) = (side.payer(field.today), &side.month.paid, side.month.total()) else {
            continue;
        };
        let name = letter(side.side);
        let end = retirement(side.model, payer.route);
        let gone = end.filter(|(_, exact)| *exact).map(|(day, _)| day);
        let year = year(&payer, field.workload, field.today, gone);
        let (mut sum, mut known, mut points) = (Usd::ZERO, 0, Vec::new());
        for (nth, (day, cost)) in (0..).zip(&year) {
            if let Some(more) = cost.and_then(|cost| sum.checked_add(cost)) {
                (sum, known) = (more, known + 1);
            }
            points.push((nth, *cost));
            if curves.is_empty() {
                months.push((*day, Vec::new()));
            }
        }
        for ((_, cells), (_, cost)) in months.iter_mut().zip(&year) {
            cells.push(cost.as_ref().map_or_else(|| Cell::from(Figure::UNKNOWN), money));
        }
        sums.push(match known {
            crate::cost::MONTHS => format!("{sum} for {name}"),
            months => format!("{sum} for {name} in the {months} of them of which the price is known"),
        });
        let last = year.last().map_or(field.today, |(day, _)| *day);
        for price in payer.route.prices.iter() {
            if let Some(from) = price.from.filter(|from| field.today < *from && *from <= last) {
                events.push(format!("{name}: {}", crate::compare::announcement(from, price)));
            }
        }
        if let Some((day, exact)) = end.filter(|(day, _)| *day <= last) {
            let firm = if exact { "on" } else { "not before" };
            events.push(format!("{name}: {} retires it {firm} {}.", paid.route.provider, day.long()));
        }
        names.push(name);
        curves.push(curve(name, side_class(side.side), points));
    }
    let (Some((first, _)), Some((last, _))) = (months.first(), months.last()) else { return };
    out.heading("The year ahead".to_owned());
    let growth = match field.workload.growth {
        Share::ZERO => "the same traffic every month".to_owned(),
        growth => format!("{} % more traffic every month", growth.short_percent()),
    };
    out.paragraph(format!("Twelve months from {} with {growth}: {}.", first.long(), sums.join(", ")));
    out.list(events);
    let ends = u64::from(crate::cost::MONTHS) - 1;
    let labels = vec![(0, first.long()), (ends, last.long())];
    let axis = Axis { ends: (0, ends), unit: "month", labels, marks: Vec::new() };
    let chart = curves_svg("Monthly cost over the next twelve months", &curves, &axis);
    out.add(Block::Chart(chart));
    let rows = months.iter().map(|(day, cells)| row(day.long(), cells.clone())).collect();
    numbers(out, "The numbers of the year", &names, rows);
}

/// When the provider of a route retires a model, and whether that is the day or the earliest one.
fn retirement(model: &Model, route: &Route) -> Option<(Date, bool)> {
    let mark = model.lifecycle.iter().find(|mark| mark.channel == route.provider)?;
    Some((mark.retires?, mark.precision == Precision::Exact))
}
