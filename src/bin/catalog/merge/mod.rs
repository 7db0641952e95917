//! Who is right: claims about one model → its file.

mod capabilities;
mod classes;
mod facts;
mod lifecycle;
mod names;
mod parameters;
mod periods;
mod prices;
mod released;
mod routes;
mod scores;

pub(crate) use names::make_unique;

use crate::claims::{Claim, History};
use crate::error::Error;
use crate::feeds::Part;
use crate::join::{Group, Joined, Left, Why};
use crate::price_log::PriceLog;
use crate::tables::Tables;
use litemap::LiteMap;
use llm_compare::catalog::{Benchmarks, Model, Provider, RequestParameters, SCHEMA, Series};
use periods::Past;
use std::collections::{BTreeMap, BTreeSet};

/// What a decision about one model needs beyond its own rows.
pub(crate) struct Around<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) providers: &'a LiteMap<String, Provider>,
    histories: Histories<'a>,
    log: &'a PriceLog,
}

/// Prices over time, by provider and id.
type Histories<'a> = BTreeMap<(&'a str, &'a str), &'a History>;

impl<'a> Around<'a> {
    pub(crate) fn new(
        parts: &'a [Part],
        log: &'a PriceLog,
        tables: &'a Tables,
        providers: &'a LiteMap<String, Provider>,
    ) -> Self {
        let histories = parts.iter().flat_map(|part| &part.harvest.histories);
        let by_route = histories.map(|((provider, id), history)| ((provider.as_str(), id.as_str()), history));
        Self { tables, providers, histories: by_route.collect(), log }
    }

    /// The prices that one route had.
    fn past(&self, provider: &str, id: &str) -> Past<'_> {
        Past { history: self.histories.get(&(provider, id)).copied(), logged: self.log.of(provider, id) }
    }
}

/// What was found on the way.
#[derive(Default)]
pub(crate) struct Merged<'a> {
    /// Series of the scores, by id.
    series: BTreeMap<String, Series>,
    /// Names of benchmarks that `benchmarks.toml` does not have.
    pub(crate) unnamed: BTreeSet<String>,
    /// Rows that no model takes after all.
    left: Vec<Left<'a>>,
    /// What each model lacks that is not published, by slug.
    pub(crate) unpublished: BTreeMap<String, Vec<&'static str>>,
}

/// Every publishable model, ordered by slug, the benchmarks of their scores, and what was found on the way. The rows of
/// what is not publishable join those that are left over.
pub(crate) fn merge<'a>(
    joined: &mut Joined<'a>,
    around: &Around,
) -> Result<(Vec<Model>, Benchmarks, Merged<'a>), Error> {
    let (mut models, mut out) = (Vec::new(), Merged::default());
    for (slug, group) in &joined.models {
        match model(slug, group, around, &mut out)? {
            Ok(model) => models.push(model),
            Err(lacks) => {
                out.unpublished.insert(slug.clone(), lacks);
                let routes = group.routes.values().flat_map(|route| route.rows.iter().map(|(claim, _)| *claim));
                let results = group.results.iter().map(|(_, claim)| *claim);
                let mut rows: Vec<&Claim> = group.lab_level().into_iter().chain(routes).chain(results).collect();
                rows.sort_by_key(|claim| std::ptr::from_ref::<Claim>(claim));
                rows.dedup_by_key(|claim| std::ptr::from_ref::<Claim>(claim));
                out.left.extend(rows.into_iter().map(|claim| Left { claim, why: Why::NotPublishable }));
            }
        }
    }
    let benchmarks = scores::settle(&mut models, around.tables, &mut out);
    joined.left.append(&mut out.left);
    Ok((models, benchmarks, out))
}

/// One model, or what it lacks: a name, a release date, a context window, or anything that shows it in use.
fn model<'a>(
    slug: &str,
    group: &Group<'a>,
    around: &Around,
    out: &mut Merged<'a>,
) -> Result<Result<Model, Vec<&'static str>>, Error> {
    let tables = around.tables;
    let lab_level = group.lab_level();
    let hosts = by_hosts(group, around.providers);
    let mut facts = facts::facts(slug, group, &hosts, tables);
    if group.by_others {
        // Lists of hosts say "no" of weights that they have not looked for.
        facts.open_weights = facts.open_weights.filter(|fact| fact.value == Some(true));
    }
    let name = tables.names.get(slug).cloned();
    let name = name.or_else(|| names::of(&lab_level)).or_else(|| names::of(&hosts));
    let needed = [
        (facts.released.is_none(), "a day of release"),
        (facts.context_tokens.is_none(), "a context window"),
        (name.is_none(), "a name"),
    ];
    let lacks: Vec<_> = needed.into_iter().filter(|(lacking, _)| *lacking).map(|(_, what)| what).collect();
    let (Some(name), Some(lab_name), true) = (name, tables.labs.name(&group.lab), lacks.is_empty()) else {
        return Ok(Err(lacks));
    };
    let capabilities = capabilities::of_model(&lab_level);
    let mut model = Model {
        schema: SCHEMA,
        id: slug.to_owned(),
        lab: group.lab.clone(),
        lab_name: lab_name.to_owned(),
        name,
        family: lab_level.iter().find_map(|claim| claim.says.family.clone()),
        aliases: group.aliases.iter().cloned().collect(),
        routes: routes::routes(group, &facts, &capabilities, around),
        scores: scores::scores(group, &facts, tables, out)?,
        facts,
        capabilities: capabilities.into_iter().collect(),
        request_parameters: request_parameters(&lab_level),
        lifecycle: lifecycle::lifecycle(group, around.providers),
        // They follow from all models together, once each is there.
        cohort: None,
        related: None,
    };
    periods::supersede(&mut model, around.providers, tables.newest());
    Ok(if model.has_evidence() { Ok(model) } else { Err(vec!["a live route, a score or a lifecycle mark"]) })
}

/// Rows about the model itself of those who run it or pass requests on, whose word counts where no lab-level source has
/// one.
fn by_hosts<'a>(group: &Group<'a>, providers: &LiteMap<String, Provider>) -> Vec<&'a Claim> {
    let runs = |id: &str| providers.get(id).is_some_and(|provider| provider.kind.counts_as_cheapest());
    let plain = group.routes.iter().filter(|((id, _), rows)| runs(id) && rows.identity.variant.is_none());
    plain.flat_map(|(_, rows)| rows.rows.iter().map(|(claim, _)| *claim)).collect()
}

/// What a source passes on, and what another says is refused. A parameter that neither names is unlisted, which is not
/// rejected.
fn request_parameters(lab_level: &[&Claim]) -> Option<RequestParameters> {
    let sorted = |words: &[String]| words.iter().cloned().collect::<BTreeSet<_>>();
    let accepts = lab_level.iter().find(|claim| !claim.says.accepted.is_empty());
    let rejects = lab_level.iter().find(|claim| !claim.says.rejected.is_empty());
    let rejected = rejects.map(|claim| sorted(&claim.says.rejected)).unwrap_or_default();
    let mut accepted = accepts.map(|claim| sorted(&claim.says.accepted)).unwrap_or_default();
    // A router drops what the lab would refuse.
    accepted.retain(|word| !rejected.contains(word));
    let claim = accepts.or(rejects)?;
    Some(RequestParameters {
        accepted: accepted.into_iter().collect(),
        rejected: rejected.into_iter().collect(),
        source: claim.origin.source.clone(),
        as_of: claim.origin.as_of,
    })
}
