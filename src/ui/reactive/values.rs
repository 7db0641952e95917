//! Values that are followed or kept. Each kind is one machinery, whatever it holds.

use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

/// A value that is set.
///
/// Leptos' own signal, compiled once for values of all types.
pub(in crate::ui) struct State<T> {
    signal: RwSignal<Content>,
    kind: PhantomData<fn() -> T>,
}

type Content = Arc<dyn Any + Send + Sync>;

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T: Send + Sync + 'static> State<T> {
    pub(in crate::ui) fn new(value: T) -> Self {
        Self { signal: signal(Arc::new(value)), kind: PhantomData }
    }

    /// Calls `read` with the value, and follows it.
    pub(in crate::ui) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(content(&self.signal.get()))
    }

    /// Calls `read` with the value as it is now.
    pub(in crate::ui) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(content(&self.signal.get_untracked()))
    }

    /// The value, which is followed.
    pub(in crate::ui) fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub(in crate::ui) fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    pub(in crate::ui) fn set(self, value: T) {
        put(self.signal, Arc::new(value));
    }

    /// Sets the value to what `change` makes of it.
    pub(in crate::ui) fn update(self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

impl<T: Clone + Send + Sync + 'static> State<Option<T>> {
    /// The value, if there is one, which is gone then.
    pub(in crate::ui) fn take(self) -> Option<T> {
        let value = self.get_untracked();
        self.set(None);
        value
    }
}

fn signal(content: Content) -> RwSignal<Content> {
    RwSignal::new(content)
}

// Apart, so that it is compiled once for all types.
#[inline(never)]
fn put(signal: RwSignal<Content>, content: Content) {
    signal.set(content);
}

#[expect(clippy::expect_used, reason = "a state is given values of one type only")]
fn content<T: 'static>(content: &Content) -> &T {
    content.downcast_ref().expect("a state holds its own type")
}

/// A value that is computed anew when something it reads changes, and passed on when it differs from the one before.
///
/// Leptos' own memo, compiled once for values of all types.
pub(in crate::ui) struct Memo<T> {
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
    pub(in crate::ui) fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        Self { memo: memo(Box::new(move |before| Held(Arc::new(compute(before.map(value)))))), kind: PhantomData }
    }

    /// Calls `read` with the value, and follows it.
    pub(in crate::ui) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(value(&self.memo.get()))
    }

    /// The value, which is followed.
    pub(in crate::ui) fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub(in crate::ui) fn get_untracked(self) -> T
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
pub(in crate::ui) struct Shared<T>(pub(in crate::ui) Arc<T>);

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
pub(in crate::ui) struct Kept<T: 'static>(pub(in crate::ui) &'static T);

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
