//! The table of all routes of one side: sortable, the first dozen and then all.

use crate::catalog::RouteStatus;
use crate::compare::{Column, Direction, Figure, PriceRow, RouteFacts, RowCost, sorted};
use crate::ui::components::{Cell, Mark, Row, content_html, rows_html, table_frame};
use crate::ui::reactive::{Draw, Drawn, Shared, dynamic, text};
use crate::ui::sides::{Comparison, Month, Routes};
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlTableSectionElement;

/// How many routes are shown before the reader asks for all.
const FIRST: usize = 12;

/// All routes of the side `index`; `labelled_by` is the id of the heading that names the table.
pub(crate) fn price_table(index: usize, labelled_by: String) -> Drawn {
    let comparison = Comparison::get();
    let sorting = RwSignal::new((Column::Cost, Direction::Ascending));
    // Of which routes all are shown: another model begins with the first again.
    let opened = RwSignal::new(None::<Shared<Routes>>);
    let all = move || opened.with(Option::is_some) && opened.get() == comparison.routes(index);
    let rows = move || {
        let month = comparison.month(index)?;
        let (column, direction) = sorting.get();
        let most = if all() { usize::MAX } else { FIRST };
        let order =
            sorted(&month.rows, column, direction).into_iter().take(most).map(|row| row.route.position).collect();
        Some(Shown { month, order })
    };
    let element = NodeRef::<html::Tbody>::new();
    Effect::new(move |before: Option<Option<Shown>>| {
        let now = rows();
        if let (Some(body), Some(now)) = (element.get(), &now) {
            draw(&body, before.flatten().as_ref(), now);
        }
        now
    });
    let more = move || {
        let count = comparison.routes(index).map_or(0, |routes| routes.len());
        let label = if all() { format!("Show the first {FIRST}") } else { format!("Show all {count}") };
        let press = move |_| opened.set(if all() { None } else { comparison.routes(index) });
        (count > FIRST).then(|| view! { <button type="button" class="button" on:click=press>{label}</button> })
    };
    let head = Column::ALL.map(|column| sort_head(column, sorting)).collect_view();
    let table = view! {
        <table class="routes" aria-labelledby=labelled_by>
            <thead><tr>{head}</tr></thead>
            <tbody node_ref=element />
        </table>
    };
    view! { {table_frame(table)}{dynamic(more)} }.drawn()
}

/// What the table's body shows.
struct Shown {
    month: Shared<Month>,
    /// Positions of the rows, from the first line on.
    order: Vec<usize>,
}

impl Shown {
    fn rows(&self) -> impl Iterator<Item = &PriceRow> {
        self.order.iter().filter_map(|position| self.month.rows.get(*position))
    }
}

fn sort_head(column: Column, sorting: RwSignal<(Column, Direction)>) -> impl IntoView {
    let sort = move |_| {
        sorting.update(|(current, direction)| {
            *direction = if *current == column { direction.reversed() } else { column.better_first() };
            *current = column;
        });
    };
    let state = move || match sorting.get() {
        (current, direction) if current == column => Some(direction),
        _ => None,
    };
    let word = text(move || match state() {
        Some(Direction::Ascending) => "ascending".to_owned(),
        Some(Direction::Descending) => "descending".to_owned(),
        None => "none".to_owned(),
    });
    let mark = text(move || match state() {
        Some(Direction::Ascending) => "▲".to_owned(),
        Some(Direction::Descending) => "▼".to_owned(),
        None => String::new(),
    });
    let class = if column == Column::Provider { "" } else { "number" };
    view! {
        <th scope="col" class=class aria-sort=word>
            <button type="button" class="sort" on:click=sort>
                {column.heading()}<span class="sort-mark" aria-hidden="true">{mark}</span>
            </button>
            <span class="hint">{column.unit().unwrap_or_default()}</span>
        </th>
    }
}

/// Brings the table's body from one state to the next. Where the routes are the same and in the same order, as is usual
/// when a workload changes, only the costs that differ are written.
fn draw(body: &HtmlTableSectionElement, before: Option<&Shown>, now: &Shown) {
    let same = |before: &&Shown| before.month.routes == now.month.routes && before.order == now.order;
    let Some(before) = before.filter(same) else {
        body.set_inner_html(&rows_html(&now.rows().map(row).collect::<Vec<_>>()));
        return;
    };
    let mut element = body.first_element_child();
    for (before, now) in before.rows().zip(now.rows()) {
        let Some(line) = element else { return };
        if let Some(cell) = line.last_element_child().filter(|_| before.cost != now.cost) {
            let cost = cost(&now.cost);
            cell.set_class_name(cost.class);
            cell.set_inner_html(&content_html(&cost));
        }
        element = line.next_element_sibling();
    }
}

fn cost(cost: &RowCost) -> Cell {
    let (figure, hint, class) = match cost {
        RowCost::Bill(bill) => (Figure::plain(bill.total.to_string()), "", "number total"),
        RowCost::LimitUnknown(bill) => (Figure::plain(bill.total.to_string()), "limit unknown", "number total"),
        RowCost::Cannot(why) => (Figure::plain(why), "", "number quiet"),
        RowCost::NoBill(why) => (Figure::UNKNOWN, why.words(), "number"),
    };
    Cell { figure, hint: hint.to_owned(), class }
}

fn row(row: &PriceRow) -> Row {
    let route = RouteFacts::clone(&row.route);
    let cell = |figure, hint| Cell { figure, hint, class: "number" };
    let tier = route.tiers.first().map(|above| format!("more above {}", above.short())).unwrap_or_default();
    Row {
        label: route.provider,
        code: route.model_id,
        marks: marks(
            route.kind.map_or("unclassified", |kind| kind.word()),
            route.kind_reason,
            route.marks,
            route.status,
        ),
        cells: vec![
            cell(route.input, tier),
            cell(route.output, String::new()),
            cell(route.cache_read, String::new()),
            cell(route.context, String::new()),
            cell(route.max_output, String::new()),
            cost(&row.cost),
        ],
        ..Row::default()
    }
}

fn marks(kind: &str, why: String, others: Vec<String>, status: RouteStatus) -> Vec<Mark> {
    let mut marks = vec![Mark { word: kind.to_owned(), why, class: "mark" }];
    marks.extend(others.into_iter().map(|word| Mark { word, why: String::new(), class: "mark" }));
    if status != RouteStatus::Live {
        marks.push(Mark { word: status.sentence().to_owned(), why: String::new(), class: "mark warning" });
    }
    marks
}
