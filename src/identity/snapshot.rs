//! Snapshot dates in model ids.

/// A key taken apart at its snapshot code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The key without the code.
    pub family: String,
    /// The code as the key writes it: `2024-11-20`, `20250929`, `2512`, `0528`, `08-2024`.
    pub code: String,
}

/// The snapshot that `key` names; `None` for a key without a code at its end.
pub fn snapshot(key: &str) -> Option<Snapshot> {
    let words: Vec<&str> = key.split('-').collect();
    let length = match words.as_slice() {
        [.., year, month, day] if is_year(year) && is_month(month) && is_day(day) => 3,
        [.., month, year] if is_month(month) && is_year(year) => 2,
        [.., month, day] if is_month(month) && is_day(day) => 2,
        [.., code] if is_code(code) => 1,
        _ => return None,
    };
    let (family, code) = words.split_at_checked(words.len().checked_sub(length)?)?;
    (!family.is_empty()).then(|| Snapshot { family: family.join("-"), code: code.join("-") })
}

/// Writes eight digits as a date: `20241120` → `2024-11-20`.
pub(super) fn unify(words: &mut Vec<String>) {
    let split = |word: String| match (word.get(..4), word.get(4..6), word.get(6..)) {
        (Some(year), Some(month), Some(day)) if is_year(year) && is_month(month) && is_day(day) => {
            vec![year.to_owned(), month.to_owned(), day.to_owned()]
        }
        _ => vec![word],
    };
    *words = words.drain(..).flat_map(split).collect();
}

pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("202") && digits(word)
}

pub(super) fn is_month(word: &str) -> bool {
    word.len() == 2 && digits(word) && ("01"..="12").contains(&word)
}

pub(super) fn is_day(word: &str) -> bool {
    word.len() == 2 && digits(word) && ("01"..="31").contains(&word)
}

/// `0528` (month and day), `2512` (year and month), `250615` or `20250929`.
fn is_code(word: &str) -> bool {
    if !digits(word) {
        return false;
    }
    match (word.get(..2), word.get(2..4), word.len()) {
        (Some(first), Some(second), 4) => {
            is_month(first) && is_day(second) || ("23"..="29").contains(&first) && is_month(second)
        }
        (Some(year), Some(month), 6) => ("23"..="29").contains(&year) && is_month(month),
        (_, _, 8) => word.get(..4).is_some_and(is_year),
        _ => false,
    }
}

fn digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}
