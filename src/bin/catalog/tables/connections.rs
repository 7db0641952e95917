//! The part of `providers.toml` that says how providers are reached where the feed is silent or wrong.

use crate::claims::Offer;
use llm_compare::catalog::Dialect;
use serde::Deserialize;
use std::collections::BTreeMap;

/// How one provider is reached. What stands here wins over the feed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConnectionLine {
    pub(crate) dialect: Option<Dialect>,
    pub(crate) base_url: Option<String>,
    pub(crate) key: Option<String>,
    #[serde(default)]
    routes: Vec<RouteLine>,
    #[expect(dead_code, reason = "every line must have one; it is read by people")]
    doc: String,
}

/// How some of its routes are reached, all of it: the feed's word on them does not count.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RouteLine {
    /// Those that the feed gives this format.
    feed: Option<Dialect>,
    /// Those whose id begins so.
    #[serde(default)]
    begins: Vec<String>,
    dialect: Dialect,
    /// Absent where it is the provider's.
    base_url: Option<String>,
}

/// By provider id.
pub(crate) type Connections = BTreeMap<String, ConnectionLine>;

/// The format and the base address of a route, where somebody says that they are its own. The first line that fits decides.
pub(crate) fn of_route<'a>(
    lines: &'a Connections,
    provider: &str,
    id: &str,
    offer: &'a Offer,
) -> (Option<Dialect>, Option<&'a str>) {
    let fits = |line: &&RouteLine| {
        let by_feed = line.feed.is_some() && line.feed == offer.dialect;
        by_feed || line.begins.iter().any(|begin| id.starts_with(begin.as_str()))
    };
    match lines.get(provider).and_then(|line| line.routes.iter().find(fits)) {
        Some(line) => (Some(line.dialect), line.base_url.as_deref()),
        None => (offer.dialect, offer.base_url.as_deref()),
    }
}
