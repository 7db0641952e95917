//! The tables of the catalogue's audit: searched, sorted, opened and taken away. The page is one text with one listener;
//! what changes is written into it.

use crate::browse::audit::{
    FIRST, OPENER, STATUS, View, counted, found, json, rows_html, tables_html, tally, texts, words,
};
use crate::catalog::{Audit, AuditTable};
use crate::table::{Form, PRESS, csv, markdown, opener};
use crate::ui::browser;
use crate::ui::components::{give, mark_sorted, pressed, search_field, text_part};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, effect, text};
use leptos::ev::MouseEvent;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::Element;

/// The search, and below it all tables.
pub(crate) fn audit_sections(audit: &'static Audit) -> Drawn {
    let link = LinkState::get();
    let html = tables_html(audit);
    let views = audit.tables.iter().map(|_| Cell::default()).collect();
    let tables = Rc::new(Tables { audit, views, link, base: browser::base() });
    let searched = Rc::clone(&tables);
    effect(move || link.address.with(|address| searched.search(&address.search)));
    let press = move |event: MouseEvent| _ = pressed(&event).and_then(|(button, does)| tables.press(&button, &does));
    let value = text(move || link.address.with(|address| address.search.clone()));
    let search = move |typed| link.change(|address| address.search = typed);
    vec![search_field("search", "Search all tables", value, search), text_part(html, press)].drawn()
}

/// The tables, each with what the reader has set.
struct Tables {
    audit: &'static Audit,
    views: Vec<Cell<View>>,
    link: LinkState,
    base: String,
}

impl Tables {
    /// Shows in all tables the rows that hold every word of `query`.
    fn search(&self, query: &str) {
        let tables = self.audit.tables.iter().zip(&self.views);
        let found: Vec<_> = tables.map(|(table, view)| self.show(table, view.get(), query)).collect();
        browser::set_text(STATUS, &tally(self.audit, &found));
    }

    /// Brings a table to what it should show; gives the number of rows that are found.
    fn show(&self, table: &AuditTable, view: View, query: &str) -> usize {
        let rows = found(table, query, view.by);
        let count = rows.len();
        let Some(section) = browser::by_id(&table.id) else { return count };
        let shown = rows.get(..view.most()).unwrap_or(&rows);
        let write =
            |selector: &str, write: &dyn Fn(&Element)| browser::find_all(&section, selector).iter().for_each(write);
        write("tbody", &|body| body.set_inner_html(&rows_html(table, shown, self.base.trim_end_matches('/'))));
        write(".count", &|line| line.set_text_content(Some(&counted(count, table.rows.len()))));
        write(&format!("[{PRESS}={OPENER}]"), &|button| {
            let label = opener(view.opened, FIRST, count);
            let _ =
                if label.is_empty() { button.set_attribute("hidden", "") } else { button.remove_attribute("hidden") };
            button.set_text_content(Some(&label));
        });
        count
    }

    /// One of the buttons has been pressed.
    fn press(&self, button: &Element, does: &str) -> Option<()> {
        let section = button.closest("section").ok()??.id();
        let at = self.audit.tables.iter().position(|table| table.id == section)?;
        let (table, view) = (self.audit.tables.get(at)?, self.views.get(at)?);
        let query = self.link.address.get_untracked().search;
        if let Some(form) = Form::labelled(does) {
            let rows = found(table, &query, view.get().by);
            let name = format!("llm-compare-{}-{}", table.id, self.audit.as_of);
            give(button, form, print(form, table, &rows), &name);
            return Some(());
        }
        let mut set = view.get();
        if let Ok(place) = does.parse() {
            let direction = set.sort(table, place);
            mark_sorted(button, place, direction);
        } else {
            set.opened = !set.opened;
        }
        view.set(set);
        self.show(table, set, &query);
        Some(())
    }
}

fn print(form: Form, table: &AuditTable, rows: &[usize]) -> String {
    match form {
        Form::Markdown => markdown(&words(table, rows)),
        Form::JsonFile => json(table, rows),
        _ => csv(&texts(table, rows)),
    }
}
