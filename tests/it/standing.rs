//! The place of each shipped model among the others, checked from the files alone.

use crate::shipped::{folder, models, today};
use llm_compare::catalog::{
    Basis, Benchmark, Benchmarks, Cohort, Kin, Model, Providers, RouteStatus, ScoreOrigin, parse,
};
use llm_compare::cost::{Traffic, cheapest};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

struct Shipped {
    models: BTreeMap<String, Model>,
    providers: Providers,
    benchmarks: Benchmarks,
}

fn shipped() -> Shipped {
    let text = |file: &str| fs::read_to_string(folder().join(file)).unwrap();
    Shipped {
        models: models().into_iter().map(|model| (model.id.clone(), model)).collect(),
        providers: parse("providers.json", &text("providers.json")).unwrap(),
        benchmarks: parse("benchmarks.json", &text("benchmarks.json")).unwrap(),
    }
}

impl Shipped {
    fn bill(&self, model: &Model) -> Option<u128> {
        let best = cheapest(model, &self.providers, &Traffic::default(), today());
        best.map(|candidate| candidate.bill.total.attodollars())
    }

    /// Benchmarks and series in which both have a result that no lab reports of itself.
    fn shared(&self, a: &Model, b: &Model) -> Vec<(&Benchmark, String)> {
        let of = |model: &Model| -> BTreeSet<(String, String)> {
            model.scores.iter().map(|score| (score.benchmark.clone(), score.series.clone())).collect()
        };
        let counts = |id: &str| {
            let series = self.benchmarks.series.iter().find(|series| series.id == id).unwrap();
            series.origin != ScoreOrigin::SelfReported
        };
        let benchmark = |id: &str| self.benchmarks.benchmarks.iter().find(|known| known.id == id).unwrap();
        let both: Vec<_> = of(a).intersection(&of(b)).cloned().collect();
        both.into_iter().filter(|(_, series)| counts(series)).map(|(id, series)| (benchmark(&id), series)).collect()
    }
}

#[test]
fn kin_are_those_that_people_know() {
    let all = shipped().models;
    let after =
        |id: &str| all[id].related.clone().unwrap_or_default().successor.map(|Kin { id, basis, .. }| (id, basis));
    let before = |id: &str| all[id].related.clone().unwrap_or_default().predecessor.map(|kin| kin.id);
    for (id, successor, basis) in [
        ("claude-sonnet-4-5", "claude-sonnet-4-6", Basis::Family),
        ("claude-opus-4-8", "claude-opus-5", Basis::Family),
        ("claude-opus-4-1", "claude-opus-4-8", Basis::Announced),
        ("gpt-5", "gpt-5.5", Basis::Announced),
        ("gpt-5-mini", "gpt-5.4-mini", Basis::Announced),
        ("gpt-5.4", "gpt-5.5", Basis::Family),
        ("gpt-4.1", "gpt-5", Basis::Family),
        ("gemini-2.5-flash", "gemini-3.5-flash", Basis::Announced),
        ("gemini-3.5-flash", "gemini-3.6-flash", Basis::Family),
        ("grok-3", "grok-4.3", Basis::Announced),
        ("grok-4.20", "grok-4.3", Basis::Family),
        ("kimi-k2-0905", "kimi-k2.6", Basis::Announced),
        ("glm-4.6", "glm-4.7", Basis::Family),
        ("deepseek-v3", "deepseek-v3-0324", Basis::Announced),
        ("qwen2.5-72b", "", Basis::Family),
        ("qwen3-32b", "", Basis::Family),
        ("gpt-4o", "", Basis::Family),
        ("gpt-oss-120b", "", Basis::Family),
        ("gpt-5.5", "", Basis::Family),
        ("step-3", "", Basis::Family),
    ] {
        let expected = Some((successor.to_owned(), basis)).filter(|(id, _)| !id.is_empty());
        assert_eq!(after(id), expected, "after {id}");
    }
    for (id, predecessor) in [
        ("claude-sonnet-4", "claude-3-7-sonnet"),
        ("claude-sonnet-4-5", "claude-sonnet-4"),
        ("claude-haiku-4-5", "claude-3-5-haiku"),
        ("gpt-4o-2024-08-06", "gpt-4o-2024-05-13"),
        ("gpt-4o-2024-11-20", "gpt-4o-2024-08-06"),
        ("gpt-4.1", "gpt-4.5-preview"),
        ("gpt-5", "gpt-4.1"),
        ("o3", "o1"),
        ("o4-mini", "o3-mini"),
        ("gemini-2.5-flash", "gemini-2.0-flash"),
        ("deepseek-r1-0528", "deepseek-r1"),
        ("deepseek-v3.2", "deepseek-v3.1"),
        ("kimi-k3", "kimi-k2.6"),
        ("grok-build-0.1", "grok-code-fast-1"),
        ("qwen3.7-plus", "qwen3.6-plus"),
        ("mistral-large-2512", "mistral-large-2411"),
        ("phi-4", "phi-3-medium-128k"),
        ("gpt-4-turbo", ""),
        ("gpt-4o", ""),
        ("claude-fable-5", ""),
        ("qwen3-coder-480b-a35b", ""),
    ] {
        let expected = Some(predecessor.to_owned()).filter(|id| !id.is_empty());
        assert_eq!(before(id), expected, "before {id}");
    }
}

