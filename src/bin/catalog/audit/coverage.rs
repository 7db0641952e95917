//! What is known of how many models, and what is missing where it matters.

use super::statements::{FACTS, Kind, Statement, statements};
use super::{percent, table};
use llm_compare::catalog::{AuditTable, ColumnKind, Index, Model, RouteStatus};
use std::collections::{BTreeMap, BTreeSet};

/// How many models the search for gaps looks at: those whose pairs make the useful pages.
const POPULAR: usize = 64;

/// Facts that every comparison asks for.
const ASKED: [&str; 10] = [
    "Released",
    "Context window",
    "Max output",
    "Parameters",
    "Architecture",
    "Licence",
    "Knowledge cutoff",
    "Function calling",
    "Structured outputs",
    "Prompt caching",
];

/// One row for each fact, then one for each thing that the routes, scores and lifecycles of a model can show.
pub(super) fn coverage(models: &[Model]) -> AuditTable {
    let facts = FACTS.iter().map(|fact| {
        let stated = |model: &Model| statements(model).into_iter().any(|s| s.kind == Kind::Fact(fact));
        let all = models.iter().flat_map(statements).filter(|statement| statement.kind == Kind::Fact(fact));
        row(fact, models.iter().filter(|model| stated(model)).count(), models.len(), &all.collect::<Vec<_>>())
    });
    let more = SHOWN
        .iter()
        .map(|(what, shows)| row(what, models.iter().filter(|model| shows(model)).count(), models.len(), &[]));
    table(
        "coverage",
        "Coverage",
        "Of how many models each fact is known. What is not known is shown as unknown and never counted for or against a \
         model.",
        &[
            ("Fact", ColumnKind::Text),
            ("Models", ColumnKind::Number),
            ("% of all", ColumnKind::Number),
            ("Sources differ", ColumnKind::Number),
            ("From", ColumnKind::Text),
        ],
        facts.chain(more).collect(),
    )
}

fn row(what: &str, known: usize, of: usize, statements: &[Statement]) -> Vec<String> {
    let mut sources: BTreeMap<&str, usize> = BTreeMap::new();
    statements.iter().for_each(|statement| *sources.entry(statement.source).or_default() += 1);
    let mut sources: Vec<_> = sources.into_iter().collect();
    sources.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
    let from: Vec<_> = sources.into_iter().map(|(id, count)| format!("{id} {count}")).collect();
    let differ = statements.iter().filter(|statement| !statement.differ.is_empty()).count();
    vec![what.to_owned(), known.to_string(), percent(known, of), differ.to_string(), from.join(", ")]
}

/// What a model can show beside facts.
type Shows = fn(&Model) -> bool;

const SHOWN: [(&str, Shows); 10] = [
    ("Live route", |model| model.routes.iter().any(|route| route.status == RouteStatus::Live)),
    ("Live route with input and output price", |model| {
        live_price(model, |classes| classes.input.is_some() && classes.output.is_some())
    }),
    ("Live route with cache-read price", |model| live_price(model, |classes| classes.cache_read.is_some())),
    ("Live route with batch price", |model| live_price(model, |classes| classes.batch_input.is_some())),
    ("Route with long-prompt prices", |model| {
        model.routes.iter().flat_map(|route| &route.prices).any(|price| !price.tiers.is_empty())
    }),
    ("Route with price history", |model| model.routes.iter().any(|route| route.prices.len() > 1)),
    ("Lifecycle mark", |model| !model.lifecycle.is_empty()),
    ("Retirement date", |model| model.lifecycle.iter().any(|mark| mark.retires.is_some())),
    ("Benchmark score", |model| benchmarks(model) > 0),
    ("Three or more benchmarks", |model| benchmarks(model) > 2),
];

fn live_price(model: &Model, has: fn(&llm_compare::catalog::PriceClasses) -> bool) -> bool {
    let live = model.routes.iter().filter(|route| route.status == RouteStatus::Live);
    live.flat_map(|route| &route.prices).any(|price| price.to.is_none() && has(&price.classes))
}

fn benchmarks(model: &Model) -> usize {
    model.scores.iter().map(|score| score.benchmark.as_str()).collect::<BTreeSet<_>>().len()
}

/// What is not known of the most popular models, those that lack the most first.
pub(super) fn gaps(models: &[Model], index: &Index) -> AuditTable {
    let popular = index.models.iter().take(POPULAR).enumerate();
    let mut rows: Vec<(usize, usize, Vec<String>)> = popular
        .filter_map(|(place, row)| {
            let model = models.iter().find(|model| model.id == row.id)?;
            let lacks = lacks(model);
            let count = lacks.len();
            let cells = vec![row.id.clone(), (place + 1).to_string(), count.to_string(), lacks.join(", ")];
            (count > 0).then_some((count, place, cells))
        })
        .collect();
    rows.sort_by_key(|(count, place, _)| (std::cmp::Reverse(*count), *place));
    table(
        "gaps",
        "Gaps among popular models",
        "What nobody tells of the 64 most popular models. Popular is who has many independent hosts and is new.",
        &[
            ("Model", ColumnKind::Model),
            ("Popularity rank", ColumnKind::Number),
            ("Gaps", ColumnKind::Number),
            ("Not known", ColumnKind::Text),
        ],
        rows.into_iter().map(|(_, _, cells)| cells).collect(),
    )
}

fn lacks(model: &Model) -> Vec<&'static str> {
    let known: Vec<Kind> = statements(model).into_iter().map(|statement| statement.kind).collect();
    let facts = ASKED.into_iter().filter(|fact| !known.contains(&Kind::Fact(fact)));
    let more = [
        ("Lifecycle", model.lifecycle.is_empty()),
        ("Benchmarks", model.scores.is_empty()),
        ("Cache-read price", !live_price(model, |classes| classes.cache_read.is_some())),
        ("Batch price", !live_price(model, |classes| classes.batch_input.is_some())),
    ];
    facts.chain(more.into_iter().filter(|(_, lacking)| *lacking).map(|(what, _)| what)).collect()
}
