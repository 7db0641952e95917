//! Everything that touches the browser: clock, network, storage, clipboard, document.

mod files;
mod focus;
pub(super) mod history;
mod storage;

pub(super) use files::{download, read_file, svg_file};
pub(super) use focus::{focus, is_typing, keep_focus};
pub(super) use storage::{keeps, set_theme, store, stored, system_is_dark, theme};

use crate::catalog::CatalogError;
use crate::units::Date;
use gloo_net::http::Request;
use leptos::prelude::{document, request_animation_frame, window};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement, RequestCache, RequestInit};

/// Today in UTC by the reader's clock. A clock outside 1970–9999 counts as the first of these days.
pub(super) fn today() -> Date {
    let now = js_sys::Date::new_0();
    let small = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(now.get_utc_full_year()).ok();
    year.zip(small(now.get_utc_month() + 1))
        .zip(small(now.get_utc_date()))
        .and_then(|((year, month), day)| Date::new(year, month, day))
        .unwrap_or(Date::EPOCH)
}

/// Where the site is mounted, with a slash at both ends: `/` or `/x/`. `boot.js` leaves it on the root element.
pub(super) fn base() -> String {
    root().and_then(|root| root.get_attribute("data-base")).unwrap_or_else(|| "/".to_owned())
}

/// The catalogue version that the page was built with, once: a retry must ask the host again.
pub(super) fn take_catalogue_version() -> Option<String> {
    let root = root()?;
    let version = root.get_attribute("data-catalog");
    let _ = root.remove_attribute("data-catalog");
    version
}

/// The text of a JSON file under `catalog/`. `afresh` asks the host even when the browser has kept an answer: a broken
/// one is kept like any other.
///
/// # Errors
/// No answer, no such file, or something that is not JSON, as hosts answer that send the start page for everything.
pub(super) async fn fetch_catalogue_file(path: &str, afresh: bool) -> Result<String, CatalogError> {
    let file = format!("catalog/{path}");
    let unreachable =
        |error: gloo_net::Error| CatalogError::Unreachable { file: file.clone(), reason: error.to_string() };
    if !afresh && let Some(text) = await_early_text(path).await {
        return Ok(text);
    }
    let options = RequestInit::new();
    options.set_cache(if afresh { RequestCache::Reload } else { RequestCache::Default });
    // The crate's own builder parses and joins queries, which there are none of: 1 kB.
    let request = web_sys::Request::new_with_str_and_init(&format!("{}{file}", base()), &options);
    let request =
        request.map_err(|_| CatalogError::Unreachable { file: file.clone(), reason: "no address".to_owned() })?;
    let response = Request::from(request).send().await.map_err(unreachable)?;
    if response.status() == 404 {
        return Err(CatalogError::Missing { file });
    }
    if !response.ok() {
        return Err(CatalogError::Unreachable { reason: format!("the host answered {}", response.status()), file });
    }
    let content_type = response.headers().get("content-type").unwrap_or_default();
    if !content_type.split(';').next().unwrap_or_default().ends_with("json") {
        return Err(CatalogError::NotJson { file, content_type });
    }
    response.text().await.map_err(unreachable)
}

/// The text of a file that `boot.js` has fetched, if it is here.
pub(super) fn early_text(path: &str) -> Option<String> {
    property(&early_file(path)?, "text")?.as_string()
}

/// The same, after waiting for the download; nothing if there is none, or it has failed.
async fn await_early_text(path: &str) -> Option<String> {
    let settled = property(&early_file(path)?, "settled")?.dyn_into::<js_sys::Promise>().ok()?;
    JsFuture::from(settled).await.ok()?;
    early_text(path)
}

fn early_file(path: &str) -> Option<JsValue> {
    property(&property(&window(), "earlyFiles")?, path)
}

fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined())
}

/// Puts text on the clipboard, then calls `done`; with `false` when the browser does not let us.
pub(super) fn copy(text: &str, done: Box<dyn FnOnce(bool)>) {
    let navigator = window().navigator();
    // Absent on pages served without TLS from another machine.
    if property(&navigator, "clipboard").is_none() {
        return done(false);
    }
    let copied = JsFuture::from(navigator.clipboard().write_text(text));
    spawn_local(async move { done(copied.await.is_ok()) });
}

/// The site's origin, such as `https://example.org`.
pub(super) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Sets the document's title.
pub(super) fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets what search engines and previews are told beside the title: a description, unless it is empty, and structured
/// data. Both are elements of `index.html`.
pub(super) fn set_page_data(description: &str, data: &str) {
    if let Some(element) = by_id("description").filter(|_| !description.is_empty()) {
        let _ = element.set_attribute("content", description);
    }
    if let Some(element) = by_id("structured-data") {
        element.set_text_content(Some(data));
    }
}

