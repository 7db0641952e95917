//! Specs, row by row.

use crate::compare::{SpecRow, spec_rows};
use crate::ui::components::{Cell, Row, rows_html, section, table_frame};
use crate::ui::reactive::{Draw, Drawn, dynamic};
use crate::ui::sides::{Comparison, Side, class, letter};
use leptos::prelude::*;

/// The section "Specs".
pub(crate) fn specs_section() -> Drawn {
    let sides = Comparison::get().sides;
    section("specs", "Specs", dynamic(move || sides.with(|sides| table(sides))).drawn())
}

fn table(sides: &[Side]) -> Drawn {
    let models: Vec<_> = sides.iter().map(|side| side.model.as_ref()).collect();
    let heads = sides.iter().map(|side| {
        view! {
            <th scope="col" class=class(side.index)>
                <span class="letter">{letter(side.index)}</span>" "{side.model.name.clone()}
            </th>
        }
    });
    let head = view! { <th scope="col">"Fact"</th>{heads.collect_view()} }.drawn();
    let rows: Vec<_> = spec_rows(&models).into_iter().map(row).collect();
    table_frame("specs-heading".to_owned(), "facts", head, view! { <tbody inner_html=rows_html(&rows) /> })
}

fn row(spec: SpecRow) -> Row {
    let class = if spec.differs() { "differs" } else { "" };
    let cell = |figure| Cell { figure, hint: String::new(), class: "" };
    Row {
        label: spec.label.to_owned(),
        hint: spec.hint.unwrap_or_default().to_owned(),
        cells: spec.cells.into_iter().map(cell).collect(),
        class,
        ..Row::default()
    }
}
