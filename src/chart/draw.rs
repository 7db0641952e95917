//! What all charts are drawn with.

use crate::html::{Html, some};

/// Units of the drawing, which is scaled to the width there is.
pub(super) const WIDTH: u64 = 400;
pub(super) const HEIGHT: u64 = 170;
pub(super) const LEFT: u64 = 60;
pub(super) const RIGHT: u64 = 92;
pub(super) const TOP: u64 = 12;
pub(super) const BOTTOM: u64 = 26;

/// How far two texts above one another are apart.
const LINE_HEIGHT: u64 = 14;

/// Begins a chart with `title` as its text alternative.
pub(super) fn begin(title: &str) -> Html {
    begin_as("chart", title, HEIGHT)
}

/// The same for a chart with a class of its own and another height.
pub(super) fn begin_as(class: &'static str, title: &str, height: u64) -> Html {
    let mut html = Html::default();
    let view = format!("0 0 {WIDTH} {height}");
    html.open(
        "svg",
        &[("class", Some(class)), ("viewBox", Some(&view)), ("role", Some("img")), ("aria-label", Some(title))],
    );
    html
}

/// How far down an amount stands, of which the highest stands at the top.
pub(super) fn y(amount: u128, highest: u128) -> u64 {
    let height = HEIGHT - TOP - BOTTOM;
    let up = amount.min(highest).saturating_mul(height.into()) / highest.max(1);
    HEIGHT - BOTTOM - u64::try_from(up).unwrap_or(0).min(height)
}

/// How far to the right a place between two others stands.
pub(super) fn x(at: u64, least: u64, most: u64) -> u64 {
    let across = |at: u64| u128::from(at.saturating_sub(least));
    let width = across(at.min(most)) * u128::from(WIDTH - LEFT - RIGHT) / across(most).max(1);
    LEFT + u64::try_from(width).unwrap_or(0)
}

/// Words at the ends of lines, moved apart where they would overlap.
pub(super) fn ends(html: &mut Html, ends: Vec<(u64, String)>) {
    let mut downwards: Vec<(u64, String)> = Vec::new();
    for end in ends {
        let place = downwards.iter().take_while(|before| before.0 <= end.0).count();
        downwards.insert(place, end);
    }
    let mut free = 0;
    for (y, words) in downwards {
        let y = y.max(free);
        free = y + LINE_HEIGHT;
        text(html, "start", (WIDTH - RIGHT + 6, y + 4), &words);
    }
}

/// Goes on with a path: a command and its numbers.
pub(super) fn to(path: &mut String, command: &str, numbers: &[u64]) {
    path.push_str(command);
    for (nth, number) in numbers.iter().enumerate() {
        if nth > 0 {
            path.push(' ');
        }
        path.push_str(&number.to_string());
    }
}

pub(super) fn stroke(html: &mut Html, class: &str, path: &str) {
    html.open("path", &[("class", some(class)), ("d", Some(path))]);
    html.close("path");
}

pub(super) fn line(html: &mut Html, class: &'static str, from: (u64, u64), end: (u64, u64)) {
    let mut path = String::new();
    to(&mut path, "M", &[from.0, from.1]);
    to(&mut path, "L", &[end.0, end.1]);
    stroke(html, class, &path);
}

pub(super) fn text(html: &mut Html, anchor: &'static str, at: (u64, u64), words: &str) {
    let (x, y) = (at.0.to_string(), at.1.to_string());
    html.open("text", &[("x", Some(&x)), ("y", Some(&y)), ("text-anchor", Some(anchor))]);
    html.text(words);
    html.close("text");
}
