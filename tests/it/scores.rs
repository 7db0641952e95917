//! `catalog build` with boards of benchmark results.
#![expect(clippy::indexing_slicing, reason = "helpers of tests are not marked as tests")]

use crate::feeds::{Workshop, check, said};
use llm_compare::catalog::{Benchmarks, Model, Score, ScoreOrigin, parse};
use llm_compare::compare::{Listed, overview};

/// The columns that each of Epoch AI's copies of other people's boards must have.
const EXTERNAL: [(&str, &str); 20] = [
    ("aider_polyglot_external", "Percent correct,Edit format,Date of evaluation"),
    ("apex_agents_external", "Pass@1 score,Pass@1 Standard Error,Name"),
    ("arc_agi_external", "Score,Name"),
    ("arc_agi_2_external", "Score,Name"),
    ("balrog_external", "Average progress,Average Standard error"),
    ("cad_eval_external", "Overall pass (%)"),
    ("cybench_external", "Unguided % Solved,Source link"),
    ("deepresearchbench_external", "Average score,Source link"),
    ("gdpval_external", "Win + tie rate (%)"),
    ("geobench_external", "ACW Avg Score,Tools"),
    ("gso_external", "Score OPT@1,Scaffold,Evaluation date"),
    ("metr_time_horizons_external", "Time horizon,CI_low,CI_high,METR version"),
    ("mmlu_external", "EM,Source link"),
    ("os_world_external", "Score,Date added,Agent,Source link"),
    ("posttrainbench_external", "Average (%),Scaffold,Name"),
    ("simplebench_external", "Score (AVG@5)"),
    ("swe_bench_bash", "% Resolved,SWE-Agent Release Version,Date run"),
    ("terminalbench_external", "Accuracy mean,Accuracy SE,Agent,Run date"),
    ("vpct_external", "Correct"),
    ("weirdml_external", "Accuracy"),
];

const BOARDS: [(&str, &str); 8] = [
    ("feeds/aider/polyglot_leaderboard.yml", include_str!("feeds/boards/polyglot.yml")),
    ("feeds/aider/edit_leaderboard.yml", "[]\n"),
    ("feeds/aider/refactor_leaderboard.yml", "[]\n"),
    ("feeds/bfcl.csv", include_str!("feeds/boards/bfcl.csv")),
    ("feeds/vectara.csv", include_str!("feeds/boards/vectara.csv")),
    ("feeds/simple-evals.tsv", include_str!("feeds/boards/simple-evals.tsv")),
    ("feeds/llmstats/organizations/acme/models/rocket-2/model.json", include_str!("feeds/boards/llmstats-model.json")),
    (
        "feeds/llmstats/organizations/acme/models/rocket-2/benchmarks.json",
        include_str!("feeds/boards/llmstats-benchmarks.json"),
    ),
];

const TAU2: &str = include_str!("feeds/boards/tau2.json");

