//! The foot of the page: how old its facts are, and whom they are from.

use crate::catalog::Sources;
use crate::compare::{Reviewed, reviewed};
use crate::html::Html;
use crate::ui::browser;
use crate::ui::catalogue::Catalogue;
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, text};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// The foot of the page.
pub(crate) fn sources_footer() -> Drawn {
    let (comparison, catalogue, link) = (Comparison::get(), Catalogue::get(), LinkState::get());
    let content = text(move || {
        let benchmarks = comparison.benchmarks();
        let found = comparison.scored(|sides| reviewed(sides, benchmarks.as_deref()));
        let sources = catalogue.sources();
        write(&found, sources.ready().map(|sources| &**sources), link)
    });
    view! {
        <footer id="sources" aria-labelledby="sources-heading">
            <h2 id="sources-heading">"Sources"</h2>
            <div inner_html=content />
        </footer>
    }
    .drawn()
}

fn write(found: &Reviewed, sources: Option<&Sources>, link: LinkState) -> String {
    let mut html = Html::default();
    html.element("p", "", &found.sentence(link.today()));
    html.open("ul", &[]);
    for (id, day) in &found.sources {
        html.open("li", &[]);
        match sources.and_then(|sources| sources.sources.get(id)) {
            Some(source) => {
                html.open("a", &[("href", Some(&source.url)), ("rel", Some("noopener")), ("target", Some("_blank"))]);
                html.text(&source.name);
                html.close("a");
                html.text(&format!(", read {}; {}. {}.", day.long(), source.licence, source.attribution));
            }
            None => html.text(&format!("{id}, read {}", day.long())),
        }
        html.close("li");
    }
    html.close("ul");
    html.element("p", "print-only", &format!("This page: {}", browser::address()));
    html.finish()
}
