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
use std::any::Any;
use std::marker::PhantomData;
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

/// A value that is computed anew when something it reads changes, and passed on when it differs from the one before.
///
/// Leptos' own memo, compiled once for values of all types.
pub(super) struct Memo<T> {
    memo: leptos::prelude::Memo<Held>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// `compute` gets the value before, if there is one.
    pub(super) fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        Self { memo: memo(Box::new(move |before| Held(Arc::new(compute(before.map(value)))))), kind: PhantomData }
    }

    /// Calls `read` with the value, and follows it.
    pub(super) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(value(&self.memo.get()))
    }

    /// The value, which is followed.
    pub(super) fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub(super) fn get_untracked(self) -> T
    where
        T: Clone,
    {
        value::<T>(&self.memo.get_untracked()).clone()
    }
}

type Compute = Box<dyn Fn(Option<&Held>) -> Held + Send + Sync>;

fn memo(compute: Compute) -> leptos::prelude::Memo<Held> {
    leptos::prelude::Memo::new(compute)
}

#[expect(clippy::expect_used, reason = "a memo makes and reads values of one type only")]
fn value<T: 'static>(held: &Held) -> &T {
    held.0.any().downcast_ref().expect("a memo holds its own type")
}

/// A value whose type is forgotten.
#[derive(Clone)]
struct Held(Arc<dyn Value>);

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(&*other.0)
    }
}

/// What can be held.
trait Value: Send + Sync {
    fn any(&self) -> &dyn Any;
    fn same(&self, other: &dyn Value) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn any(&self) -> &dyn Any {
        self
    }

    fn same(&self, other: &dyn Value) -> bool {
        other.any().downcast_ref() == Some(self)
    }
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

/// What stays until the page is left. It is the same only as itself.
#[derive(Debug)]
pub(super) struct Kept<T: 'static>(pub(super) &'static T);

impl<T> Copy for Kept<T> {}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> PartialEq for Kept<T> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl<T> Deref for Kept<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0
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
pub(super) struct Drawn(Box<dyn FnOnce() -> Box<dyn Placed> + Send>);

/// What stands on the page of a [`Drawn`].
pub(super) struct DrawnState(Box<dyn Placed>);

/// What stands on the page and can be moved. It does not tell its elements, which nobody asks for and every kind of view would
/// have to gather in its own way.
trait Placed {
    fn take_off(&mut self);
    fn put(&mut self, parent: &Element, marker: Option<&Node>);
    fn put_before(&self, child: &mut dyn Mountable) -> bool;
}

impl<M: Mountable> Placed for M {
    fn take_off(&mut self) {
        self.unmount();
    }

    fn put(&mut self, parent: &Element, marker: Option<&Node>) {
        self.mount(parent, marker);
    }

    fn put_before(&self, child: &mut dyn Mountable) -> bool {
        self.insert_before_this(child)
    }
}

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
        self.0.take_off();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.put(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.put_before(child)
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
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
