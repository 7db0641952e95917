//! The address bar: where the page is, writing it, and following links inside the site without leaving the page.

use super::base;
use leptos::ev;
use leptos::prelude::{on_cleanup, window, window_event_listener};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// Path below the site's base, and query, as the address bar has them.
pub(in crate::ui) fn location() -> (String, String) {
    let here = window().location();
    let path = here.pathname().unwrap_or_default();
    let prefix = base();
    let path = path.strip_prefix(prefix.trim_end_matches('/')).map(str::to_owned).unwrap_or(path);
    (path, here.search().unwrap_or_default())
}

/// Writes an address of the site, as a new entry of the history or in place of the current one. A browser that
/// refuses, as they do when addresses change very often, keeps the old one.
pub(in crate::ui) fn write(address: &str, replace: bool) {
    let Ok(history) = window().history() else { return };
    let address = format!("{}{address}", base().trim_end_matches('/'));
    let _ = match replace {
        true => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
        false => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}

/// Calls `moved` whenever the reader goes back or forth, or follows a link to another page of the site.
pub(in crate::ui) fn on_move(moved: impl Fn() + Copy + 'static) {
    let back_or_forth = window_event_listener(ev::popstate, move |_| moved());
    let click = window_event_listener(ev::click, move |event| {
        if let Some(link) = followed_link(&event) {
            event.prevent_default();
            if window().history().and_then(|h| h.push_state_with_url(&JsValue::NULL, "", Some(&link.href()))).is_ok() {
                moved();
                window().scroll_to_with_x_and_y(0.0, 0.0);
                super::focus("main");
            }
        }
    });
    on_cleanup(move || {
        back_or_forth.remove();
        click.remove();
    });
}

/// The link of a plain click to another page of this site; not one that opens elsewhere, downloads or jumps on the page.
fn followed_link(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    let here = window().location();
    let ours = here.origin().is_ok_and(|origin| origin == link.origin()) && link.pathname().starts_with(&base());
    let stays = link.target().is_empty() && !link.has_attribute("download") && link.hash().is_empty();
    (ours && stays).then_some(link)
}
