//! What every pair of the shipped catalogue is told, whichever it is.

use crate::pairs::Shared;
use crate::shipped::{model, models, today};
use llm_compare::catalog::Model;
use llm_compare::compare::{
    Listed, Narrowing, Outcome, RouteFacts, SideCost, overview, price_rows, route_facts, side_cost,
};
use llm_compare::cost::{Traffic, Workload};
use llm_compare::decide::{CRITERIA, Field, Judgement, Kind, Known, Priorities, judge, verdict};
use llm_compare::link::Side;
use llm_compare::prose::{Decision, Details, decision, details, examples, markdown, method};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;

/// A model with what does not depend on whom it is compared with.
struct Prepared {
    model: Model,
    routes: Vec<Arc<RouteFacts>>,
    month: SideCost,
}

fn prepare(model: Model, shared: &Shared) -> Prepared {
    let routes = route_facts(&model, &shared.providers, today());
    let traffic = Traffic::default();
    let rows = price_rows(&model, &routes, &traffic, today());
    let month = side_cost(&model, &shared.providers, &rows, &traffic, &Side::default(), Narrowing::default(), today());
    Prepared { model, routes, month }
}

/// Calls `read` with the field of these sides.
fn with_field<T>(sides: &[&Prepared], shared: &Shared, read: impl Fn(&Field) -> T) -> T {
    let listed: Vec<Listed> = sides.iter().map(|side| (&side.model, side.routes.as_slice())).collect();
    let overview = overview(&listed, Some(&shared.benchmarks), today());
    let known = Known {
        overview: &overview,
        providers: &shared.providers,
        benchmarks: Some(&shared.benchmarks),
        dialects: Some(&shared.dialects),
    };
    let contenders: Vec<_> = listed.into_iter().zip(sides.iter().map(|side| &side.month)).collect();
    read(&Field::new(&contenders, known, &Workload::default(), today()))
}

/// Everything that is said of a pair, section by section.
fn sections(decision: &Decision, details: &Details) -> [(&'static str, String); 7] {
    [
        ("verdict", format!("{}\n{}", decision.summary, markdown(&decision.verdict))),
        ("tradeoffs", markdown(&details.tradeoffs)),
        ("priorities", markdown(&decision.priorities)),
        ("switch", markdown(&details.switch)),
        ("deep dive", markdown(&details.deep_dive)),
        ("questions", markdown(&details.questions.blocks)),
        ("next", markdown(&details.next)),
    ]
}

/// The text without its code and without the names of models, which may be anything.
fn words(text: &str, sides: &[&Prepared]) -> String {
    let text: String = text.split("```").step_by(2).collect();
    sides.iter().fold(text, |text, side| text.replace(&side.model.name, "Model"))
}

/// What no sentence may hold: the words of a program, and plurals of one.
fn check_words(about: &str, text: &str) {
    for wrong in ["None", "null", "NaN", "Some(", "  ", "()", " .", " ,", "..", ": ;", ": .", "against (", "“”"] {
        assert!(!text.contains(wrong), "{about}: {wrong:?} in\n{text}");
    }
    let mut before = "";
    for word in text.split([' ', '\n']) {
        let plural = word.trim_matches(|c: char| !c.is_alphanumeric());
        let one = before == "1" && plural.ends_with('s') && !["is", "was", "has", "speaks"].contains(&plural);
        assert!(!one, "{about}: \"1 {word}\" in\n{text}");
        before = word;
    }
}

/// The same verdict as if the sides had changed places.
fn mirrored(kind: Kind) -> Kind {
    match kind {
        Kind::OnlyOne(side) => Kind::OnlyOne(1 - side),
        Kind::Leads(side) => Kind::Leads(1 - side),
        Kind::LeadsUnmeasured(side) => Kind::LeadsUnmeasured(1 - side),
        other => other,
    }
}

fn check_pair(a: &Prepared, b: &Prepared, shared: &Shared) {
    let about = format!("{} and {}", a.model.id, b.model.id);
    with_field(&[a, b], shared, |field| {
        let decision = decision(field, &Priorities::default());
        let sections = sections(&decision, &details(field, &Priorities::default()));
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (name, text) in &sections {
            // Who leads by weights is said of those who lead.
            let may_be_empty = *name == "priorities";
            assert!(may_be_empty || !text.trim().is_empty(), "{about}: nothing in {name}");
            check_words(&about, &words(text, &[a, b]));
        }
        // The questions may say again what stands elsewhere.
        for (name, text) in sections.iter().filter(|(name, _)| *name != "questions") {
            for line in text.lines().filter(|line| line.ends_with('.') && line.len() > 20) {
                let other = seen.insert(line, name).filter(|other| other != name);
                assert!(other.is_none(), "{about}: {line:?} in {name} and {other:?}");
            }
        }
        let judgements = judge(field);
        judgements.iter().for_each(|one| check_judgement(&about, one));
        let kind = verdict(field, &judgements).kind;
        let turned = with_field(&[b, a], shared, |field| verdict(field, &judge(field)).kind);
        assert_eq!(turned, mirrored(kind), "{about}");
    });
}

/// Nothing is won or lost by what is unknown.
fn check_judgement(about: &str, one: &Judgement) {
    let known = one.seen.iter().filter(|seen| seen.value.is_some()).count();
    assert_eq!(one.outcome == Outcome::Unknown, known < 2, "{about}: {}", one.criterion.name);
    if let Some(side) = one.winner() {
        let known = one.seen.get(side).is_some_and(|seen| seen.value.is_some());
        assert!(known && !one.says(side).is_empty(), "{about}: {}", one.criterion.name);
    }
}

#[test]
fn every_sampled_pair_reads_well_and_mirrors_its_verdict() {
    const PARTNERS: usize = 30;
    let shared = Shared::read();
    let all: Vec<Prepared> = models().into_iter().map(|model| prepare(model, &shared)).collect();
    let pairs: Vec<(usize, usize)> = (0..all.len())
        .flat_map(|a| (1..=PARTNERS).map(move |nth| (a, nth)))
        .map(|(a, nth)| (a, (a + nth * nth * 11 + nth) % all.len()))
        .collect();
    assert!(pairs.len() >= 20_000);
    let workers = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        for part in pairs.chunks(pairs.len().div_ceil(workers)) {
            let (all, shared) = (&all, &shared);
            scope.spawn(move || part.iter().for_each(|(a, b)| check_pair(&all[*a], &all[*b], shared)));
        }
    });
}

