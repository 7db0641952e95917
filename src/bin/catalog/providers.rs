//! `providers.json`: what the feed says of a provider, the hand-written line on what it is, and that on how it is reached.

use crate::error::Error;
use crate::feeds::Part;
use crate::tables::{ProviderLine, Tables};
use litemap::LiteMap;
use llm_compare::catalog::Provider;
use std::collections::BTreeMap;

/// Every provider that models.dev lists, and those whose hand-written line names them. One without a line is an error:
/// nobody has said yet what it is.
pub(crate) fn providers(parts: &[Part], tables: &Tables) -> Result<LiteMap<String, Provider>, Error> {
    let mut all = BTreeMap::new();
    let mut unknown = Vec::new();
    for claim in parts.iter().flat_map(|part| &part.harvest.providers) {
        let Some(line) = tables.providers.get(&claim.id) else {
            unknown.push(claim.id.as_str());
            continue;
        };
        let provider = Provider {
            env: claim.env.clone(),
            base_url: claim.base_url.clone().or_else(|| line.base_url.clone()),
            dialect: claim.dialect,
            ..by_hand(&claim.name, &claim.doc, line)
        };
        all.insert(claim.id.clone(), provider);
    }
    for (id, line) in &tables.providers {
        if let (Some(name), Some(doc)) = (&line.name, &line.doc) {
            all.entry(id.clone()).or_insert_with(|| by_hand(name, doc, line));
        }
    }
    for (id, line) in &tables.connections {
        let Some(provider) = all.get_mut(id) else {
            return Err(Error::shape(&tables.path("providers.toml"), format!("connections.{id}"), "is no provider"));
        };
        provider.dialect = line.dialect.or(provider.dialect);
        provider.base_url = line.base_url.clone().or_else(|| provider.base_url.take());
        provider.key.clone_from(&line.key);
    }
    if unknown.is_empty() {
        return Ok(all.into_iter().collect());
    }
    let what = format!("no line for {}; say what kind of provider each is", unknown.join(", "));
    Err(Error::shape(&tables.path("providers.toml"), "providers", what))
}

/// Whether what a list has of a provider is looked after: of those who run models themselves, and of OpenRouter. Lists of
/// others who pass requests on are rearranged at will.
pub(crate) fn is_looked_after(id: &str, providers: &LiteMap<String, Provider>) -> bool {
    id == "openrouter" || providers.get(id).is_some_and(|provider| provider.kind.is_independent_host())
}

fn by_hand(name: &str, doc: &str, line: &ProviderLine) -> Provider {
    Provider {
        name: name.to_owned(),
        kind: line.kind,
        operator: line.operator.clone(),
        lab: line.lab.clone(),
        region: line.region.clone(),
        reason: line.reason.clone(),
        doc: doc.to_owned(),
        base_url: line.base_url.clone(),
        ..Provider::default()
    }
}
