//! What speaks for each side, with its number, by impact.

use super::field::Field;
use super::judge::{Judgement, other};
use super::measures::can;
use crate::catalog::Capability;
use crate::compare::{capability_name, list};

/// Something that speaks for one side of a pair.
#[derive(Debug)]
pub struct Reason {
    /// The side, by its place in the field.
    pub side: usize,
    /// When it should be chosen: what follows "Choose A when".
    pub when: String,
    /// The figures, both of them.
    pub figures: String,
    /// How much it matters: weight times strength. It settles the order only.
    pub impact: u32,
}

/// Everything that speaks for one side of a pair, the strongest first. Nothing for what is level or unknown.
pub fn reasons(field: &Field, judgements: &[Judgement]) -> Vec<Reason> {
    let mut all = Vec::new();
    for judgement in judgements {
        // What a side can do more is said capability by capability.
        let Some(side) = judgement.winner().filter(|_| !judgement.is("capabilities")) else { continue };
        let when = judgement.criterion.when.to_owned();
        let impact = u32::from(judgement.criterion.weight) * judgement.strength();
        insert(&mut all, Reason { side, when, figures: judgement.against(side), impact });
    }
    for side in 0..field.sides.len() {
        let only = only(field, side);
        if only.is_empty() {
            continue;
        }
        let without = field.name(other(side));
        let figures = format!("{without} is documented to lack {}", if only.len() == 1 { "it" } else { "them" });
        // A capability weighs as much as the criterion, and more than four weigh no more.
        let impact = 2 * u32::try_from(only.len()).unwrap_or(u32::MAX).min(4);
        insert(&mut all, Reason { side, when: format!("you need {}", list(&only)), figures, impact });
    }
    all
}

/// After all that matter as much, so that the order of the criteria settles what weighs the same.
fn insert(all: &mut Vec<Reason>, reason: Reason) {
    let at = all.iter().take_while(|before| before.impact >= reason.impact).count();
    all.insert(at, reason);
}

/// What one side can do and the other is documented not to.
fn only(field: &Field, side: usize) -> Vec<String> {
    let mut only = Vec::new();
    if let (Some(ours), Some(theirs)) = (field.sides.get(side), field.sides.get(other(side))) {
        for one in Capability::ALL {
            if can(ours.model, *one) == Some(true) && can(theirs.model, *one) == Some(false) {
                only.push(capability_name(*one));
            }
        }
    }
    only
}
