//! The start page: two pickers and Compare, and pairs to start from.

use crate::browse::popular_pairs;
use crate::catalog::{Index, OWN_MODEL};
use crate::html::Html;
use crate::link::Address;
use crate::ui::browser;
use crate::ui::catalogue::{Catalogue, Loaded};
use crate::ui::components::{button, error_notice, loading, model_picker, text_part};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, State, dynamic, text};
use leptos::prelude::*;

/// How many pairs are offered.
const PAIRS: usize = 8;

/// The start page.
pub(crate) fn home_page() -> Drawn {
    let (catalogue, link) = (Catalogue::get(), LinkState::get());
    catalogue.want_index();
    browser::set_title("llm-compare: exact costs, honest unknowns, a source for every figure");
    let slots = [State::new(String::new()), State::new(String::new())];
    let picker = move |slot: State<String>, id, label| {
        model_picker(id, label, text(move || name_of(&slot.get())), Callback::new(move |slug| slot.set(slug)))
    };
    let [first, second] = slots;
    let compare = move |_| match (first.get_untracked(), second.get_untracked()) {
        (a, _) if a.is_empty() => browser::focus("pick-first"),
        (_, b) if b.is_empty() => browser::focus("pick-second"),
        (a, b) => link.go(&Address::compare([a, b])),
    };
    view! {
        <div class="home">
            <h1>"Compare two language models"</h1>
            <p class="lead">
                "Exact monthly bills for your traffic, every provider's price, and a source and a date for each figure. Everything is computed in your browser."
            </p>
            <div class="pickers">
                {picker(first, "pick-first", "First model")}
                {picker(second, "pick-second", "Second model")}
                {button("button primary", "Compare".to_owned(), compare)}
            </div>
            {dynamic(move || match catalogue.index() {
                Loaded::Waiting => loading("Loading the list of models…"),
                Loaded::Failed(error) => error_notice("The list of models", &error),
                Loaded::Ready(index) => starts(&index),
            })}
        </div>
    }
    .drawn()
}

fn name_of(slug: &str) -> String {
    let index = Catalogue::get().index();
    let row = index.ready().and_then(|index| index.models.iter().find(|row| row.id == slug));
    row.map(|row| row.name.clone()).unwrap_or_default()
}

fn starts(index: &Index) -> Drawn {
    let mut html = Html::default();
    html.markup("<h2>Pairs to start from</h2><ul class=\"pairs\">");
    for (a, b) in popular_pairs(index, PAIRS) {
        html.markup("<li>");
        html.open("a", &[("href", Some(&LinkState::href(&Address::compare([&a.id, &b.id]))))]);
        html.text(&format!("{} vs {}", a.name, b.name));
        html.markup("</a></li>");
    }
    html.markup("</ul>");
    let count = index.models.iter().filter(|row| row.id != OWN_MODEL).count();
    html.element("p", "quiet", &format!("{count} models in the catalogue."));
    text_part(html.finish(), |_| ())
}
