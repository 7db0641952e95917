//! Fields for numbers and words. What a reader types stays as typed; every valid state counts at once.

use crate::money::group_thousands;
use crate::ui::reactive::{Draw, Drawn, text};
use crate::units::{Share, parse_count};
use leptos::prelude::*;
use std::ops::RangeInclusive;

/// A whole number, typed in any common way: `1,000,000`, `800k`, `1.5M`. `on_change` gets each valid number.
pub(crate) fn count_field(
    id: &'static str,
    label: &str,
    allowed: RangeInclusive<u64>,
    value: impl Fn() -> u64 + Send + Sync + 'static,
    on_change: impl Fn(u64) + 'static,
) -> Drawn {
    let shown = text(move || group_thousands(u128::from(value())));
    let take = move |typed: String| taken(parse_count(&typed, *allowed.start(), *allowed.end()), &on_change);
    text_field(id, label, "", shown, Box::new(take))
}

/// A share, typed in percent with at most two places. `on_change` gets each valid share.
pub(crate) fn percent_field(
    id: &'static str,
    label: &str,
    value: impl Fn() -> Share + Send + Sync + 'static,
    on_change: impl Fn(Share) + 'static,
) -> Drawn {
    let shown = text(move || value().percent());
    let parse = |typed: &str| Share::from_percent(typed).ok_or("Enter a percentage from 0 to 100.".to_owned());
    text_field(id, label, "%", shown, Box::new(move |typed| taken(parse(&typed), &on_change)))
}

/// Words to search for. `on_change` gets them as they are typed.
pub(crate) fn search_field(
    id: &'static str,
    label: &str,
    value: Signal<String>,
    on_change: impl Fn(String) + 'static,
) -> Drawn {
    text_field(id, label, "", value, Box::new(move |typed| taken(Ok(typed), &on_change)))
}

/// Passes on what could be read, else says why it could not.
fn taken<T>(read: Result<T, String>, on_change: &dyn Fn(T)) -> String {
    match read {
        Ok(value) => {
            on_change(value);
            String::new()
        }
        Err(expected) => expected,
    }
}

/// `take` takes what was typed and says what is wrong with it; nothing when it is right.
fn text_field(
    id: &'static str,
    label: &str,
    unit: &'static str,
    shown: Signal<String>,
    take: Box<dyn Fn(String) -> String>,
) -> Drawn {
    // What is being typed, until the field is left in a valid state; then the number in force shows again.
    let draft = RwSignal::new(None::<String>);
    let error = RwSignal::new(String::new());
    let error_id = format!("{id}-error");
    let on_input = move |event| {
        let typed = event_target_value(&event);
        error.set(take(typed.clone()));
        draft.set(Some(typed));
    };
    let on_blur = move |_| {
        if error.with(String::is_empty) {
            draft.set(None);
        }
    };
    view! {
        <div class="field">
            <label for=id>{label.to_owned()}" "<span class="unit">{unit}</span></label>
            <input
                id=id
                type="text"
                inputmode=if unit.is_empty() { "text" } else { "decimal" }
                autocomplete="off"
                prop:value=text(move || draft.get().unwrap_or_else(|| shown.get()))
                aria-invalid=text(move || (!error.with(String::is_empty)).to_string())
                aria-describedby=error_id.clone()
                on:input=on_input
                on:blur=on_blur
            />
            <p class="field-error" id=error_id aria-live="polite">{text(move || error.get())}</p>
        </div>
    }
    .drawn()
}
