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
    value: Signal<u64>,
    on_change: Callback<u64>,
) -> Drawn {
    let shown = text(move || group_thousands(u128::from(value.get())));
    let parse = Callback::new(move |typed: String| match parse_count(&typed, *allowed.start(), *allowed.end()) {
        Ok(number) => {
            on_change.run(number);
            String::new()
        }
        Err(expected) => expected,
    });
    text_field(id, label, "", shown, parse)
}

/// A share, typed in percent with at most two places. `on_change` gets each valid share.
pub(crate) fn percent_field(id: &'static str, label: &str, value: Signal<Share>, on_change: Callback<Share>) -> Drawn {
    let shown = text(move || value.get().percent());
    let parse = Callback::new(move |typed: String| match Share::from_percent(&typed) {
        Some(share) => {
            on_change.run(share);
            String::new()
        }
        None => "Enter a percentage from 0 to 100.".to_owned(),
    });
    text_field(id, label, "%", shown, parse)
}

/// Words to search for. `on_change` gets them as they are typed.
pub(crate) fn search_field(id: &'static str, label: &str, value: Signal<String>, on_change: Callback<String>) -> Drawn {
    let parse = Callback::new(move |typed| {
        on_change.run(typed);
        String::new()
    });
    text_field(id, label, "", value, parse)
}

/// `parse` takes what was typed and says what is wrong with it; nothing when it is right.
fn text_field(
    id: &'static str,
    label: &str,
    unit: &'static str,
    shown: Signal<String>,
    parse: Callback<String, String>,
) -> Drawn {
    // What is being typed, until the field is left in a valid state; then the number in force shows again.
    let draft = RwSignal::new(None::<String>);
    let error = RwSignal::new(String::new());
    let error_id = format!("{id}-error");
    let on_input = move |event| {
        let typed = event_target_value(&event);
        error.set(parse.run(typed.clone()));
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
