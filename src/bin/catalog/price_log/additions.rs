//! What a refresh adds to the log.

use super::{Line, PriceLog, Then};
use crate::claims::{Place, Quote, Standing};
use crate::edition::{Edition, Way, changed_classes};
use crate::feeds::Part;
use std::collections::BTreeSet;

/// One line for each price of the edition `old` that the feeds have changed since, and for each route that was live and
/// that no feed lists any more, by provider and id.
///
/// Only a source that has been read again tells of a change. The same feeds decided upon in another way are a correction,
/// and the log holds none.
pub(crate) fn additions(old: &Edition, new: &Edition, parts: &[Part], log: &PriceLog) -> Vec<Line> {
    let (listed, routes) = (listed(parts), new.routes());
    let lines = old.routes().into_iter().filter_map(|(key, Way { route: was, .. })| {
        let price = was.price_on(old.today())?;
        let (then, gone_by) = match routes.get(&key).and_then(|way| way.route.price_on(new.today())) {
            Some(now) if changed_classes((price, old), (now, new)).is_empty() => return None,
            Some(now) => (Then::Changed, now.as_of),
            None if listed.contains(&key) || !was.status.is_served() => return None,
            None => (Then::Removed, new.read_again(&was.source, old)?),
        };
        // What the log has seen before is not seen earlier.
        let seen = log.of(key.0, key.1).last().map(|line| line.gone_by);
        let last_seen = seen.map_or(price.as_of, |day| day.max(price.as_of));
        (last_seen < gone_by).then(|| Line {
            last_seen,
            gone_by,
            then,
            provider: was.provider.clone(),
            model_id: was.model_id.clone(),
            source: price.source.clone(),
            quote: Quote { classes: price.classes.clone(), tiers: Vec::new() },
        })
    });
    lines.collect()
}

/// Every route that some feed lists today.
fn listed(parts: &[Part]) -> BTreeSet<(&str, &str)> {
    let claims = parts.iter().flat_map(|part| &part.harvest.claims);
    let rows = claims.filter_map(|claim| match (&claim.place, &claim.offer) {
        (Place::Provider(provider), Some(offer)) if !matches!(offer.standing, Standing::Removed(_)) => {
            Some((provider.as_str(), claim.id.as_str()))
        }
        _ => None,
    });
    rows.collect()
}
