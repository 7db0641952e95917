//! What each source contributes, and how old what it says is.

use super::statements::{Kind, Statement};
use super::{most_heard, percent, table};
use llm_compare::catalog::{AuditTable, ColumnKind, Refresh, Sources};
use llm_compare::units::Date;
use std::collections::BTreeMap;

/// How often one source is heard.
#[derive(Default)]
struct Share {
    facts: usize,
    prices: usize,
    scores: usize,
    lifecycle: usize,
    agrees: usize,
    differs: usize,
}

/// Every source with its licence, its day and what it contributes.
pub(super) fn contributions(said: &[(Kind, Statement)], sources: &Sources) -> AuditTable {
    let mut shares: BTreeMap<&str, Share> = BTreeMap::new();
    for (kind, Statement { source, agree, differ, .. }) in said {
        let share = shares.entry(source).or_default();
        let count = match kind {
            Kind::Fact(_) => &mut share.facts,
            Kind::Price => &mut share.prices,
            Kind::Score => &mut share.scores,
            Kind::Lifecycle => &mut share.lifecycle,
        };
        *count += 1;
        agree.iter().for_each(|id| shares.entry(id).or_default().agrees += 1);
        differ.iter().for_each(|id| shares.entry(id).or_default().differs += 1);
    }
    let none = Share::default();
    let rows = sources.sources.iter().map(|(id, source)| {
        let Share { facts, prices, scores, lifecycle, agrees, differs } = shares.get(id.as_str()).unwrap_or(&none);
        let counts = [facts, prices, scores, lifecycle, agrees, differs].map(ToString::to_string);
        let refresh = match source.refresh {
            Refresh::Download => "by download",
            Refresh::Derive => "derived",
            Refresh::Frozen => "frozen",
        };
        let words = [&source.name, &source.licence, &source.as_of.to_string(), refresh].map(str::to_owned);
        words.into_iter().chain(counts).chain([source.url.clone()]).collect()
    });
    table(
        "sources",
        "Sources",
        "Where the facts come from. Facts, prices, scores and lifecycles are those that the site shows on that source's word; \
         “agrees” and “differs” count how often it says the same as, or something else than, the source that is shown.",
        &[
            ("Source", ColumnKind::Text),
            ("Licence", ColumnKind::Text),
            ("As of", ColumnKind::Date),
            ("Refreshed", ColumnKind::Text),
            ("Facts", ColumnKind::Number),
            ("Prices", ColumnKind::Number),
            ("Scores", ColumnKind::Number),
            ("Lifecycles", ColumnKind::Number),
            ("Agrees", ColumnKind::Number),
            ("Differs", ColumnKind::Number),
            ("Address", ColumnKind::Url),
        ],
        rows.collect(),
    )
}

/// How many statements are of which day.
pub(super) fn ages(said: &[(Kind, Statement)]) -> AuditTable {
    let mut days: BTreeMap<Date, (usize, BTreeMap<&str, usize>)> = BTreeMap::new();
    for (_, Statement { source, as_of, .. }) in said {
        let (count, sources) = days.entry(*as_of).or_default();
        *count += 1;
        *sources.entry(source).or_default() += 1;
    }
    let all: usize = days.values().map(|(count, _)| count).sum();
    let rows = days.into_iter().rev().map(|(day, (count, sources))| {
        let sources: Vec<_> = most_heard(sources).into_iter().map(|(id, _)| id).collect();
        vec![day.to_string(), count.to_string(), percent(count, all), sources.join(", ")]
    });
    table(
        "ages",
        "Ages",
        "The day on which each fact, price, score and lifecycle mark was read at its source.",
        &[
            ("As of", ColumnKind::Date),
            ("Statements", ColumnKind::Number),
            ("% of all", ColumnKind::Number),
            ("From", ColumnKind::Text),
        ],
        rows.collect(),
    )
}
