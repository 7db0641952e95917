//! One cell of the audit.

use crate::catalog::{AuditTable, ColumnKind};
use crate::money::group_digits;
use crate::units::Date;

/// What is written in a cell; empty where there is nothing to say.
pub(super) fn cell(table: &AuditTable, row: usize, place: usize) -> &str {
    table.rows.get(row).and_then(|row| row.get(place)).map_or("", String::as_str)
}

/// What a cell says, for reading. No cell stays empty.
pub(super) fn reading(kind: ColumnKind, text: &str) -> String {
    match kind {
        ColumnKind::Url if text.is_empty() => "None".to_owned(),
        _ if text.is_empty() => "Unknown".to_owned(),
        ColumnKind::Number => grouped(text),
        ColumnKind::Date => text.parse().map_or_else(|_| text.to_owned(), Date::long),
        _ => text.to_owned(),
    }
}

/// `1234.5` as `1,234.5`.
fn grouped(text: &str) -> String {
    let whole = whole(text);
    group_digits(whole) + text.get(whole.len()..).unwrap_or_default()
}

/// What orders numbers of any length: how many digits they have before the point, and all of them.
pub(super) fn number(text: &str) -> (usize, &str) {
    (whole(text).len(), text)
}

/// The digits before the point.
fn whole(text: &str) -> &str {
    text.split('.').next().unwrap_or_default()
}

/// Whether a text is a number as JSON writes it, without a sign.
pub(super) fn is_json_number(text: &str) -> bool {
    let (whole, part) = (whole(text), text.get(whole(text).len() + 1..).unwrap_or("0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(part) && (whole == "0" || !whole.starts_with('0'))
}
