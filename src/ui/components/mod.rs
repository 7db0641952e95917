//! Parts of pages and sections. A part knows no page.

mod button;
mod figure;
mod form;
mod index;
mod notice;
mod picker;
mod provenance;
mod search_field;
mod section;
mod shortcuts;
mod table;
mod take;
mod text;
mod theme_switch;

pub(super) use button::button;
pub(super) use form::{form, late_form};
pub(super) use index::indexed;
pub(super) use notice::{Tone, error_notice, loading, notice};
pub(super) use picker::model_picker;
pub(super) use provenance::provenance_panel;
pub(super) use search_field::search_field;
pub(super) use section::{cards, section, section_with_json, text_section};
pub(super) use shortcuts::{shortcuts, shortcuts_button};
pub(super) use table::{fill_cell, mark_sorted, pressed, table_frame};
pub(super) use take::{give, save_charts};
pub(super) use text::{deferred_part, live_part, text_part};
pub(super) use theme_switch::theme_switch;
