//! An order of functions in which each stands behind those that it is like.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};

/// Bytes of which two functions that have them in common are alike.
const PIECE: usize = 5;
/// A piece that more functions have says nothing.
const MOST: usize = 60;
/// How many functions before one are looked at.
const BEFORE: usize = 3;
/// Pieces that every function is taken to have besides, so that a short one does not win by chance.
const BESIDES: usize = 20;

/// The places of the functions in their new order. Each is followed by the one that has most of its pieces in common with the
/// last few.
pub(crate) fn by_likeness(functions: &[&[u8]]) -> Vec<usize> {
    let pieces: Vec<BTreeSet<u64>> = functions.iter().map(|function| pieces(function)).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, pieces) in pieces.iter().enumerate() {
        pieces.iter().for_each(|piece| holders.entry(*piece).or_default().push(at));
    }
    holders.retain(|_, at| at.len() <= MOST);
    let mut left: BTreeSet<usize> = (0..functions.len()).collect();
    let (mut order, mut next) = (Vec::new(), left.first().copied());
    while let Some(at) = next {
        left.remove(&at);
        order.push(at);
        let mut common = vec![0_usize; functions.len()];
        let before = order.iter().rev().take(BEFORE).filter_map(|at| pieces.get(*at));
        for piece in before.flatten() {
            for at in holders.get(piece).into_iter().flatten() {
                common.get_mut(*at).into_iter().for_each(|count| *count += 1);
            }
        }
        let size = |at: usize| pieces.get(at).map_or(0, BTreeSet::len) + BESIDES;
        let count = |at: usize| common.get(at).copied().unwrap_or_default();
        // a/b < c/d, without fractions; of equals the first.
        next = left.iter().copied().reduce(
            |best, at| {
                if count(at) * size(best) > count(best) * size(at) { at } else { best }
            },
        );
    }
    order
}

fn pieces(function: &[u8]) -> BTreeSet<u64> {
    let piece = |bytes: &[u8]| {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        hasher.finish()
    };
    function.windows(PIECE).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_that_are_alike_stand_together_and_none_is_lost() {
        let functions: [&[u8]; 5] =
            [b"compare prices", b"route of a model", b"compare prizes", b"", b"route of models"];
        let order = by_likeness(&functions);
        assert_eq!(order, [0, 2, 1, 4, 3]);
        assert_eq!(by_likeness(&[]), Vec::<usize>::new());
    }
}
