use super::*;
use llm_compare::catalog::{Sources, read};
use serde_json::json;

fn models() -> Vec<Model> {
    let fact = |value: serde_json::Value| json!({"value": value, "source": "feed", "as_of": "2026-08-20"});
    let price = json!({"input_usd_per_mtok": "1", "output_usd_per_mtok": "2", "source": "feed", "as_of": "2026-08-20",
        "agree": ["other"], "disputed": [{"input_usd_per_mtok": "4", "source": "third"}]});
    let known = json!({"schema": 1, "id": "known", "lab": "lab", "lab_name": "Lab", "name": "Known",
        "facts": {"released": fact(json!("2026-01-01")), "context_tokens": {"value": 1000, "source": "other",
            "as_of": "2026-07-01", "disputed": [{"value": 999, "source": "feed"}]}},
        "routes": [{"provider": "lab", "model_id": "known", "status": "live", "source": "feed", "as_of": "2026-08-20",
            "prices": [price]}]});
    let gone = json!({"schema": 1, "id": "gone", "lab": "lab", "lab_name": "Lab", "name": "Gone",
        "facts": {"released": fact(json!("2024-01-01")), "context_tokens": fact(json!(1000))},
        "routes": [],
        "lifecycle": [{"channel": "lab", "stage": "retired", "retires": "2025-03-01", "precision": "exact", "source": "feed",
            "as_of": "2026-08-20"}]});
    [known, gone].iter().map(|model| read(model).unwrap()).collect()
}

fn built() -> Audit {
    let source = |id: &str| {
        json!({"name": id, "url": "https://feed.example", "licence": "MIT", "attribution": id, "as_of": "2026-08-20",
            "refresh": "download"})
    };
    let sources: Sources = read(
        &json!({"schema": 1, "sources": {"feed": source("Feed"), "other": source("Other"), "third": source("Third")}}),
    )
    .unwrap();
    let row = json!({"id": "known", "name": "Known", "lab": "lab", "lab_name": "Lab", "released": "2026-01-01",
        "context_tokens": 1000, "hosts": 1, "providers": 1});
    let index: Index = read(&json!({"schema": 1, "models": [row]})).unwrap();
    audit(&models(), &index, &sources)
}

#[track_caller]
fn row(table: &str, first: &str) -> Vec<String> {
    let audit = built();
    let found = audit.tables.iter().find(|found| found.id == table).unwrap();
    assert!(found.rows.iter().all(|row| row.len() == found.columns.len()), "{table}");
    found.rows.iter().find(|row| row[0] == first).unwrap().clone()
}

#[test]
fn a_source_is_counted_for_what_it_states_and_for_what_it_says_beside_others() {
    assert_eq!(row("sources", "Feed")[4..10], ["3", "1", "0", "1", "0", "1"]);
    assert_eq!(row("sources", "Other")[4..10], ["1", "0", "0", "0", "1", "0"]);
    assert_eq!(row("sources", "Third")[4..10], ["0", "0", "0", "0", "0", "1"]);
}

#[test]
fn coverage_tells_of_how_many_models_a_fact_is_known_and_where_sources_differ() {
    assert_eq!(row("coverage", "Context window"), ["Context window", "2", "100.0", "1", "feed 1, other 1"]);
    assert_eq!(row("coverage", "Licence"), ["Licence", "0", "0.0", "0", ""]);
    assert_eq!(row("coverage", "Live route")[1..], ["1", "50.0", "0", "feed 1"]);
    assert_eq!(row("coverage", "Live route with input and output price")[1..], ["1", "50.0", "1", "feed 1"]);
    assert_eq!(row("coverage", "Retirement date")[1..], ["1", "50.0", "0", "feed 1"]);
    assert_eq!(row("coverage", "Benchmark score")[1..], ["0", "0.0", "0", ""]);
    assert_eq!(row("ages", "2026-07-01")[1..], ["1", "16.7", "other"]);
}

#[test]
fn what_is_missing_disputed_or_gone_is_listed() {
    let gaps = row("gaps", "known");
    assert_eq!(gaps[1], "1");
    assert!(
        gaps[3].contains("Licence") && gaps[3].contains("Batch price") && !gaps[3].contains("Released"),
        "{gaps:?}"
    );
    assert_eq!(row("disputes", "known")[3..6], ["live", "feed: 1 / 2", "third: 4 / unknown"]);
    assert_eq!(row("without-route", "gone"), ["gone", "Lab", "none", "lab", "2025-03-01"]);
}
