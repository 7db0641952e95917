//! Reactive parts of views, each kind with one type.
//!
//! Leptos compiles the machinery of an effect, and the code that compares a new view with an old one, anew for every
//! closure that stands in a view. Boxed here, all closures share one machinery, and a part that changes is drawn afresh
//! in place of the old one. That halves what a visitor downloads.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use std::ops::Deref;
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

/// A signal of any type.
pub(super) fn derived<T: Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    derive(Box::new(read))
}

fn derive<T: Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
    Signal::derive(read)
}

/// A value that many hold. It is the same only as itself: to compare what is in it would take longer than to draw it.
#[derive(Debug)]
pub(super) struct Shared<T>(pub(super) Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Forgets the type of a view, as the branches of a `match` need it.
pub(super) trait Draw {
    /// The view without its type.
    fn drawn(self) -> Drawn;
}

impl<V: IntoView + 'static> Draw for V {
    fn drawn(self) -> Drawn {
        Drawn(Box::new(move || Box::new(self.build())))
    }
}

/// A view whose type is forgotten. It can be put on the page and taken off; it cannot be compared with another.
pub(super) struct Drawn(Box<dyn FnOnce() -> Box<dyn Mountable> + Send>);

/// What stands on the page of a [`Drawn`].
pub(super) struct DrawnState(Box<dyn Mountable>);

impl Render for Drawn {
    type State = DrawnState;

    fn build(self) -> DrawnState {
        DrawnState((self.0)())
    }

    fn rebuild(self, state: &mut DrawnState) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for DrawnState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

impl AddAnyAttr for Drawn {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _attribute: A) -> Self {
        self
    }
}

// Leptos asks this of every view. In the browser nothing is ever written as HTML.
impl RenderHtml for Drawn {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> DrawnState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
