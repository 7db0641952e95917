//! Header of the pair page: what is compared, the pickers, swap and copy link.

use crate::compare::introduction;
use crate::html::Html;
use crate::link::{Address, MAX_SIDES};
use crate::prose::html;
use crate::table::{letter, side_class, write_lettered};
use crate::ui::browser;
use crate::ui::catalogue::Catalogue;
use crate::ui::components::{Tone, button, model_picker, notice};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, Memo, State, dynamic, either, text};
use crate::ui::sides::{Comparison, Side};
use leptos::prelude::*;

/// The header.
pub(crate) fn top_section() -> Drawn {
    let link = LinkState::get();
    let models = move || link.address.with(|address| address.models().len());
    // For how many models the reader has asked for one picker more; adding one settles it.
    let adding = State::new(0);
    let pickers = Memo::new(move |_| {
        let models = models();
        (models, models.max(2) + usize::from(adding.get() == models && models > 1))
    });
    let full = move || matches!(pickers.get(), (models, count) if count >= MAX_SIDES || count > models);
    let add = move |_| {
        adding.set(untrack(models));
        browser::after_paint(move || browser::focus(picker_id(untrack(models))));
    };
    view! {
        <section id="top">
            <h1>{text(title)}</h1>
            <ul class="introductions" inner_html=text(introductions) />
            {verdict()}
            <div class="pickers">
                {dynamic(move || {
                    let (models, count) = pickers.get();
                    (0..count).map(|side| side_picker(side, models)).collect::<Vec<_>>()
                })}
            </div>
            <div class="actions">
                {button("button", "Swap sides".to_owned(), move |_| link.go(&link.address.get_untracked().with_first(1)))}
                <span class=either(full, "away", "")>{button("button", "Add a model".to_owned(), add)}</span>
                {copy_link()}
            </div>
            {dynamic(notes)}
        </section>
    }
    .drawn()
}

/// Name of a side: the model's once it is here, its slug until then.
fn side_name(side: usize) -> String {
    const SHOWN: usize = 60;
    let (catalogue, link) = (Catalogue::get(), LinkState::get());
    let slug = link.address.with(|address| address.models().get(side).cloned()).unwrap_or_default();
    let name = catalogue.model(&slug).ready().map_or(slug, |model| model.name.clone());
    name.chars().take(SHOWN).collect()
}

/// What is compared, by name.
pub(crate) fn title() -> String {
    match LinkState::get().address.with(|address| address.models().len()) {
        0 => "Compare two language models".to_owned(),
        1 => format!("{} vs …", side_name(0)),
        count => (0..count).map(side_name).collect::<Vec<_>>().join(" vs "),
    }
}

const fn picker_id(side: usize) -> &'static str {
    match side {
        0 => "pick-a",
        1 => "pick-b",
        2 => "pick-c",
        _ => "pick-d",
    }
}

/// `models` is how many there are.
fn side_picker(side: usize, models: usize) -> Drawn {
    let link = LinkState::get();
    let on_pick = Callback::new(move |slug: String| link.go(&link.address.get_untracked().with_model(side, &slug)));
    let remove = move |_| {
        link.go(&link.address.get_untracked().without(side));
        browser::after_paint(|| browser::focus("pick-a"));
    };
    let label = format!("Model {}", letter(side));
    let many = models > 2 && side < models;
    let remove = many.then(|| button("remove", format!("Remove model {}", letter(side)), remove));
    let first = move |_| link.go(&link.address.get_untracked().with_first(side));
    let first = (many && side > 0).then(|| button("remove", format!("Compare others with {}", letter(side)), first));
    view! {
        <div class=side_class(side)>
            {model_picker(picker_id(side), label, text(move || side_name(side)), on_pick)}{first}{remove}
        </div>
    }
    .drawn()
}

fn introductions() -> String {
    let mut html = Html::default();
    let mut sentence = |side: &Side| {
        html.open("li", &[("class", Some(side_class(side.index)))]);
        write_lettered(&mut html, letter(side.index), &introduction(&side.model));
        html.close("li");
    };
    Comparison::get().sides.with(|sides| sides.iter().for_each(&mut sentence));
    html.finish()
}

fn verdict() -> Drawn {
    let comparison = Comparison::get();
    view! {
        <div class="verdict">
            <p role="status">{text(move || comparison.decision().summary.clone())}</p>
            <details class="more">
                <summary>"What this rests on, and what is not known"</summary>
                <div inner_html=text(move || html(&comparison.decision().verdict, "", "")) />
            </details>
        </div>
    }
    .drawn()
}

fn copy_link() -> impl IntoView {
    let link = LinkState::get();
    let said = State::new(String::new());
    let copy = move |_| {
        let address = untrack(move || link.shareable());
        let refused = format!("Copy this link: {address}");
        let say = move |copied| said.set(if copied { "Link copied".to_owned() } else { refused });
        browser::copy(&address, Box::new(say));
    };
    view! {
        {button("button", "Copy link".to_owned(), copy)}
        <span class="said" role="status">{text(move || said.get())}</span>
    }
}

/// What could not be read in the link, which day is shown, and when there is nothing to choose.
fn notes() -> Drawn {
    let link = LinkState::get();
    let mut notices = Vec::new();
    let unread = link.notes();
    if !unread.is_empty() {
        let lines = unread.iter().map(|note| note.to_string().drawn()).collect();
        let headline = "Parts of this link could not be read; the defaults are shown instead.";
        notices.push(notice(Tone::Note, headline, lines, None));
    }
    link.address.with(|address| {
        if let Some(date) = address.date {
            let today = Callback::new(move |()| link.go(&Address { date: None, ..link.address.get_untracked() }));
            let headline = format!("Prices as of {}, the day of this link.", date.long());
            notices.push(notice(Tone::Note, headline, Vec::new(), Some(("As of today", today))));
        }
        if nothing_to_choose(address) {
            let headline = "Both sides are the same model on the same route: there is nothing to choose.";
            let line = "Pick another model, or another route on one side.".drawn();
            notices.push(notice(Tone::Note, headline, vec![line], None));
        }
    });
    notices.drawn()
}

/// Whether the first two sides are one model with the same settings.
fn nothing_to_choose(address: &Address) -> bool {
    match (address.models(), &address.sides) {
        ([a, b], [side_a, side_b, ..]) => a == b && side_a == side_b,
        _ => false,
    }
}