#[test]
fn kin_was_released_on_the_right_side_and_is_announced_by_a_provider_that_said_so() {
    let all = shipped().models;
    let day = |id: &str| all[id].facts.released.as_ref().unwrap().value.unwrap().first_day();
    for (id, model) in &all {
        let related = model.related.clone().unwrap_or_default();
        for (kin, earlier, later) in related
            .successor
            .iter()
            .map(|kin| (kin, id, &kin.id))
            .chain(related.predecessor.iter().map(|kin| (kin, &kin.id, id)))
        {
            assert!(day(earlier) < day(later), "{earlier} before {later}");
            match &kin.channel {
                Some(channel) => {
                    let says = all[earlier].lifecycle.iter().find(|mark| mark.channel == *channel).unwrap();
                    assert!(kin.basis == Basis::Announced && says.replacement.is_some(), "{earlier} before {later}");
                }
                None => assert_eq!(all[earlier].lab, all[later].lab, "{earlier} before {later}"),
            }
        }
    }
}

#[test]
fn what_is_better_value_dominates() {
    let all = shipped();
    let mut seen = 0;
    for (id, model) in &all.models {
        for other in model.related.iter().flat_map(|related| &related.better_value) {
            let theirs = &all.models[&other.id];
            let (ours, less) = (all.bill(model).unwrap(), all.bill(theirs).unwrap());
            assert!(less * 103 < ours * 100, "{} is not cheaper than {id}", other.id);
            assert_eq!(u128::from(other.cost_percent), (less * 100).div_ceil(ours), "{} for {id}", other.id);
            assert!(theirs.routes.iter().any(|route| route.status == RouteStatus::Live));
            let shared = all.shared(model, theirs);
            let mut ahead = 0;
            for (benchmark, series) in &shared {
                let entry = |model: &Model| {
                    let scores = model.scores.iter().filter(|s| s.benchmark == benchmark.id && s.series == *series);
                    benchmark.entry(scores).unwrap().clone()
                };
                let (a, b) = (entry(model), entry(theirs));
                if !benchmark.is_tie(&a, &b) {
                    assert!(
                        benchmark.rank(b.value) > benchmark.rank(a.value),
                        "{} for {id}: {}",
                        other.id,
                        benchmark.id
                    );
                    ahead += 1;
                }
            }
            assert!(shared.len() >= 3);
            assert_eq!((usize::try_from(other.benchmarks).unwrap(), other.ahead), (shared.len(), ahead));
            seen += 1;
        }
    }
    assert!(seen >= 100, "{seen}");
}

#[test]
fn rivals_are_of_other_labs_served_today_and_told_as_they_are() {
    let all = shipped();
    let day = |model: &Model| model.facts.released.as_ref().unwrap().value.unwrap().first_day().unix_days();
    let runs = |model: &Model| {
        let live = model.routes.iter().filter(|route| route.status == RouteStatus::Live);
        live.filter(|route| route.price_on(today()).is_some())
            .any(|route| all.providers.providers[&route.provider].kind.is_independent_host())
    };
    for (id, model) in &all.models {
        for rival in model.related.iter().flat_map(|related| &related.rivals) {
            let other = &all.models[&rival.id];
            assert!(other.lab != model.lab && runs(other), "{} for {id}", rival.id);
            let (a, b) = (day(model), day(other));
            assert_eq!((rival.days_apart, rival.newer), (a.abs_diff(b), b > a), "{} for {id}", rival.id);
            let shared = all.shared(model, other).len();
            assert_eq!(usize::try_from(rival.shared_benchmarks).unwrap(), shared, "{} for {id}", rival.id);
        }
    }
}

#[test]
fn cohorts_hold_who_was_released_within_half_a_year() {
    let all = shipped().models;
    let day = |model: &Model| model.facts.released.as_ref().unwrap().value.unwrap().first_day().unix_days();
    for (id, model) in &all {
        let Some(cohort) = &model.cohort else { continue };
        let near = all.values().filter(|other| day(other).abs_diff(day(model)) <= Cohort::DAYS).count();
        assert_eq!(usize::try_from(cohort.models).unwrap(), near, "{id}");
    }
}

#[test]
fn most_models_have_a_place() {
    let all = shipped().models;
    let count = |has: fn(&Model) -> bool| all.values().filter(|model| has(model)).count();
    let counts = [
        ("cohort", count(|m| m.cohort.is_some()), 690),
        ("successor", count(|m| m.related.as_ref().is_some_and(|r| r.successor.is_some())), 220),
        ("predecessor", count(|m| m.related.as_ref().is_some_and(|r| r.predecessor.is_some())), 190),
        ("better value", count(|m| m.related.as_ref().is_some_and(|r| !r.better_value.is_empty())), 65),
        ("rivals", count(|m| m.related.as_ref().is_some_and(|r| !r.rivals.is_empty())), 500),
    ];
    let short: Vec<_> = counts.iter().filter(|(_, found, least)| found < least).collect();
    assert!(short.is_empty(), "{short:#?}");
}
