//! The index of a page's sections, which follows the scroll. On narrow screens it is a menu.

use crate::html::Html;
use crate::ui::browser;
use crate::ui::reactive::{Draw, Drawn, flag, text};
use leptos::ev;
use leptos::prelude::*;

/// Id of the index.
const ID: &str = "index";

/// How far below the top of the window a section's head may be and still be the one that is read, in CSS pixels.
const NEAR_TOP: f64 = 120.0;

/// Links to sections: their ids and names.
pub(crate) fn section_index(sections: &'static [(&'static str, &'static str)]) -> Drawn {
    let open = RwSignal::new(false);
    let current = RwSignal::new("");
    let follow = move || {
        let reached =
            |(id, _): &&(&str, &str)| browser::by_id(id).is_some_and(|at| browser::place_of(&at).1 < NEAR_TOP);
        let (id, name) = sections.iter().rev().find(reached).or(sections.first()).copied().unwrap_or_default();
        if current.get_untracked() != name {
            current.set(name);
            browser::mark_current(ID, &format!("#{id}"));
        }
    };
    let scroll = window_event_listener(ev::scroll, move |_| follow());
    on_cleanup(move || scroll.remove());
    browser::after_paint(follow);
    view! {
        <nav id=ID class="index" class:open=flag(move || open.get()) aria-label="Sections">
            <button
                type="button"
                class="index-menu"
                aria-expanded=text(move || open.get().to_string())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {text(move || current.get().to_owned())}
            </button>
            <ul inner_html=links(sections) on:click=move |_| open.set(false) />
        </nav>
    }
    .drawn()
}

fn links(sections: &[(&str, &str)]) -> String {
    let mut html = Html::default();
    for (id, name) in sections {
        html.open("li", &[]);
        html.open("a", &[("href", Some(&format!("#{id}")))]);
        html.text(name);
        html.close("a");
        html.close("li");
    }
    html.finish()
}
