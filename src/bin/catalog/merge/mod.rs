//! Who is right: claims about one model → its file.

mod capabilities;
mod facts;
mod names;
mod prices;
mod routes;
mod scores;

pub(crate) use names::make_unique;

use crate::claims::Claim;
use crate::error::Error;
use crate::join::{Group, Joined, Left, Why};
use crate::tables::Tables;
use llm_compare::catalog::{Benchmarks, Model, Provider, RequestParameters, SCHEMA, Series};
use std::collections::{BTreeMap, BTreeSet};

/// What was found on the way.
#[derive(Default)]
pub(crate) struct Merged<'a> {
    /// Series of the scores, by id.
    series: BTreeMap<String, Series>,
    /// Names of benchmarks that `benchmarks.toml` does not have.
    pub(crate) unnamed: BTreeSet<String>,
    /// Rows that no model takes after all.
    pub(crate) left: Vec<Left<'a>>,
}

/// Every publishable model, ordered by slug, and the benchmarks of their scores. What is not publishable joins the rows
/// that are left over; the names of benchmarks that nobody has described are returned too.
pub(crate) fn merge(
    joined: &mut Joined,
    tables: &Tables,
    providers: &BTreeMap<String, Provider>,
) -> Result<(Vec<Model>, Benchmarks, BTreeSet<String>), Error> {
    let (mut models, mut out) = (Vec::new(), Merged::default());
    for (slug, group) in &joined.models {
        match model(slug, group, tables, providers, &mut out)? {
            Some(model) => models.push(model),
            None => {
                let routes = group.routes.values().flat_map(|route| route.rows.iter().map(|(claim, _)| *claim));
                let results = group.results.iter().map(|(_, claim)| *claim);
                let mut rows: Vec<&Claim> = group.lab_level().into_iter().chain(routes).chain(results).collect();
                rows.sort_by_key(|claim| std::ptr::from_ref::<Claim>(claim));
                rows.dedup_by_key(|claim| std::ptr::from_ref::<Claim>(claim));
                out.left.extend(rows.into_iter().map(|claim| Left { claim, why: Why::NotPublishable }));
            }
        }
    }
    let benchmarks = scores::settle(&mut models, tables, &mut out);
    joined.left.append(&mut out.left);
    Ok((models, benchmarks, out.unnamed))
}

/// One model; `None` without a name, a release date, a context window or a route.
fn model<'a>(
    slug: &str,
    group: &Group<'a>,
    tables: &Tables,
    providers: &BTreeMap<String, Provider>,
    out: &mut Merged<'a>,
) -> Result<Option<Model>, Error> {
    let lab_level = group.lab_level();
    let facts = facts::facts(slug, &lab_level);
    let name = tables.names.get(slug).cloned().or_else(|| names::of(&lab_level));
    let (Some(name), Some(lab_name)) = (name, tables.labs.name(&group.lab)) else { return Ok(None) };
    if facts.released.is_none() || facts.context_tokens.is_none() || group.routes.is_empty() {
        return Ok(None);
    }
    let capabilities = capabilities::of_model(&lab_level);
    Ok(Some(Model {
        schema: SCHEMA,
        id: slug.to_owned(),
        lab: group.lab.clone(),
        lab_name: lab_name.to_owned(),
        name,
        family: lab_level.iter().find_map(|claim| claim.says.family.clone()),
        aliases: group.aliases.iter().cloned().collect(),
        routes: routes::routes(group, &capabilities, providers),
        scores: scores::scores(group, &facts, tables, out)?,
        facts,
        capabilities,
        request_parameters: accepted(&lab_level),
        lifecycle: Vec::new(),
    }))
}

/// What a source passes on. A parameter that it does not name is unlisted, not rejected.
fn accepted(lab_level: &[&Claim]) -> Option<RequestParameters> {
    let claim = lab_level.iter().find(|claim| !claim.says.accepted.is_empty())?;
    let mut accepted = claim.says.accepted.clone();
    accepted.sort();
    accepted.dedup();
    Some(RequestParameters {
        accepted,
        rejected: Vec::new(),
        source: claim.origin.source.clone(),
        as_of: claim.origin.as_of,
    })
}
