//! How long models stay, channel by channel.

use super::overview::Listed;
use super::pricing::RouteFacts;
use crate::catalog::{LifecycleMark, Model, Precision, RouteStatus, Stage};
use crate::table::{Cell, Figure, Provenance, Row};
use crate::units::Date;
use std::sync::Arc;

/// What a model's lifecycle comes to on a day: the next end that is announced, else the earliest that is possible, else
/// that the model is gone.
pub(super) fn outlook(model: &Model, today: Date) -> Option<&LifecycleMark> {
    let dated = |precision: Precision| {
        let ahead =
            model.lifecycle.iter().filter(move |mark| mark.precision == precision && mark.retires > Some(today));
        ahead.min_by_key(|mark| mark.retires)
    };
    let gone = || {
        let sold = model.routes.iter().any(|route| matches!(route.status, RouteStatus::Live | RouteStatus::Free));
        let past = model.lifecycle.iter().filter(|mark| mark.stage == Stage::Retired);
        past.max_by_key(|mark| mark.retires).filter(|_| !sold)
    };
    dated(Precision::Exact).or_else(|| dated(Precision::Earliest)).or_else(gone)
}

/// How long a model can be had, as far as known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outlook {
    /// It is gone from a channel, and nobody sells it.
    Gone,
    /// The next end that is announced, or the earliest that is possible; whether it is exact.
    Until(Date, bool),
    /// It is sold, and no end is announced that is still ahead.
    Sold,
    /// Nobody sells it, and nobody says that it is gone.
    Unknown,
}

/// How long a model with these routes can be had.
pub(crate) fn life(model: &Model, routes: &[Arc<RouteFacts>], today: Date) -> Outlook {
    match outlook(model, today) {
        Some(mark) if mark.retires > Some(today) => {
            let exact = mark.precision == Precision::Exact;
            mark.retires.map_or(Outlook::Unknown, |day| Outlook::Until(day, exact))
        }
        Some(_) => Outlook::Gone,
        None if routes.iter().any(|route| route.status == RouteStatus::Live) => Outlook::Sold,
        None => Outlook::Unknown,
    }
}

/// The outlook in words.
pub(super) fn outlook_figure((model, routes): &Listed, today: Date) -> Figure {
    let Some(mark) = outlook(model, today) else { return Figure::UNKNOWN };
    let channel = channel_name(&mark.channel, &[(model, routes)]);
    figure(mark, format!("{} on {channel}", words(mark, today)))
}

/// The outlook of every side, for the specs.
pub(super) fn retirement_row(sides: &[Listed], today: Date) -> Row {
    let cells = sides.iter().map(|side| outlook_figure(side, today).into()).collect();
    Row { label: "Retirement".to_owned(), hint: "The next end that is announced".to_owned(), cells, ..Row::default() }
        .marked()
}

/// One row for each channel of which something is known on some side.
pub(super) fn lifecycle_rows(sides: &[Listed], today: Date) -> Vec<Row> {
    let mut channels: Vec<&str> = Vec::new();
    for mark in sides.iter().flat_map(|(model, _)| &model.lifecycle) {
        // In the order of their ids: the marks of each model have it already.
        if let Err(place) = channels.binary_search(&mark.channel.as_str()) {
            channels.insert(place, &mark.channel);
        }
    }
    channels.into_iter().map(|channel| row(channel, sides, today)).collect()
}

fn row(channel: &str, sides: &[Listed], today: Date) -> Row {
    let cell = |(model, _): &Listed| {
        let Some(mark) = model.lifecycle.iter().find(|mark| mark.channel == channel) else {
            return Cell::from(Figure::UNKNOWN);
        };
        let instead = mark.replacement.as_ref().map(|id| format!("recommended instead: {id}"));
        Cell::from(figure(mark, words(mark, today))).with_hint(instead.unwrap_or_default())
    };
    Row { label: channel_name(channel, sides), cells: sides.iter().map(cell).collect(), ..Row::default() }.marked()
}

/// The provider's name, which its routes carry; without a route, its id.
fn channel_name(channel: &str, sides: &[Listed]) -> String {
    let mut routes = sides.iter().flat_map(|(_, routes)| routes.iter());
    let of_channel = |key: &str| key.split_once(':').is_some_and(|(provider, _)| provider == channel);
    routes.find(|route| of_channel(&route.key)).map_or_else(|| channel.to_owned(), |route| route.provider.clone())
}

