//! The frame of a section, and of the cards in it.

use super::take::{section_head, text_head};
use super::text::live_part;
use crate::link::{Address, MAX_SIDES};
use crate::prose::{Blocks, Details, html, markdown};
use crate::table::{heading_id, letter, side_class};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, Memo, dynamic, effect, either, text};
use crate::ui::sides::{Card, Comparison};
use leptos::html::Div;
use leptos::prelude::*;

/// A section of the page with its heading, which links to itself; its id is part of the contract. Its tables can be
/// copied.
pub(crate) fn section(id: &'static str, heading: &'static str, body: Drawn) -> Drawn {
    framed(id, section_head(id, heading, None), body)
}

/// The same with a file of JSON to download, which `read` writes.
pub(crate) fn section_with_json(
    id: &'static str,
    heading: &'static str,
    body: Drawn,
    read: impl Fn() -> String + 'static,
) -> Drawn {
    framed(id, section_head(id, heading, Some(Box::new(move || untrack(&read)))), body)
}

fn framed(id: &'static str, head: Drawn, body: Drawn) -> Drawn {
    view! { <section id=id aria-labelledby=heading_id(id)>{head}{body}</section> }.drawn()
}

/// A section that is text, a part of the decision. It can be copied as Markdown.
pub(crate) fn text_section(id: &'static str, heading: &'static str, part: fn(&Details) -> &Blocks) -> Drawn {
    let comparison = Comparison::get();
    let base = LinkState::href(&Address::default());
    let content = live_part(move || html(part(&comparison.details()), &heading_id(id), base.trim_end_matches('/')));
    let head = text_head(id, heading, move || untrack(|| markdown(part(&comparison.details()))));
    // Of a single model there is nothing to decide.
    let class = either(move || part(&comparison.details()).0.is_empty(), "away", "");
    view! { <section id=id aria-labelledby=heading_id(id) class=class>{head}{content}</section> }.drawn()
}

/// Where a card stands in the document.
type Place = NodeRef<Div>;

/// A card for each side, in the order of the sides, headed by the letter and the name of its model. `class` is that of
/// every card, `part` names its heading, see [`Card::id`].
pub(crate) fn cards(class: &'static str, part: &'static str, body: fn(Card) -> Drawn) -> Drawn {
    let comparison = Comparison::get();
    let places: [Place; MAX_SIDES] = std::array::from_fn(|_| Place::new());
    let shown = comparison.cards.into_iter().zip(places).map(|(card, place)| {
        let used = Memo::new(move |_| card.is_used());
        dynamic(move || used.get().then(|| frame(card, place, class, part, body(card)))).drawn()
    });
    effect(move || arrange(&comparison.order(), &places));
    shown.collect_view().drawn()
}

fn frame(card: Card, place: Place, block: &'static str, part: &'static str, body: Drawn) -> Drawn {
    view! {
        <div
            node_ref=place
            class=text(move || format!("{block} {}", side_class(card.index())))
            role="group"
            aria-labelledby=text(move || card.id(part))
        >
            <h3 id=text(move || card.id(part))>
                <span class="letter">{text(move || letter(card.index()).to_owned())}</span>" "{text(move || card.name())}
            </h3>
            {body}
        </div>
    }
    .drawn()
}

/// Brings cards into their order.
fn arrange(order: &[usize], places: &[Place]) {
    let cards: Vec<_> = order.iter().filter_map(|card| places.get(*card)?.get()).collect();
    for (card, next) in cards.iter().zip(cards.iter().skip(1)) {
        if card.next_element_sibling().as_ref() != Some(next) {
            // It fails only for a card that has left the document; that one needs no order.
            let _ = card.after_with_node_1(next);
        }
    }
}
