//! The field for words to search for.

use crate::ui::reactive::{Draw, Drawn};
use leptos::prelude::*;

/// Words to search for. `on_change` gets them as they are typed.
pub(crate) fn search_field(
    id: &'static str,
    label: &'static str,
    value: Signal<String>,
    on_change: impl Fn(String) + 'static,
) -> Drawn {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type="text"
                autocomplete="off"
                prop:value=value
                on:input=move |event| on_change(event_target_value(&event))
            />
        </div>
    }
    .drawn()
}
