//! The one panel that says where a figure comes from, how old it is, who agrees and who does not.

use crate::compare::{Figure, Provenance};
use crate::ui::browser;
use crate::ui::catalogue::Catalogue;
use crate::ui::reactive::{Draw, dynamic, flag};
use leptos::ev;
use leptos::html;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::HtmlElement;

/// How long the pointer may be between the figure and the panel.
const GRACE: Duration = Duration::from_millis(200);

/// Which figure the panel shows.
#[derive(Clone, Copy)]
pub(crate) struct Panel {
    shown: RwSignal<Option<Figure>>,
    pinned: RwSignal<bool>,
    anchor: RwSignal<Option<HtmlElement>, LocalStorage>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Panel {
    /// Provides the panel to all components below.
    pub(crate) fn provide() -> Self {
        let panel = Self {
            shown: RwSignal::new(None),
            pinned: RwSignal::new(false),
            anchor: RwSignal::new_local(None),
            timer: StoredValue::new(None),
        };
        provide_context(panel);
        panel
    }

    /// The panel of the page.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Shows a figure's provenance beside `anchor`. Pinned, it stays until it is dismissed and takes the focus.
    pub(crate) fn show(self, figure: &Figure, anchor: HtmlElement, pin: bool) {
        if self.pinned.get_untracked() && !pin {
            return;
        }
        self.stay();
        self.anchor.set(Some(anchor));
        self.shown.set(Some(figure.clone()));
        self.pinned.set(pin);
        if pin {
            browser::focus("provenance");
        }
    }

    /// Hides it soon, unless it is pinned or the pointer comes to it.
    pub(crate) fn leave(self) {
        self.stay();
        let hide = move || {
            if !self.pinned.get_untracked() {
                self.shown.set(None);
            }
        };
        self.timer.set_value(set_timeout_with_handle(hide, GRACE).ok());
    }

    fn stay(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    fn dismiss(self) {
        let pinned = self.pinned.get_untracked();
        self.pinned.set(false);
        self.shown.set(None);
        if let Some(anchor) = self.anchor.get_untracked().filter(|_| pinned) {
            let _ = anchor.focus();
            // Focusing the figure shows it again; the reader has just dismissed it.
            self.shown.set(None);
        }
    }
}

/// The panel itself; stands once on the page.
pub(crate) fn provenance_panel() -> impl IntoView {
    let panel = Panel::get();
    let element = NodeRef::<html::Aside>::new();
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            panel.dismiss();
        }
    });
    on_cleanup(move || escape.remove());
    Effect::new(move || {
        panel.shown.track();
        if let (Some(element), Some(anchor)) = (element.get(), panel.anchor.get()) {
            place(&element, &anchor);
        }
    });
    view! {
        <aside
            id="provenance"
            class="provenance"
            node_ref=element
            tabindex="-1"
            aria-label="Source of this figure"
            class:open=flag(move || panel.shown.with(Option::is_some))
            on:pointerenter=move |_| panel.stay()
            on:pointerleave=move |_| panel.leave()
            on:focusout=move |event: ev::FocusEvent| {
                let inside = event.related_target().is_some() && panel.pinned.get_untracked();
                if !inside {
                    panel.pinned.set(false);
                    panel.leave();
                }
            }
        >
            {dynamic(move || panel.shown.get().and_then(|figure| figure.provenance.clone().map(|p| content(&figure, p))))}
        </aside>
    }
}

fn content(figure: &Figure, provenance: Provenance) -> impl IntoView + use<> {
    let catalogue = Catalogue::get();
    catalogue.want_providers_and_sources();
    let name = move |id: &str| {
        let named = catalogue.sources().ready().and_then(|sources| sources.sources.get(id).map(|s| s.name.clone()));
        named.unwrap_or_else(|| id.to_owned())
    };
    let url = |id: &str| {
        catalogue.sources().ready().and_then(|s| s.sources.get(id).map(|s| (s.url.clone(), s.licence.clone())))
    };
    let Provenance { source, as_of, agree, disputed } = provenance;
    let link = match url(&source) {
        Some((url, licence)) => view! {
            <a href=url rel="noopener" target="_blank">{name(&source)}</a>
            <span class="quiet">" ("{licence}")"</span>
        }
        .drawn(),
        None => view! { <span>{name(&source)}</span> }.drawn(),
    };
    let agreement = match agree.len() {
        0 => "No other source states this.".to_owned(),
        _ => format!("The same in {}.", agree.iter().map(|id| name(id)).collect::<Vec<_>>().join(", ")),
    };
    view! {
        {figure.exact.clone().map(|exact| view! { <p class="exact">{exact}</p> })}
        <p>"Source: "{link}", as of "{as_of.long()}"."</p>
        <p>{agreement}</p>
        {(!disputed.is_empty()).then(|| {
            let rows = disputed.iter().map(|(value, id)| view! { <li>{value.clone()}" in "{name(id)}</li> }).collect_view();
            view! { <p>"Elsewhere:"</p><ul>{rows}</ul> }
        })}
    }
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
