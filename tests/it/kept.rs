//! `catalog build` without the files of feeds that cannot be downloaded again.

use crate::feeds::{Workshop, said};
use std::fs;

/// Every small feed there is, none of which can be downloaded again, built once.
fn built() -> Workshop {
    let workshop = Workshop::with_more_feeds();
    workshop.write(
        "feeds/prices.json",
        "{\"host/whatever\": [[\"2026-03-01\", {\"input\": 0.2, \"output\": 0.5}], [\"2026-04-01\", {\"input\": 0.1, \"output\": 0.5}]]}",
    );
    let line = "\n[feeds.\"models.dev/prices\"]\nsource = \"models.dev\"\npath = \"prices.json\"\nas_of = \"2026-07-02\"\nrefresh = \"derive\"\n";
    let feeds = workshop.read("tables/feeds.toml").replace("refresh = \"download\"", "refresh = \"frozen\"");
    workshop.write("tables/feeds.toml", &format!("{feeds}{line}"));
    workshop.change(
        "feeds/removed.json",
        "\"name\": \"Rocket 1\"",
        "\"name\": \"Rocket 1\", \"description\": \"Prose of a card.\"",
    );
    workshop.must_build();
    workshop
}

#[test]
fn what_every_feed_said_is_kept_and_makes_the_same_catalogue_byte_for_byte() {
    let workshop = built();
    let before = (workshop.files("out"), workshop.files("tables"), workshop.read("feed.xml"));
    fs::remove_dir_all(workshop.path("feeds")).unwrap();
    workshop.must_build();
    assert_eq!((workshop.files("out"), workshop.files("tables"), workshop.read("feed.xml")), before);
    let prices = workshop.read("out/models/rocket-2.json");
    assert!(prices.contains("\"to\": \"2026-04-01\""), "its past is there: {prices}");
}

#[test]
fn what_people_leave_out_is_no_model_with_the_files_and_without() {
    let workshop = built();
    let gone = "[{\"provider\": \"host\", \"id\": \"acme/glider-1\", \"removed\": \"2026-05-01\", \"last\": {\"name\": \"Glider 1\", \
        \"release_date\": \"2024-03-01\", \"reasoning\": false, \"tool_call\": false, \"open_weights\": false, \"limit\": {\"context\": 8192, \
        \"output\": 4096}, \"modalities\": {\"input\": [\"text\"], \"output\": [\"text\"]}, \"cost\": {\"input\": 1, \"output\": 3}}},";
    workshop.change("feeds/removed.json", "[", gone);
    workshop.must_build();
    assert!(workshop.path("out/models/glider-1.json").exists(), "those who ran it know it");
    workshop.change("tables/corrections.toml", "left_out = []", "");
    let line = "\n[[left_out]]\nmodels = [\"glider-1\"]\nreason = \"It only glides.\"\n";
    workshop.write("tables/corrections.toml", &format!("{}{line}", workshop.read("tables/corrections.toml")));
    workshop.must_build();
    let before = (workshop.files("out"), workshop.files("tables"));
    assert!(!workshop.path("out/models/glider-1.json").exists());
    assert!(!workshop.read("tables/unjoined.md").contains("glider-1"), "nothing is to be decided");
    fs::remove_dir_all(workshop.path("feeds")).unwrap();
    workshop.must_build();
    assert_eq!((workshop.files("out"), workshop.files("tables")), before);
}

#[test]
fn claims_are_kept_and_prose_is_not() {
    let kept = built().files("tables/frozen");
    assert_eq!(kept.len(), 13, "{:?}", kept.keys());
    for (file, text) in kept {
        assert!(!text.contains("Prose"), "{}: {text}", file.display());
    }
}

#[test]
fn a_later_decision_applies_to_what_is_kept() {
    let workshop = built();
    fs::remove_dir_all(workshop.path("feeds")).unwrap();
    workshop.change(
        "tables/aliases.toml",
        "[aliases]\n",
        "[aliases]\nmystery-9 = { to = \"rocket-2\", reason = \"It is.\" }\n",
    );
    workshop.must_build();
    assert!(workshop.read("out/models/rocket-2.json").contains("mystery-9"));
}

#[test]
fn what_is_kept_is_brought_up_to_date_from_newer_files() {
    let workshop = built();
    workshop.change("feeds/azure.csv", "2027-06-01", "2027-01-01");
    workshop.change("tables/feeds.toml", "azure.csv\", as_of = \"2026-07-07", "azure.csv\", as_of = \"2026-08-07");
    workshop.must_build();
    let kept = workshop.read("tables/frozen/azure.jsonl");
    assert!(
        kept.starts_with("{\"feed\":{\"as_of\":\"2026-08-07\",\"source\":\"azure\"}}\n") && kept.contains("2027-01-01"),
        "{kept}"
    );
}

#[test]
fn what_is_neither_there_nor_kept_or_kept_in_a_damaged_file_is_named_and_leaves_everything_alone() {
    let file = "tables/frozen/azure.jsonl";
    for (from, to, place) in [
        ("", "", "feeds/azure.csv"),
        ("2026-07-07", "2026-07-08", "line 1: is not of azure on 2026-07-07"),
        ("\"source\":\"azure\"", "\"source\":\"cloud\"", "line 1: is not of azure"),
        ("{\"feed\"", "{\"feet\"", "line 1"),
        ("\"exact\"", "\"about\"", "line 2"),
        ("\"lifecycle\"", "\"prose\"", "line 2"),
        ("2026-05-01", "2026-02-30", "line 2"),
        ("retired\"}}}}", "retired\"}}", "line 2"),
    ] {
        let workshop = built();
        workshop.remove("feeds/azure.csv");
        if from.is_empty() {
            workshop.remove(file);
        } else {
            workshop.change(file, from, to);
        }
        let before = (workshop.files("out"), workshop.files("tables"), workshop.read("feed.xml"));
        let output = workshop.build("out");
        let error = said(&output);
        assert_eq!(output.status.code(), Some(1), "{from}: {error}");
        assert!(error.contains("frozen/azure.jsonl") && error.contains(place), "{place}: {error}");
        assert_eq!((workshop.files("out"), workshop.files("tables"), workshop.read("feed.xml")), before);
    }
}
