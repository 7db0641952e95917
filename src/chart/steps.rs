//! A chart of prices that hold from one day to another.

use super::curves::{Axis, Curve, curves_svg};
use super::scale::month_ticks;
use crate::html::Html;
use crate::money::{Usd, UsdPerMtok};
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

/// The chart as SVG with `title` as its text alternative. What lies after `today` is announced and drawn apart.
pub fn steps_svg(title: &str, lines: &[StepLine], today: Date, last: Date) -> Html {
    let Some(first) = lines.iter().flat_map(|line| &line.steps).map(|step| step.from).min() else {
        return Html::default();
    };
    let last = last.max(first);
    let mut curves = Vec::new();
    lines.iter().for_each(|line| add(&mut curves, line, today, last));
    let mut axis = Axis { ends: (place(first), place(last)), unit: "", labels: Vec::new(), marks: Vec::new() };
    for day in month_ticks(first, last) {
        let words = day.long();
        // Without the day, which is always the first.
        let month = words.split_once(' ').map_or(words.as_str(), |(_, month)| month);
        axis.labels.push((place(day), month.to_owned()));
    }
    if today < last {
        axis.marks.push((place(today), "today"));
    }
    curves_svg(title, &curves, &axis)
}

fn place(day: Date) -> u64 {
    day.unix_days().into()
}

/// The line as it was until today, and from then on as it is announced.
fn add(curves: &mut Vec<Curve>, line: &StepLine, today: Date, last: Date) {
    let (mut points, mut before) = (Vec::new(), None);
    let mut class = line.class.to_owned();
    for step in &line.steps {
        let cost = Usd::from_attodollars(u128::from(step.price.nanos()) * 1_000_000_000);
        if let Some(old) = before.replace(cost) {
            if step.from > today && !class.ends_with(ANNOUNCED) {
                points.push((place(today), Some(old)));
                let known = std::mem::take(&mut points);
                curves.push(Curve { name: String::new(), class: class.clone(), points: known });
                class.push_str(ANNOUNCED);
                points.push((place(today), Some(old)));
            }
            points.push((place(step.after.unwrap_or(step.from)), Some(old)));
        }
        points.push((place(step.from), Some(cost)));
    }
    points.push((place(last), before));
    let price = line.steps.last().map_or(String::new(), |step| step.price.dollars());
    curves.push(Curve { name: format!("{} {price}", line.name), class, points });
}

/// What is added to the class of a line that is only announced.
const ANNOUNCED: &str = " announced";

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
        assert_eq!(paths(steps, "2026-01-21", "2026-01-21"), ["M60 12L184 12L184 78L308 78"]);
    }

    #[test]
    fn a_change_on_an_unknown_day_slopes_between_the_days_on_which_the_list_was_read() {
        let steps = vec![step(None, "2026-01-01", "10"), step(Some("2026-01-06"), "2026-01-11", "5")];
        assert_eq!(paths(steps, "2026-01-21", "2026-01-21"), ["M60 12L122 12L184 78L308 78"]);
    }

    #[test]
    fn what_is_announced_is_drawn_apart_from_today_on() {
        let steps = vec![step(None, "2026-01-01", "5"), step(None, "2026-01-16", "10")];
        assert_eq!(paths(steps, "2026-01-11", "2026-01-21"), ["M60 78L184 78", "M184 78L246 78L246 12L308 12"]);
    }

    #[test]
    fn nothing_gives_no_chart_and_one_day_no_division_by_zero() {
        assert_eq!(steps_svg("", &[], Date::EPOCH, Date::EPOCH), Html::default());
        assert_eq!(paths(vec![step(None, "2026-01-01", "0")], "2026-01-01", "2026-01-01"), ["M60 144L60 144"]);
    }
}
