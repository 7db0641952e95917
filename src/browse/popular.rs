//! Pairs worth starting from.

use crate::catalog::{Index, IndexRow};

/// The first `most` pairs of popular models of different labs, most popular first.
pub fn popular_pairs(index: &Index, most: usize) -> Vec<(&IndexRow, &IndexRow)> {
    let mut best_of_lab: Vec<&IndexRow> = Vec::new();
    for row in &index.models {
        if best_of_lab.iter().all(|other| other.lab != row.lab) {
            best_of_lab.push(row);
        }
    }
    // By rising sum of the two ranks: 1–2, 1–3, 2–3, 1–4, …
    let ranked = best_of_lab.iter().enumerate();
    let pairs = ranked.flat_map(|(rank, b)| best_of_lab.iter().take(rank).map(move |a| (*a, *b)));
    pairs.take(most).collect()
}
