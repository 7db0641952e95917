//! What routes cost before and will cost: in words, as a table and as a chart.

use super::pricing::{RouteFacts, price_figure};
use crate::catalog::{Model, Price, PriceClasses, Route, RouteStatus};
use crate::chart::{Step, StepLine, steps_svg};
use crate::html::Html;
use crate::money::UsdPerMtok;
use crate::table::{Cell, Figure, Head, Row, Table};
use crate::units::{Date, PartialDate};
use std::sync::Arc;

/// The route whose past is drawn: the first of `wanted` (a line for each key, such as `openai:gpt-5`) whose price has changed,
/// else the live one with the latest change. `None` where no price of the model has ever changed.
pub fn route_with_history<'a>(model: &'a Model, wanted: &str) -> Option<&'a Route> {
    let changed = || model.routes.iter().filter(|route| route.prices.len() > 1);
    let named = wanted.lines().find_map(|key| changed().find(|route| route.is(key)));
    let latest = || {
        let live = changed().filter(|route| route.status == RouteStatus::Live);
        live.max_by_key(|route| route.prices.iter().filter_map(|price| price.from).max())
    };
    named.or_else(latest)
}

/// How the price of a route has changed, in a sentence.
pub fn history_sentence(route: &Route, provider: &str, day: Date) -> String {
    let past =
        route.prices.windows(2).filter(|pair| pair.last().and_then(|new| new.from).is_some_and(|from| from <= day));
    let changes = past.count();
    let times = match changes {
        0 => "has not changed".to_owned(),
        1 => "has changed once".to_owned(),
        more => format!("has changed {more} times"),
    };
    let mut sentence = format!("The price at {provider} {times} since it was first read.");
    if let Some((day, price)) = next_change(route, day) {
        sentence.push_str(&format!(" {}", announcement(day, price)));
    }
    sentence
}

/// The first change that is announced for after `day`.
pub(super) fn next_change(route: &Route, day: Date) -> Option<(Date, &Price)> {
    route
        .prices
        .iter()
        .filter_map(|price| Some((price.from.filter(|from| *from > day)?, price)))
        .min_by_key(|(from, _)| *from)
}

/// `From 1 Sep 2026 it is $3 in and $15 out per million tokens.`
pub fn announcement(day: Date, price: &Price) -> String {
    let amount = |price: Option<UsdPerMtok>| price.map_or("unknown".to_owned(), UsdPerMtok::dollars);
    let (input, output) = (amount(price.classes.input), amount(price.classes.output));
    format!("From {} it is {input} in and {output} out per million tokens.", day.long())
}

/// Input and output price of a route over time, as SVG; nothing where neither is known.
pub fn history_svg(route: &Route, released: Option<PartialDate>, title: &str, day: Date) -> Html {
    let classes: [(_, _, Class); 2] = [("Output", "output", output), ("Input", "input", input)];
    let lines =
        classes.into_iter().map(|(name, class, of)| StepLine { name, class, steps: steps(route, released, of) });
    let lines: Vec<StepLine> = lines.filter(|line| !line.steps.is_empty()).collect();
    let last = route.prices.iter().filter_map(|price| price.from).max().unwrap_or(day);
    // What is announced has some room behind it.
    let last = if last > day { later(last, 30) } else { day };
    steps_svg(title, &lines, day, last)
}

type Class = fn(&PriceClasses) -> Option<UsdPerMtok>;

const fn input(classes: &PriceClasses) -> Option<UsdPerMtok> {
    classes.input
}

const fn output(classes: &PriceClasses) -> Option<UsdPerMtok> {
    classes.output
}

fn steps(route: &Route, released: Option<PartialDate>, class: Class) -> Vec<Step> {
    // The first price began on a day that nobody has noted: some time before it ended, and not before the release.
    let released = released.map_or(Date::EPOCH, PartialDate::first_day);
    let change = route.prices.iter().find_map(|price| price.from);
    let begin = change.map(|change| earlier(change, 90).max(released.min(change)));
    let mut before: Option<&Price> = None;
    let mut steps = Vec::new();
    for price in &route.prices {
        if let (Some(from), Some(price_now)) = (price.from.or(begin), class(&price.classes)) {
            steps.push(Step { after: before.and_then(|before| seen_before(before, price)), from, price: price_now });
        }
        before = Some(price);
    }
    steps
}

/// The last day on which the old price was read, where the new one came unseen between two readings of a list.
fn seen_before(old: &Price, new: &Price) -> Option<Date> {
    Some(old.as_of).filter(|read| new.seen_by && new.from == Some(new.as_of) && *read < new.as_of)
}

fn later(day: Date, days: u32) -> Date {
    Date::from_unix_days(day.unix_days().saturating_add(days)).unwrap_or(day)
}

fn earlier(day: Date, days: u32) -> Date {
    Date::from_unix_days(day.unix_days().saturating_sub(days)).unwrap_or(day)
}

/// Every price of every route whose price has changed, newest first; `routes` are the facts of the model's routes.
pub fn history_table(model: &Model, routes: &[Arc<RouteFacts>], day: Date) -> Table {
    let head = |text: &str, class| Head { text: text.to_owned(), class, ..Head::default() };
    let heads = vec![
        head("Route", ""),
        head("Holds from", ""),
        head("Input", "number"),
        head("Output", "number"),
        head("Cache read", "number"),
    ];
    let mut rows = Vec::new();
    for (route, facts) in model.routes.iter().zip(routes).filter(|(route, _)| route.prices.len() > 1) {
        for (at, price) in route.prices.iter().enumerate().rev() {
            let before = at.checked_sub(1).and_then(|before| route.prices.get(before));
            rows.push(row(facts, before, price, day));
        }
    }
    Table { heads, rows }
}

