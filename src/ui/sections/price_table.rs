//! The table of all routes of one side: sortable, the first dozen and then all.

use crate::compare::{Column, PriceRow, cost_cell, price_line, sorted};
use crate::html::Html;
use crate::table::{Direction, opener, rows_html, write_sort_head};
use crate::ui::components::{button, fill_cell, mark_sorted, pressed, table_frame};
use crate::ui::reactive::{Draw, Drawn, Memo, Shared, State, dynamic, effect, text};
use crate::ui::sides::{Card, Comparison, Month, Routes};
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use std::cell::RefCell;
use web_sys::{Element, HtmlTableSectionElement};

/// How many routes are shown before the reader asks for all.
const FIRST: usize = 12;

/// All routes of a card's model; the card's `heading` names the table.
pub(crate) fn price_table(card: Card, heading: &'static str) -> Drawn {
    let comparison = Comparison::get();
    let sorting = State::new((Column::Cost, Direction::Ascending));
    // Of which routes all are shown: another model begins with the first again.
    let opened = State::new(None::<Shared<Routes>>);
    let all = move || opened.with(Option::is_some) && opened.get() == card.routes();
    let rows = move || {
        let month = card.month().filter(|month| comparison.is_due(&month.routes))?;
        let (column, direction) = sorting.get();
        let most = if all() { usize::MAX } else { FIRST };
        let order =
            sorted(&month.rows, column, direction).into_iter().take(most).map(|row| row.route.position).collect();
        Some(Shown { month, order })
    };
    let element = NodeRef::<html::Tbody>::new();
    let drawn = RefCell::new(None);
    effect(move || {
        if let (Some(now), Some(body)) = (rows(), element.get()) {
            draw(&body, drawn.borrow().as_ref(), &now);
            drawn.replace(Some(now));
        }
    });
    let count = move || card.routes().map_or(0, |routes| routes.len());
    let long = Memo::new(move |_| count() > FIRST);
    let more = move || {
        let label = move || opener(all(), FIRST, count());
        let press = move |_| opened.set(untrack(move || if all() { None } else { card.routes() }));
        long.get().then(|| button("button", text(label), press))
    };
    let sort = move |event: MouseEvent| {
        let Some((button, place)) = pressed(&event).and_then(|(button, does)| Some((button, does.parse().ok()?)))
        else {
            return;
        };
        let Some(column) = Column::ALL.get(place) else { return };
        sorting.update(|(current, direction)| {
            *direction = if current == column { direction.reversed() } else { column.better_first() };
            *current = *column;
            mark_sorted(&button, place, *direction);
        });
    };
    let table = view! {
        <table class="routes" aria-labelledby=text(move || card.id(heading))>
            <thead inner_html=heads() on:click=sort />
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

fn heads() -> String {
    let mut html = Html::default();
    html.open("tr", &[]);
    for (place, column) in Column::ALL.into_iter().enumerate() {
        let class = if column == Column::Provider { "" } else { "number" };
        let sorted = if column == Column::Cost { Direction::Ascending.word() } else { "none" };
        write_sort_head(&mut html, place, column.heading(), column.unit().unwrap_or_default(), class, sorted);
    }
    html.close("tr");
    html.finish()
}

/// Brings the table's body from one state to the next. Where the rows are the same, as is usual when a workload changes,
/// they stay: the costs that differ are written, and the rows move if their order is another.
fn draw(body: &HtmlTableSectionElement, before: Option<&Shown>, now: &Shown) {
    let Some((before, lines)) = before.and_then(|before| Some((before, kept_lines(body, before, now)?))) else {
        return body.set_inner_html(&rows_html(&now.rows().map(price_line).collect::<Vec<_>>()));
    };
    for (now, line) in now.rows().zip(&lines) {
        let before = before.month.rows.get(now.route.position);
        let cell = line.first_element_child().and_then(|provider| provider.next_element_sibling());
        if let Some(cell) = cell.filter(|_| before.is_none_or(|before| before.cost != now.cost)) {
            fill_cell(&cell, &cost_cell(&now.cost));
        }
    }
    if before.order != now.order {
        for line in lines {
            // It fails only for a body that has left the document; that one needs no order.
            let _ = body.append_child(&line);
        }
    }
}

/// The lines of the body in their new order, if they are those of the same routes as before.
fn kept_lines(body: &HtmlTableSectionElement, before: &Shown, now: &Shown) -> Option<Vec<Element>> {
    if before.month.routes != now.month.routes || before.order.len() != now.order.len() {
        return None;
    }
    let lines = std::iter::successors(body.first_element_child(), Element::next_element_sibling);
    let mut at = vec![None; now.month.rows.len()];
    for (position, line) in before.order.iter().zip(lines) {
        *at.get_mut(*position)? = Some(line);
    }
    now.order.iter().map(|position| at.get(*position)?.clone()).collect()
}
