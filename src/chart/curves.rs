//! A chart of costs against something that is varied, or against time.

use super::draw::{self, BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, line, stroke, text, to};
use super::scale::ticks;
use crate::html::Html;
use crate::money::Usd;

/// One line of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    /// What is written at its end; nothing for one that another goes on with.
    pub name: String,
    /// Class of the line.
    pub class: String,
    /// Places from left to right with what it costs there; a gap where nobody knows.
    pub points: Vec<(u64, Option<Usd>)>,
}

/// What stands below the lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// The left and the right end of the drawing.
    pub ends: (u64, u64),
    /// Places with their words.
    pub labels: Vec<(u64, String)>,
    /// What they are.
    pub unit: &'static str,
    /// Places that are marked: the reader's own, and where lines cross.
    pub marks: Vec<(u64, &'static str)>,
}

/// The chart as SVG with `title` as its text alternative; nothing where no cost is known.
pub fn curves_svg(title: &str, curves: &[Curve], axis: &Axis) -> Html {
    let costs = curves.iter().flat_map(|curve| &curve.points).filter_map(|(_, cost)| *cost);
    let Some(most) = costs.max() else { return Html::default() };
    let x = |at: u64| draw::x(at, axis.ends.0, axis.ends.1);
    let ticks = ticks(most.attodollars());
    let highest = ticks.last().copied().unwrap_or_default();
    let y = |amount: u128| draw::y(amount, highest);
    let mut html = draw::begin(title);
    for tick in &ticks {
        line(&mut html, "grid", (LEFT, y(*tick)), (WIDTH - RIGHT, y(*tick)));
        text(&mut html, "end", (LEFT - 6, y(*tick) + 4), &Usd::from_attodollars(*tick).to_string());
    }
    for (at, words) in &axis.labels {
        text(&mut html, "middle", (x(*at), HEIGHT - BOTTOM + 18), words);
    }
    text(&mut html, "middle", ((LEFT + WIDTH - RIGHT) / 2, HEIGHT - BOTTOM + 18), axis.unit);
    for (at, class) in &axis.marks {
        line(&mut html, class, (x(*at), TOP), (x(*at), HEIGHT - BOTTOM));
    }
    let mut ends = Vec::new();
    for curve in curves {
        let (mut path, mut command) = (String::new(), "M");
        for (at, cost) in &curve.points {
            match cost {
                Some(cost) => {
                    to(&mut path, command, &[x(*at), y(cost.attodollars())]);
                    command = "L";
                }
                None => command = "M",
            }
        }
        stroke(&mut html, &curve.class, &path);
        let end = curve.points.iter().rev().find_map(|(_, cost)| *cost).filter(|_| !curve.name.is_empty());
        ends.extend(end.map(|cost| (y(cost.attodollars()), curve.name.clone())));
    }
    draw::ends(&mut html, ends);
    html.close("svg");
    html
}
