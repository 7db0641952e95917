//! The content of pair pages with the shipped catalogue, as text that a person has read.

use crate::shipped::{folder, model, models, today};
use llm_compare::catalog::{Benchmarks, Dialects, Model, Providers, parse};
use llm_compare::compare::{
    Column, Listed, Narrowing, SideCost, availability, bill_table, cost_notes, difference, history_sentence,
    history_table, introduction, overview, paid_route, price_line, price_rows, route_facts, route_with_history,
    side_cost, sorted,
};
use llm_compare::cost::Traffic;
use llm_compare::decide::{Field, Known};
use llm_compare::link;
use llm_compare::prose::{costs, decision, details, markdown};
use llm_compare::table::{Cell, Direction, Head, Row, Table, framed_html, letter, side_heads};
use std::fmt::Write;
use std::fs;

/// Everything that pages share.
pub(crate) struct Shared {
    pub(crate) providers: Providers,
    pub(crate) benchmarks: Benchmarks,
    pub(crate) dialects: Dialects,
}

impl Shared {
    pub(crate) fn read() -> Self {
        let text = |name| fs::read_to_string(folder().join(name)).unwrap();
        Self {
            providers: parse("providers.json", &text("providers.json")).unwrap(),
            benchmarks: parse("benchmarks.json", &text("benchmarks.json")).unwrap(),
            dialects: parse("dialects.json", &text("dialects.json")).unwrap(),
        }
    }
}

/// Everything the pair page says, without its looks, and its tables.
fn page(models: &[Model], shared: &Shared, address: &link::Address) -> (String, Vec<Table>) {
    let (mut out, mut tables) = (String::new(), Vec::new());
    let day = address.date.unwrap_or_else(today);
    let routes: Vec<_> = models.iter().map(|model| route_facts(model, &shared.providers, day)).collect();
    let sides: Vec<Listed> = models.iter().zip(&routes).map(|(model, routes)| (model, routes.as_slice())).collect();
    let names: Vec<&Model> = models.iter().collect();
    let mut say = |text: &str| writeln!(out, "{text}\n").unwrap();
    let mut show = |say: &mut dyn FnMut(&str), table: Table| {
        say(&table_text(&table));
        tables.push(table);
    };
    let heads = |first: &str| side_heads(first, models.iter().map(|m| m.name.as_str()));
    let table = |first: &str, rows: Vec<Row>| Table { heads: heads(first), rows };
    names.iter().for_each(|model| say(&introduction(model)));
    let overview = overview(&sides, Some(&shared.benchmarks), day);
    let benchmarks = overview.benchmarks.as_ref().unwrap();
    let months: Vec<SideCost> = sides
        .iter()
        .zip(&address.sides)
        .map(|((model, routes), set)| {
            let traffic = Traffic::new(&address.workload, &set.usage);
            let rows = price_rows(model, routes, &traffic, day);
            let narrowing = Narrowing {
                routes: address.workload.routes,
                context: address.workload.min_context,
                only: &address.providers,
                ..Narrowing::default()
            };
            side_cost(model, &shared.providers, &rows, &traffic, set, narrowing, day)
        })
        .collect();
    let known = Known {
        overview: &overview,
        providers: &shared.providers,
        benchmarks: Some(&shared.benchmarks),
        dialects: Some(&shared.dialects),
    };
    let contenders: Vec<_> = sides.iter().copied().zip(&months).collect();
    let field = Field::new(&contenders, known, &address.workload, day);
    let (decided, told) = (decision(&field, &address.priorities), details(&field, &address.priorities));
    say(&decided.summary);
    say(&markdown(&decided.verdict));
    say("## Decision scorecard");
    show(&mut say, table("Criterion", decided.scorecard));
    say("## Decision tradeoffs");
    say(&markdown(&told.tradeoffs));
    say("## What matters to you");
    say(&markdown(&decided.priorities));
    say("## Monthly cost");
    let mut lists = Vec::new();
    for (side, (((model, routes), set), month)) in sides.iter().zip(&address.sides).zip(&months).enumerate() {
        let rows = price_rows(model, routes, &Traffic::new(&address.workload, &set.usage), day);
        let amount = month.total().map_or("no complete price".to_owned(), |total| total.to_string());
        say(&format!("{}: {amount}", letter(side)));
        if let Some(paid) = &month.paid {
            say(&paid_route(&paid.route, &month.choice));
            show(&mut say, bill_table(paid));
            month.notes.iter().for_each(|text| say(text));
            cost_notes(paid).iter().for_each(|(_, text)| say(text));
        }
        let heads = Column::ALL.map(|column| Head { text: column.heading().to_owned(), ..Head::default() });
        let lines = sorted(&rows, Column::Cost, Direction::Ascending).into_iter().map(price_line);
        lists.push((availability(routes), Table { heads: heads.into(), rows: lines.collect() }));
    }
    say(&difference(&months.iter().enumerate().collect::<Vec<_>>()));
    say(&markdown(&costs(&field)));
    say("## Specs");
    show(&mut say, table("Fact", overview.specs.clone()));
    say("### Lifecycle by channel");
    show(&mut say, table("Channel", overview.lifecycle.clone()));
    say("## Pricing and availability");
    for (available, mut list) in lists {
        say(&available);
        list.rows.truncate(6);
        show(&mut say, list);
    }
    for (model, routes) in &sides {
        let Some(route) = route_with_history(model, "") else { continue };
        say(&history_sentence(route, &route.provider, day));
        let mut past = history_table(model, routes, day);
        past.rows.truncate(6);
        show(&mut say, past);
    }
    let can = &overview.capabilities;
    say("## Capabilities");
    say(&can.summary());
    show(&mut say, table("Capability", can.rows.clone()));
    say(&can.unknown_line());
    say("## Benchmarks");
    say(&benchmarks.summary());
    for (name, rows) in
        [("Comparable", &benchmarks.shared), ("Not comparable", &benchmarks.apart), ("One side", &benchmarks.single)]
    {
        if !rows.is_empty() {
            say(name);
            show(&mut say, table("Benchmark", rows.clone()));
        }
    }
    for (name, part) in [
        ("Switch friction", &told.switch),
        ("Deep dive", &told.deep_dive),
        ("Questions", &told.questions.blocks),
        ("Continue comparing", &told.next),
    ] {
        say(&format!("## {name}"));
        say(&markdown(part));
    }
    let reviewed = &overview.reviewed;
    say(&reviewed.sentence(today()));
    say(&format!("Sources: {:?}", reviewed.sources.iter().map(|(id, day)| format!("{id} {day}")).collect::<Vec<_>>()));
    (out, tables)
}

