//! The one panel that says where a figure comes from, how old it is, who agrees and who does not.

use super::figure::{Source, source_at};
use crate::compare::age_if_stale;
use crate::html::Html;
use crate::table::Provenance;
use crate::ui::browser;
use crate::ui::catalogue::Catalogue;
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{State, effect, either, text};
use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

/// Id of the panel.
const ID: &str = "provenance";

/// How long the pointer may be between the figure and the panel.
const GRACE: Duration = Duration::from_millis(200);

/// Which figure the panel shows.
#[derive(Clone, Copy)]
struct Panel {
    shown: State<Option<Source>>,
    pinned: State<bool>,
    timer: State<Option<TimeoutHandle>>,
}

/// What a pointer or the focus is on.
enum Target {
    Figure(HtmlElement, Source),
    Panel,
    Elsewhere,
}

impl Target {
    fn of(target: Option<EventTarget>) -> Self {
        let Some(element) = target.and_then(|target| target.dyn_into::<Element>().ok()) else { return Self::Elsewhere };
        let figure = source_at(&element).and_then(|(figure, source)| Some((figure.dyn_into().ok()?, source)));
        match figure {
            Some((figure, source)) => Self::Figure(figure, source),
            None if element.closest("#provenance").is_ok_and(|panel| panel.is_some()) => Self::Panel,
            None => Self::Elsewhere,
        }
    }
}

impl Panel {
    fn new() -> Self {
        Self { shown: State::new(None), pinned: State::new(false), timer: State::new(None) }
    }

    /// The pointer is over something: a figure shows its source, the panel stays, all else lets it go.
    fn over(self, target: Target) {
        match target {
            Target::Figure(anchor, source) if !self.pinned.get_untracked() => self.show(anchor, source),
            Target::Figure(..) | Target::Panel => self.stay(),
            Target::Elsewhere => self.leave(),
        }
    }

    /// The focus has moved. It unpins the panel unless it is in there.
    fn focused(self, target: Target) {
        if !matches!(target, Target::Panel) {
            self.pinned.set(false);
        }
        self.over(target);
    }

    /// A pressed figure pins the panel, which takes the focus and stays until it is dismissed.
    fn pressed(self, target: Target) {
        if let Target::Figure(anchor, source) = target {
            self.show(anchor, source);
            self.pinned.set(true);
            browser::focus(ID);
        }
    }

    fn show(self, anchor: HtmlElement, source: Source) {
        self.stay();
        self.let_go();
        let _ = anchor.set_attribute("aria-describedby", ID);
        self.shown.set(Some(source));
    }

    /// Hides it soon, unless it is pinned or the pointer comes to it.
    fn leave(self) {
        self.stay();
        if self.pinned.get_untracked() || self.shown.with_untracked(Option::is_none) {
            return;
        }
        self.timer.set(set_timeout_with_handle(move || self.hide(), GRACE).ok());
    }

    fn stay(self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }

    fn hide(self) {
        if !self.pinned.get_untracked() {
            self.let_go();
            self.shown.set(None);
        }
    }

    fn let_go(self) {
        if let Some(anchor) = anchor() {
            let _ = anchor.remove_attribute("aria-describedby");
        }
    }

    fn dismiss(self) {
        let pinned = self.pinned.get_untracked();
        if let Some(anchor) = anchor().filter(|_| pinned) {
            let _ = anchor.focus();
        }
        // After focusing, which shows it again: the reader has just dismissed it.
        self.pinned.set(false);
        self.stay();
        self.hide();
    }
}

/// The figure that the panel describes.
fn anchor() -> Option<HtmlElement> {
    browser::find(&format!("[aria-describedby={ID}]"))?.dyn_into().ok()
}

/// The panel itself; stands once on the page and listens for all figures.
pub(crate) fn provenance_panel() -> impl IntoView {
    let panel = Panel::new();
    let listeners = [
        window_event_listener(ev::pointerover, move |event| panel.over(Target::of(event.target()))),
        window_event_listener(ev::focusin, move |event| panel.focused(Target::of(event.target()))),
        window_event_listener(ev::click, move |event| panel.pressed(Target::of(event.target()))),
        window_event_listener(ev::focusout, move |event| {
            if event.related_target().is_none() {
                panel.focused(Target::Elsewhere);
            }
        }),
        window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                panel.dismiss();
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    effect(move || {
        panel.shown.with(|_| ());
        let element = browser::by_id(ID).and_then(|element| element.dyn_into().ok());
        if let Some((element, anchor)) = element.zip(anchor()) {
            place(&element, &anchor);
        }
    });
    view! {
        <aside
            id=ID
            class=either(move || panel.shown.with(Option::is_some), "provenance open", "provenance")
            tabindex="-1"
            aria-label="Source of this figure"
        >
            <div inner_html=text(move || panel.shown.get().map(content).unwrap_or_default()) />
        </aside>
    }
}

fn content(Source { exact, provenance }: Source) -> String {
    let sources = Catalogue::get().sources();
    let known = |id: &str| sources.ready().and_then(|sources| sources.sources.get(id)).cloned();
    let name = |id: &str| known(id).map_or_else(|| id.to_owned(), |source| source.name);
    let Provenance { source, as_of, agree, disputed, url } = provenance;
    let mut html = Html::default();
    html.element("p", "exact", &exact.unwrap_or_default());
    html.markup("<p>Source: ");
    match known(&source) {
        Some(source) => {
            let page = url.as_deref().unwrap_or(&source.url);
            html.outside(page, &source.name);
            html.element("span", "quiet", &format!(" ({})", source.licence));
        }
        None => html.text(&source),
    }
    let age = age_if_stale(as_of, LinkState::get().today()).map(|days| format!(", {days} days ago"));
    html.text(&format!(", as of {}{}.", as_of.long(), age.unwrap_or_default()));
    html.close("p");
    match agree.len() {
        0 => html.element("p", "", "No other source states this."),
        _ => {
            let names = agree.iter().map(|id| name(id)).collect::<Vec<_>>().join(", ");
            html.element("p", "", &format!("The same in {names}."));
        }
    }
    if !disputed.is_empty() {
        html.markup("<p>Elsewhere:</p><ul>");
        disputed.iter().for_each(|(value, id)| html.element("li", "", &format!("{value} in {}", name(id))));
        html.close("ul");
    }
    html.finish()
}

/// Below the figure, or above it where there is no room, and never beyond the window's edge.
fn place(panel: &HtmlElement, anchor: &HtmlElement) {
    const GAP: f64 = 6.0;
    let (left, top, _, bottom) = browser::place_of(anchor);
    let (own_left, own_top, own_right, own_bottom) = browser::place_of(panel);
    let (width, height) = (own_right - own_left, own_bottom - own_top);
    let (window_width, window_height) = browser::viewport();
    let x = left.min(window_width - width - GAP).max(GAP);
    let y = if bottom + GAP + height > window_height { (top - GAP - height).max(GAP) } else { bottom + GAP };
    browser::move_to(panel, x, y);
}
