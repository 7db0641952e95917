//! Files that the reader keeps.

use super::find_all;
use leptos::prelude::{document, set_timeout, window};
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlInputElement, Url};

/// How long a browser may take to begin with the file.
const GRACE: Duration = Duration::from_secs(60);

/// Saves a text as a file of that name and type; `false` when the browser does not let us.
pub(in crate::ui) fn download(name: &str, kind: &str, text: &str) -> bool {
    save(name, kind, text).is_ok()
}

fn save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&JsValue::from_str(text)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    set_timeout(move || _ = Url::revoke_object_url(&address), GRACE);
    Ok(())
}

/// Reads the file that a field holds, then calls `done` with its text.
pub(in crate::ui) fn read_file(field: &HtmlInputElement, done: Box<dyn FnOnce(String)>) {
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    let text = JsFuture::from(file.text());
    spawn_local(async move {
        if let Ok(text) = text.await {
            done(text.as_string().unwrap_or_default());
        }
    });
}

/// A chart as a file of its own: with the looks that it has on the page, and on the same ground.
pub(in crate::ui) fn svg_file(chart: &Element) -> String {
    const LOOKS: [&str; 7] =
        ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "font-family", "font-size"];
    let Ok(copy) = chart.clone_node_with_deep(true).map(JsCast::unchecked_into::<Element>) else {
        return String::new();
    };
    let parts = |of: &Element| find_all(of, "*").into_iter().chain([of.clone()]);
    for (shown, part) in parts(chart).zip(parts(&copy)) {
        for look in LOOKS {
            let _ = part.set_attribute(look, &look_of(&shown, look));
        }
    }
    let ground = document().body().map(|body| look_of(&body, "background-color")).unwrap_or_default();
    let ground = format!("<rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>");
    let _ = copy.insert_adjacent_html("afterbegin", &ground);
    let _ = copy.set_attribute("xmlns", "http://www.w3.org/2000/svg");
    copy.outer_html()
}

/// What the browser has made of a property of an element's style.
fn look_of(element: &Element, property: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}
