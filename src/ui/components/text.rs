//! Parts of the page that are written as text.

use crate::ui::browser;
use crate::ui::reactive::{Draw, Drawn, effect};
use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// A part of the page that is HTML. `press` gets every click in it.
pub(crate) fn text_part(html: String, press: impl FnMut(MouseEvent) + 'static) -> Drawn {
    boxed(html, Box::new(press))
}

fn boxed(html: String, press: Box<dyn FnMut(MouseEvent)>) -> Drawn {
    view! { <div inner_html=html on:click=press /> }.drawn()
}

/// A part of the page that is HTML and changes. What a reader has opened in it stays open.
pub(crate) fn live_part(read: impl Fn() -> String + 'static) -> Drawn {
    live(Box::new(read), Own::default())
}

/// HTML that its own part of the page has brought about, so that the page shows it already.
pub(super) type Own = Rc<RefCell<String>>;

/// The same for a form: what it has brought about itself is not drawn again, because that would take away the focus.
pub(super) fn live_form(read: impl Fn() -> String + 'static, own: Own) -> Drawn {
    live(Box::new(read), own)
}

fn live(read: Box<dyn Fn() -> String>, own: Own) -> Drawn {
    let place = NodeRef::<Div>::new();
    let shown = RefCell::new(String::new());
    effect(move || {
        let html = read();
        let Some(part) = place.get() else { return };
        if *shown.borrow() == html {
            return;
        }
        if own.take() != html {
            let folds = || browser::find_all(&part, "details");
            let open: Vec<bool> = folds().iter().map(|fold| fold.has_attribute("open")).collect();
            part.set_inner_html(&html);
            for (fold, _) in folds().iter().zip(open).filter(|(_, open)| *open) {
                let _ = fold.set_attribute("open", "");
            }
        }
        shown.replace(html);
    });
    view! { <div node_ref=place /> }.drawn()
}
