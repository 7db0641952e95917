//! A notice: what happened, and what to do about it.

use super::button::button;
use crate::catalog::CatalogError;
use crate::ui::catalogue::Catalogue;
use crate::ui::reactive::{Draw, Drawn};
use leptos::prelude::*;

/// How urgent a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Something to know.
    Note,
    /// Something has failed.
    Error,
}

/// A notice with a headline, lines below it, and an action.
pub(crate) fn notice(
    tone: Tone,
    headline: impl Into<String>,
    lines: Vec<Drawn>,
    action: Option<(&'static str, Callback<()>)>,
) -> Drawn {
    let (class, role) = match tone {
        Tone::Note => ("notice", "status"),
        Tone::Error => ("notice error", "alert"),
    };
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }.drawn()).collect_view();
    let button = action.map(|(label, act)| button("button", label.to_owned(), move |_| act.run(())));
    view! {
        <div class=class role=role>
            <p><strong>{headline.into()}</strong></p>
            <ul>{lines}</ul>
            {button}
        </div>
    }
    .drawn()
}

/// Says which file failed, with a button that asks again for everything that failed. `what` is what the page lacks
/// because of it.
pub(crate) fn error_notice(what: &str, error: &CatalogError) -> Drawn {
    let catalogue = Catalogue::get();
    let retry = Callback::new(move |()| catalogue.retry());
    notice(Tone::Error, format!("{what} could not be loaded."), vec![error.to_string().drawn()], Some(("Retry", retry)))
}

/// What stands where something is still on its way. The static page begins with the same.
pub(crate) fn loading(text: &'static str) -> Drawn {
    view! { <p class="loading" role="status">{text}</p> }.drawn()
}