/// A table with a line for each row: its label, how it compares, its cells and the source of each.
fn table_text(table: &Table) -> String {
    let joined = |parts: &[&str], separator: &str| {
        parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(separator)
    };
    let cell = |cell: &Cell| {
        let source = cell.figure.provenance.as_ref().map(|p| format!("[{} {}]", p.source, p.as_of)).unwrap_or_default();
        let best = if cell.best { "▲" } else { "" };
        joined(&[cell.figure.reading.text(), best, &cell.hint, &source], " ")
    };
    let line = |row: &Row| {
        let marks: Vec<&str> = row.marks.iter().map(|mark| mark.word.as_str()).collect();
        let label = joined(&[&row.label, &marks.join(", "), &row.hint, &row.code, &row.outcome], "; ");
        format!("{label} | {}", row.cells.iter().map(cell).collect::<Vec<_>>().join(" | "))
    };
    let heads: Vec<_> = table.heads.iter().map(|head| joined(&[head.letter, &head.text], " ")).collect();
    std::iter::once(heads.join(" | ")).chain(table.rows.iter().map(line)).collect::<Vec<_>>().join("\n")
}

fn pair(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let (address, notes) = link::parse(path, query);
    assert_eq!(notes, vec![]);
    let models: Vec<_> = address.models().iter().map(|slug| model(slug)).collect();
    // The code of each format has snapshots of its own.
    let text = page(&models, &Shared::read(), &address).0;
    text.split("```").step_by(2).collect::<Vec<_>>().join("(code)")
}

#[test]
fn pairs_read_as_they_did() {
    for (name, address) in [
        ("default", "/compare/gpt-4o-2024-11-20/step-3.5-flash?rb=openrouter:stepfun/step-3.5-flash"),
        ("cached-and-dated", "/compare/gpt-5/claude-sonnet-5?c=0.5&d=2026-07-20"),
        ("long-prompts", "/compare/glm-5.2/deepseek-v4-pro?n=5000&i=300000&o=2000&ta=4000"),
        ("batches", "/compare/o3/llama-3.3-70b?b=0.5"),
        (
            "own-prices",
            "/compare/gpt-4o-2024-11-20/kimi-k2.6?ra=own:openai:gpt-4o-2024-11-20&rb=own:&da=0.2&ib=0&ob=0&mb=3000&xb=131072&v=traffic",
        ),
        ("price-withheld", "/compare/gpt-4o-2024-11-20/o3?ra=own:openai:gpt-4o-2024-11-20"),
        ("same-model", "/compare/gpt-5/gpt-5"),
        ("same-family", "/compare/claude-opus-4-5/claude-sonnet-4-5"),
        ("google", "/compare/gemini-2.5-pro/gemini-2.5-flash"),
        ("open-and-closed", "/compare/kimi-k2.6/gpt-5.5"),
        ("small-models", "/compare/gemma-3-27b/phi-4"),
        ("old-models", "/compare/gpt-4o-mini/claude-3-5-haiku"),
        ("no-live-route", "/compare/gpt-4.5-preview/gpt-4.1"),
        ("prompt-too-long", "/compare/gpt-4o/gemini-2.5-pro?i=900000"),
        ("self-reported", "/compare/deepseek-v4-flash/glm-5"),
        ("reasoning-tokens", "/compare/deepseek-r1/o4-mini?ta=2000&tb=1500"),
        ("two-snapshots", "/compare/gpt-4o-2024-05-13/gpt-4o-2024-11-20"),
        ("huge-and-small", "/compare/kimi-k3/qwen3-0.6b"),
        ("no-routes", "/compare/qvq-72b-preview/gemini-2.5-flash"),
        ("no-prices", "/compare/mistral-nemotron/claude-haiku-4-5"),
        ("both-gone", "/compare/gemini-1.5-flash-8b/gemini-2.0-flash-exp"),
        ("hardly-anything-known", "/compare/babbage-002/ernie-5.1"),
        ("cheaper-and-not-behind", "/compare/o3-mini/o1-mini?n=20000&i=4000&o=1500"),
        (
            "must-haves",
            "/compare/gpt-5.2/claude-opus-4-5?m=context:300000,cost:5000,until:2026-11-01,vision&w=benchmarks:0,cost:10",
        ),
        (
            "unknown-accepted",
            "/compare/kimi-k2.6/llama-4-maverick?m=computer_use,open,price:3,unknown&u=temperature,logit_bias,vision",
        ),
        ("must-haves-nobody-meets", "/compare/deepseek-v4-pro/glm-5.2?m=at:openai,audio"),
        ("three-with-needs", "/compare/gpt-5-mini/gemini-2.5-flash/claude-haiku-4-5?m=open&w=open:10"),
        ("three", "/compare/gpt-5.2/gemini-3-pro-preview/claude-opus-4-5"),
        ("four", "/compare/gpt-oss-120b/qwen3-235b-a22b/mistral-large-2512/grok-4"),
        ("one", "/compare/gpt-5"),
    ] {
        insta::assert_snapshot!(name, pair(address));
    }
}

