//! The foot of the page: how old its facts are, and whom they are from.

use crate::catalog::Sources;
use crate::compare::Reviewed;
use crate::html::Html;
use crate::link::Address;
use crate::ui::catalogue::Catalogue;
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, text};
use crate::ui::sides::Comparison;
use crate::units::Date;
use leptos::prelude::*;

/// The foot of the page.
pub(crate) fn sources_footer() -> Drawn {
    let (comparison, catalogue, link) = (Comparison::get(), Catalogue::get(), LinkState::get());
    let content = text(move || {
        let sources = catalogue.sources();
        write(&comparison.overview().reviewed, sources.ready(), link.today())
    });
    view! {
        <footer id="sources" aria-labelledby="sources-heading">
            <h2 id="sources-heading">"Sources"</h2>
            <div inner_html=content />
            <p><a href=LinkState::href(&Address::catalog())>"What the catalogue knows, and what it does not"</a></p>
            <p class="print-only">{text(move || format!("This page: {}", link.shareable()))}</p>
        </footer>
    }
    .drawn()
}

fn write(found: &Reviewed, sources: Option<&Sources>, today: Date) -> String {
    let mut html = Html::default();
    html.element("p", "", &found.sentence(today));
    html.open("ul", &[]);
    for (id, day) in &found.sources {
        html.open("li", &[]);
        match sources.and_then(|sources| sources.sources.get(id)) {
            Some(source) => {
                // What people have read has no page of its own.
                html.outside(&source.url, &source.name);
                html.text(&format!(", read {}; {}. {}.", day.long(), source.licence, source.attribution));
            }
            None => html.text(&format!("{id}, read {}", day.long())),
        }
        html.close("li");
    }
    html.close("ul");
    html.finish()
}
