//! The frame of every page, and which page an address shows.

use super::browser;
use super::catalogue::Catalogue;
use super::components::{provenance_panel, save_charts, shortcuts, shortcuts_button, theme_switch};
use super::link_state::LinkState;
use super::pages::{catalog_page, compare_page, home_page, method_page, not_found_page};
use super::reactive::{Memo, dynamic, text};
use crate::link::{Address, Page};
use leptos::prelude::*;

/// Puts the app in the place of the static shell.
pub fn mount() {
    if let Some(element) = browser::take_mount_point() {
        leptos::mount::mount_to(element, app).forget();
    }
}

/// The whole page.
fn app() -> impl IntoView {
    Catalogue::provide();
    LinkState::provide();
    save_charts();
    let home = LinkState::href(&Address::default());
    let catalog = LinkState::href(&Address::catalog());
    let link = LinkState::get();
    let method =
        text(move || LinkState::href(&Address::method(&link.address.with(|address| address.models().to_vec()))));
    let here = move |is: fn(&Page) -> bool| {
        text(move || link.address.with(|address| if is(&address.page) { "page" } else { "false" }.to_owned()))
    };
    view! {
        <a class="skip" href="#main">"Skip to content"</a>
        <header class="site-header">
            <div class="site-header-inner">
                <a class="brand" href=home>"llm-compare"</a>
                <a class="site-link" href=catalog aria-current=here(|page| *page == Page::Catalog)>"Catalogue"</a>
                <a class="site-link" href=method aria-current=here(|page| matches!(page, Page::Method(_)))>"Method"</a>
                <div class="site-tools">{shortcuts_button()}{theme_switch()}</div>
            </div>
        </header>
        <main id="main" tabindex="-1">
            {current_page()}
        </main>
        {provenance_panel()}
        {shortcuts()}
    }
}

/// The page of the address, drawn anew when another kind of page is asked for, and not when its details change.
fn current_page() -> impl IntoView {
    let link = LinkState::get();
    let kind = Memo::new(move |_| link.address.with(|address| kind_of(&address.page)));
    dynamic(move || match kind.get() {
        Kind::Home => home_page(),
        Kind::Compare => compare_page(),
        Kind::Catalog => catalog_page(),
        Kind::Method => method_page(),
        Kind::NotFound => not_found_page(),
    })
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Home,
    Compare,
    Catalog,
    Method,
    NotFound,
}

const fn kind_of(page: &Page) -> Kind {
    match page {
        Page::Home => Kind::Home,
        Page::Compare(_) => Kind::Compare,
        Page::Catalog => Kind::Catalog,
        Page::Method(_) => Kind::Method,
        Page::NotFound => Kind::NotFound,
    }
}
