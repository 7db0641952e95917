//! A map of which side is cheaper.

use super::draw::{self, BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, text, to};
use crate::cost::WinnerMap;
use crate::html::Html;
use crate::units::Share;

/// The map as SVG with `title` as its text alternative: across the share of output, upwards the share of input that is
/// cached. `own` is where the reader's workload stands; each side has a name and a class.
pub fn map_svg(title: &str, map: &WinnerMap, own: (u64, u64), sides: [(&str, &'static str); 2]) -> Html {
    let [first, second] = sides;
    let x = |at: u64| draw::x(at, 0, map.total);
    let y = |at: u64| draw::y(at.into(), map.most_cached.into());
    let mut html = draw::begin_as("chart map", title, HEIGHT);
    let mut all = String::new();
    to(&mut all, "M", &[LEFT, TOP, WIDTH - RIGHT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM, LEFT, HEIGHT - BOTTOM]);
    area(&mut html, second.1, &all);
    let mut path = String::new();
    // Where each side has the most room, for its name: how much, and the middle of it.
    let mut widest = [(0, (0, 0)); 2];
    for pair in map.columns.windows(2) {
        let [(left, here), (right, there)] = pair else { continue };
        to(&mut path, "M", &[x(*left), y(here.0), x(*right), y(there.0), x(*right), y(there.1), x(*left), y(here.1)]);
        let below = (here.1 == map.most_cached).then_some((0, here.0));
        let rest = below.unwrap_or((here.1, map.most_cached));
        for (place, (from, end)) in widest.iter_mut().zip([*here, rest]) {
            // In the middle of the map, where there is as much room.
            if end - from > place.0 || (end - from == place.0 && *left < map.total / 2) {
                *place = (end - from, (x(left.midpoint(*right)), y(from.midpoint(end))));
            }
        }
    }
    area(&mut html, first.1, &path);
    for ((room, (x, y)), (name, _)) in widest.iter().zip(sides) {
        if *room > map.most_cached / 8 {
            text(
                &mut html,
                "middle",
                ((*x).clamp(LEFT + 30, WIDTH - RIGHT - 30), y + 4),
                &format!("{name} is cheaper"),
            );
        }
    }
    for share in [0, Share::WHOLE / 2, Share::WHOLE] {
        let at =
            u64::try_from(u128::from(map.total) * u128::from(share) / u128::from(Share::WHOLE)).unwrap_or(map.total);
        text(&mut html, "middle", (x(at), HEIGHT - BOTTOM + 18), &percent(share.into()));
    }
    for cached in [0, map.most_cached] {
        text(&mut html, "end", (LEFT - 6, y(cached) + 4), &percent(cached));
    }
    text(&mut html, "start", (WIDTH - RIGHT + 6, HEIGHT - BOTTOM + 4), "output share");
    text(&mut html, "start", (WIDTH - RIGHT + 6, TOP + 4), "cached share");
    let (across, up) = (x(own.0).to_string(), y(own.1).to_string());
    html.open("circle", &[("cx", Some(&across)), ("cy", Some(&up)), ("r", Some("4"))]);
    html.close("circle");
    html.close("svg");
    html
}

fn area(html: &mut Html, side: &'static str, path: &str) {
    html.open("path", &[("class", Some(&format!("area {side}"))), ("d", Some(path))]);
    html.close("path");
}

fn percent(millionths: u64) -> String {
    format!("{} %", (millionths + 5_000) / 10_000)
}
