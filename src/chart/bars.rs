//! A chart of how far each assumption moves a difference.

use super::draw::{self, TOP, WIDTH, line, stroke, text, to};
use crate::html::Html;

/// One assumption: what it is, and the difference with less and with more of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What is assumed.
    pub label: String,
    /// The differences, in any unit; negative where the first side is dearer.
    pub ends: [i128; 2],
}

/// How much of the height one assumption takes: its words and below them its bar.
const ROW: u64 = 30;
const MIDDLE: u64 = WIDTH / 2;
const BELOW: u64 = 20;

/// The chart as SVG with `title` as its text alternative. On the line in the middle both sides cost the same; the other line
/// is the difference as it is `now`. `sides` are the words left and right of the middle.
pub fn bars_svg(title: &str, bars: &[Bar], now: i128, sides: &[String; 2]) -> Html {
    let all = bars.iter().flat_map(|bar| bar.ends).chain([now]);
    let most = all.map(i128::unsigned_abs).max().unwrap_or(0);
    let x = |end: i128| {
        let way = end.unsigned_abs().saturating_mul(MIDDLE.into()) / most.max(1);
        let way = u64::try_from(way).unwrap_or(0).min(MIDDLE);
        if end < 0 { MIDDLE - way } else { MIDDLE + way }
    };
    let rows = u64::try_from(bars.len()).unwrap_or(0);
    let bottom = TOP + rows * ROW;
    let mut html = draw::begin_as("chart bars", title, bottom + BELOW);
    let mut y = TOP;
    for bar in bars {
        text(&mut html, "start", (0, y + 8), &bar.label);
        let [less, more] = bar.ends.map(x);
        let mut path = String::new();
        to(&mut path, "M", &[less.min(more), y + 19]);
        to(&mut path, "H", &[less.max(more)]);
        let flips = (bar.ends[0] < 0) != (bar.ends[1] < 0);
        stroke(&mut html, if flips { "bar flips" } else { "bar" }, &path);
        y += ROW;
    }
    line(&mut html, "grid", (MIDDLE, TOP), (MIDDLE, bottom));
    line(&mut html, "own", (x(now), TOP), (x(now), bottom));
    for ((anchor, at), side) in [("start", 0), ("end", WIDTH)].into_iter().zip(sides) {
        text(&mut html, anchor, (at, bottom + 14), side);
    }
    html.close("svg");
    html
}