/// Three models, so that their benchmarks are shown, and every board.
pub(crate) fn workshop() -> Workshop {
    let workshop = Workshop::new();
    let mut api: serde_json::Value = serde_json::from_str(&workshop.read("feeds/api.json")).unwrap();
    for slug in ["rocket-3", "rocket-4"] {
        let mut route = api["acme"]["models"]["rocket-2"].clone();
        route["id"] = slug.into();
        api["acme"]["models"][slug] = route;
        let row = include_str!("feeds/rocket-2.toml").replace("Rocket 2", slug);
        workshop.write(&format!("feeds/models/acme/{slug}.toml"), &row);
    }
    workshop.write("feeds/api.json", &api.to_string());
    let copy = "\n[[benchmarks]]\nname = \"Aider Polyglot\"\nscore = 61.3\nsource = \"https://aider.chat/docs/\"\n";
    workshop.write("feeds/models/acme/rocket-2.toml", &format!("{}{copy}", include_str!("feeds/rocket-2.toml")));
    for (name, content) in BOARDS {
        workshop.write(name, content);
    }
    workshop.write("feeds/llmstats/providers/acme/models.json", "[]");
    for (name, from, to) in [
        ("rocket-2", "", ""),
        ("rocket-3", "\"Sierra\"", "\"Acme\""),
        ("rocket-4", "", ""),
        ("voice", "\"text\"", "\"voice\""),
        ("agent", "\"standard\"", "\"custom\""),
    ] {
        let model = if name.starts_with("rocket") { name } else { "rocket-2" };
        let text = TAU2.replace("Rocket 2", model).replace(from, to);
        workshop.write(&format!("feeds/tau2/{name}.json"), &text);
    }
    for (file, columns) in EXTERNAL {
        workshop.write(&format!("feeds/epoch/{file}.csv"), &format!("Model version,Release date,{columns}\n"));
    }
    let rows = |file: &str, rows: &[&str]| {
        let name = format!("feeds/epoch/{file}.csv");
        workshop.write(&name, &format!("{}{}\n", workshop.read(&name), rows.join("\n")));
    };
    rows(
        "aider_polyglot_external",
        &["rocket-2_high,2026-03-01,61.3,diff,", "rocket-3,2026-03-01,50,diff,", "rocket-4,2026-03-01,50,diff,"],
    );
    rows(
        "arc_agi_2_external",
        &[
            "rocket-2_120K,2026-03-01,0.6917,\"Rocket 2 (120K, High)\"",
            "rocket-2_120K,2026-03-01,0.6458,\"Rocket 2 (120K, Low)\"",
            "rocket-2_unknown,2026-03-01,0.5,Rocket 2",
            "rocket-3,2026-03-01,0.5,Rocket 3",
            "rocket-4,2026-03-01,0,Rocket 4",
        ],
    );
    let horizon = |slug: &str| format!("{slug},2026-03-01,100,60.8,139.2,METR-Horizon-v1.1");
    rows("metr_time_horizons_external", &[&horizon("rocket-2"), &horizon("rocket-3"), &horizon("rocket-4")]);
    let tables = workshop.read("tables/feeds.toml");
    workshop.write("tables/feeds.toml", &format!("{tables}{}", include_str!("feeds/boards/feeds.toml")));
    let benchmarks = workshop.read("tables/benchmarks.toml");
    workshop.write("tables/benchmarks.toml", &format!("{benchmarks}{}", include_str!("feeds/boards/benchmarks.toml")));
    workshop
}

fn built() -> Workshop {
    let workshop = workshop();
    workshop.must_build();
    workshop
}

fn model(workshop: &Workshop, slug: &str) -> Model {
    parse(slug, &workshop.read(&format!("out/models/{slug}.json"))).unwrap()
}

fn benchmarks(workshop: &Workshop) -> Benchmarks {
    parse("benchmarks.json", &workshop.read("out/benchmarks.json")).unwrap()
}

/// The scores of a model on one benchmark.
fn scores(workshop: &Workshop, slug: &str, benchmark: &str) -> Vec<Score> {
    model(workshop, slug).scores.into_iter().filter(|score| score.benchmark == benchmark).collect()
}

/// Of each score, in order: the series, the variant and the value.
fn values(scores: &[Score]) -> Vec<(&str, &str, String)> {
    let row = |score: &Score| score.value.to_string();
    scores.iter().map(|s| (s.series.as_str(), s.variant.as_deref().unwrap_or_default(), row(s))).collect()
}

