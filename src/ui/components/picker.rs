//! A combobox that finds a model among all, after the WAI-ARIA pattern of an editable combobox with a list.

use crate::browse::Search;
use crate::html::Html;
use crate::ui::browser;
use crate::ui::catalogue::{Catalogue, Loaded};
use crate::ui::reactive::{Draw, Drawn, Memo, State, either, text};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

/// How many matches the list shows; the count says how many there are.
const SHOWN: usize = 50;

#[derive(Debug, Clone, PartialEq)]
struct Choice {
    slug: String,
    name: String,
    note: String,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Matches {
    choices: Vec<Choice>,
    all: usize,
}

/// Picks a model. `selected` is the name of the model in force, empty when there is none; `on_pick` gets the slug of
/// the model that was picked. Ids of the list and its options are made from `id`.
pub(crate) fn model_picker(
    id: &'static str,
    label: impl Into<String>,
    selected: Signal<String>,
    on_pick: Callback<String>,
) -> Drawn {
    let (typed, open) = (State::new(None::<String>), State::new(false));
    let matches = Memo::new(move |_| {
        let search = Catalogue::get().search().filter(|_| open.get());
        search.map(|search| typed.with(|typed| find(&search, typed.as_deref().unwrap_or_default()))).unwrap_or_default()
    });
    let picker = Picker { id, typed, open, active: State::new(0), matches, on_pick };
    let (list_id, label) = (format!("{id}-list"), label.into());
    view! {
        <div class=either(move || picker.open.get(), "picker open", "picker")>
            <label for=id>{label.clone()}</label>
            <input
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder="Name, lab or id"
                aria-autocomplete="list"
                aria-controls=list_id.clone()
                aria-expanded=text(move || picker.open.get().to_string())
                aria-activedescendant=text(move || picker.active_id())
                prop:value=text(move || picker.typed.get().unwrap_or_else(|| selected.get()))
                on:focus=move |_| picker.arrive()
                on:click=move |_| picker.show()
                on:input=move |event| picker.search(event_target_value(&event))
                on:keydown=move |event| picker.key(&event)
                on:blur=move |_| picker.close()
            />
            <div
                class=either(move || picker.open.get(), "picker-list", "picker-list away")
                id=list_id
                role="listbox"
                aria-label=label
                inner_html=text(move || picker.options())
                // The input must keep the focus until the click has arrived.
                on:mousedown=|event: ev::MouseEvent| event.prevent_default()
                on:click=move |event| picker.pick_at(event.target())
            />
            <p class="picker-status" role="status">{text(move || picker.status())}</p>
        </div>
    }
    .drawn()
}

fn find(search: &Search, query: &str) -> Matches {
    let found = search.find(query);
    let choice = |row: &&crate::catalog::IndexRow| Choice {
        slug: row.id.clone(),
        name: row.name.clone(),
        note: row.released.map_or_else(String::new, |released| format!("{}, {}", row.lab_name, released.long())),
    };
    Matches { choices: found.iter().take(SHOWN).map(choice).collect(), all: found.len() }
}

#[derive(Clone, Copy)]
struct Picker {
    id: &'static str,
    /// What is being typed; `None` shows the model in force.
    typed: State<Option<String>>,
    open: State<bool>,
    active: State<usize>,
    matches: Memo<Matches>,
    on_pick: Callback<String>,
}

impl Picker {
    fn arrive(self) {
        Catalogue::get().want_index();
        browser::select(self.id);
    }

    fn show(self) {
        self.arrive();
        self.open.set(true);
    }

    fn search(self, text: String) {
        self.typed.set(Some(text));
        self.active.set(0);
        self.open.set(true);
    }

    fn close(self) {
        self.open.set(false);
        self.typed.set(None);
        self.active.set(0);
    }

    fn pick(self, slug: &str) {
        self.close();
        self.on_pick.run(slug.to_owned());
    }

    /// The list, as HTML: it changes with every letter that is typed.
    fn options(self) -> String {
        let mut html = Html::default();
        let active = self.active.get();
        self.matches.with(|matches| {
            for (at, choice) in matches.choices.iter().enumerate() {
                let (id, selected) = (format!("{}-option-{at}", self.id), (at == active).to_string());
                html.open(
                    "div",
                    &[
                        ("id", Some(&id)),
                        ("role", Some("option")),
                        ("class", Some("picker-option")),
                        ("aria-selected", Some(&selected)),
                        ("data-slug", Some(&choice.slug)),
                    ],
                );
                html.element("span", "picker-name", &choice.name);
                html.text(" ");
                html.element("span", "quiet", &choice.note);
                html.close("div");
            }
        });
        html.finish()
    }

    fn pick_at(self, target: Option<EventTarget>) {
        let element = target.and_then(|target| target.dyn_into::<Element>().ok());
        let option = element.and_then(|element| element.closest("[data-slug]").ok().flatten());
        if let Some(slug) = option.and_then(|option| option.get_attribute("data-slug")) {
            self.pick(&slug);
        }
    }

    fn key(self, event: &ev::KeyboardEvent) {
        let choices = self.matches.get_untracked().choices;
        let last = choices.len().saturating_sub(1);
        let active = self.active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if !self.open.get_untracked() => self.open.set(true),
            "ArrowDown" => self.activate(if active >= last { 0 } else { active + 1 }),
            "ArrowUp" => self.activate(active.checked_sub(1).unwrap_or(last)),
            "Enter" if self.open.get_untracked() => {
                if let Some(choice) = choices.get(active) {
                    self.pick(&choice.slug);
                }
            }
            "Escape" => return self.close(),
            _ => return,
        }
        event.prevent_default();
    }

    fn activate(self, at: usize) {
        self.active.set(at);
        browser::reveal(&format!("{}-option-{at}", self.id));
    }

    /// Id of the active option; empty, which means none, while there is none.
    fn active_id(self) -> String {
        let some = self.open.get() && self.matches.with(|matches| !matches.choices.is_empty());
        if some { format!("{}-option-{}", self.id, self.active.get()) } else { String::new() }
    }

    fn status(self) -> String {
        if !self.open.get() {
            return String::new();
        }
        match Catalogue::get().index() {
            Loaded::Waiting => "Loading the list of models…".to_owned(),
            Loaded::Failed(error) => error.to_string(),
            Loaded::Ready(_) => self.matches.with(|matches| match matches.all {
                0 => "No model matches. Try a part of its name, its lab or a provider's id.".to_owned(),
                1 => "1 model".to_owned(),
                all if all > SHOWN => format!("{all} models; the first {SHOWN} are listed, type to narrow down"),
                all => format!("{all} models"),
            }),
        }
    }
}
