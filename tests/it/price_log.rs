//! `catalog build` over a catalogue that is there: the prices that changed are logged and become periods.

use crate::feeds::{Workshop, said};
use llm_compare::catalog::{Model, Route, RouteStatus, parse};

const HEADER: &str = "last_seen,gone_by,then,provider,model_id,source,input_usd_per_mtok,output_usd_per_mtok,\
    cache_read_usd_per_mtok,cache_write_5m_usd_per_mtok,cache_write_1h_usd_per_mtok,batch_input_usd_per_mtok,\
    batch_output_usd_per_mtok,batch_cache_read_usd_per_mtok,reasoning_usd_per_mtok,audio_input_usd_per_mtok,\
    audio_output_usd_per_mtok\n";

const LOG: &str = "tables/price-log.csv";

/// A catalogue of 20 August.
fn built() -> Workshop {
    let workshop = Workshop::new();
    build(&workshop);
    workshop
}

fn build(workshop: &Workshop) {
    workshop.must_build();
    workshop.must_pass_check();
}

/// Reads the list of providers again on a later day, with `to` for `from` in it.
fn refresh(workshop: &Workshop, day: (&str, &str), from: &str, to: &str) {
    workshop.change(
        "tables/feeds.toml",
        &format!("api.json\", as_of = \"{}", day.0),
        &format!("api.json\", as_of = \"{}", day.1),
    );
    workshop.change("feeds/api.json", from, to);
    build(workshop);
}

fn route(workshop: &Workshop, provider: &str, id: &str) -> Option<Route> {
    let model: Model = parse("rocket-2", &workshop.read("out/models/rocket-2.json")).unwrap();
    model.routes.into_iter().find(|route| route.provider == provider && route.model_id == id)
}

/// First day, last day, input price, the day it was last seen, and whether the first day is the day it was seen by.
fn periods(route: &Route) -> Vec<(String, String, String, String, bool)> {
    let day = |day: Option<llm_compare::units::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let period = |price: &llm_compare::catalog::Price| {
        let input = price.classes.input.unwrap().to_string();
        (day(price.from), day(price.to), input, price.as_of.to_string(), price.seen_by)
    };
    route.prices.iter().map(period).collect()
}

fn period(from: &str, to: &str, input: &str, as_of: &str, seen_by: bool) -> (String, String, String, String, bool) {
    (from.to_owned(), to.to_owned(), input.to_owned(), as_of.to_owned(), seen_by)
}

const AUGUST: (&str, &str) = ("2026-08-20", "2026-08-27");
const SEPTEMBER: (&str, &str) = ("2026-08-27", "2026-09-03");

#[test]
fn a_catalogue_that_is_fed_its_own_output_stays_byte_for_byte() {
    let workshop = built();
    assert_eq!(workshop.read(LOG), HEADER);
    let first = (workshop.files("out"), workshop.files("tables"));
    build(&workshop);
    assert_eq!((workshop.files("out"), workshop.files("tables")), first);
}

#[test]
fn a_changed_price_is_one_line_and_the_old_price_becomes_a_period() {
    let workshop = built();
    refresh(&workshop, AUGUST, "0.15000000000000002", "0.2");
    let line = "2026-08-20,2026-08-27,changed,acme,rocket-2,models.dev,0.15,0.6,0.015,,,,,,,,\n";
    assert_eq!(workshop.read(LOG), format!("{HEADER}{line}"));
    let expected =
        [period("", "2026-08-27", "0.15", "2026-08-20", false), period("2026-08-27", "", "0.2", "2026-08-27", true)];
    assert_eq!(periods(&route(&workshop, "acme", "rocket-2").unwrap()), expected);
    let first = (workshop.files("out"), workshop.files("tables"));
    build(&workshop);
    assert_eq!((workshop.files("out"), workshop.files("tables")), first);
    // The day on which the new price came stays when its list is read again, and a third price follows upon it.
    refresh(&workshop, SEPTEMBER, "\"input\": 0.2,", "\"input\": 0.25,");
    let expected = [
        period("", "2026-08-27", "0.15", "2026-08-20", false),
        period("2026-08-27", "2026-09-03", "0.2", "2026-08-27", true),
        period("2026-09-03", "", "0.25", "2026-09-03", true),
    ];
    assert_eq!(periods(&route(&workshop, "acme", "rocket-2").unwrap()), expected);
}

#[test]
fn a_price_that_came_back_is_logged_but_no_period() {
    let workshop = built();
    refresh(&workshop, AUGUST, "0.15000000000000002", "0.2");
    refresh(&workshop, SEPTEMBER, "\"input\": 0.2,", "\"input\": 0.15,");
    assert_eq!(workshop.read(LOG).lines().count(), 3);
    let found = periods(&route(&workshop, "acme", "rocket-2").unwrap());
    assert_eq!(found, [period("", "", "0.15", "2026-09-03", false)]);
}

#[test]
fn another_price_from_a_list_of_the_same_day_is_a_correction_and_not_logged() {
    let workshop = built();
    workshop.change("feeds/api.json", "0.15000000000000002", "0.2");
    build(&workshop);
    assert_eq!(workshop.read(LOG), HEADER);
    let found = periods(&route(&workshop, "acme", "rocket-2").unwrap());
    assert_eq!(found, [period("", "", "0.2", "2026-08-20", false)]);
}

