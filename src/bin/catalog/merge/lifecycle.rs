//! How long a model stays, channel by channel.

use crate::claims::{Claim, Lifecycle, Place, Standing};
use crate::join::Group;
use crate::providers::is_looked_after;
use litemap::LiteMap;
use llm_compare::catalog::{self, LifecycleMark, Precision, Provider, Stage};
use llm_compare::units::Date;
use std::collections::BTreeMap;

/// One mark for each provider of which a feed says something, ordered by provider. The first feed decides; where none
/// says anything, a route that its provider calls deprecated is a mark without a day, and one that has left the list is
/// a mark of the day on which the list was first seen without it.
pub(super) fn lifecycle(group: &Group, providers: &LiteMap<String, Provider>) -> Vec<LifecycleMark> {
    let mut marks: BTreeMap<&str, LifecycleMark> = BTreeMap::new();
    for claim in &group.lifecycles {
        let (Place::Provider(channel), Some(said)) = (&claim.place, &claim.says.lifecycle) else { continue };
        match marks.get_mut(channel.as_str()) {
            Some(mark) => compare(mark, claim, said),
            None => _ = marks.insert(channel, mark(channel, claim, said)),
        }
    }
    let served = served(group);
    for (channel, (claim, standing)) in &served {
        if *standing == Standing::Deprecated {
            let said = ending(Stage::Deprecated, None, Precision::Exact);
            marks.entry(channel).or_insert_with(|| mark(channel, claim, &said));
        }
    }
    for claim in group.lab_level() {
        let (Place::Provider(channel), Some(day)) = (&claim.place, claim.says.gone) else { continue };
        if !served.contains_key(channel.as_str()) && is_looked_after(channel, providers) {
            let said = ending(Stage::Retired, Some(day), Precision::SeenBy);
            marks.entry(channel).or_insert_with(|| mark(channel, claim, &said));
        }
    }
    marks.into_values().collect()
}

/// The providers whose lists have the model itself today, each with the liveliest row about it.
fn served<'a>(group: &Group<'a>) -> BTreeMap<&'a str, (&'a Claim, Standing)> {
    let mut served: BTreeMap<&str, (&Claim, Standing)> = BTreeMap::new();
    let plain = group.routes.iter().filter(|(_, rows)| rows.identity.variant.is_none());
    let rows = plain.flat_map(|((channel, _), rows)| rows.rows.iter().map(move |row| (*channel, *row)));
    for (channel, (claim, offer)) in rows.filter(|(_, (_, offer))| offer.standing >= Standing::Deprecated) {
        let best = served.entry(channel).or_insert((claim, offer.standing));
        if offer.standing > best.1 {
            *best = (claim, offer.standing);
        }
    }
    served
}

fn ending(stage: Stage, retires: Option<Date>, precision: Precision) -> Lifecycle {
    Lifecycle { stage, retires, precision, replacement: None }
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
