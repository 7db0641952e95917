//! What is known of how many models, and what is missing where it matters.

use super::statements::{FACTS, Kind, Statement, statements};
use super::{most_heard, percent, table};
use llm_compare::catalog::{AuditTable, ColumnKind, Index, LifecycleMark, Model, Price, Route, RouteStatus};
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

/// One row for each fact, then one for each thing that the routes, scores and lifecycles of a model can show. `said` are
/// all their statements.
pub(super) fn coverage(models: &[Model], said: &[(Kind, Statement)]) -> AuditTable {
    let facts = FACTS.iter().map(|(fact, _)| {
        // A model states a fact once.
        let stated: Vec<_> = said.iter().filter(|(kind, _)| *kind == Kind::Fact(fact)).collect();
        let words = stated.iter().map(|(_, statement)| (statement.source, !statement.differ.is_empty()));
        row(fact, stated.len(), models.len(), words)
    });
    let more = SHOWN.iter().map(|(what, shows)| {
        let known = models.iter().filter(|model| !shows(model).is_empty()).count();
        row(what, known, models.len(), models.iter().flat_map(shows))
    });
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

fn row<'a>(what: &str, known: usize, of: usize, words: impl Iterator<Item = Word<'a>>) -> Vec<String> {
    let (mut sources, mut differ): (BTreeMap<&str, usize>, usize) = Default::default();
    for (source, differs) in words {
        *sources.entry(source).or_default() += 1;
        differ += usize::from(differs);
    }
    let from: Vec<_> = most_heard(sources).into_iter().map(|(id, count)| format!("{id} {count}")).collect();
    vec![what.to_owned(), known.to_string(), percent(known, of), differ.to_string(), from.join(", ")]
}

/// Whose word something is, and whether another source differs.
type Word<'a> = (&'a str, bool);

/// What a model can show beside facts: the statements that show it.
type Shows = for<'a> fn(&'a Model) -> Vec<Word<'a>>;

const SHOWN: [(&str, Shows); 10] = [
    ("Live route", |model| {
        let live = model.routes.iter().filter(|route| route.status == RouteStatus::Live);
        live.map(|route| (route.source.as_str(), false)).collect()
    }),
    ("Live route with input and output price", |model| {
        prices(model, |route, price| in_force(route, price) && price.classes.input.and(price.classes.output).is_some())
    }),
    ("Live route with cache-read price", |model| prices(model, has_cache_read)),
    ("Live route with batch price", |model| prices(model, has_batch)),
    ("Route with long-prompt prices", |model| prices(model, |_, price| !price.tiers.is_empty())),
    ("Route with price history", |model| prices(model, |route, _| route.prices.len() > 1)),
    ("Lifecycle mark", |model| lifecycle(model, |_| true)),
    ("Retirement date", |model| lifecycle(model, |mark| mark.retires.is_some())),
    ("Benchmark score", |model| scores(model, 1)),
    ("Three or more benchmarks", |model| scores(model, 3)),
];

fn prices(model: &Model, wanted: fn(&Route, &Price) -> bool) -> Vec<Word<'_>> {
    let prices = model.routes.iter().flat_map(|route| route.prices.iter().map(move |price| (route, price)));
    let wanted = prices.filter(|(route, price)| wanted(route, price));
    wanted.map(|(_, price)| (price.source.as_str(), !price.disputed.is_empty())).collect()
}

fn in_force(route: &Route, price: &Price) -> bool {
    route.status == RouteStatus::Live && price.to.is_none()
}

fn has_cache_read(route: &Route, price: &Price) -> bool {
    in_force(route, price) && price.classes.cache_read.is_some()
}

fn has_batch(route: &Route, price: &Price) -> bool {
    in_force(route, price) && price.classes.batch_input.is_some()
}

fn lifecycle(model: &Model, wanted: fn(&LifecycleMark) -> bool) -> Vec<Word<'_>> {
    let marks = model.lifecycle.iter().filter(|mark| wanted(mark));
    marks.map(|mark| (mark.source.as_str(), !mark.disputed.is_empty())).collect()
}

/// The scores of a model that has at least so many benchmarks.
fn scores(model: &Model, least: usize) -> Vec<Word<'_>> {
    let benchmarks = model.scores.iter().map(|score| score.benchmark.as_str()).collect::<BTreeSet<_>>().len();
    let scores = model.scores.iter().filter(|_| benchmarks >= least);
    scores.map(|score| (score.source.as_str(), false)).collect()
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
    let known: Vec<Kind> = statements(model).into_iter().map(|(kind, _)| kind).collect();
    let facts = ASKED.into_iter().filter(|fact| !known.contains(&Kind::Fact(fact)));
    let more = [
        ("Lifecycle", model.lifecycle.is_empty()),
        ("Benchmarks", model.scores.is_empty()),
        ("Cache-read price", prices(model, has_cache_read).is_empty()),
        ("Batch price", prices(model, has_batch).is_empty()),
    ];
    facts.chain(more.into_iter().filter(|(_, lacking)| *lacking).map(|(what, _)| what)).collect()
}
