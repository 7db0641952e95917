//! The pair page.

use crate::browse::{resolve, suggestions};
use crate::catalog::{CatalogError, Index};
use crate::link::{Address, Page};
use crate::ui::browser;
use crate::ui::catalogue::{Catalogue, Loaded};
use crate::ui::components::{Tone, error_notice, indexed, loading, notice};
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Draw, Drawn, Memo, State, dynamic, effect};
use crate::ui::sections::{
    benchmarks_section, capabilities_section, continue_section, cost_section, deep_dive_section, faq_section,
    pricing_section, priorities_section, scorecard_section, sources_footer, specs_section, switch_section, title,
    top_section, tradeoffs_section,
};
use crate::ui::sides::Comparison;
use leptos::prelude::*;

/// The sections of the page, as the index names them.
const SECTIONS: [(&str, &str); 14] = [
    ("top", "Models"),
    ("scorecard", "Scorecard"),
    ("tradeoffs", "Tradeoffs"),
    ("priorities", "What matters"),
    ("cost", "Monthly cost"),
    ("switch", "Switch friction"),
    ("specs", "Specs"),
    ("pricing", "Pricing"),
    ("capabilities", "Capabilities"),
    ("benchmarks", "Benchmarks"),
    ("deep-dive", "Deep dive"),
    ("faq", "Questions"),
    ("continue", "Continue"),
    ("sources", "Sources"),
];

/// Compares the models of the address.
pub(crate) fn compare_page() -> Drawn {
    let comparison = Comparison::provide();
    effect(follow_aliases);
    effect(|| browser::set_title(&format!("{} · llm-compare", title())));
    // The first models are waited for, because what is shown before them would jump when they come.
    let settled = Memo::new(move |before: Option<&bool>| before == Some(&true) || comparison.is_settled());
    dynamic(move || if settled.get() { content(comparison) } else { loading("Loading…") }).drawn()
}

fn content(comparison: Comparison) -> Drawn {
    let ready = Memo::new(move |_| comparison.is_ready());
    // Below the fold there is time until the first frame has been painted.
    let (painted, catalogue) = (State::new(false), Catalogue::get());
    browser::after_paint(move || {
        painted.set(true);
        catalogue.want_sources();
        catalogue.want_dialects();
        browser::after_paint(browser::reveal_fragment);
    });
    let first = move || {
        if ready.get() {
            vec![scorecard_section(), tradeoffs_section(), priorities_section(), cost_section()]
        } else {
            Vec::new()
        }
    };
    let then = move || if ready.get() && painted.get() { below() } else { Vec::new() };
    let sections = vec![top_section(), dynamic(problems).drawn(), dynamic(first).drawn(), dynamic(then).drawn()];
    indexed(&SECTIONS, sections.drawn())
}

/// The sections below the cost.
fn below() -> Vec<Drawn> {
    vec![
        switch_section(),
        specs_section(),
        pricing_section(),
        capabilities_section(),
        benchmarks_section(),
        deep_dive_section(),
        faq_section(),
        continue_section(),
        sources_footer(),
    ]
}

/// Replaces other spellings in the address by the slugs they mean, once the index is here to tell.
fn follow_aliases() {
    let (catalogue, link) = (Catalogue::get(), LinkState::get());
    let address = link.address.get();
    let missing = |slug: &String| catalogue.model(slug).failed().is_some_and(CatalogError::is_absence);
    if !address.models().iter().any(missing) {
        return;
    }
    catalogue.want_index();
    let Loaded::Ready(index) = catalogue.index() else { return };
    let meant = |slug: &String| match resolve(&index, slug).filter(|_| missing(slug)) {
        Some(row) => row.id.clone(),
        None => slug.clone(),
    };
    let models: Vec<_> = address.models().iter().map(meant).collect();
    if models != address.models() {
        link.replace(&Address { page: Page::Compare(models), ..address });
    }
}

/// Models that do not exist, and files that should be there and are not, or cannot be read.
fn problems() -> Drawn {
    let (catalogue, link) = (Catalogue::get(), LinkState::get());
    let mut notices = Vec::new();
    let address = link.address.get();
    for (side, slug) in address.models().iter().enumerate() {
        match catalogue.model(slug).failed() {
            Some(error) if error.is_absence() => notices.push(absent_model(&address, side, slug, error)),
            Some(error) => notices.push(error_notice(slug, error)),
            None => {}
        }
    }
    if let Some(error) = catalogue.providers().failed() {
        notices.push(error_notice("The list of providers", error));
    }
    notices.drawn()
}

/// A model without a file: another spelling, which is being replaced; no model at all; or a file that should be there.
fn absent_model(address: &Address, side: usize, slug: &str, error: &CatalogError) -> Drawn {
    match Catalogue::get().index() {
        Loaded::Waiting => notice(Tone::Note, "Looking for the model…", Vec::new(), None),
        Loaded::Failed(error) => error_notice("The list of models", &error),
        Loaded::Ready(index) => match resolve(&index, slug) {
            Some(row) if row.id == slug => error_notice(slug, error),
            Some(_) => ().drawn(),
            None => unknown_model(&index, address, side, slug),
        },
    }
}

/// A slug that means no model, with the models whose slugs look most like it.
fn unknown_model(index: &Index, address: &Address, side: usize, slug: &str) -> Drawn {
    const SHOWN: usize = 60;
    const OFFERED: usize = 5;
    let offer = |row: &crate::catalog::IndexRow| {
        let href = LinkState::href(&address.clone().with_model(side, &row.id));
        view! { <a href=href>{row.name.clone()}</a>" "<span class="quiet">{row.id.clone()}</span> }.drawn()
    };
    let offers = suggestions(index, slug, OFFERED).into_iter().map(offer).collect();
    let more = if slug.chars().nth(SHOWN).is_some() { "…" } else { "" };
    let short: String = slug.chars().take(SHOWN).collect();
    notice(Tone::Error, format!("No model is called “{short}{more}”. The nearest names:"), offers, None)
}