fn figure(mark: &LifecycleMark, text: String) -> Figure {
    let disputed = mark.disputed.iter().map(|claim| (claim.value.long(), claim.source.clone())).collect();
    let (source, agree) = (mark.source.clone(), mark.agree.clone());
    let provenance = Provenance { source, as_of: mark.as_of, agree, disputed, url: None };
    Figure::stated(text, provenance)
}

/// What a mark says on a day: `Retires 1 Oct 2026, in 41 days`.
fn words(mark: &LifecycleMark, today: Date) -> String {
    let Some(day) = mark.retires else {
        return match mark.stage {
            Stage::Active => "No end announced",
            Stage::Deprecated => "Deprecated, no day named",
            Stage::Retired => "Retired",
        }
        .to_owned();
    };
    let left = match day.unix_days().saturating_sub(today.unix_days()) {
        1 => "in 1 day".to_owned(),
        days => format!("in {days} days"),
    };
    match mark.precision {
        Precision::SeenBy => format!("Gone by {}", day.long()),
        Precision::Exact if day > today => format!("Retires {}, {left}", day.long()),
        Precision::Exact => format!("Retired {}", day.long()),
        Precision::Earliest if day > today => format!("Not before {}, {left}", day.long()),
        Precision::Earliest => format!("Any day: was promised until {}", day.long()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::read;
    use serde_json::json;

    fn model(status: &str, marks: &[(&str, &str, Option<&str>, &str)]) -> Model {
        let mark = |(channel, stage, retires, precision): &(&str, &str, Option<&str>, &str)| {
            let mut mark = json!({"channel": channel, "stage": stage, "precision": precision, "source": "s",
                "as_of": "2026-08-20", "replacement": "next-1"});
            mark.as_object_mut().unwrap().extend(retires.map(|day| ("retires".to_owned(), json!(day))));
            mark
        };
        let marks: Vec<_> = marks.iter().map(mark).collect();
        let route = json!({"provider": "lab", "model_id": "m", "status": status, "source": "s", "as_of": "2026-08-20"});
        read(&json!({"schema": 1, "id": "m", "lab": "l", "lab_name": "L", "name": "M", "facts": {}, "routes": [route],
            "lifecycle": marks}))
        .unwrap()
    }

    #[track_caller]
    fn check(status: &str, marks: &[(&str, &str, Option<&str>, &str)], expected: &str) {
        let model = model(status, marks);
        let figure = outlook_figure(&(&model, &[]), "2026-08-21".parse().unwrap());
        assert_eq!(figure.reading.text(), expected);
    }

    #[test]
    fn the_next_end_counts_before_what_is_only_possible_and_before_what_is_past() {
        let past = ("bedrock", "retired", Some("2026-03-13"), "seen_by");
        let soon = ("azure", "deprecated", Some("2026-10-01"), "exact");
        let later = ("lab", "deprecated", Some("2026-10-02"), "exact");
        let earliest = ("vertex", "active", Some("2026-08-22"), "earliest");
        check("live", &[past, earliest, later, soon], "Retires 1 Oct 2026, in 41 days on azure");
        check("live", &[past, earliest], "Not before 22 Aug 2026, in 1 day on vertex");
        check("live", &[past], "Unknown");
        check("removed", &[past], "Gone by 13 Mar 2026 on bedrock");
        check("live", &[], "Unknown");
    }

    #[test]
    fn every_channel_has_a_row_with_what_it_recommends_instead() {
        let today = "2026-08-21".parse().unwrap();
        let (a, b) = (
            model("live", &[("lab", "active", None, "exact")]),
            model("live", &[("azure", "active", Some("2026-08-21"), "earliest")]),
        );
        let rows = lifecycle_rows(&[(&a, &[]), (&b, &[])], today);
        let text = |row: usize, cell: usize| rows[row].cells[cell].figure.reading.text().to_owned();
        assert_eq!(
            (rows[0].label.as_str(), text(0, 0), text(0, 1)),
            ("azure", "Unknown".to_owned(), "Any day: was promised until 21 Aug 2026".to_owned())
        );
        assert_eq!((rows[1].label.as_str(), text(1, 0)), ("lab", "No end announced".to_owned()));
    }
}
