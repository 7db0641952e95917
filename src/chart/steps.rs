//! A chart of prices that hold from one day to another.

use super::scale::{month_ticks, price_ticks};
use crate::html::{Html, some};
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

/// Units of the drawing, which is scaled to the width there is.
const WIDTH: u64 = 400;
const HEIGHT: u64 = 170;
const LEFT: u64 = 44;
const RIGHT: u64 = 92;
const TOP: u64 = 12;
const BOTTOM: u64 = 26;

/// How far two texts above one another are apart.
const LINE_HEIGHT: u64 = 14;

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
        let height = u128::from(HEIGHT - TOP - BOTTOM);
        let up = u128::from(price.nanos()) * height / u128::from(self.highest.nanos()).max(1);
        HEIGHT - BOTTOM - u64::try_from(up).unwrap_or(0).min(HEIGHT - TOP - BOTTOM)
    }
}

/// The chart as SVG with `title` as its text alternative. What lies after `today` is announced and drawn apart.
pub fn steps_svg(title: &str, lines: &[StepLine], today: Date, last: Date) -> Html {
    let steps = || lines.iter().flat_map(|line| &line.steps);
    let Some(first) = steps().map(|step| step.from).min() else { return Html::default() };
    let ticks = price_ticks(steps().map(|step| step.price).max().unwrap_or_default());
    let plane = Plane { first, last: last.max(first), highest: ticks.last().copied().unwrap_or_default() };
    let mut html = Html::default();
    let view = format!("0 0 {WIDTH} {HEIGHT}");
    html.open(
        "svg",
        &[("class", Some("chart")), ("viewBox", Some(&view)), ("role", Some("img")), ("aria-label", Some(title))],
    );
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

/// Goes on with a path: a command and its numbers.
fn to(path: &mut String, command: &str, numbers: &[u64]) {
    path.push_str(command);
    for (nth, number) in numbers.iter().enumerate() {
        if nth > 0 {
            path.push(' ');
        }
        path.push_str(&number.to_string());
    }
}

fn stroke(html: &mut Html, class: &str, path: &str) {
    html.open("path", &[("class", some(class)), ("d", Some(path))]);
    html.close("path");
}

/// Name and last price at the end of each of two lines, moved apart where they would overlap.
fn labels(html: &mut Html, plane: &Plane, lines: &[StepLine]) {
    let mut ends: Vec<(u64, String)> = lines
        .iter()
        .filter_map(|line| line.steps.last().map(|step| (line, step)))
        .map(|(line, step)| (plane.y(step.price), format!("{} {}", line.name, step.price.dollars())))
        .collect();
    if let [above, below] = ends.as_mut_slice()
        && above.0 > below.0
    {
        std::mem::swap(above, below);
    }
    let mut free = 0;
    for (y, words) in ends {
        let y = y.max(free);
        free = y + LINE_HEIGHT;
        text(html, "start", (WIDTH - RIGHT + 6, y + 4), &words);
    }
}

fn line(html: &mut Html, class: &'static str, from: (u64, u64), end: (u64, u64)) {
    let mut path = String::new();
    to(&mut path, "M", &[from.0, from.1]);
    to(&mut path, "L", &[end.0, end.1]);
    stroke(html, class, &path);
}

fn text(html: &mut Html, anchor: &'static str, at: (u64, u64), words: &str) {
    let (x, y) = (at.0.to_string(), at.1.to_string());
    html.open("text", &[("x", Some(&x)), ("y", Some(&y)), ("text-anchor", Some(anchor))]);
    html.text(words);
    html.close("text");
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
        assert_eq!(paths(steps, "2026-01-21", "2026-01-21"), ["M44 12H176L176 78H308"]);
    }

    #[test]
    fn a_change_on_an_unknown_day_slopes_between_the_days_on_which_the_list_was_read() {
        let steps = vec![step(None, "2026-01-01", "10"), step(Some("2026-01-06"), "2026-01-11", "5")];
        assert_eq!(paths(steps, "2026-01-21", "2026-01-21"), ["M44 12H110L176 78H308"]);
    }

    #[test]
    fn what_is_announced_is_drawn_apart_from_today_on() {
        let steps = vec![step(None, "2026-01-01", "5"), step(None, "2026-01-16", "10")];
        assert_eq!(paths(steps, "2026-01-11", "2026-01-21"), ["M44 78H176", "M176 78H242L242 12H308"]);
    }

    #[test]
    fn nothing_gives_no_chart_and_one_day_no_division_by_zero() {
        assert_eq!(steps_svg("", &[], Date::EPOCH, Date::EPOCH), Html::default());
        assert_eq!(paths(vec![step(None, "2026-01-01", "0")], "2026-01-01", "2026-01-01"), ["M44 144H44"]);
    }
}
