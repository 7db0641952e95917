//! What finding a model promises.

use super::*;
use crate::catalog::{Index, read};
use proptest::prelude::*;

fn index() -> Index {
    let row = |id: &str, name: &str, lab: &str, aliases: &str| {
        format!(
            r#"{{"id":"{id}","name":"{name}","lab":"{lab}","lab_name":"{lab}","released":"2026-01-01",
            "context_tokens":1000,"hosts":1,"providers":1,"aliases":[{aliases}]}}"#
        )
    };
    let rows = [
        row("glm-5.2", "GLM-5.2", "Zhipu AI", ""),
        row("gpt-4o-2024-11-20", "GPT-4o (2024-11-20)", "OpenAI", r#""chatgpt-4o-november""#),
        row("gpt-4o", "GPT-4o", "OpenAI", ""),
        row("step-3.5-flash", "Step 3.5 Flash", "StepFun", ""),
        row("gpt-4.1", "GPT-4.1", "OpenAI", ""),
    ];
    read(&serde_json::from_str(&format!(r#"{{"schema":1,"models":[{}]}}"#, rows.join(","))).unwrap()).unwrap()
}

#[track_caller]
fn finds(query: &str, expected: &[&str]) {
    let search = Search::new(&index());
    let found: Vec<_> = search.find(query).into_iter().map(|row| row.id.as_str()).collect();
    assert_eq!(found, expected, "{query}");
}

#[test]
fn every_word_may_be_part_of_name_lab_or_alias() {
    finds("flash", &["step-3.5-flash"]);
    finds("STEPFUN", &["step-3.5-flash"]);
    finds("3.5 step", &["step-3.5-flash"]);
    finds("november", &["gpt-4o-2024-11-20"]);
    finds("openai 4.1", &["gpt-4.1"]);
    finds("stepfun-ai/Step-3.5", &["step-3.5-flash"]);
    finds("claude", &[]);
}

#[test]
fn the_exact_name_comes_before_longer_ones_and_popularity_decides_the_rest() {
    finds("gpt-4o", &["gpt-4o", "gpt-4o-2024-11-20"]);
    finds("", &["glm-5.2", "gpt-4o-2024-11-20", "gpt-4o", "step-3.5-flash", "gpt-4.1"]);
}

#[track_caller]
fn means(spelling: &str, expected: Option<&str>) {
    let index = index();
    assert_eq!(resolve(&index, spelling).map(|row| row.id.as_str()), expected, "{spelling}");
}

#[test]
fn common_spellings_lead_to_the_slug() {
    for spelling in ["GPT-4o-2024-11-20", "openai/gpt-4o-2024-11-20", "gpt_4o_20241120", "chatgpt-4o-November"] {
        means(spelling, Some("gpt-4o-2024-11-20"));
    }
    means("gpt4o", Some("gpt-4o"));
    means("gpt-41", Some("gpt-4.1"));
    for nothing in ["gpt-4", "", "/", "%%%"] {
        means(nothing, None);
    }
}

#[test]
fn a_misspelt_slug_is_answered_with_the_nearest() {
    let index = index();
    let near: Vec<_> = suggestions(&index, "step-3.5-flahs", 2).into_iter().map(|row| row.id.as_str()).collect();
    assert_eq!(near.first(), Some(&"step-3.5-flash"));
    assert!(suggestions(&index, "", 5).is_empty(), "nothing looks like nothing");
}

#[test]
fn popular_pairs_are_of_different_labs_and_never_repeat() {
    let index = index();
    let pairs: Vec<_> = popular_pairs(&index, 9).into_iter().map(|(a, b)| (a.id.as_str(), b.id.as_str())).collect();
    let expected =
        [("glm-5.2", "gpt-4o-2024-11-20"), ("glm-5.2", "step-3.5-flash"), ("gpt-4o-2024-11-20", "step-3.5-flash")];
    assert_eq!(pairs, expected);
}

proptest! {
    #[test]
    fn no_query_is_too_strange(query in ".{0,60}") {
        let index = index();
        let _ = Search::new(&index).find(&query);
        let _ = resolve(&index, &query);
        prop_assert!(suggestions(&index, &query, 3).len() <= 3);
    }
}
