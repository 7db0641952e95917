//! The page of the audit, as HTML: everything that does not change while a reader searches and sorts.

use super::rows::class;
use crate::catalog::{Audit, AuditTable};
use crate::compare::age_if_stale;
use crate::html::Html;
use crate::table::{Form, PRESS, open_frame, write_sort_head, write_take};
use crate::units::Date;

/// Heading of the page.
pub const TITLE: &str = "What the catalogue knows, and what it does not";

/// What the button does that opens a long table, see [`PRESS`].
pub const OPENER: &str = "open";

/// Id of the field for the search.
pub const SEARCH: &str = "search";

/// Id of the line that says what the search has found.
pub const STATUS: &str = "search-status";

const LEAD: &str = "Every figure on this site is a statement by somebody. Here they are counted: who states how much, how \
    old it is, where sources contradict each other, and what nobody states.";

const SEARCH_FIELD: &str = "<div class=\"search\"><label for=\"search\">Search all tables</label>\
    <input id=\"search\" type=\"search\" maxlength=\"100\" autocomplete=\"off\" spellcheck=\"false\">\
    <p id=\"search-status\" class=\"quiet\" role=\"status\"></p></div>";

/// The whole page but the rows of its tables.
pub fn page_html(audit: &Audit, today: Date) -> String {
    let mut html = Html::default();
    html.markup("<section id=\"top\">");
    html.element("h1", "", TITLE);
    html.element("p", "lead", LEAD);
    write_age(&mut html, audit.as_of, today);
    html.markup(SEARCH_FIELD);
    html.markup("</section>");
    audit.tables.iter().for_each(|table| write_section(&mut html, table));
    html.finish()
}

fn write_age(html: &mut Html, day: Date, today: Date) {
    let read = format!("The newest source was read on {}", day.long());
    match age_if_stale(day, today) {
        None => html.element("p", "quiet", &format!("{read}.")),
        Some(days) => {
            html.markup("<div class=\"notice\" role=\"status\">");
            html.element("p", "", &format!("{read}, {days} days ago. Check what matters at its source."));
            html.markup("</div>");
        }
    }
}

fn write_section(html: &mut Html, table: &AuditTable) {
    let heading = format!("{}-heading", table.id);
    html.open("section", &[("id", Some(&table.id)), ("aria-labelledby", Some(&heading))]);
    html.markup("<div class=\"section-head\">");
    html.open("h2", &[("id", Some(&heading))]);
    html.open("a", &[("href", Some(&format!("#{}", table.id)))]);
    html.text(&table.title);
    html.markup(
        "</a></h2><div class=\"take\" role=\"group\" aria-label=\"Take these rows\"><span class=\"count\"></span>",
    );
    write_take(html, &Form::ALL);
    html.markup("</div></div>");
    html.element("p", "lead quiet", &table.about);
    open_frame(html);
    html.open("table", &[("class", Some("listing")), ("aria-labelledby", Some(&heading))]);
    html.markup("<thead><tr>");
    for (place, column) in table.columns.iter().enumerate() {
        write_sort_head(html, place, &column.name, "", class(column.kind), "none");
    }
    html.markup("</tr></thead><tbody></tbody></table></div>");
    html.open("button", &[("type", Some("button")), ("class", Some("button")), (PRESS, Some(OPENER))]);
    html.markup("</button></section>");
}