#[test]
fn the_openrouter_route_of_step_3_5_flash_costs_exactly_155_dollars() {
    let page = pair("/compare/gpt-4o-2024-11-20/step-3.5-flash?rb=openrouter:stepfun/step-3.5-flash");
    assert!(page.contains("B: $155\n") && page.contains("A: $4,500\n"), "{page}");
}

#[test]
fn every_shipped_model_can_be_compared_and_leaves_no_cell_empty() {
    let (shared, partner) = (Shared::read(), model("step-3.5-flash"));
    let address = link::Address::compare(["a", "b"]);
    for model in models() {
        let id = model.id.clone();
        let (text, tables) = page(&[model, partner.clone()], &shared, &address);
        // Code has quotes and nothing of its own.
        let text: String = text.split("```").step_by(2).collect();
        for wrong in ["null", "NaN", "None", "|  |", "A: $0\n", "\"\"", "()"] {
            assert!(!text.contains(wrong), "{id}: {wrong:?} in\n{text}");
        }
        for table in tables {
            let html = framed_html(&table.heads, &table.rows, "label");
            let columns = table.heads.len();
            assert!(
                table.rows.iter().all(|row| row.cells.len() + 1 == columns && !row.label.is_empty()),
                "{id}: {html}"
            );
            let empty = ["<td></td>", "\"></td>", "\"></button>"].iter().any(|empty| html.contains(empty));
            assert!(!empty, "{id}: an empty cell in {html}");
        }
    }
}

/// Label of a row; whether each cell is the best, with its text; the outcome in words.
type Marked = (String, Vec<(bool, String)>, String);

fn marks(rows: &[Row]) -> Vec<Marked> {
    let cells = |row: &Row| row.cells.iter().map(|cell| (cell.best, cell.figure.reading.text().to_owned())).collect();
    rows.iter().map(|row| (row.label.clone(), cells(row), row.outcome.clone())).collect()
}

/// The same as if the two sides had changed places.
fn mirrored(rows: &[Row]) -> Vec<Marked> {
    let other = |word: &str| match word.trim_end_matches([',', ';']) {
        "A" => word.replacen('A', "B", 1),
        "B" => word.replacen('B', "A", 1),
        _ => word.to_owned(),
    };
    let swap = |(label, mut cells, outcome): Marked| {
        cells.reverse();
        (label, cells, outcome.split(' ').map(other).collect::<Vec<_>>().join(" "))
    };
    marks(rows).into_iter().map(swap).collect()
}

#[test]
fn exchanging_the_sides_mirrors_every_mark() {
    let shared = Shared::read();
    let models = models();
    for (nth, a) in models.iter().enumerate() {
        let b = &models[(nth * 7 + 13) % models.len()];
        let rows = |a: &Model, b: &Model| {
            let of = |model: &Model| route_facts(model, &shared.providers, today());
            let (routes_a, routes_b) = (of(a), of(b));
            let sides: [Listed; 2] = [(a, &routes_a), (b, &routes_b)];
            let all = overview(&sides, Some(&shared.benchmarks), today());
            [all.capabilities.rows, all.benchmarks.unwrap().shared, all.specs].concat()
        };
        assert_eq!(marks(&rows(b, a)), mirrored(&rows(a, b)), "{} and {}", a.id, b.id);
    }
}
