//! The small print of a month: what was billed at which price, and what was assumed.

use super::columns::{Column, Direction, sorted};
use super::pricing::{PriceRow, RouteFacts, RowCost};
use crate::cost::PriceClass;

/// Lines for reading, each with its tone: `warning`, `quiet` or none.
pub fn cost_lines(row: &PriceRow) -> Vec<(&'static str, String)> {
    let route = &row.route;
    let kind = route.kind.map_or("unclassified provider", |kind| kind.word());
    let mut lines = vec![("", format!("{} ({kind}), {}", route.provider, route.model_id))];
    let bill = match &row.cost {
        RowCost::Bill(bill) => bill,
        RowCost::LimitUnknown(bill) => {
            lines.push(("warning", "A limit of this route is unknown; it may not serve the workload.".to_owned()));
            bill
        }
        _ => return lines,
    };
    let parts = bill.lines.iter().map(|line| {
        let class = match line.class {
            PriceClass::Input => "input",
            PriceClass::CacheRead => "cache reads",
            PriceClass::Output => "output",
            PriceClass::Reasoning => "reasoning",
        };
        format!("{} {class} at {} per million", line.amount, line.price.dollars())
    });
    lines.push(("quiet", parts.collect::<Vec<_>>().join("; ")));
    if let Some(above) = bill.tier_above {
        lines.push(("quiet", format!("Long-prompt prices apply: the prompt is longer than {above} tokens.")));
    }
    lines.extend(bill.assumptions.iter().map(|assumption| ("warning", assumption.sentence().to_owned())));
    lines
}

/// Routes a reader can choose to pay: `provider:model_id` and a label, by provider. Routes without a complete price
/// are left out.
pub fn route_options(rows: &[PriceRow]) -> Vec<(String, String)> {
    let mut rows = sorted(rows, Column::Provider, Direction::Ascending);
    rows.retain(|row| row.route.input.reading.is_known() && row.route.output.reading.is_known());
    let label = |route: &RouteFacts| {
        let (input, output) = (route.input.reading.text(), route.output.reading.text());
        format!("{}: {} ({input} in, {output} out)", route.provider, route.model_id)
    };
    rows.into_iter().map(|row| (row.route.key.clone(), label(&row.route))).collect()
}
