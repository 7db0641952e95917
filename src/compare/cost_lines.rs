//! The small print of a month: what was billed at which price, and what was assumed.

use super::columns::by_provider;
use super::pricing::{PriceRow, RouteFacts, RowCost};
use crate::cost::{BillLine, PriceClass};
use crate::table::{Cell, Figure, Head, Provenance, Row, Table};
use std::sync::Arc;

/// Which route is paid, for reading.
pub fn paid_route(route: &RouteFacts) -> String {
    let kind = route.kind.map_or("unclassified provider", |kind| kind.word());
    format!("{} ({kind}), {}", route.provider, route.model_id)
}

/// What to know about a bill, each with its tone: `warning` or `quiet`.
pub fn cost_notes(row: &PriceRow) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    let bill = match &row.cost {
        RowCost::Bill(bill) => bill,
        RowCost::LimitUnknown(bill) => {
            lines.push(("warning", "A limit of this route is unknown; it may not serve the workload.".to_owned()));
            bill
        }
        _ => return lines,
    };
    if let Some(above) = bill.tier_above {
        lines.push(("quiet", format!("Long-prompt prices apply: the prompt is longer than {above} tokens.")));
    }
    lines.extend(row.route.announced.iter().map(|change| ("warning", format!("This price will change. {change}"))));
    lines.extend(bill.assumptions.iter().map(|assumption| ("warning", assumption.sentence().to_owned())));
    lines
}

/// The bill line by line; no line when there is none.
pub fn bill_table(row: &PriceRow) -> Table {
    let head = |text: &str, class| Head { text: text.to_owned(), class, ..Head::default() };
    let heads = vec![head("Tokens", ""), head("$ per million", "number"), head("Monthly", "number")];
    let (RowCost::Bill(bill) | RowCost::LimitUnknown(bill)) = &row.cost else {
        return Table { heads, rows: Vec::new() };
    };
    let line = |line: &BillLine| {
        let class = match line.class {
            PriceClass::Input => "Input",
            PriceClass::CacheRead => "Cache reads",
            PriceClass::Output => "Output",
            PriceClass::Reasoning => "Reasoning",
        };
        let price = Figure { provenance: provenance(&row.route, line.class), ..Figure::plain(line.price.dollars()) };
        Row {
            label: format!("{class}{}", if line.batched { ", in batches" } else { "" }),
            cells: vec![Cell::from(price).number(), Cell::from(Figure::plain(line.amount.to_string())).number()],
            ..Row::default()
        }
    };
    Table { heads, rows: bill.lines.iter().map(line).collect() }
}

/// Where a class's price comes from. A class that the table of routes does not show has the source of the input price.
fn provenance(route: &RouteFacts, class: PriceClass) -> Option<Provenance> {
    let figure = match class {
        PriceClass::Input => &route.input,
        PriceClass::CacheRead => &route.cache_read,
        PriceClass::Output | PriceClass::Reasoning => &route.output,
    };
    figure.provenance.clone().or_else(|| route.input.provenance.clone())
}

/// Routes a reader can choose to pay: `provider:model_id` and a label, by provider. Routes without a complete price
/// are left out.
pub fn route_options(routes: &[Arc<RouteFacts>]) -> Vec<(String, String)> {
    let mut routes = by_provider(routes);
    routes.retain(|route| route.input.reading.is_known() && route.output.reading.is_known());
    let label = |route: &RouteFacts| {
        let (input, output) = (route.input.reading.text(), route.output.reading.text());
        format!("{}: {} ({input} in, {output} out)", route.provider, route.model_id)
    };
    routes.into_iter().map(|route| (route.key.clone(), label(route))).collect()
}
