//! Finding a model by any part of its name, lab or alias; finding what a misspelt slug may have meant.

use crate::catalog::{Index, IndexRow};

/// The index, prepared for searching while the reader types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    rows: Vec<(IndexRow, String)>,
}

impl Search {
    /// Prepares every row once.
    pub fn new(index: &Index) -> Self {
        let haystack = |row: &IndexRow| {
            let parts = [&row.name, &row.id, &row.lab_name, &row.lab].into_iter().chain(&row.aliases);
            parts.map(|part| part.to_ascii_lowercase()).collect::<Vec<_>>().join("\n")
        };
        Self { rows: index.models.iter().map(|row| (row.clone(), haystack(row))).collect() }
    }

    /// How many models there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The models in which every word of `query` occurs, best first: names that begin with the query, then names that
    /// contain it, then the rest; each group in the index's order, which is by popularity. Of a pasted id such as
    /// `openai/gpt-4o` the last part counts.
    pub fn find(&self, query: &str) -> Vec<&IndexRow> {
        let query = query.rsplit('/').next().unwrap_or_default().trim().to_ascii_lowercase();
        let words: Vec<_> = query.split_whitespace().collect();
        let mut by_rank = [const { Vec::new() }; 4];
        for (row, _) in self.rows.iter().filter(|(_, haystack)| words.iter().all(|word| occurs(word, haystack))) {
            if let Some(group) = by_rank.get_mut(rank(row, &query)) {
                group.push(row);
            }
        }
        by_rank.concat()
    }
}

/// Whether `part` stands in `text`. The standard search is made for long texts, and is 2 kB of code.
pub(super) fn occurs(part: &str, text: &str) -> bool {
    part.is_empty() || text.as_bytes().windows(part.len()).any(|window| window == part.as_bytes())
}

fn rank(row: &IndexRow, query: &str) -> usize {
    let name = row.name.to_ascii_lowercase();
    if row.id == query || name == query {
        0
    } else if name.starts_with(query) || row.id.starts_with(query) {
        1
    } else if occurs(query, &name) || occurs(query, &row.id) {
        2
    } else {
        3
    }
}

/// The row that a slug, an alias or another common spelling of a model means: `GPT-4o`, `openai/gpt-4o`, `gpt_4o`.
pub fn resolve<'a>(index: &'a Index, spelling: &str) -> Option<&'a IndexRow> {
    let wanted = squash(spelling);
    let means = |row: &&IndexRow| squash(&row.id) == wanted || row.aliases.iter().any(|alias| squash(alias) == wanted);
    // A slug that is spelt exactly so outranks one that only looks like it.
    let exact = index.models.iter().find(|row| row.id.eq_ignore_ascii_case(spelling));
    exact.or_else(|| index.models.iter().find(means).filter(|_| !wanted.is_empty()))
}

/// What is left of a spelling without its path, case and punctuation.
pub fn squash(spelling: &str) -> String {
    let name = spelling.rsplit('/').next().unwrap_or_default();
    name.bytes().filter(u8::is_ascii_alphanumeric).map(|b| char::from(b.to_ascii_lowercase())).collect()
}

/// The `most` models whose slugs look most like `spelling`, nearest first.
pub fn suggestions<'a>(index: &'a Index, spelling: &str, most: usize) -> Vec<&'a IndexRow> {
    let wanted = pairs(&squash(spelling));
    let mut scored: Vec<_> = index
        .models
        .iter()
        .map(|row| (similarity(&wanted, &pairs(&row.id)), row))
        .filter(|(score, _)| *score > 0)
        .collect();
    let mut best = Vec::with_capacity(most);
    while best.len() < most {
        // The first of equals: the index is ordered by popularity.
        let Some(top) = scored.iter().map(|(score, _)| *score).max() else { break };
        let Some(at) = scored.iter().position(|(score, _)| *score == top) else { break };
        best.push(scored.remove(at).1);
    }
    best
}

/// Adjacent characters of the first 60; what two spellings share of them says how alike they look.
fn pairs(text: &str) -> Vec<(u8, u8)> {
    let bytes: Vec<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).take(60).collect();
    bytes.iter().copied().zip(bytes.iter().copied().skip(1)).collect()
}

/// Dice's coefficient in thousandths: twice the shared pairs over all pairs.
fn similarity(a: &[(u8, u8)], b: &[(u8, u8)]) -> usize {
    let mut left = b.to_vec();
    let mut shared = 0_usize;
    for pair in a {
        if let Some(at) = left.iter().position(|other| other == pair) {
            left.swap_remove(at);
            shared += 1;
        }
    }
    (2_000 * shared).checked_div(a.len() + b.len()).unwrap_or(0)
}
