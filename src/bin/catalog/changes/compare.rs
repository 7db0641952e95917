//! Two editions → what differs, as plain data.

use super::words::count;
use crate::edition::{Edition, Known, Way, changed_classes};
use litemap::LiteMap;
use llm_compare::catalog::{
    ClassChange, LifecycleChange, LifecycleMark, ModelChange, PriceChange, Provider, RouteChange, Stay, Update,
    UpdateCounts,
};
use std::collections::BTreeMap;

/// What became of the edition `before`, and the prices that nobody is known to have changed: another source decides, or it
/// is decided in another way. The update has the day of `now` for its id.
pub(super) fn compare(
    before: &Edition,
    now: &Edition,
    providers: &LiteMap<String, Provider>,
) -> (Update, Vec<PriceChange>) {
    let (models_added, models_removed) = (models(now, before), models(before, now));
    let (prices, decided) = prices(before, now, providers);
    let lifecycle = lifecycle(before, now);
    let routes = routes(before, now, providers);
    let ends = |stay: Option<&Stay>| stay.and_then(|stay| Some((stay.retires?, stay.precision)));
    let retires = |change: &&LifecycleChange| {
        ends(change.after.as_ref()).is_some_and(|end| Some(end) != ends(change.before.as_ref()))
    };
    let update = Update {
        id: now.today().to_string(),
        as_of: now.today(),
        before: before.today(),
        counts: UpdateCounts {
            models_added: count(models_added.len()),
            models_removed: count(models_removed.len()),
            prices: count(prices.len()),
            lifecycle: count(lifecycle.len()),
            retirements: count(lifecycle.iter().filter(retires).count()),
            routes_added: routes.iter().map(|change| change.added).sum(),
            routes_removed: routes.iter().map(|change| change.removed).sum(),
        },
        models_added,
        models_removed,
        prices,
        lifecycle,
        routes,
    };
    (update, decided)
}

/// The models of one edition that the other does not have.
fn models(of: &Edition, without: &Edition) -> Vec<ModelChange> {
    let missing = of.models.iter().filter(|(slug, _)| !without.models.contains_key(*slug));
    let change = |(slug, model): (&String, &Known)| ModelChange {
        id: slug.clone(),
        name: model.name.clone(),
        lab: model.lab.clone(),
    };
    missing.map(change).collect()
}

/// Whether the lab of a model sells it there itself.
fn is_own(way: &Way, providers: &LiteMap<String, Provider>) -> bool {
    providers.get(&way.route.provider).is_some_and(|provider| provider.is_lab_of(&way.model.lab))
}

/// Prices of the day on routes that both serve: those that their source has changed, and the others that differ.
fn prices(
    before: &Edition,
    now: &Edition,
    providers: &LiteMap<String, Provider>,
) -> (Vec<PriceChange>, Vec<PriceChange>) {
    let (old, mut changed, mut decided) = (before.routes(), Vec::new(), Vec::new());
    for (key, way) in now.routes() {
        let Some(was) = old.get(&key).filter(|was| was.route.status.is_served() && way.route.status.is_served()) else {
            continue;
        };
        let days = (before.today(), now.today());
        let Some((price, new)) = was.route.price_on(days.0).zip(way.route.price_on(days.1)) else { continue };
        let all = price.classes.changes_to(&new.classes);
        let known = changed_classes((price, before), (new, now));
        let (list, classes) = if known.is_empty() { (&mut decided, all) } else { (&mut changed, known) };
        let classes = classes.into_iter().map(|(class, before, after)| ClassChange {
            class: class.to_owned(),
            before_usd_per_mtok: before,
            after_usd_per_mtok: after,
        });
        let change = PriceChange {
            model: way.slug.to_owned(),
            name: way.model.name.clone(),
            provider: way.route.provider.clone(),
            model_id: way.route.model_id.clone(),
            own: is_own(&way, providers),
            classes: classes.collect(),
            last_seen: price.as_of,
            source: new.source.clone(),
            as_of: new.as_of,
        };
        list.extend(Some(change).filter(|change| !change.classes.is_empty()));
    }
    for list in [&mut changed, &mut decided] {
        list.sort_by(|a, b| (b.own, &a.model, &a.provider).cmp(&(a.own, &b.model, &b.provider)));
    }
    (changed, decided)
}

/// Marks of models that both editions have.
fn lifecycle(before: &Edition, now: &Edition) -> Vec<LifecycleChange> {
    let mut changes = Vec::new();
    for (slug, model) in &now.models {
        let Some(old) = before.models.get(slug) else { continue };
        let (old, new) = (by_channel(&old.lifecycle), by_channel(&model.lifecycle));
        let last: BTreeMap<&str, &LifecycleMark> = old.iter().chain(&new).map(|(key, mark)| (*key, *mark)).collect();
        for (channel, mark) in last {
            let stay = |marks: &BTreeMap<&str, &LifecycleMark>| marks.get(channel).map(|mark| stay(mark));
            let (before, after) = (stay(&old), stay(&new));
            if before != after {
                changes.push(LifecycleChange {
                    model: slug.clone(),
                    name: model.name.clone(),
                    channel: channel.to_owned(),
                    before,
                    after,
                    source: mark.source.clone(),
                    as_of: mark.as_of,
                });
            }
        }
    }
    changes
}

fn by_channel(marks: &[LifecycleMark]) -> BTreeMap<&str, &LifecycleMark> {
    marks.iter().map(|mark| (mark.channel.as_str(), mark)).collect()
}

fn stay(mark: &LifecycleMark) -> Stay {
    Stay { stage: mark.stage, retires: mark.retires, precision: mark.precision }
}

/// What each provider serves in one edition and not in the other.
fn routes(before: &Edition, now: &Edition, providers: &LiteMap<String, Provider>) -> Vec<RouteChange> {
    let (old, new) = (served(before), served(now));
    let mut changes: BTreeMap<&str, RouteChange> = BTreeMap::new();
    for (key, way) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
        let change = changes.entry(key.0).or_default();
        change.added += 1;
        change.own_added.extend(is_own(way, providers).then(|| key.1.to_owned()));
    }
    for (key, way) in old.iter().filter(|(key, _)| !new.contains_key(*key)) {
        let change = changes.entry(key.0).or_default();
        change.removed += 1;
        change.own_removed.extend(is_own(way, providers).then(|| key.1.to_owned()));
    }
    let named = changes.into_iter().map(|(provider, change)| RouteChange { provider: provider.to_owned(), ..change });
    named.collect()
}

fn served(edition: &Edition) -> BTreeMap<(&str, &str), Way<'_>> {
    edition.routes().into_iter().filter(|(_, way)| way.route.status.is_served()).collect()
}
