//! The catalogue looked at from outside: what it knows, from whom, how old that is, and what it does not know.

use crate::browse::audit::{TITLE, head_html};
use crate::catalog::Audit;
use crate::ui::browser;
use crate::ui::catalogue::{Catalogue, Loaded};
use crate::ui::components::{error_notice, indexed, loading, text_part};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, Memo, dynamic};
use crate::ui::sections::audit_sections;
use leptos::prelude::*;

/// The page of the catalogue.
pub(crate) fn catalog_page() -> Drawn {
    let catalogue = Catalogue::get();
    catalogue.want_audit();
    browser::set_title("The catalogue · llm-compare");
    // Other files may come while this page is shown; they change nothing here.
    let settled = Memo::new(move |_| catalogue.audit().is_settled());
    dynamic(move || {
        let _ = settled.get();
        match untrack(|| catalogue.audit()) {
            Loaded::Waiting => waiting(loading("Loading the audit…")),
            Loaded::Failed(error) => waiting(error_notice("The audit of the catalogue", &error)),
            Loaded::Ready(audit) => content(audit.0),
        }
    })
    .drawn()
}

fn waiting(word: Drawn) -> Drawn {
    vec![text_part(TITLE.to_owned(), |_| ()), word].drawn()
}

fn content(audit: &'static Audit) -> Drawn {
    let mut sections = vec![("top", "Search")];
    sections.extend(audit.tables.iter().map(|table| (table.id.as_str(), table.title.as_str())));
    let head = text_part(head_html(audit.as_of, LinkState::get().today()), |_| ());
    browser::after_paint(browser::reveal_fragment);
    indexed(&sections, vec![head, audit_sections(audit)].drawn())
}