/// The element with that id.
pub(super) fn by_id(id: &str) -> Option<web_sys::Element> {
    document().get_element_by_id(id)
}

/// Says something in the element with that id.
pub(super) fn set_text(id: &str, text: &str) {
    if let Some(element) = by_id(id) {
        element.set_text_content(Some(text));
    }
}

/// The first element that a selector names.
pub(super) fn find(selector: &str) -> Option<web_sys::Element> {
    document().query_selector(selector).ok().flatten()
}

/// All elements in `element` that a selector names, in the order of the document.
pub(super) fn find_all(element: &web_sys::Element, selector: &str) -> Vec<web_sys::Element> {
    let found = element.query_selector_all(selector).ok();
    (0..).map_while(|nth| found.as_ref()?.item(nth)?.dyn_into().ok()).collect()
}

/// Selects what stands in the field with that id.
pub(super) fn select(id: &str) {
    if let Some(field) = by_id(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// Opens the dialog with that id.
pub(super) fn show_dialog(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog with that id.
pub(super) fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    by_id(id)?.dyn_into().ok()
}

/// Says of the links in the element with that id which one leads to where the reader is.
pub(super) fn mark_current(id: &str, href: &str) {
    for link in by_id(id).iter().flat_map(|index| find_all(index, "a")) {
        let _ = match link.get_attribute("href").as_deref() == Some(href) {
            true => link.set_attribute("aria-current", "true"),
            false => link.remove_attribute("aria-current"),
        };
    }
}

/// Calls `then` once what is on the page now has been painted.
pub(super) fn after_paint(then: impl FnOnce() + 'static) {
    // The first is called before that frame is painted, the second before the next.
    request_animation_frame(move || request_animation_frame(then));
}

/// Scrolls to the section that the address names after `#`, which was not there when the browser looked for it.
pub(super) fn reveal_fragment() {
    let fragment = window().location().hash().unwrap_or_default();
    if let Some(element) = fragment.strip_prefix('#').and_then(|id| document().get_element_by_id(id)) {
        element.scroll_into_view();
    }
}

/// Keeps the element with that id in sight inside its scrolling parent.
pub(super) fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Empties the element the app is mounted in, which holds the static shell until then.
pub(super) fn take_mount_point() -> Option<HtmlElement> {
    let element = document().get_element_by_id("app")?.dyn_into::<HtmlElement>().ok()?;
    element.set_inner_html("");
    Some(element)
}

/// Where an element is on the screen: left, top, right, bottom, in CSS pixels.
pub(super) fn place_of(element: &web_sys::Element) -> (f64, f64, f64, f64) {
    let rect = element.get_bounding_client_rect();
    (rect.left(), rect.top(), rect.right(), rect.bottom())
}

/// Width and height of the window's content, in CSS pixels.
pub(super) fn viewport() -> (f64, f64) {
    let size = |value: Result<JsValue, JsValue>| value.ok().and_then(|v| v.as_f64()).unwrap_or(0.0);
    (size(window().inner_width()), size(window().inner_height()))
}

/// Moves an absolutely placed element to a place in the window, in CSS pixels, from where it scrolls with the page. Through the object model, so that a policy without inline styles holds.
pub(super) fn move_to(element: &HtmlElement, left: f64, top: f64) {
    // The browser prints the numbers: Rust's own printing of floats is 10 kB.
    let scrolled = |offset: Result<f64, JsValue>| offset.unwrap_or(0.0);
    let (x, y) = (left + scrolled(window().scroll_x()), top + scrolled(window().scroll_y()));
    for (property, value) in [("left", x), ("top", y)] {
        if let Ok(digits) = js_sys::Number::from(value).to_string_with_radix(10) {
            let _ = element.style().set_property(property, &format!("{}px", String::from(digits)));
        }
    }
}

fn root() -> Option<web_sys::Element> {
    document().document_element()
}

/// A panic would leave a dead page without a word: this says so and offers to reload.
pub fn show_panics() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        let Some(main) = document().get_element_by_id("main") else { return };
        main.set_text_content(None);
        for (tag, text) in [
            ("h1", "The page has stopped"),
            (
                "p",
                "This is a defect of llm-compare. Nothing you entered is lost: it is in the address. Reload to go on.",
            ),
        ] {
            if let Ok(element) = document().create_element(tag) {
                element.set_text_content(Some(text));
                let _ = main.append_child(&element);
            }
        }
        if let Ok(link) = document().create_element("a") {
            link.set_text_content(Some("Reload"));
            let _ = link.set_attribute("href", &window().location().href().unwrap_or_default());
            let _ = main.append_child(&link);
        }
    }));
}
