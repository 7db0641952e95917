//! The table of all routes of one side: sortable, the first dozen and then all.

use crate::catalog::RouteStatus;
use crate::compare::{Column, Direction, Figure, PriceRow, RowCost, sorted};
use crate::ui::components::{Cell, Mark, Row, table_frame, table_rows};
use crate::ui::reactive::{Draw, Drawn, dynamic, text};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// How many routes are shown before the reader asks for all.
const FIRST: usize = 12;

/// All routes of the side `index`; `labelled_by` is the id of the heading that names the table.
pub(crate) fn price_table(index: usize, labelled_by: String) -> Drawn {
    let comparison = Comparison::get();
    let sorting = RwSignal::new((Column::Cost, Direction::Ascending));
    let all = RwSignal::new(false);
    let body = move || {
        let (column, direction) = sorting.get();
        let most = if all.get() { usize::MAX } else { FIRST };
        let rows = |rows: Vec<&PriceRow>| rows.into_iter().take(most).map(table_row).collect();
        table_rows(comparison.month(index, |month| rows(sorted(&month.rows, column, direction))))
    };
    let more = move || {
        let count = comparison.month(index, |month| month.rows.len());
        let label = if all.get() { format!("Show the first {FIRST}") } else { format!("Show all {count}") };
        (count > FIRST).then(|| {
            view! { <button type="button" class="button" on:click=move |_| all.update(|all| *all = !*all)>{label}</button> }
        })
    };
    let head = Column::ALL.map(|column| sort_head(column, sorting)).collect_view().drawn();
    view! { {table_frame(labelled_by, "routes", head, dynamic(body))}{dynamic(more)} }.drawn()
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

fn table_row(row: &PriceRow) -> Row {
    let PriceRow { route, cost } = row.clone();
    let cell = |figure, hint| Cell { figure, hint, class: "number" };
    let tier = route.tiers.first().map(|above| format!("more above {}", above.short())).unwrap_or_default();
    let (figure, hint, class) = match cost {
        RowCost::Bill(bill) => (Figure::plain(bill.total.to_string()), "", "number total"),
        RowCost::LimitUnknown(bill) => (Figure::plain(bill.total.to_string()), "limit unknown", "number total"),
        RowCost::Cannot(why) => (Figure::plain(why), "", "number quiet"),
        RowCost::NoBill(why) => (Figure::UNKNOWN, why.words(), "number"),
    };
    let month = Cell { figure, hint: hint.to_owned(), class };
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
            month,
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
