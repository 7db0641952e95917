//! What would change which of two sides costs less: in sentences, as charts and as tables.

use super::block::{Block, Blocks};
use super::year::ahead;
use crate::chart::{Axis, Bar, Curve, bars_svg, curves_svg, map_svg};
use crate::cost::{self, Course, Crossing, Lever, Payer, Swing, Workload, cheaper, difference, swings, winner_map};
use crate::decide::Field;
use crate::money::{Usd, group_thousands};
use crate::table::{Cell, Figure, Head, Row, letter, side_class};
use crate::units::Share;

/// What would change which side costs less, of the first side and each of the others, and what the year ahead costs.
pub fn costs(field: &Field) -> Blocks {
    let mut blocks = Blocks::default();
    (1..field.sides.len()).for_each(|other| pair(&field.pair(0, other), &mut blocks));
    ahead(field, &mut blocks);
    blocks
}

/// Everything about a pair whose costs are known.
fn pair(pair: &Field, out: &mut Blocks) {
    let [a, b] = pair.sides.as_slice() else { return };
    let (Some(first), Some(second)) = (a.payer(pair.today), b.payer(pair.today)) else { return };
    let (Some(cost_a), Some(cost_b)) = (a.month.total(), b.month.total()) else { return };
    let duel = Duel {
        workload: pair.workload,
        payers: [first, second],
        names: [letter(a.side), letter(b.side)],
        classes: [side_class(a.side), side_class(b.side)],
        now: [cost_a, cost_b],
        both: format!("{} and {}", letter(a.side), letter(b.side)),
    };
    out.heading(format!("What would change the answer between {}", duel.both));
    duel.levers(out);
    duel.map(out);
    duel.swings(out);
}

/// Two sides and what they cost now.
struct Duel<'a> {
    workload: &'a Workload,
    payers: [Payer<'a>; 2],
    names: [&'static str; 2],
    classes: [&'static str; 2],
    now: [Usd; 2],
    both: String,
}

impl Duel<'_> {
    fn name(&self, side: usize) -> &'static str {
        self.names.get(side).copied().unwrap_or_default()
    }

    /// For each lever where the cheaper side changes; and the chart of the one that is chosen.
    fn levers(&self, out: &mut Blocks) {
        let (mut lines, mut charted) = (Vec::new(), None);
        let matters = |lever: &Lever| lever.matters(&self.payers);
        let chosen = Some(self.workload.charted).filter(matters).unwrap_or_default();
        for lever in Lever::ALL.into_iter().filter(matters) {
            match lever.course(self.workload, &self.payers) {
                Some(course) => {
                    lines.push(self.sentence(&course));
                    charted = if lever == chosen { Some(course) } else { charted };
                }
                None => lines.push(format!("{}: no exact statement for prompts of several lengths.", name(lever))),
            }
        }
        lines.extend(self.success());
        lines.extend(self.cascade());
        out.list(lines);
        charted.iter().for_each(|course| self.chart(course, out));
    }

    /// `Output share, 0 % to 100 %: B is cheaper up to 31.2 %, A beyond. Yours: 23.8 %.`
    fn sentence(&self, course: &Course) -> String {
        let mut text = name(course.lever).to_owned();
        let mut separator = ", ";
        for (at, _) in [course.points.first(), course.points.last()].into_iter().flatten() {
            text.push_str(separator);
            text.push_str(&self.place(course.lever, *at));
            separator = " to ";
        }
        separator = ": ";
        let mut side = course.points.iter().find_map(|(_, costs)| cheaper(*costs));
        for crossing in &course.crossings {
            let at = place(course.lever, self.workload, crossing);
            text.push_str(&format!("{separator}{} is cheaper up to {at}", self.name(side.unwrap_or_default())));
            side = Some(crossing.then);
            separator = ", ";
        }
        text.push_str(separator);
        text.push_str(&match side {
            None => "both cost the same".to_owned(),
            Some(side) if course.crossings.is_empty() => format!("{} is cheaper throughout", self.name(side)),
            Some(side) => format!("{} beyond", self.name(side)),
        });
        text.push_str(&format!(". Yours: {}.", self.place(course.lever, course.own)));
        text
    }

    fn place(&self, lever: Lever, at: u64) -> String {
        place(lever, self.workload, &Crossing { between: (at, at), apart: [Usd::ZERO, Usd::from_dollars(1)], then: 0 })
    }

    /// How often the cheaper side must succeed to be worth its price.
    fn success(&self) -> Option<String> {
        let once = Workload { attempts: 1, ..*self.workload };
        let costs = cost::costs(&once, &self.payers)?;
        let cheap = cheaper(costs)?;
        let dear = 1 - cheap;
        let success = self.payers.get(dear)?.usage.success;
        let [part, whole] = Usd::ratio([costs.get(cheap)?.share(success)?, *costs.get(dear)?]);
        let least = Share::of(part.into(), whole.into()).short_percent();
        let (success, cheap, dear) = (success.short_percent(), self.name(cheap), self.name(dear));
        Some(format!(
            "Success: while {success} % of the answers of {dear} are accepted, {cheap} costs less for each accepted answer if at least {least} % of its own are."
        ))
    }

    /// What it costs to ask the second side first and to give a share on to the first.
    fn cascade(&self) -> Option<String> {
        let [a, b] = self.now;
        let escalated = self.workload.escalated;
        // The fee is paid however little is given on.
        let fee = self.payers.first()?.fee();
        let both = a.difference(fee).share(escalated)?.checked_add(fee)?.checked_add(b)?;
        let [first, second] = self.names;
        (escalated > Share::ZERO)
            .then(|| format!("{second} first, {} % given on to {first}: {both} a month.", escalated.short_percent()))
    }

    fn chart(&self, course: &Course, out: &mut Blocks) {
        let mut curves = Vec::new();
        for (side, class) in self.classes.into_iter().enumerate() {
            let points = course.points.iter().map(|(at, costs)| (*at, costs.get(side).copied()));
            curves.push(curve(self.name(side), class, points.collect()));
        }
        let end = |point: Option<&(u64, [Usd; 2])>| point.map_or(0, |(at, _)| *at);
        let ends = (end(course.points.first()), end(course.points.last()));
        let labels = [ends.0, ends.1].map(|at| (at, self.place(course.lever, at))).into();
        let mut axis = Axis { ends, unit: name(course.lever), labels, marks: vec![(course.own, "own")] };
        course.crossings.iter().for_each(|crossing| axis.marks.push((crossing.scaled(1, 1), "today")));
        let title = format!("Monthly cost of {} by {}", self.both, name(course.lever).to_ascii_lowercase());
        out.add(Block::Chart(curves_svg(&title, &curves, &axis)));
        let mut rows = Vec::new();
        for (at, costs) in &course.points {
            rows.push(row(self.place(course.lever, *at), costs.iter().map(money).collect()));
        }
        numbers(out, "The numbers of this chart", &[name(course.lever), self.names[0], self.names[1]], rows);
    }

    fn map(&self, out: &mut Blocks) {
        let Some(map) = winner_map(self.workload, &self.payers).filter(|map| map.total > 0) else { return };
        let title = format!(
            "Which of {} is cheaper by output share and cached share, at {} tokens a request; the point is yours",
            self.both,
            group_thousands(map.total)
        );
        let own = (self.workload.output.0, Lever::Cached.of(self.workload));
        let [(a, class_a), (b, class_b)] = [(self.names[0], self.classes[0]), (self.names[1], self.classes[1])];
        let chart = map_svg(&title, &map, own, [(a, class_a), (b, class_b)]);
        out.remark(format!("{title}."));
        out.add(Block::Chart(chart));
    }

    /// What half and half as much again of each assumption comes to.
    fn swings(&self, out: &mut Blocks) {
        let (mut rows, mut bars, mut flips) = (Vec::new(), Vec::new(), Vec::new());
        for swing in swings(self.workload, &self.payers) {
            let label = self.label(&swing);
            if swing.costs.iter().any(|costs| cheaper(*costs) != cheaper(self.now)) {
                flips.push(label.clone());
            }
            let mut cells = Vec::new();
            for (value, costs) in swing.values.iter().zip(&swing.costs) {
                cells.push(Figure::plain(value.clone()).into());
                cells.extend(costs.iter().map(money));
            }
            rows.push(row(label.clone(), cells));
            bars.push(Bar { label, ends: swing.costs.map(difference) });
        }
        if rows.is_empty() {
            return;
        }
        out.paragraph(match flips.is_empty() {
            true => "No single assumption, halved or half as much again, changes which side is cheaper.".to_owned(),
            false => format!("Halved or half as much again, each of these alone changes it: {}.", flips.join("; ")),
        });
        let title = format!("Difference between {} with each assumption halved and half as much again", self.both);
        let [a, b] = self.names;
        let sides = [format!("{b} is cheaper"), format!("{a} is cheaper")];
        out.add(Block::Chart(bars_svg(&title, &bars, difference(self.now), &sides)));
        numbers(out, "The numbers of these assumptions", &["Assumption", "Halved", a, b, "Half more", a, b], rows);
    }

    fn label(&self, swing: &Swing) -> String {
        swing.side.map_or_else(|| swing.label.to_owned(), |side| format!("{}, {}", swing.label, self.name(side)))
    }
}

