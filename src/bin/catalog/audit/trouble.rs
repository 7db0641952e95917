//! Prices that cannot be relied on, and models that cannot be had.

use super::table;
use llm_compare::catalog::{AuditTable, ColumnKind, Model, RouteStatus};
use llm_compare::money::UsdPerMtok;
use std::collections::BTreeSet;

/// Every disputed price, with all values.
pub(super) fn disputes(models: &[Model]) -> AuditTable {
    let mut rows = Vec::new();
    for (model, route) in models.iter().flat_map(|model| model.routes.iter().map(move |route| (model, route))) {
        for price in route.prices.iter().filter(|price| price.is_disputed()) {
            let others =
                price.disputed.iter().map(|other| format!("{}: {}", other.source, pair(other.input, other.output)));
            rows.push(vec![
                model.id.clone(),
                route.provider.clone(),
                route.model_id.clone(),
                route.status.word().to_owned(),
                format!("{}: {}", price.source, pair(price.classes.input, price.classes.output)),
                others.collect::<Vec<_>>().join("; "),
                price.as_of.to_string(),
            ]);
        }
    }
    table(
        "disputes",
        "Disputed prices",
        "Prices on which sources differ by four times or more, in US dollars per million tokens, input / output. They are \
         shown with a mark and never counted as cheapest, until somebody has decided who is right.",
        &[
            ("Model", ColumnKind::Model),
            ("Provider", ColumnKind::Text),
            ("Model id", ColumnKind::Text),
            ("Status", ColumnKind::Text),
            ("Shown", ColumnKind::Text),
            ("Others say", ColumnKind::Text),
            ("As of", ColumnKind::Date),
        ],
        rows,
    )
}

fn pair(input: Option<UsdPerMtok>, output: Option<UsdPerMtok>) -> String {
    let amount = |price: Option<UsdPerMtok>| price.map_or("unknown".to_owned(), |price| price.to_string());
    format!("{} / {}", amount(input), amount(output))
}

/// Every model that no provider sells by the token today, and where it was last.
pub(super) fn without_route(models: &[Model]) -> AuditTable {
    let lost = models.iter().filter(|model| {
        model.routes.iter().all(|route| !matches!(route.status, RouteStatus::Live | RouteStatus::Superseded))
    });
    let rows = lost.map(|model| {
        let last = model.lifecycle.iter().filter_map(|mark| Some((mark.retires?, &mark.channel))).max();
        let (day, channel) = last.map(|(day, channel)| (day.to_string(), channel.clone())).unwrap_or_default();
        let ways: BTreeSet<&str> = model.routes.iter().map(|route| route.status.word()).collect();
        let ways = if ways.is_empty() { "none".to_owned() } else { Vec::from_iter(ways).join(", ") };
        vec![model.id.clone(), model.lab_name.clone(), ways, channel, day]
    });
    table(
        "without-route",
        "Models without a live route",
        "Models that no provider of our sources sells by the token today. “Last channel” is the one whose end is the latest \
         that is known.",
        &[
            ("Model", ColumnKind::Model),
            ("Lab", ColumnKind::Text),
            ("Routes", ColumnKind::Text),
            ("Last channel", ColumnKind::Text),
            ("Until", ColumnKind::Date),
        ],
        rows.collect(),
    )
}
