//! A chart of prices that hold from one day to another.

use super::draw::{self, BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, line, stroke, text, to};
use super::scale::{month_ticks, ticks};
use crate::html::Html;
use crate::money::UsdPerMtok;
use crate::units::Date;

/// One price of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The last day on which the price before was seen, where the change came on an unknown day after it.
    pub after: Option<Date>,
    /// The day from which it holds; of the first step, the left edge.
    pub from: Date,
    /// US dollars per million tokens.
    pub price: UsdPerMtok,
}

/// One line of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    /// What it is, written at its end.
    pub name: &'static str,
    /// Class of the line.
    pub class: &'static str,
    /// Oldest first, at least one.
    pub steps: Vec<Step>,
}

/// The drawing's scales.
struct Plane {
    first: Date,
    last: Date,
    highest: UsdPerMtok,
}

impl Plane {
    fn x(&self, day: Date) -> u64 {
        let across = |day: Date| u64::from(day.unix_days().saturating_sub(self.first.unix_days()));
        LEFT + across(day.min(self.last)) * (WIDTH - LEFT - RIGHT) / across(self.last).max(1)
    }

    fn y(&self, price: UsdPerMtok) -> u64 {
        draw::y(price.nanos().into(), self.highest.nanos().into())
    }
}

/// The chart as SVG with `title` as its text alternative. What lies after `today` is announced and drawn apart.
pub fn steps_svg(title: &str, lines: &[StepLine], today: Date, last: Date) -> Html {
    let steps = || lines.iter().flat_map(|line| &line.steps);
    let Some(first) = steps().map(|step| step.from).min() else { return Html::default() };
    let most = steps().map(|step| step.price.nanos()).max().unwrap_or_default();
    let ticks: Vec<_> =
        ticks(most.into()).into_iter().filter_map(|n| UsdPerMtok::from_nanos(n.try_into().ok()?)).collect();
    let plane = Plane { first, last: last.max(first), highest: ticks.last().copied().unwrap_or_default() };
    let mut html = draw::begin(title);
    axes(&mut html, &plane, &ticks);
    if today < plane.last {
        line(&mut html, "today", (plane.x(today), TOP), (plane.x(today), HEIGHT - BOTTOM));
    }
    for series in lines {
        path(&mut html, &plane, series, today);
    }
    labels(&mut html, &plane, lines);
    html.close("svg");
    html
}

fn axes(html: &mut Html, plane: &Plane, ticks: &[UsdPerMtok]) {
    for tick in ticks {
        let y = plane.y(*tick);
        line(html, "grid", (LEFT, y), (WIDTH - RIGHT, y));
        text(html, "end", (LEFT - 6, y + 4), &tick.dollars());
    }
    for day in month_ticks(plane.first, plane.last) {
        let x = plane.x(day);
        line(html, "grid", (x, HEIGHT - BOTTOM), (x, HEIGHT - BOTTOM + 4));
        let month = day.long();
        // Without the day, which is always the first.
        text(html, "middle", (x, HEIGHT - BOTTOM + 18), month.split_once(' ').map_or(month.as_str(), |(_, rest)| rest));
    }
}

/// The line as it was until today, and from then on as it is announced.
fn path(html: &mut Html, plane: &Plane, series: &StepLine, today: Date) {
    let mut drawn = String::new();
    let mut class = series.class.to_owned();
    let mut height = None;
    for step in &series.steps {
        let (x, y) = (plane.x(step.from), plane.y(step.price));
        let Some(before) = height.replace(y) else {
            to(&mut drawn, "M", &[x, y]);
            continue;
        };
        if step.from > today && !class.ends_with(ANNOUNCED) {
            to(&mut drawn, "H", &[plane.x(today)]);
            stroke(html, &class, &drawn);
            class.push_str(ANNOUNCED);
            drawn.clear();
            to(&mut drawn, "M", &[plane.x(today), before]);
        }
        to(&mut drawn, "H", &[step.after.map_or(x, |after| plane.x(after))]);
        to(&mut drawn, "L", &[x, y]);
    }
    to(&mut drawn, "H", &[plane.x(plane.last)]);
    stroke(html, &class, &drawn);
}

/// What is added to the class of a line that is only announced.
const ANNOUNCED: &str = " announced";

/// Name and last price at the end of each line.
fn labels(html: &mut Html, plane: &Plane, lines: &[StepLine]) {
    let ends = lines.iter().filter_map(|line| line.steps.last().map(|step| (line, step)));
    let ends = ends.map(|(line, step)| (plane.y(step.price), format!("{} {}", line.name, step.price.dollars())));
    draw::ends(html, ends.collect());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(after: Option<&str>, from: &str, price: &str) -> Step {
        let day = |text: &str| text.parse().unwrap();
        Step { after: after.map(day), from: day(from), price: price.parse().unwrap() }
    }

    #[track_caller]
    fn paths(steps: Vec<Step>, today: &str, last: &str) -> Vec<String> {
        let line = StepLine { name: "Output", class: "output", steps };
        let svg = steps_svg("A & B", &[line], today.parse().unwrap(), last.parse().unwrap()).finish();
        assert!(svg.contains(r#"role="img" aria-label="A &amp; B""#), "{svg}");
        let parts = svg.split("<path class=\"output").skip(1);
        parts.map(|part| part.split(r#"d=""#).nth(1).unwrap().split('"').next().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_price_goes_straight_and_changes_at_once_on_a_known_day() {
        let steps = vec![step(None, "2026-01-01", "10"), step(None, "2026-01-11", "5")];
        assert_eq!(paths(steps, "2026-01-21", "2026-01-21"), ["M60 12H184L184 78H308"]);
    }

    #[test]
    fn a_change_on_an_unknown_day_slopes_between_the_days_on_which_the_list_was_read() {
        let steps = vec![step(None, "2026-01-01", "10"), step(Some("2026-01-06"), "2026-01-11", "5")];
        assert_eq!(paths(steps, "2026-01-21", "2026-01-21"), ["M60 12H122L184 78H308"]);
    }

    #[test]
    fn what_is_announced_is_drawn_apart_from_today_on() {
        let steps = vec![step(None, "2026-01-01", "5"), step(None, "2026-01-16", "10")];
        assert_eq!(paths(steps, "2026-01-11", "2026-01-21"), ["M60 78H184", "M184 78H246L246 12H308"]);
    }

    #[test]
    fn nothing_gives_no_chart_and_one_day_no_division_by_zero() {
        assert_eq!(steps_svg("", &[], Date::EPOCH, Date::EPOCH), Html::default());
        assert_eq!(paths(vec![step(None, "2026-01-01", "0")], "2026-01-01", "2026-01-01"), ["M60 144H60"]);
    }
}