#[test]
fn every_rule_of_the_method_has_its_example() {
    let shared = Shared::read();
    let [a, b] = ["gpt-5.2", "claude-opus-4-5"].map(|slug| prepare(model(slug), &shared));
    let found = with_field(&[&a, &b], &shared, examples);
    assert_eq!(method().html.matches("class=\"example\"").count(), found.len());
    assert!(found.iter().all(|text| !text.is_empty()), "{found:?}");
    assert_eq!(found.iter().filter(|text| *text == "Decides").count(), 1, "{found:?}");
    for text in ["At least 3 that were run on every side", "In all other cases.", "Function calling, and better than"] {
        assert!(method().html.contains(text), "{text}");
    }
}

/// Takes one fact away; says whether there was one.
type Take = fn(&mut Model) -> bool;

#[test]
fn a_fact_decides_only_the_criteria_that_read_it() {
    let shared = Shared::read();
    let takes: [(&[&str], Take); 6] = [
        (&["context"], |model| model.facts.context_tokens.take().is_some()),
        (&["answer"], |model| model.facts.max_output_tokens.take().is_some()),
        (&["open"], |model| model.facts.open_weights.take().is_some()),
        (&["recency"], |model| model.facts.released.take().is_some()),
        (&["benchmarks"], |model| !std::mem::take(&mut model.scores).is_empty()),
        (&["capabilities"], |model| !std::mem::take(&mut model.capabilities).is_empty()),
    ];
    let all: Vec<Prepared> = models().into_iter().step_by(9).map(|model| prepare(model, &shared)).collect();
    for (nth, a) in all.iter().enumerate() {
        let b = &all[(nth * 5 + 3) % all.len()];
        let winners = |a: &Prepared| {
            with_field(&[a, b], &shared, |field| judge(field).iter().map(Judgement::winner).collect::<Vec<_>>())
        };
        let full = winners(a);
        for (reads, take) in takes {
            let mut model = a.model.clone();
            if !take(&mut model) {
                continue;
            }
            let less = winners(&prepare(model, &shared));
            for ((criterion, full), less) in CRITERIA.iter().zip(&full).zip(less) {
                assert!(
                    reads.contains(&criterion.key) || *full == less,
                    "{}: {} read {reads:?}",
                    a.model.id,
                    criterion.key
                );
            }
        }
    }
}
