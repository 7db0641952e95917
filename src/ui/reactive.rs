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
use std::sync::{Arc, Mutex};

/// A part of the page that is drawn afresh whenever something it reads changes.
pub(super) fn dynamic<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> SharedReactiveFunction<Drawn> {
    Arc::new(Mutex::new(move || draw().drawn()))
}

/// A text that changes.
pub(super) fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    derive(Box::new(read))
}

/// Whether something holds.
pub(super) fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    derive(Box::new(read))
}

fn derive<T: Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
    Signal::derive(read)
}

/// Does something outside the reactive world, at first and whenever something it reads changes.
pub(super) fn effect(act: impl Fn() + 'static) {
    run(Box::new(act));
}

fn run(act: Box<dyn Fn()>) {
    Effect::new(act);
}
