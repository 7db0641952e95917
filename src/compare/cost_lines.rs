//! The small print of a month: what was billed at which price, and what was assumed.

use super::columns::by_provider;
use super::outcome::count;
use super::pricing::{PriceRow, RouteFacts, RowCost};
use super::side_cost::{RouteChoice, SideCost};
use crate::catalog::{Model, ReasoningMode};
use crate::cost::{BillLine, Period, PriceClass, Traffic, Usage, Workload};
use crate::money::group_thousands;
use crate::table::{Cell, Figure, Head, Provenance, Row, Table};
use crate::units::{Share, Tokens};
use std::sync::Arc;

/// Which route is paid, and whether at the reader's own price, for reading.
pub fn paid_route(route: &RouteFacts, choice: &RouteChoice) -> String {
    let own = if *choice == RouteChoice::OwnPrice { "Your price: " } else { "" };
    match route.kind {
        None if route.provider.is_empty() => format!("{own}{}", route.model_id),
        kind => {
            let kind = kind.map_or("unclassified provider", |kind| kind.word());
            format!("{own}{} ({kind}), {}", route.provider, route.model_id)
        }
    }
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
    lines.extend(row.route.announced.iter().map(|change| ("warning", format!("This price will change. {change}"))));
    for assumption in &bill.assumptions {
        lines.push((if assumption.is_bound() { "warning" } else { "quiet" }, assumption.sentence()));
    }
    lines
}

/// What is to be known about the traffic of a side.
pub(super) fn traffic_notes(model: &Model, traffic: &Traffic, cost: &SideCost) -> Vec<String> {
    let mut notes = Vec::new();
    let reasons = model.facts.reasoning.as_ref().and_then(|fact| fact.value.as_ref());
    if reasons.is_some_and(|reasons| reasons.mode == ReasoningMode::Mandatory) && traffic.reasoning == Tokens(0) {
        notes.push("It always reasons: without reasoning tokens this bill is too low.".to_owned());
    }
    let Some(total) = cost.total() else { return notes };
    if traffic.success < Share::ALL
        && let Some(each) = traffic.each_accepted(total)
    {
        notes.push(format!("{each} for each accepted answer."));
    }
    let context = cost.route(model).and_then(|route| route.context_tokens);
    if let Some((window, request)) = context.and_then(|window| Some((window, traffic.overflows_at(window)?))) {
        notes.push(format!("Request {request} of a task does not fit into the window of {window} tokens."));
    }
    notes
}

/// What is to be known about a workload, whoever serves it.
pub fn workload_notes(workload: &Workload) -> Vec<String> {
    let mut notes = Vec::new();
    let (tasks, steps) = (group_thousands(workload.tasks_a_month()), workload.steps());
    let traffic = Traffic::new(workload, &Usage::default());
    if steps > 1 {
        notes.push(format!(
            "{tasks} tasks a month of {steps} requests each; {} % of the input is history read from the cache.",
            traffic.cached.short_percent()
        ));
    } else if workload.per != Period::Month {
        notes.push(format!("{tasks} requests a month."));
    }
    if steps == 1 && traffic.cached < workload.cached {
        notes.push(format!(
            "A token is written before it is read: with {} for each write at most {} % can be cached, which is billed.",
            count(usize::try_from(workload.reads_per_write).unwrap_or(usize::MAX), "read"),
            traffic.cached.short_percent()
        ));
    }
    if workload.input_p95 > Tokens(0) && workload.input_p95 != workload.input && !traffic.is_spread() {
        notes.push(
            "Prompts of these lengths are billed as if all were alike: a log-normal distribution needs a 95th percentile of 1 to 3.8 times the mean, and other distributions need a histogram."
                .to_owned(),
        );
    }
    notes
}

/// The bill line by line; no line when there is none.
pub fn bill_table(row: &PriceRow) -> Table {
    let head = |text: &str, class| Head { text: text.to_owned(), class, ..Head::default() };
    let heads = vec![
        head("Tokens", ""),
        head("Quantity", "number"),
        head("$ per million", "number"),
        head("Monthly", "number"),
    ];
    let (RowCost::Bill(bill) | RowCost::LimitUnknown(bill)) = &row.cost else {
        return Table { heads, rows: Vec::new() };
    };
    let line = |line: &BillLine| {
        let tokens = line.quantity.tokens();
        let (quantity, price) = match line.class {
            PriceClass::Fee => (Figure::plain("1 month"), line.amount.to_string()),
            _ => {
                let exact = Some(format!("{tokens} tokens"));
                (Figure { exact, ..Figure::plain(tokens.short()) }, line.price.dollars())
            }
        };
        let price = Figure { provenance: provenance(&row.route, line.class), ..Figure::plain(price) };
        let amount =
            Figure { exact: Some(format!("${}", line.amount.exact())), ..Figure::plain(line.amount.to_string()) };
        Row {
            label: line.name(),
            cells: [quantity, price, amount].into_iter().map(|figure| Cell::from(figure).number()).collect(),
            ..Row::default()
        }
    };
    Table { heads, rows: bill.lines.iter().map(line).collect() }
}

/// Where a class's price comes from. A class that the table of routes does not show has the source of the input price.
fn provenance(route: &RouteFacts, class: PriceClass) -> Option<Provenance> {
    let figure = match class {
        PriceClass::Input | PriceClass::CacheWrite | PriceClass::Fee => &route.input,
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