const fn name(lever: Lever) -> &'static str {
    match lever {
        Lever::Output => "Output share",
        Lever::Cached => "Cached share",
        Lever::Batch => "Batch share",
        Lever::Prompt => "Prompt length",
        Lever::Traffic => "Traffic",
    }
}

/// A place along a lever, for reading.
fn place(lever: Lever, workload: &Workload, crossing: &Crossing) -> String {
    let total = workload.input.0.saturating_add(workload.output.0).max(1);
    let millionths = match lever {
        Lever::Prompt => return format!("{} tokens", group_thousands(crossing.scaled(1, 1))),
        Lever::Traffic => return format!("{} a month", group_thousands(crossing.scaled(1, 1))),
        Lever::Output => crossing.scaled(Share::WHOLE.into(), total),
        Lever::Cached | Lever::Batch => crossing.scaled(1, 1),
    };
    format!("{} %", Share::of(millionths.into(), Share::WHOLE.into()).short_percent())
}

/// A line of costs, with the last of them at its end.
pub(super) fn curve(name: &str, class: &str, points: Vec<(u64, Option<Usd>)>) -> Curve {
    let last = points.iter().rev().find_map(|(_, cost)| *cost);
    let name = last.map_or(String::new(), |cost| format!("{name} {cost}"));
    Curve { name, class: class.to_owned(), points }
}

/// A table to open, with what a chart shows.
pub(super) fn numbers(out: &mut Blocks, summary: &str, heads: &[&str], rows: Vec<Row>) {
    let heads = heads.iter().map(|text| Head { text: (*text).to_owned(), ..Head::default() }).collect();
    out.add(Block::Fold(summary.to_owned(), Blocks(vec![Block::Table(heads, rows)])));
}

pub(super) fn row(label: String, cells: Vec<Cell>) -> Row {
    Row { label, cells, ..Row::default() }
}

pub(super) fn money(cost: &Usd) -> Cell {
    Cell::from(Figure::plain(cost.to_string())).number()
}
