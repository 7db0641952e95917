//! The index of a page's sections, which follows the scroll. On narrow screens it is a menu.

use crate::html::Html;
use crate::ui::browser;
use crate::ui::reactive::{Draw, Drawn, State, either, text};
use leptos::ev;
use leptos::prelude::*;
use web_sys::Element;

/// Id of the index.
const ID: &str = "index";

/// How far below the top of the window a section's head may be and still be the one that is read, in CSS pixels.
const NEAR_TOP: f64 = 120.0;

/// Sections with their index: ids and names. More than these may be in `body`.
pub(crate) fn indexed(sections: &[(&str, &str)], body: Drawn) -> Drawn {
    view! { <div class="indexed">{section_index(sections)}<div class="sections">{body}</div></div> }.drawn()
}

/// Links to sections.
fn section_index(sections: &[(&str, &str)]) -> Drawn {
    let open = State::new(false);
    let current = State::new(String::new());
    let follow = move || {
        let links = browser::by_id(ID).map(|index| browser::find_all(&index, "a")).unwrap_or_default();
        let Some(link) = links.iter().rev().find(|link| is_reached(link)).or(links.first()) else { return };
        let name = link.text_content().unwrap_or_default();
        if current.with_untracked(|current| *current != name) {
            browser::mark_current(ID, &link.get_attribute("href").unwrap_or_default());
            current.set(name);
        }
    };
    let scroll = window_event_listener(ev::scroll, move |_| follow());
    on_cleanup(move || scroll.remove());
    browser::after_paint(follow);
    view! {
        <nav id=ID class=either(move || open.get(), "index open", "index") aria-label="Sections">
            <button
                type="button"
                class="index-menu"
                aria-expanded=text(move || open.get().to_string())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {text(move || current.get())}
            </button>
            <ul inner_html=links(sections) on:click=move |_| open.set(false) />
        </nav>
    }
    .drawn()
}

/// Whether the section of a link has come to the top of the window.
fn is_reached(link: &Element) -> bool {
    let section = link.get_attribute("href").and_then(|href| browser::by_id(href.strip_prefix('#')?));
    section.is_some_and(|section| browser::place_of(&section).1 < NEAR_TOP)
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
