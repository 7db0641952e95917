//! What the snapshot codes in ids say about days of release.

use llm_compare::identity::snapshot;
use llm_compare::units::{Date, PartialDate};

/// Whether `released` cannot be the day of the release that `key` names: the code in the key is more than two months
/// away. Lists copy a predecessor's day to a new snapshot.
pub(crate) fn contradicts(key: &str, released: PartialDate) -> bool {
    const DAYS: u32 = 62;
    let named = snapshot(key).and_then(|s| day_of_code(&s.code, released));
    named.is_some_and(|named| named.unix_days().abs_diff(released.first_day().unix_days()) > DAYS)
}

/// The day or month that a key states with its year: `gpt-4-turbo-2024-04-09`, `claude-3-opus-20240229`,
/// `mistral-large-2512`, `command-r-08-2024`.
pub(crate) fn day_in(key: &str) -> Option<PartialDate> {
    let code = snapshot(key)?.code;
    let month = match code.len() {
        4 if code.as_str() > "1231" => Some(format!("20{}-{}", code.get(..2)?, code.get(2..)?)),
        7 => Some(format!("{}-{}", code.get(3..)?, code.get(..2)?)),
        _ => None,
    };
    full_date(&code).or(month)?.parse().ok()
}

/// `20240409` and `2024-04-09` → `2024-04-09`.
fn full_date(code: &str) -> Option<String> {
    match code.len() {
        10 => Some(code.to_owned()),
        8 => Some(format!("{}-{}-{}", code.get(..4)?, code.get(4..6)?, code.get(6..)?)),
        _ => None,
    }
}

/// Whether an undated id and a dated one are the same release: their days of release, or the day in the date, lie
/// within 45 days. DeepSeek R1 and R1 0528 are not.
pub(super) fn same_release(plain: PartialDate, dated: Option<PartialDate>, key: &str) -> bool {
    const DAYS: u32 = 45;
    let code = snapshot(key).map(|s| s.code).unwrap_or_default();
    let other = dated.map(PartialDate::first_day).into_iter().chain(day_of_code(&code, plain));
    let plain = plain.first_day();
    let mut days = other.peekable();
    days.peek().is_some() && days.all(|other| other.unix_days().abs_diff(plain.unix_days()) <= DAYS)
}

/// Whether two days of release are of two releases: a moving id such as `deepseek-reasoner` means another model now than
/// when a row about it was written. A day of listing may lie a season after the release.
pub(crate) fn other_release(ours: PartialDate, theirs: PartialDate) -> bool {
    const DAYS: u32 = 92;
    ours.first_day().unix_days().abs_diff(theirs.first_day().unix_days()) > DAYS
}

/// Whether a run on this day cannot have been of a model released on that day: labs hand out models a few weeks early.
pub(crate) fn too_early(run: PartialDate, released: PartialDate) -> bool {
    const DAYS: u32 = 31;
    run.first_day().unix_days() + DAYS < released.first_day().unix_days()
}

/// The day a snapshot code names; a code without a year is of the year of `near`.
fn day_of_code(code: &str, near: PartialDate) -> Option<Date> {
    if let Some(text) = full_date(code) {
        return text.parse().ok();
    }
    let year = near.to_string().get(..4)?.to_owned();
    let text = match (code.len(), code.split('-').count()) {
        (6, 1) => format!("20{}-{}-{}", code.get(..2)?, code.get(2..4)?, code.get(4..)?),
        (4, 1) if code > "1231" => format!("20{}-{}-15", code.get(..2)?, code.get(2..)?),
        (4, 1) => format!("{year}-{}-{}", code.get(..2)?, code.get(2..)?),
        (7, 2) => format!("{}-{}-15", code.get(3..)?, code.get(..2)?),
        (5, 2) => format!("{year}-{code}"),
        _ => return None,
    };
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_in_an_id_is_the_same_release_only_near_the_day_of_release() {
        for (plain, dated, key, same) in [
            ("2025-09-29", Some("2025-09-29"), "claude-sonnet-4-5-20250929", true),
            // Providers write the date, no lab-level source has the dated id.
            ("2025-04-14", None, "gpt-4.1-2025-04-14", true),
            ("2024-05-13", Some("2024-11-20"), "gpt-4o-2024-11-20", false),
            ("2025-01-20", Some("2025-05-28"), "deepseek-r1-0528", false),
            ("2025-04", Some("2025-07-21"), "qwen3-235b-a22b-2507", false),
            ("2025-03-13", None, "command-a-03-2025", true),
            ("2026-01-29", Some("2026-04-02"), "step-3.5-flash-2603", false),
            ("2026-02-23", None, "qwen3.5-flash-02-23", true),
            // Nothing to go by.
            ("2026-02-23", None, "qwen3.5-flash", false),
        ] {
            assert_eq!(same_release(date(plain), dated.map(date), key), same, "{key}");
        }
    }

    #[test]
    fn a_day_copied_from_a_predecessor_is_recognised() {
        assert!(contradicts("mistral-large-2512", date("2024-11-01")));
        assert!(!contradicts("mistral-large-2512", date("2025-12-02")));
        assert!(!contradicts("gpt-4o", date("2024-05-13")));
        assert!(!contradicts("deepseek-r1-0528", date("2025-05-28")), "a code without a year contradicts no year");
    }
}
