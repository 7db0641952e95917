//! `catalog build` on small feeds.

use crate::feeds::{Workshop, check, said};
use llm_compare::catalog::{Capability, Dialect, Model, Providers, ReasoningMode, Route, RouteStatus, parse};
use std::collections::BTreeMap;
use std::fs;

fn built() -> Workshop {
    let workshop = Workshop::new();
    workshop.must_build();
    workshop
}

fn model(workshop: &Workshop, slug: &str) -> Model {
    parse(slug, &workshop.read(&format!("out/models/{slug}.json"))).unwrap()
}

fn route<'a>(model: &'a Model, provider: &str, id: &str) -> &'a Route {
    model.routes.iter().find(|r| r.provider == provider && r.model_id == id).unwrap()
}

#[test]
fn what_is_built_passes_the_check() {
    let workshop = built();
    let output = check(&workshop.path("out"));
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn rows_of_one_model_come_together_whatever_they_call_it() {
    let workshop = built();
    let rocket = model(&workshop, "rocket-2");
    let found: Vec<_> = rocket
        .routes
        .iter()
        .map(|r| (r.provider.as_str(), r.model_id.as_str(), r.status, r.variant.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(
        found,
        [
            ("acme", "rocket-2", RouteStatus::Live, ""),
            ("host", "Rocket-2-FP8", RouteStatus::Free, ""),
            ("host", "whatever", RouteStatus::Live, ""),
            ("openrouter", "acme/rocket-2", RouteStatus::Live, ""),
            ("openrouter", "~acme/rocket-latest", RouteStatus::Listed, "latest"),
            ("seat", "roadrunner", RouteStatus::Plan, ""),
            ("shop", "acme-ai/rocket-2-2026-03-01:free", RouteStatus::Deprecated, "free"),
        ]
    );
    assert_eq!(rocket.aliases, ["roadrunner", "rocket-2-2026-03-01"]);
    let unjoined = workshop.read("tables/unjoined.md");
    assert!(unjoined.contains("- host (1): `mystery-9`"), "{unjoined}");
    assert!(!unjoined.contains("rocket-embed") && unjoined.contains("1 are not language models"), "{unjoined}");
}

#[test]
fn the_lab_level_decides_and_the_others_agree_or_dispute() {
    let rocket = model(&built(), "rocket-2");
    let facts = &rocket.facts;
    let context = facts.context_tokens.as_ref().unwrap();
    assert_eq!((context.value.unwrap().0, context.source.as_str()), (400_000, "models.dev"));
    assert_eq!((context.disputed[0].value.0, context.disputed[0].source.as_str()), (262_144, "openrouter"));
    assert_eq!(facts.max_input_tokens.as_ref().unwrap().value.unwrap().0, 272_000);
    // OpenRouter's day is the day it listed the model.
    let released = facts.released.as_ref().unwrap();
    assert!(released.value.unwrap().to_string() == "2026-03-01" && released.disputed.is_empty());
    let cutoff = facts.knowledge_cutoff.as_ref().unwrap();
    assert_eq!(
        (cutoff.value.as_ref().unwrap().value.to_string().as_str(), cutoff.source.as_str()),
        ("2025-09-30", "openrouter")
    );
    let reasoning = facts.reasoning.as_ref().unwrap().value.clone().unwrap();
    assert_eq!(
        (reasoning.mode, reasoning.efforts),
        (ReasoningMode::Mandatory, vec!["low".to_owned(), "high".to_owned()])
    );
    let says = |capability| {
        rocket.capabilities.get(&capability).and_then(|fact: &llm_compare::catalog::Fact<bool>| fact.value)
    };
    assert_eq!(says(Capability::Vision), Some(true));
    assert_eq!(says(Capability::Audio), Some(false));
    assert_eq!(says(Capability::WebSearch), None, "silence is unknown");
}

#[test]
fn how_a_provider_is_reached_is_what_people_say_else_what_the_feed_says() {
    let workshop = Workshop::new();
    let mut api: serde_json::Value = serde_json::from_str(&workshop.read("feeds/api.json")).unwrap();
    api["host"]["api"] = "https://${HOST_REGION}.host.example/v1/".into();
    api["shop"]["api"] = "${SHOP_URL}/v1".into();
    workshop.write("feeds/api.json", &api.to_string());
    let connections = r#"
[connections.acme]
dialect = "anthropic_messages"
key = "ACME_KEY"
doc = "https://acme.example/api"
routes = [{ begins = ["rocket-2"], dialect = "openai_chat", base_url = "https://chat.acme.example/v1" }]
"#;
    let lines = workshop.read("tables/providers.toml");
    workshop.write("tables/providers.toml", &format!("{lines}{connections}"));
    workshop.must_build();
    let providers: Providers = parse("providers.json", &workshop.read("out/providers.json")).unwrap();
    let acme = providers.providers.get("acme").unwrap();
    assert_eq!((acme.dialect, acme.key_variable()), (Some(Dialect::AnthropicMessages), Some("ACME_KEY")));
    assert_eq!(acme.base_url.as_deref(), Some("https://api.acme.example/v1"), "what the line does not say stays");
    assert_eq!(
        providers.providers.get("host").unwrap().base_url.as_deref(),
        Some("https://YOUR-HOST-REGION.host.example/v1")
    );
    assert_eq!(providers.providers.get("shop").unwrap().base_url, None, "an address that is all the customer's own");
    let rocket = model(&workshop, "rocket-2");
    let own = route(&rocket, "acme", "rocket-2");
    assert_eq!(own.dialect, Some(Dialect::OpenaiChat));
    assert_eq!(own.base_url.as_deref(), Some("https://chat.acme.example/v1"));
    workshop.write("tables/providers.toml", &format!("{lines}{}", connections.replace("ns.acme", "ns.nobody")));
    let output = workshop.build("out");
    assert!(
        !output.status.success() && said(&output).contains("connections.nobody: is no provider"),
        "{}",
        said(&output)
    );
}

#[test]
fn prices_are_exact_and_zero_is_no_price() {
    let rocket = model(&built(), "rocket-2");
    let own = &route(&rocket, "acme", "rocket-2").prices[0];
    assert_eq!(own.classes.input.unwrap().to_string(), "0.15", "no float dust");
    assert_eq!((own.tiers[0].above_input_tokens.0, own.classes.cache_write_5m), (200_000, None));
    assert!(route(&rocket, "acme", "rocket-2").cache_write.is_some(), "reads are priced and writes are not");
    let passed_on = &route(&rocket, "openrouter", "acme/rocket-2").prices[0];
    assert_eq!(passed_on.classes.input.unwrap().to_string(), "0.14", "the newer of two lists");
    assert_eq!(passed_on.disputed[0].input.unwrap().to_string(), "0.15");
    let by_hint = route(&rocket, "host", "whatever");
    assert_eq!((by_hint.context_tokens, by_hint.prices[0].classes.cache_read), (None, None), "0 is not known");
    assert_eq!(by_hint.lacks, [Capability::Vision, Capability::Reasoning, Capability::FunctionCalling]);
    assert!(route(&rocket, "host", "Rocket-2-FP8").prices.is_empty(), "a free tier has no price");
    assert!(route(&rocket, "seat", "roadrunner").prices.is_empty(), "a plan has no price");
}

#[test]
fn a_model_its_lab_has_closed_keeps_its_last_price_until_that_day() {
    let rocket = model(&built(), "rocket-1");
    let last = route(&rocket, "acme", "rocket-1");
    assert_eq!(last.status, RouteStatus::Removed);
    assert_eq!(last.prices[0].to.unwrap().to_string(), "2026-05-01");
}

#[test]
fn results_become_scores_of_described_benchmarks_that_enough_models_have() {
    let workshop = Workshop::new();
    let result = "\n[[benchmarks]]\nname = \"GPQA\"\nscore = 50.5\nsource = \"https://acme.example/\"\n";
    let mut api: serde_json::Value = serde_json::from_str(&workshop.read("feeds/api.json")).unwrap();
    for slug in ["rocket-2", "rocket-3", "rocket-4"] {
        let mut route = api["acme"]["models"]["rocket-2"].clone();
        route["id"] = slug.into();
        api["acme"]["models"][slug] = route;
        let row = format!("{}{result}", include_str!("feeds/rocket-2.toml").replace("Rocket 2", slug));
        workshop.write(&format!("feeds/models/acme/{slug}.toml"), &row);
    }
    workshop.write("feeds/api.json", &api.to_string());
    workshop.must_build();
    let scores = model(&workshop, "rocket-2").scores;
    let found: Vec<_> = scores.iter().map(|s| (s.series.as_str(), s.value.to_string(), s.variant.as_deref())).collect();
    assert_eq!(found, [("epoch", "47.9".to_owned(), Some("high")), ("lab", "50.5".to_owned(), None)]);
    assert_eq!(scores[0].stderr.map(|s| s.to_string()).as_deref(), Some("1.8"));
    // One model alone says too little.
    assert_eq!(model(&built(), "rocket-2").scores, []);
}

#[test]
fn a_result_outside_the_range_of_its_benchmark_stops_the_build() {
    let workshop = Workshop::new();
    let row = format!(
        "{}\n[[benchmarks]]\nname = \"GPQA\"\nscore = 5050\nsource = \"https://acme.example/\"\n",
        include_str!("feeds/rocket-2.toml")
    );
    workshop.write("feeds/models/acme/rocket-2.toml", &row);
    let output = workshop.build("out");
    assert!(
        !output.status.success() && said(&output).contains("GPQA of rocket-2: 5050 is outside"),
        "{}",
        said(&output)
    );
}

#[test]
fn the_same_feeds_give_the_same_bytes() {
    let workshop = built();
    let first = workshop.read("tables/unjoined.md");
    assert!(workshop.build("again").status.success());
    let files = |folder: &str| -> BTreeMap<_, _> {
        [folder.to_owned(), format!("{folder}/models")]
            .iter()
            .flat_map(|folder| fs::read_dir(workshop.path(folder)).unwrap())
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| (path.file_name().unwrap().to_owned(), fs::read(path).unwrap()))
            .collect()
    };
    assert_eq!(files("out"), files("again"));
    assert_eq!(files("out").len(), 9);
    assert_eq!(workshop.read("tables/unjoined.md"), first);
}

#[test]
fn a_feed_that_is_missing_or_damaged_is_named_and_leaves_the_old_catalogue_alone() {
    let workshop = built();
    let (model, report) = (workshop.read("out/models/rocket-2.json"), workshop.read("tables/unjoined.md"));
    for (file, from, to, place) in [
        ("feeds/api.json", "\"limit\": {\"context\": 400000", "\"limit\": {\"context\": \"big\"", "acme"),
        (
            "feeds/api.json",
            "\"output\": 0.6, \"cache_read\"",
            "\"output\": -1, \"cache_read\"",
            "acme.models.rocket-2.cost",
        ),
        ("feeds/api.json", "[\"text\", \"image\"]", "[\"smell\"]", "acme.models.rocket-2.modalities.input"),
        ("feeds/api.json", "\"doc\"", "\"dok\"", "acme"),
        ("feeds/openrouter.json", "\"data\"", "\"rows\"", "data"),
        ("feeds/openrouter.json", "\"created\": 1772409600", "\"created\": null", "data[0].created"),
        ("feeds/openrouter.json", "0.00000015", "cheap", "data[0].pricing"),
        ("feeds/bases.json", "acme/rocket-2", "rocket-2", "host/whatever"),
        ("feeds/removed.json", "2026-05-01", "2026-02-30", "[0].removed"),
        ("feeds/parameters.csv", "70000000000", "many", "line 2"),
        ("feeds/models/acme/rocket-2.toml", "400_000", "\"big\"", "limit.context"),
        ("feeds/models/acme/rocket-2.toml", "name = \"Rocket 2\"", "name = ", "line 1"),
        ("tables/providers.toml", "kind = \"host\"", "kind = \"hotel\"", "providers.host.kind"),
        ("tables/providers.toml", "seat =", "chair =", "seat"),
        ("tables/feeds.toml", "models.dev/bases", "models.dev/basis", "models.dev/basis"),
        ("tables/feeds.toml", "source = \"openrouter\"", "source = \"closedrouter\"", "openrouter/models"),
    ] {
        let good = workshop.change(file, from, to);
        let output = workshop.build("out");
        let error = said(&output);
        assert_eq!(output.status.code(), Some(1), "{file}: {error}");
        let name = file.rsplit('/').next().unwrap();
        assert!(error.contains(name) && error.contains(place), "{file}, {place}: {error}");
        workshop.write(file, &good);
    }
    for file in
        ["feeds/api.json", "feeds/openrouter.json", "feeds/removed.json", "feeds/bases.json", "feeds/parameters.csv"]
    {
        let good = workshop.read(file);
        let half = &good[..good.len() / 2];
        for (content, what) in [(Some(""), "empty"), (Some(half), ""), (None, "no such file")] {
            match content {
                // Half of a list with a row to a line is a shorter list; only JSON tells.
                Some(half) if file.ends_with(".csv") && !half.is_empty() => continue,
                Some(content) => workshop.write(file, content),
                None => workshop.remove(file),
            }
            let output = workshop.build("out");
            let error = said(&output);
            assert_eq!(output.status.code(), Some(1), "{file}: {error}");
            assert!(error.contains(file.rsplit('/').next().unwrap()) && error.contains(what), "{file}: {error}");
        }
        workshop.write(file, &good);
    }
    assert_eq!(workshop.read("out/models/rocket-2.json"), model);
    assert_eq!(workshop.read("tables/unjoined.md"), report);
}