#[test]
fn what_is_built_passes_the_check() {
    let output = check(&built().path("out"));
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn values_of_every_feed_are_brought_to_the_scale_of_the_benchmark() {
    let workshop = built();
    let value = |benchmark: &str| {
        let best = scores(&workshop, "rocket-2", benchmark).into_iter().map(|score| score.value).max();
        best.unwrap().to_string()
    };
    assert_eq!(value("arc-agi-2"), "69.17", "a share of 1");
    assert_eq!(value("bfcl"), "77.47", "percent with its sign");
    assert_eq!(value("tau2-airline"), "84", "percent");
    let horizon = &scores(&workshop, "rocket-2", "horizon")[0];
    assert_eq!((horizon.value.to_string(), horizon.stderr.unwrap().to_string()), ("100".to_owned(), "20".to_owned()));
}

#[test]
fn one_run_that_arrives_by_three_feeds_is_one_score_and_two_agreements() {
    let workshop = built();
    let scores = scores(&workshop, "rocket-2", "aider-polyglot");
    assert_eq!(values(&scores), [("aider", "32K", "63.1".to_owned()), ("aider", "high", "61.3".to_owned())]);
    let [budget, high] = scores.as_slice() else { panic!("{scores:?}") };
    assert_eq!(
        (high.source.as_str(), high.agree.as_slice()),
        ("aider", ["epoch".to_owned(), "models.dev".to_owned()].as_slice())
    );
    assert_eq!(
        (high.harness.as_deref(), high.date.map(|day| day.to_string())),
        (Some("diff"), Some("2026-03-10".to_owned()))
    );
    let amounts = |score: &Score| [score.cost_usd, score.time_seconds].map(|amount| amount.map(|a| a.to_string()));
    assert_eq!(amounts(high), [Some("2.5".to_owned()), Some("17.3".to_owned())]);
    assert_eq!(amounts(budget), [None, Some("27.3".to_owned())], "a cost of 0 was not measured");
}

#[test]
fn effort_and_mode_are_kept_apart_and_an_unknown_effort_is_none() {
    let workshop = built();
    let of = |benchmark: &str| -> Vec<(String, String)> {
        let scores = scores(&workshop, "rocket-2", benchmark);
        values(&scores).into_iter().map(|(_, variant, value)| (variant.to_owned(), value)).collect()
    };
    let pair = |variant: &str, value: &str| (variant.to_owned(), value.to_owned());
    assert_eq!(of("arc-agi-2"), [pair("", "50"), pair("120K, high", "69.17"), pair("120K, low", "64.58")]);
    assert_eq!(of("bfcl"), [pair("function calling", "77.47"), pair("prompt", "33.4")]);
    assert_eq!(of("tau2-airline"), [pair("xhigh", "84")]);
}

#[test]
fn what_labs_report_is_marked_and_one_plain_attempt_only() {
    let workshop = built();
    let known = benchmarks(&workshop);
    let origin = |score: &Score| known.series.iter().find(|series| series.id == score.series).unwrap().origin;
    let mmlu = scores(&workshop, "rocket-2", "mmlu");
    assert_eq!(values(&mmlu), [("lab", "high", "90.2".to_owned())]);
    assert_eq!(
        (origin(&mmlu[0]), mmlu[0].agree.as_slice()),
        (ScoreOrigin::SelfReported, ["llmstats".to_owned()].as_slice())
    );
    let tau2 = scores(&workshop, "rocket-3", "tau2-airline");
    assert_eq!(origin(&tau2[0]), ScoreOrigin::SelfReported, "submitted by the lab itself");
    assert!(tau2[0].url.as_ref().unwrap().ends_with("/rocket-3"));
    assert_eq!(origin(&scores(&workshop, "rocket-4", "tau2-airline")[0]), ScoreOrigin::Owner);
    let unjoined = workshop.read("tables/unjoined.md");
    assert!(!unjoined.contains("llmstats: drop") && !unjoined.contains("llmstats: simpleqa"), "{unjoined}");
    assert!(unjoined.contains("simple-evals: DROP"), "a benchmark that nobody has described is listed: {unjoined}");
}

#[test]
fn voices_agents_and_two_models_together_are_no_model() {
    let workshop = built();
    assert_eq!(scores(&workshop, "rocket-2", "tau2-airline").len(), 1);
    let polyglot = scores(&workshop, "rocket-2", "aider-polyglot");
    assert!(polyglot.iter().all(|score| !["99", "2"].contains(&score.value.to_string().as_str())), "{polyglot:?}");
}

#[test]
fn where_less_is_better_the_side_with_less_is_ahead() {
    let workshop = built();
    let models = ["rocket-2", "rocket-3"].map(|slug| model(&workshop, slug));
    let sides: Vec<Listed> = models.iter().map(|model| (model, [].as_slice())).collect();
    let rows = overview(&sides, Some(&benchmarks(&workshop)), "2026-08-21".parse().unwrap()).benchmarks.unwrap().shared;
    let row = rows.iter().find(|row| row.label == "Hallucinations").unwrap();
    let texts: Vec<_> = row.cells.iter().map(|cell| cell.figure.reading.text()).collect();
    assert_eq!(texts, ["12.5 %", "3.5 %"]);
    assert!(row.outcome.starts_with('B') && row.outcome.contains("ahead by 9 points"), "{}", row.outcome);
}

#[test]
fn a_run_older_than_the_model_is_of_another_release() {
    let workshop = built();
    assert_eq!(values(&scores(&workshop, "rocket-3", "aider-polyglot")), [("aider", "", "50".to_owned())]);
    let unjoined = workshop.read("tables/unjoined.md");
    assert!(unjoined.contains("### Of another release, by provider\n\n- Aider (1): `rocket-3`"), "{unjoined}");
}

#[test]
fn rows_that_people_know_to_be_wrong_are_not_read() {
    let workshop = workshop();
    let corrections = workshop.read("tables/corrections.toml");
    let line = "[[rows]]\nsource = \"epoch\"\nids = [\"rocket-2\"]\nignore = [\"results\"]\n\
        benchmarks = [\"arc_agi_2_external\"]\nreason = \"Another model's.\"\n";
    workshop.write("tables/corrections.toml", &format!("{corrections}\n{line}"));
    workshop.must_build();
    assert_eq!(scores(&workshop, "rocket-2", "arc-agi-2"), []);
    assert_eq!(scores(&workshop, "rocket-2", "horizon").len(), 1);
}

#[test]
fn a_value_outside_the_range_and_a_damaged_board_stop_the_build_with_the_place() {
    let workshop = workshop();
    for (file, from, to, place) in [
        ("feeds/vectara.csv", "12.5", "125", "vectara:hallucination rate of acme/rocket-2: 125 is outside"),
        (
            "feeds/bfcl.csv",
            "77.47%",
            "77,47",
            "bfcl.csv: at row 1, \"Total Cost ($)\": \"Rocket-2 (FC)\" is not a number",
        ),
        ("feeds/bfcl.csv", "Total Cost ($)", "Cost", "bfcl.csv: at row 1, \"Total Cost ($)\": there is no such cell"),
        ("feeds/epoch/arc_agi_2_external.csv", "0.6917", "69.17", "epoch:arc_agi_2_external of rocket-2: 6917 is"),
        ("feeds/epoch/arc_agi_2_external.csv", ",Score", ",Result", "arc_agi_2_external.csv: at row 1, \"Score\""),
        ("feeds/aider/polyglot_leaderboard.yml", "pass_rate_1: 40.0", "pass_rate: 40.0", "polyglot_leaderboard.yml"),
        ("feeds/tau2/rocket-2.json", "84.0", "\"many\"", "rocket-2.json: at results.airline.pass_1"),
        ("feeds/simple-evals.tsv", "90.2", "best", "simple-evals.tsv: at row 2, \"MMLU\": \"best\""),
        (
            "feeds/llmstats/organizations/acme/models/rocket-2/model.json",
            "release_date",
            "released",
            "model.json: at .: missing field `release_date`",
        ),
        (
            "feeds/llmstats/organizations/acme/models/rocket-2/benchmarks.json",
            "https://acme.example/news",
            "javascript:alert(1)",
            "llmstats:mmlu of rocket-2: \"javascript:alert(1)\" is no address",
        ),
        ("tables/benchmarks.toml", "name = \"Vectara\"", "name = \"Victoria\"", "is of no series"),
    ] {
        let good = workshop.change(file, from, to);
        let error = said(&workshop.build("out"));
        assert!(error.contains(place), "{file}, {place}: {error}");
        workshop.write(file, &good);
    }
    workshop.must_build();
}
