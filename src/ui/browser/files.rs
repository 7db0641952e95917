//! Files that the reader keeps.

use leptos::prelude::{document, set_timeout};
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

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
