//! `providers.json`: what the feed says of a provider, and the hand-written line on what it is.

use crate::error::Error;
use crate::feeds::Part;
use crate::tables::Tables;
use llm_compare::catalog::Provider;
use std::collections::BTreeMap;

/// Every provider of the feeds. One without a hand-written line is an error: nobody has said yet what it is.
pub(crate) fn providers(parts: &[Part], tables: &Tables) -> Result<BTreeMap<String, Provider>, Error> {
    let mut all = BTreeMap::new();
    let mut unknown = Vec::new();
    for claim in parts.iter().flat_map(|part| &part.harvest.providers) {
        let Some(line) = tables.providers.get(&claim.id) else {
            unknown.push(claim.id.as_str());
            continue;
        };
        let provider = Provider {
            name: claim.name.clone(),
            kind: line.kind,
            operator: line.operator.clone(),
            lab: line.lab.clone(),
            region: line.region.clone(),
            reason: line.reason.clone(),
            doc: claim.doc.clone(),
            env: claim.env.clone(),
            base_url: claim.base_url.clone().or_else(|| line.base_url.clone()),
            dialect: claim.dialect,
        };
        all.insert(claim.id.clone(), provider);
    }
    if unknown.is_empty() {
        return Ok(all);
    }
    let what = format!("no line for {}; say what kind of provider each is", unknown.join(", "));
    Err(Error::shape(&tables.path("providers.toml"), "providers", what))
}
