//! Reactive parts of views, each kind with one type.
//!
//! Leptos compiles the machinery of an effect, and the code that compares a new view with an old one, anew for every
//! closure that stands in a view. Boxed here, all closures share one machinery, and a part that changes is drawn afresh
//! in place of the old one. That halves what a visitor downloads.

mod drawn;
mod values;

pub(super) use drawn::{Draw, Drawn};
pub(super) use values::{Kept, Memo, Shared, State};

use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use std::cell::Cell;
use std::sync::{Arc, Mutex};

/// A part of the page that is drawn afresh whenever something it reads changes.
pub(super) fn dynamic<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> SharedReactiveFunction<Drawn> {
    Arc::new(Mutex::new(move || draw().drawn()))
}

/// A text that changes.
pub(super) fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    derive(Box::new(read))
}

/// The classes of an element while something holds, and otherwise. A signal of texts costs nothing where there are others; one of
/// flags would be a machinery of its own.
pub(super) fn either(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    then: &'static str,
    otherwise: &'static str,
) -> Signal<String> {
    text(move || if holds() { then } else { otherwise }.to_owned())
}

fn derive(read: Box<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
    Signal::derive(read)
}

/// Does something outside the reactive world, at first and whenever something it reads changes.
pub(super) fn effect(act: impl Fn() + 'static) {
    run(Box::new(act));
}

fn run(act: Box<dyn Fn()>) {
    Effect::new(act);
}

/// Something to do once.
pub(super) type Work = Box<dyn FnOnce()>;

/// Does what `prepare` gives, at once and whenever something that `prepare` reads has changed.
pub(super) fn follow(prepare: impl Fn() -> Work + 'static) {
    untrack(&prepare)();
    let first = Cell::new(true);
    effect(move || {
        let work = prepare();
        // The first run only learns what to follow.
        if !first.replace(false) {
            work();
        }
    });
}
