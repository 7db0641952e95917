//! What the snapshot codes in ids say about days of release.

use llm_compare::identity::snapshot;
use llm_compare::units::{Date, PartialDate};

/// Whether `released` cannot be the day of the release that `key` names: the code in the key is of another half year.
/// Lists copy a predecessor's day to a new snapshot.
pub(crate) fn contradicts(key: &str, released: PartialDate) -> bool {
    const DAYS: u32 = 183;
    let named = snapshot(key).and_then(|s| day_of_code(&s.code, released));
    let stated = first_day(&released.to_string());
    named.zip(stated).is_some_and(|(a, b)| a.unix_days().abs_diff(b.unix_days()) > DAYS)
}

/// Whether an undated id and a dated one are the same release: their days of release, or the day in the date, lie
/// within 45 days. DeepSeek R1 and R1 0528 are not.
pub(super) fn same_release(plain: PartialDate, dated: Option<PartialDate>, key: &str) -> bool {
    const DAYS: u32 = 45;
    let day = |date: PartialDate| first_day(&date.to_string());
    let code = snapshot(key).map(|s| s.code).unwrap_or_default();
    let other = dated.and_then(day).into_iter().chain(day_of_code(&code, plain));
    let Some(plain) = day(plain) else { return false };
    let mut days = other.peekable();
    days.peek().is_some() && days.all(|other| other.unix_days().abs_diff(plain.unix_days()) <= DAYS)
}

/// The first day of `2025-08-20`, `2025-08` or `2025`.
fn first_day(text: &str) -> Option<Date> {
    let padded = format!("{text}-01-01");
    padded.get(..10)?.parse().ok()
}

/// The day a snapshot code names; a code without a year is of the year of `near`.
fn day_of_code(code: &str, near: PartialDate) -> Option<Date> {
    let year = near.to_string().get(..4)?.to_owned();
    let text = match (code.len(), code.split('-').count()) {
        (10, 3) => code.to_owned(),
        (8, 1) => format!("{}-{}-{}", code.get(..4)?, code.get(4..6)?, code.get(6..)?),
        (6, 1) => format!("20{}-{}-{}", code.get(..2)?, code.get(2..4)?, code.get(4..)?),
        (4, 1) if code > "1231" => format!("20{}-{}-15", code.get(..2)?, code.get(2..)?),
        (4, 1) => format!("{year}-{}-{}", code.get(..2)?, code.get(2..)?),
        (7, 2) => format!("{}-{}-15", code.get(3..)?, code.get(..2)?),
        (5, 2) => format!("{year}-{code}"),
        _ => return None,
    };
    text.parse().ok()
}
