//! Specs, row by row.

use crate::catalog::Model;
use crate::compare::{SpecRow, spec_rows};
use crate::html::Html;
use crate::ui::components::{Cell, Head, Row, section, table_frame, write_table};
use crate::ui::reactive::{Draw, Drawn, text};
use crate::ui::sides::{Comparison, Side, class, letter};
use leptos::prelude::*;

/// The section "Specs".
pub(crate) fn specs_section() -> Drawn {
    let sides = Comparison::get().sides;
    let content = text(move || sides.with(|sides| table_html(sides)));
    let table = view! { <table class="facts" aria-labelledby="specs-heading" inner_html=content /> };
    section("specs", "Specs", table_frame(table).drawn())
}

fn table_html(sides: &[Side]) -> String {
    let models: Vec<&Model> = sides.iter().map(|side| &*side.model).collect();
    let heads: Vec<_> =
        std::iter::once(Head { text: "Fact", ..Head::default() }).chain(sides.iter().map(head)).collect();
    let rows: Vec<_> = spec_rows(&models).into_iter().map(row).collect();
    let mut html = Html::default();
    write_table(&mut html, &heads, &rows);
    html.finish()
}

fn head(side: &Side) -> Head<'_> {
    Head { letter: letter(side.index), text: &side.model.name, class: class(side.index) }
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
