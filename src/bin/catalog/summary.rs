//! What a build tells in short: what became of each feed's rows, and how much there is.

use crate::feeds::Part;
use crate::join::{Left, Why};
use crate::write::Catalogue;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A few lines for the terminal.
pub(crate) fn summary(parts: &[Part], left: &[Left], catalogue: &Catalogue) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{:<24} {:>6} {:>7} {:>10} {:>9}", "feed", "rows", "joined", "not used", "left over");
    for part in parts.iter().filter(|part| !part.harvest.claims.is_empty()) {
        let (other, left): (Vec<&Left>, Vec<&Left>) = left
            .iter()
            .filter(|left| left.claim.origin.feed == part.name)
            .partition(|left| matches!(left.why, Why::NotALanguageModel | Why::NotUsed));
        let rows = part.harvest.claims.len();
        let joined = rows - other.len() - left.len();
        let _ = writeln!(text, "{:<24} {rows:>6} {joined:>7} {:>10} {:>9}", part.name, other.len(), left.len());
    }
    let Catalogue { models, providers, benchmarks, .. } = catalogue;
    let routes: usize = models.iter().map(|model| model.routes.len()).sum();
    let _ = writeln!(text, "{} models, {routes} routes, {} providers", models.len(), providers.providers.len());
    let scores: usize = models.iter().map(|model| model.scores.len()).sum();
    let scored = models.iter().filter(|model| !model.scores.is_empty()).count();
    let _ = writeln!(text, "{scores} scores of {scored} models on {} benchmarks", benchmarks.benchmarks.len());
    let mut counts = BTreeMap::new();
    for route in models.iter().flat_map(|model| &model.routes) {
        *counts.entry(route.status).or_insert(0_u32) += 1;
    }
    for (status, count) in counts {
        let _ = writeln!(text, "  {count:>5} {}", status.word());
    }
    text
}
