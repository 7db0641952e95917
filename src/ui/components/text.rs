//! Parts of the page that are written as text.

use crate::ui::browser;
use crate::ui::reactive::{Draw, Drawn, effect};
use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// A part of the page that is HTML. `press` gets every click in it.
pub(crate) fn text_part(html: String, press: impl FnMut(MouseEvent) + 'static) -> Drawn {
    boxed(html, Box::new(press))
}

fn boxed(html: String, press: Box<dyn FnMut(MouseEvent)>) -> Drawn {
    view! { <div inner_html=html on:click=press /> }.drawn()
}

/// A part of the page that is HTML and changes. What a reader has opened in it stays open.
pub(crate) fn live_part(read: impl Fn() -> String + 'static) -> Drawn {
    live(Box::new(read), Own::default(), false)
}

/// Writes HTML, unless there is nothing to show yet.
pub(crate) type Write = Box<dyn FnOnce() -> Option<String>>;

/// The same for what takes long to write and stands further down: what `prepare` gives is called when the frame has been
/// painted in which something that `prepare` reads has changed. Nothing to show yet leaves what is shown.
pub(crate) fn deferred_part(prepare: impl Fn() -> Write + 'static) -> Drawn {
    let place = NodeRef::<Div>::new();
    let shown = Rc::new(RefCell::new(String::new()));
    effect(move || {
        let write = prepare();
        let Some(part) = place.get() else { return };
        let is_first = shown.borrow().is_empty();
        let shown = Rc::clone(&shown);
        let draw = move || write().iter().for_each(|html| show(&part, html, &shown));
        if is_first { draw() } else { browser::after_paint(draw) }
    });
    view! { <div node_ref=place /> }.drawn()
}

/// HTML that its own part of the page has brought about, so that the page shows it already.
pub(super) type Own = Rc<RefCell<String>>;

/// The same for a form: what it has brought about itself is not drawn again, because that would take away the focus.
pub(super) fn live_form(read: impl Fn() -> String + 'static, own: Own, late: bool) -> Drawn {
    live(Box::new(read), own, late)
}

fn live(read: Box<dyn Fn() -> String>, own: Own, late: bool) -> Drawn {
    let place = NodeRef::<Div>::new();
    // What is due to be shown, and what is shown.
    let (due, shown) = (Rc::new(RefCell::new(String::new())), Rc::new(RefCell::new(String::new())));
    effect(move || {
        let html = read();
        let Some(part) = place.get() else { return };
        if *due.borrow() == html {
            return;
        }
        due.replace(html.clone());
        if own.take() == html {
            shown.replace(html);
        } else if late && !shown.borrow().is_empty() {
            let (due, shown) = (Rc::clone(&due), Rc::clone(&shown));
            // Of several changes in a row the last is drawn.
            browser::after_paint(move || show(&part, &due.borrow(), &shown));
        } else {
            show(&part, &html, &shown);
        }
    });
    view! { <div node_ref=place /> }.drawn()
}

fn show(part: &Element, html: &str, shown: &RefCell<String>) {
    if *shown.borrow() == html {
        return;
    }
    let folds = || browser::find_all(part, "details");
    let open: Vec<bool> = folds().iter().map(|fold| fold.has_attribute("open")).collect();
    part.set_inner_html(html);
    for (fold, _) in folds().iter().zip(open).filter(|(_, open)| *open) {
        let _ = fold.set_attribute("open", "");
    }
    shown.replace(html.to_owned());
}
