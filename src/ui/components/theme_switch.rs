//! Light or dark, remembered.

use super::button::button;
use crate::ui::browser;
use crate::ui::reactive::{Drawn, State, text};

/// Switches between light and dark. Until it is used the system decides.
pub(crate) fn theme_switch() -> Drawn {
    let dark = State::new(browser::theme().map_or_else(browser::system_is_dark, |theme| theme == "dark"));
    let toggle = move |_| {
        dark.update(|dark| *dark = !*dark);
        browser::set_theme(if dark.get_untracked() { "dark" } else { "light" });
    };
    let label = text(move || if dark.get() { "Light theme" } else { "Dark theme" }.to_owned());
    button("button quiet-button", label, toggle)
}