fn row(facts: &RouteFacts, before: Option<&Price>, price: &Price, day: Date) -> Row {
    let figure = |class: Class| Cell::from(price_figure(Some(price), class(&price.classes), |_| None)).number();
    Row {
        label: facts.provider.clone(),
        code: facts.model_id.clone(),
        cells: vec![
            Figure::plain(begin(before, price, day)).into(),
            figure(input),
            figure(output),
            figure(|classes| classes.cache_read),
        ],
        ..Row::default()
    }
}

/// When a price began, as far as that is known.
fn begin(before: Option<&Price>, price: &Price, day: Date) -> String {
    match (price.from, before.and_then(|before| seen_before(before, price))) {
        (None, _) => "An unknown day".to_owned(),
        (Some(from), _) if from > day => format!("{}, announced", from.long()),
        (Some(from), Some(read)) => format!("Between {} and {}", read.long(), from.long()),
        (Some(from), None) if price.seen_by => format!("First listed {}", from.long()),
        (Some(from), None) => from.long(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::read;
    use serde_json::json;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// A price of one dollar in and `output` out.
    fn price(from: Option<&str>, to: Option<&str>, seen_by: bool, output: &str, as_of: &str) -> serde_json::Value {
        let mut price =
            json!({"input_usd_per_mtok": "1", "output_usd_per_mtok": output, "source": "s", "as_of": as_of});
        let map = price.as_object_mut().unwrap();
        map.extend(from.map(|from| ("from".to_owned(), json!(from))));
        map.extend(to.map(|to| ("to".to_owned(), json!(to))));
        map.extend(seen_by.then(|| ("seen_by".to_owned(), json!(true))));
        price
    }

    fn model(prices: &[serde_json::Value]) -> Model {
        let routes = json!([
            {"provider": "host", "model_id": "m", "status": "live", "source": "s", "as_of": "2026-08-20", "prices": prices},
            {"provider": "still", "model_id": "m", "status": "live", "source": "s", "as_of": "2026-08-20",
                "prices": [price(None, None, false, "9", "2026-08-20")]},
        ]);
        let model =
            json!({"schema": 1, "id": "m", "lab": "l", "lab_name": "L", "name": "M", "facts": {}, "routes": routes});
        read(&model).unwrap()
    }

    fn history() -> Model {
        model(&[
            price(None, Some("2026-05-01"), false, "4", "2026-07-02"),
            price(Some("2026-05-01"), Some("2026-08-20"), true, "3", "2026-07-02"),
            price(Some("2026-08-20"), Some("2026-09-01"), true, "2", "2026-08-20"),
            price(Some("2026-09-01"), None, false, "5", "2026-08-20"),
        ])
    }

    #[test]
    fn the_route_that_is_asked_for_is_drawn_if_its_price_has_changed() {
        let model = history();
        let provider = |key: &str| route_with_history(&model, key).map(|route| route.provider.clone());
        assert_eq!(provider("host:m").as_deref(), Some("host"));
        assert_eq!(provider("still:m").as_deref(), Some("host"), "the one that has a history");
        assert_eq!(route_with_history(&super::tests::model(&[price(None, None, false, "4", "2026-07-02")]), ""), None);
    }

    #[test]
    fn a_sentence_counts_changes_and_names_what_is_announced() {
        let model = history();
        let said = history_sentence(&model.routes[0], "Host", day("2026-08-21"));
        assert_eq!(
            said,
            "The price at Host has changed 2 times since it was first read. From 1 Sep 2026 it is $1 in and $5 out per million tokens."
        );
        assert!(
            history_sentence(&model.routes[0], "Host", day("2026-06-01"))
                .starts_with("The price at Host has changed once")
        );
        assert!(history_sentence(&model.routes[1], "Still", day("2026-06-01")).contains("has not changed"));
    }

    #[test]
    fn every_price_stands_in_the_table_with_what_is_known_of_its_beginning() {
        let model = history();
        let facts = super::super::pricing::route_facts(&model, &Default::default(), day("2026-08-21"));
        let table = history_table(&model, &facts, day("2026-08-21"));
        let begins: Vec<_> = table.rows.iter().map(|row| row.cells[0].figure.reading.text().to_owned()).collect();
        assert_eq!(
            begins,
            [
                "1 Sep 2026, announced",
                "Between 2 Jul 2026 and 20 Aug 2026",
                "First listed 1 May 2026",
                "An unknown day"
            ]
        );
        assert!(table.rows.iter().all(|row| row.label == "host"), "routes that never changed have no past to tell");
    }

    #[test]
    fn the_chart_begins_with_the_release_and_goes_on_behind_what_is_announced() {
        let model = history();
        let svg = history_svg(&model.routes[0], "2026-04-01".parse().ok(), "Price", day("2026-08-21")).finish();
        assert!(
            svg.contains("class=\"today\"") && svg.contains("output announced") && svg.contains("Output $5"),
            "{svg}"
        );
    }
}
