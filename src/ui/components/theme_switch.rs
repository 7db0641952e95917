//! Light or dark, remembered.

use crate::ui::browser;
use crate::ui::reactive::text;
use leptos::prelude::*;

/// Switches between light and dark. Until it is used the system decides.
pub(crate) fn theme_switch() -> impl IntoView {
    let dark = RwSignal::new(browser::theme().map_or_else(browser::system_is_dark, |theme| theme == "dark"));
    let toggle = move |_| {
        dark.update(|dark| *dark = !*dark);
        browser::set_theme(if dark.get_untracked() { "dark" } else { "light" });
    };
    view! {
        <button type="button" class="button quiet-button" on:click=toggle>
            {text(move || if dark.get() { "Light theme" } else { "Dark theme" }.to_owned())}
        </button>
    }
}
