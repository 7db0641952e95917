//! The page of the audit, as HTML: everything that does not change while a reader searches and sorts.

use super::rows::class;
use crate::catalog::{Audit, AuditTable};
use crate::compare::age_if_stale;
use crate::html::Html;
use crate::table::{Form, PRESS, heading_id, open_frame, write_section_head, write_sort_head};
use crate::units::Date;

/// What the button does that opens a long table, see [`PRESS`].
pub const OPENER: &str = "open";

/// Id of the line that says what the search has found.
pub const STATUS: &str = "found";

/// The heading alone.
pub const TITLE: &str = "<h1>What the catalogue knows, and what it does not</h1>";

const LEAD: &str = "<p class=\"lead\">Every figure on this site is somebody's statement. Here they are counted: who states \
    how much, how old it is, where sources contradict each other, and what nobody states.</p>";

/// What stands above the search. `day` is that of the newest source.
pub fn head_html(day: Date, today: Date) -> String {
    let mut html = Html::default();
    html.markup("<div id=\"top\">");
    html.markup(TITLE);
    html.markup(LEAD);
    let read = format!("The newest source was read on {}", day.long());
    match age_if_stale(day, today) {
        None => html.element("p", "quiet", &format!("{read}.")),
        Some(days) => {
            html.markup("<div class=\"notice\" role=\"status\">");
            html.element("p", "", &format!("{read}, {days} days ago. Check what matters at its source."));
            html.markup("</div>");
        }
    }
    html.markup("</div>");
    html.finish()
}

/// All tables without their rows.
pub fn tables_html(audit: &Audit) -> String {
    let mut html = Html::default();
    html.open("p", &[("id", Some(STATUS)), ("class", Some("quiet found")), ("role", Some("status"))]);
    html.markup("</p>");
    audit.tables.iter().for_each(|table| write_section(&mut html, table));
    html.finish()
}

fn write_section(html: &mut Html, table: &AuditTable) {
    let heading = heading_id(&table.id);
    html.open("section", &[("id", Some(&table.id)), ("aria-labelledby", Some(&heading))]);
    write_section_head(html, &table.id, &table.title, &Form::OF_TABLES);
    html.element("p", "lead quiet", &table.about);
    open_frame(html, "table-frame wide");
    html.open("table", &[("class", Some("listing")), ("aria-labelledby", Some(&heading))]);
    html.markup("<thead><tr>");
    for (place, column) in table.columns.iter().enumerate() {
        write_sort_head(html, place, &column.name, "", class(column.kind), "none");
    }
    html.markup("</tr></thead><tbody></tbody></table></div>");
    html.open("button", &[("type", Some("button")), ("class", Some("button")), (PRESS, Some(OPENER))]);
    html.markup("</button></section>");
}