#[test]
fn another_list_that_comes_to_decide_has_changed_nothing() {
    let workshop = Workshop::with_more_feeds();
    workshop.change("feeds/api.json", "\"cache_read\": 0}", "\"cache_read\": 0.03}");
    workshop.change(
        "feeds/portkey/host.json",
        "{\"request_token\": {\"price\": 0.00009}, \"response_token\": {\"price\": 0.00009}}",
        "{\"request_token\": {\"price\": 0.00001}, \"response_token\": {\"price\": 0.00005}, \"cache_read_input_token\": {\"price\": 0.000002}}",
    );
    build(&workshop);
    let found = || {
        let route = route(&workshop, "host", "whatever").unwrap();
        (route.prices[0].source.clone(), route.prices[0].classes.cache_read.unwrap().to_string())
    };
    let of_route = "0.03".to_owned();
    assert_eq!(found(), ("portkey".to_owned(), of_route.clone()), "the younger of two that agree on input and output");
    refresh(&workshop, AUGUST, "\"models\"", "\"models\"");
    assert_eq!(found(), ("models.dev".to_owned(), of_route));
    assert_eq!(workshop.read(LOG), HEADER);
    let report = workshop.read("tables/changes.md");
    assert!(report.contains("no model, price or route differs"), "{report}");
}

#[test]
fn a_route_that_no_list_has_any_more_is_known_as_removed_until_one_has_it_again() {
    let workshop = built();
    refresh(&workshop, AUGUST, "\"rocket-2\": {\"id\": \"rocket-2\"", "\"rocket-9\": {\"id\": \"rocket-9\"");
    let line = "2026-08-20,2026-08-27,removed,acme,rocket-2,models.dev,0.15,0.6,0.015,,,,,,,,\n";
    assert_eq!(workshop.read(LOG), format!("{HEADER}{line}"));
    let gone = route(&workshop, "acme", "rocket-2").unwrap();
    assert_eq!(gone.status, RouteStatus::Removed);
    assert_eq!(periods(&gone), [period("", "2026-08-27", "0.15", "2026-08-20", false)]);
    let first = (workshop.files("out"), workshop.files("tables"));
    build(&workshop);
    assert_eq!((workshop.files("out"), workshop.files("tables")), first);
    // Back at another price: since when, nobody has seen.
    refresh(&workshop, SEPTEMBER, "\"rocket-9\": {\"id\": \"rocket-9\"", "\"rocket-2\": {\"id\": \"rocket-2\"");
    workshop.change("tables/feeds.toml", "api.json\", as_of = \"2026-09-03", "api.json\", as_of = \"2026-09-10");
    workshop.change("feeds/api.json", "0.15000000000000002", "0.2");
    build(&workshop);
    let back = route(&workshop, "acme", "rocket-2").unwrap();
    let expected =
        [period("", "2026-09-10", "0.15", "2026-09-03", false), period("2026-09-10", "", "0.2", "2026-09-10", true)];
    assert_eq!((back.status, periods(&back)), (RouteStatus::Live, expected.to_vec()));
}

#[test]
fn what_a_host_took_off_its_list_is_in_the_log_alone() {
    let workshop = built();
    refresh(&workshop, AUGUST, "\"id\": \"whatever\"", "\"id\": \"whatever-else\"");
    let line = "2026-08-20,2026-08-27,removed,host,whatever,models.dev,0.1,0.5,,,,,,,,,\n";
    assert_eq!(workshop.read(LOG), format!("{HEADER}{line}"));
    assert_eq!(route(&workshop, "host", "whatever"), None);
}

#[test]
fn a_damaged_catalogue_or_log_is_named_and_leaves_everything_alone() {
    for (file, from, to, place) in [
        ("out/models/rocket-2.json", "\"live\"", "\"alive\"", "routes[0].status"),
        ("out/models/rocket-2.json", "{", "[", "line 2"),
        ("out/sources.json", "2026-08-27", "yesterday", "as_of"),
        (LOG, "last_seen", "seen", "line 1"),
        (LOG, "2026-08-27", "2026-08-20", "line 2"),
        (LOG, "changed", "altered", "line 2"),
        (LOG, "models.dev", "models.dave", "line 2"),
        (LOG, ",0.15,", ",0.150,", "line 2"),
        (LOG, ",0.15,", ",0.15,,", "line"),
    ] {
        let workshop = built();
        refresh(&workshop, AUGUST, "0.15000000000000002", "0.2");
        workshop.change(file, from, to);
        let before = (workshop.files("out"), workshop.files("tables"));
        let output = workshop.build("out");
        let (error, name) = (said(&output), file.rsplit('/').next().unwrap());
        assert_eq!(output.status.code(), Some(1), "{file}, {from}: {error}");
        assert!(error.contains(name) && error.contains(place), "{file}, {place}: {error}");
        assert_eq!((workshop.files("out"), workshop.files("tables")), before, "{file}, {from}");
        let checked = workshop.check();
        let found = said(&checked);
        assert!(!checked.status.success() && found.contains(name), "{file}, {from}: {found}");
    }
}
