//! `catalog build` with models that no list of their lab's has and a person knows from a page of the lab.

use crate::feeds::{Workshop, check, said};
use llm_compare::catalog::{Model, RouteStatus, parse};

const PAGE: &str = "https://acme.example/mystery";

/// What `feeds.toml` says of people as a source.
const SOURCE: &str = r#"
[sources.by-hand]
name = "Read by hand"
url = "https://acme.example"
licence = "facts only"
attribution = "Read by hand"
refresh = "frozen"
as_of = "2026-08-21"
"#;

/// A line about the model that only those who run or resell it know in the small feeds.
fn line(more: &str) -> String {
    format!("\n[[facts]]\nmodel = \"mystery-9\"\n{more}url = \"{PAGE}\"\nreason = \"Its page.\"\n")
}

/// A workshop where a reseller sells the model too, with these lines of corrections.
fn workshop(lines: &str) -> Workshop {
    let workshop = Workshop::new();
    let api = workshop.read("feeds/api.json");
    let sold = r#"  "shop": {"name": "Shop", "doc": "https://shop.example", "env": [], "npm": "@ai-sdk/openai-compatible", "models": {
    "them/Mystery-9": {"id": "them/Mystery-9", "name": "M", "release_date": "2021-01-01", "reasoning": false, "tool_call": false,
      "open_weights": false, "limit": {"context": 5, "output": 5}, "modalities": {"input": ["text"], "output": ["text"]},
      "cost": {"input": 9, "output": 9}},"#;
    let shop = r#"  "shop": {"name": "Shop", "doc": "https://shop.example", "env": [], "npm": "@ai-sdk/openai-compatible", "models": {"#;
    assert!(api.contains(shop), "the fixture has the shop");
    workshop.write("feeds/api.json", &api.replace(shop, sold));
    let feeds = workshop.read("tables/feeds.toml");
    workshop.write("tables/feeds.toml", &format!("{feeds}{SOURCE}"));
    let corrections = workshop.read("tables/corrections.toml").replace("facts = []\n", "");
    workshop.write("tables/corrections.toml", &format!("{corrections}{lines}"));
    workshop.write("tables/names.toml", "[names]\nmystery-9 = \"Mystery 9\"\n");
    workshop
}

#[test]
fn a_line_with_the_lab_makes_a_model_known_and_the_rows_of_others_join_it() {
    let line = line("lab = \"acme\"\nreleased = \"2026-02\"\ncontext_tokens = 32_768\n");
    let workshop = workshop(&line);
    workshop.must_build();
    let model: Model = parse("mystery-9", &workshop.read("out/models/mystery-9.json")).unwrap();
    assert_eq!((model.lab.as_str(), model.name.as_str()), ("acme", "Mystery 9"));
    let released = model.facts.released.unwrap();
    assert_eq!((released.value.unwrap().to_string().as_str(), released.url.as_deref()), ("2026-02", Some(PAGE)));
    let window = model.facts.context_tokens.unwrap();
    assert_eq!((window.value.unwrap().0, window.source.as_str()), (32_768, "by-hand"));
    let routes: Vec<_> = model.routes.iter().map(|r| (r.provider.as_str(), r.model_id.as_str(), r.status)).collect();
    assert!(routes.contains(&("shop", "them/Mystery-9", RouteStatus::Live)), "{routes:?}");
    assert!(!workshop.read("tables/unjoined.md").contains("mystery-9`"), "nothing of it is left over");
    let output = check(&workshop.path("out"));
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn facts_without_the_lab_make_no_model() {
    let workshop = workshop(&line("released = \"2026-02\"\ncontext_tokens = 32_768\n"));
    workshop.must_build();
    assert!(!workshop.path("out/models/mystery-9.json").exists());
    assert!(workshop.read("tables/unjoined.md").contains("- shop (1): `them/Mystery-9`"));
}

#[test]
fn a_line_that_cannot_make_its_model_known_stops_the_build_and_is_named() {
    for (more, wrong) in [
        ("lab = \"nobody\"\nreleased = \"2026-02\"\n", "mystery-9: names a lab that is not in labs.toml"),
        ("lab = \"acme\"\n", "mystery-9: names a lab and no day of release"),
    ] {
        let output = workshop(&line(more)).build("out");
        assert!(!output.status.success() && said(&output).contains(wrong), "{}", said(&output));
    }
}
