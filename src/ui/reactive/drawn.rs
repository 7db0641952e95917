//! Views whose type is forgotten.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

/// Forgets the type of a view, as the branches of a `match` need it.
pub(in crate::ui) trait Draw {
    /// The view without its type.
    fn drawn(self) -> Drawn;
}

impl<V: IntoView + 'static> Draw for V {
    fn drawn(self) -> Drawn {
        Drawn(Box::new(move || Box::new(self.build())))
    }
}

/// A view whose type is forgotten. It can be put on the page and taken off; it cannot be compared with another.
pub(in crate::ui) struct Drawn(Box<dyn FnOnce() -> Box<dyn Placed> + Send>);

/// What stands on the page of a [`Drawn`].
pub(in crate::ui) struct DrawnState(Box<dyn Placed>);

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
