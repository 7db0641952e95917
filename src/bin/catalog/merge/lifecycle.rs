//! How long a model stays, channel by channel.

use crate::claims::{Claim, Lifecycle, Offer, Place, Standing};
use crate::join::Group;
use llm_compare::catalog::{self, LifecycleMark, Precision, Stage};
use std::collections::BTreeMap;

/// One mark for each provider of which a feed says something, ordered by provider. The first feed decides; where none
/// says anything, a route that its provider calls deprecated is a mark without a day.
pub(super) fn lifecycle(group: &Group) -> Vec<LifecycleMark> {
    let mut marks: BTreeMap<&str, LifecycleMark> = BTreeMap::new();
    for claim in &group.lifecycles {
        let (Place::Provider(channel), Some(said)) = (&claim.place, &claim.says.lifecycle) else { continue };
        match marks.get_mut(channel.as_str()) {
            Some(mark) => compare(mark, claim, said),
            None => _ = marks.insert(channel, mark(channel, claim, said)),
        }
    }
    for ((channel, _), rows) in &group.routes {
        let ends = |(_, offer): &&(&Claim, &Offer)| offer.standing == Standing::Deprecated;
        if let Some((claim, _)) = rows.rows.iter().find(ends).filter(|_| rows.identity.variant.is_none()) {
            let said =
                Lifecycle { stage: Stage::Deprecated, retires: None, precision: Precision::Exact, replacement: None };
            marks.entry(channel).or_insert_with(|| mark(channel, claim, &said));
        }
    }
    marks.into_values().collect()
}

fn mark(channel: &str, claim: &Claim, said: &Lifecycle) -> LifecycleMark {
    LifecycleMark {
        channel: channel.to_owned(),
        stage: said.stage,
        retires: said.retires,
        precision: said.precision,
        replacement: said.replacement.clone(),
        source: claim.origin.source.clone(),
        as_of: claim.origin.as_of,
        ..LifecycleMark::default()
    }
}

/// A later feed names another day, the same, or one where the first named none. A source counts once.
fn compare(mark: &mut LifecycleMark, claim: &Claim, said: &Lifecycle) {
    let source = &claim.origin.source;
    let heard = mark.agree.iter().chain(mark.disputed.iter().map(|claim| &claim.source)).any(|known| known == source);
    match (mark.retires, said.retires) {
        _ if heard || *source == mark.source => {}
        (None, Some(_)) => {
            let agree = std::mem::take(&mut mark.agree);
            *mark = LifecycleMark { agree, ..self::mark(&mark.channel, claim, said) };
        }
        (Some(ours), Some(theirs)) if ours != theirs => {
            mark.disputed.push(catalog::Claim { value: theirs, source: source.clone() });
        }
        (Some(_), Some(_)) => mark.agree.push(source.clone()),
        (_, None) => {}
    }
}
