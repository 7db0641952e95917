//! Taking a section's tables away, as they are shown: sorted, filtered and opened as the reader has them.

use super::table::pressed;
use super::text::text_part;
use crate::html::Html;
use crate::table::{Form, Shown, ShownCell, csv, markdown, write_section_head};
use crate::ui::browser;
use crate::ui::reactive::Drawn;
use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The head of the section with that id, with buttons that copy its tables, read from the page, and one that saves what `json`
/// writes.
pub(crate) fn section_head(id: &'static str, heading: &str, json: Option<Box<dyn Fn() -> String>>) -> Drawn {
    let forms = [Form::Markdown, Form::Csv, Form::JsonFile];
    let count = if json.is_some() { 3 } else { 2 };
    let read = move |form| match (form, &json) {
        (Form::JsonFile, Some(json)) => json(),
        (Form::Markdown, _) => markdown(&tables(id)),
        _ => csv(&tables(id)),
    };
    head(id, heading, forms.get(..count).unwrap_or_default(), Box::new(read))
}

/// The head of a section that is text, with a button that copies `read`, which is Markdown.
pub(crate) fn text_head(id: &'static str, heading: &str, read: impl Fn() -> String + 'static) -> Drawn {
    head(id, heading, &[Form::Markdown], Box::new(move |_| read()))
}

fn head(id: &'static str, heading: &str, forms: &[Form], read: Box<dyn Fn(Form) -> String>) -> Drawn {
    let mut html = Html::default();
    write_section_head(&mut html, id, heading, forms);
    let press = move |event: MouseEvent| {
        if let Some((button, form)) = pressed(&event).and_then(|(button, does)| Some((button, Form::labelled(&does)?)))
        {
            give(&button, form, read(form), id);
        }
    };
    text_part(html.finish(), press)
}

/// Saves the chart whose button is pressed, wherever on the page.
pub(crate) fn save_charts() {
    let press = |event: MouseEvent| {
        let Some((button, _)) = pressed(&event).filter(|(_, does)| does == Form::SvgFile.label()) else { return };
        let chart = button.parent_element().and_then(|taker| taker.previous_element_sibling());
        if let Some(chart) = chart {
            let name = chart.get_attribute("aria-label").unwrap_or_default();
            give(&button, Form::SvgFile, browser::svg_file(&chart), &name);
        }
    };
    let listener = window_event_listener(ev::click, press);
    on_cleanup(move || listener.remove());
}

/// Copies a text, or saves it as a file whose name begins with `name`, and says so beside the button.
pub(crate) fn give(button: &Element, form: Form, text: String, name: &str) {
    const REFUSED: &str = "The browser does not let this page do that.";
    let line = button.parent_element().and_then(|group| group.query_selector("[role=status]").ok().flatten());
    let say = move |done| {
        if let Some(line) = line {
            line.set_text_content(Some(if done { form.done() } else { REFUSED }));
        }
    };
    match form.file() {
        None => browser::copy(&text, Box::new(say)),
        Some((ending, kind)) => say(browser::download(&format!("{name}{ending}"), kind, &text)),
    }
}

fn tables(section: &str) -> Vec<Shown> {
    let table = |table: &Element| Shown {
        caption: caption(table).unwrap_or_default(),
        lines: browser::find_all(table, "tr").iter().map(line).collect(),
    };
    let tables = browser::by_id(section).map(|section| browser::find_all(&section, "table"));
    tables.unwrap_or_default().iter().map(table).collect()
}

/// The heading of the card or the fold that a table stands in.
fn caption(table: &Element) -> Option<String> {
    let around = table.closest("details, [role=group]:not(.table-frame)").ok()??;
    Some(shown(&around.query_selector("h3, summary").ok()??))
}

fn line(row: &Element) -> Vec<ShownCell> {
    let cell = |cell: &Element| ShownCell { text: shown(cell), source: source(cell) };
    browser::find_all(row, "th, td").iter().map(cell).collect()
}

/// Source and day, without who agrees.
fn source(cell: &Element) -> String {
    let stated = cell.query_selector("[data-source]").ok().flatten().and_then(|f| f.get_attribute("data-source"));
    stated.map(|stated| stated.split(' ').take(2).collect::<Vec<_>>().join(" ")).unwrap_or_default()
}

fn shown(element: &Element) -> String {
    element.dyn_ref::<HtmlElement>().map(HtmlElement::inner_text).unwrap_or_default()
}
