//! Who is right: claims about one model → its file.

mod capabilities;
mod facts;
mod names;
mod prices;
mod routes;

pub(crate) use names::make_unique;

use crate::claims::Claim;
use crate::join::{Group, Joined, Left, Why};
use crate::tables::Tables;
use llm_compare::catalog::{Model, Provider, RequestParameters, SCHEMA};
use std::collections::BTreeMap;

/// Every publishable model, ordered by slug. What is not publishable joins the rows that are left over.
pub(crate) fn merge(joined: &mut Joined, tables: &Tables, providers: &BTreeMap<String, Provider>) -> Vec<Model> {
    let mut models = Vec::new();
    for (slug, group) in &joined.models {
        match model(slug, group, tables, providers) {
            Some(model) => models.push(model),
            None => {
                let routes = group.routes.values().flat_map(|route| route.rows.iter().map(|(claim, _)| *claim));
                let mut rows: Vec<&Claim> = group.lab_level().into_iter().chain(routes).collect();
                rows.sort_by_key(|claim| std::ptr::from_ref::<Claim>(claim));
                rows.dedup_by_key(|claim| std::ptr::from_ref::<Claim>(claim));
                joined.left.extend(rows.into_iter().map(|claim| Left { claim, why: Why::NotPublishable }));
            }
        }
    }
    models
}

/// One model; `None` without a name, a release date, a context window or a route.
fn model(slug: &str, group: &Group, tables: &Tables, providers: &BTreeMap<String, Provider>) -> Option<Model> {
    let lab_level = group.lab_level();
    let facts = facts::facts(slug, &lab_level);
    if facts.released.is_none() || facts.context_tokens.is_none() || group.routes.is_empty() {
        return None;
    }
    let capabilities = capabilities::of_model(&lab_level);
    Some(Model {
        schema: SCHEMA,
        id: slug.to_owned(),
        lab: group.lab.clone(),
        lab_name: tables.labs.name(&group.lab)?.to_owned(),
        name: tables.names.get(slug).cloned().or_else(|| names::of(&lab_level))?,
        family: lab_level.iter().find_map(|claim| claim.says.family.clone()),
        aliases: group.aliases.iter().cloned().collect(),
        routes: routes::routes(group, &capabilities, providers),
        facts,
        capabilities,
        request_parameters: accepted(&lab_level),
        lifecycle: Vec::new(),
        scores: Vec::new(),
    })
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
