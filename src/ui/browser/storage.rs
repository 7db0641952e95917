//! What the browser keeps from one visit to the next. Where storage is blocked everything lasts until the page is left.

use super::root;
use leptos::prelude::window;
use web_sys::Storage;

/// Whether the browser keeps anything.
pub(in crate::ui) fn keeps() -> bool {
    storage().is_some()
}

/// Keeps a text.
pub(in crate::ui) fn store(key: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, text);
    }
}

/// The text that was kept.
pub(in crate::ui) fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// The theme a reader has chosen, if any.
pub(in crate::ui) fn theme() -> Option<String> {
    root()?.get_attribute("data-theme")
}

/// Whether the system asks for dark.
pub(in crate::ui) fn system_is_dark() -> bool {
    window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches())
}

/// Applies a theme and keeps it.
pub(in crate::ui) fn set_theme(theme: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-theme", theme);
    }
    store("theme", theme);
}
