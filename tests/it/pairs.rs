//! The content of pair pages with the shipped catalogue, as text that a person has read.

use crate::shipped::{folder, model, models};
use llm_compare::catalog::{Model, Providers, parse};
use llm_compare::compare::{
    Column, Direction, Figure, availability, bill_rows, cost_notes, delta, introduction, paid_route, price_rows,
    route_facts, side_cost, sorted, spec_rows,
};
use llm_compare::link;
use llm_compare::units::Date;
use std::fmt::Write;
use std::fs;

fn day() -> Date {
    "2026-08-21".parse().unwrap()
}

fn providers() -> Providers {
    parse("providers.json", &fs::read_to_string(folder().join("providers.json")).unwrap()).unwrap()
}

/// Everything the pair page says, without its looks.
fn page(models: &[Model], providers: &Providers, address: &link::Address) -> String {
    let mut out = String::new();
    let mut line = |text: String| writeln!(out, "{}", text.trim_end()).unwrap();
    let mut months = Vec::new();
    for (model, side) in models.iter().zip(&address.sides) {
        let facts = route_facts(model, providers, day());
        let rows = price_rows(model, &facts, &address.workload, side.reasoning, day());
        let month = side_cost(model, providers, &rows, &address.workload, side, day());
        line(introduction(model));
        line(format!("  month: {}", month.total().map_or("no complete price".to_owned(), |total| total.to_string())));
        if let Some(paid) = &month.paid {
            line(format!("  {}", paid_route(&paid.route)));
            for row in bill_rows(paid) {
                line(format!("  {}, at {} per million: {}", row.label, said(&row.price), said(&row.amount)));
            }
            for (_, text) in cost_notes(paid) {
                line(format!("  {text}"));
            }
        }
        line(format!("  {}", availability(&route_facts(model, providers, day()))));
        for row in sorted(&rows, Column::Cost, Direction::Ascending).into_iter().take(6) {
            let route = &row.route;
            let figures = [&route.input, &route.output, &route.cache_read, &route.context, &route.max_output];
            let figures: Vec<_> = figures.map(|figure| figure.reading.text().to_owned()).into();
            line(format!(
                "  - {} | {} | {} | {}",
                route.provider,
                route.model_id,
                figures.join(" | "),
                row.cost.text()
            ));
        }
        months.push(month);
    }
    if let [a, b] = months.as_slice() {
        line(delta(a, b).map_or("no difference can be stated".to_owned(), |delta| {
            let times = delta.times.unwrap_or_default();
            format!("difference: {} {times}, cheaper: {:?}", delta.difference, delta.cheaper)
        }));
    }
    for row in spec_rows(&models.iter().collect::<Vec<_>>()) {
        let cells: Vec<_> = row.cells.iter().map(said).collect();
        line(format!("{}{}: {}", row.label, if row.differs() { " ≠" } else { "" }, cells.join(" | ")));
    }
    out
}

fn said(figure: &Figure) -> String {
    let source = figure.provenance.as_ref().map(|p| format!(" [{} {}]", p.source, p.as_of)).unwrap_or_default();
    format!("{}{source}", figure.reading.text())
}

fn pair(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let (address, notes) = link::parse(path, query);
    assert_eq!(notes, vec![]);
    let models: Vec<_> = address.models().iter().map(|slug| model(slug)).collect();
    page(&models, &providers(), &address)
}

#[test]
fn pairs_read_as_they_did() {
    for (name, address) in [
        ("gpt-4o-vs-step", "/compare/gpt-4o-2024-11-20/step-3.5-flash?rb=openrouter:stepfun/step-3.5-flash"),
        ("gpt-5-vs-claude-sonnet-5", "/compare/gpt-5/claude-sonnet-5?c=0.5"),
        ("glm-vs-deepseek", "/compare/glm-5.2/deepseek-v4-pro?n=5000&i=300000&o=2000&ta=4000"),
        ("o3-vs-llama", "/compare/o3/llama-3.3-70b?b=0.5"),
    ] {
        insta::assert_snapshot!(name, pair(address));
    }
}

#[test]
fn the_openrouter_route_of_step_3_5_flash_costs_exactly_155_dollars() {
    let page = pair("/compare/gpt-4o-2024-11-20/step-3.5-flash?rb=openrouter:stepfun/step-3.5-flash");
    assert!(page.contains("  month: $155\n") && page.contains("  month: $4,500\n"), "{page}");
}

#[test]
fn every_shipped_model_can_be_compared_and_leaves_no_cell_empty() {
    let (providers, partner) = (providers(), model("step-3.5-flash"));
    let address = link::Address::compare(["a", "b"]);
    for model in models() {
        let id = model.id.clone();
        let page = page(&[model, partner.clone()], &providers, &address);
        for wrong in ["null", "NaN", "  |", ": |", "| |", "month: $0\n", "[]"] {
            assert!(!page.contains(wrong), "{id}: {wrong:?} in\n{page}");
        }
    }
}
