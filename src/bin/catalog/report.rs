//! `catalog/unjoined.md`: every row that found no model, so that nothing is dropped in silence.

use crate::build::place_name;
use crate::feeds::Part;
use crate::join::{Joined, Left, Why};
use crate::merge::Merged;
use crate::tables::Tables;
use llm_compare::identity::normalise;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The report, the same for the same feeds.
pub(crate) fn report(parts: &[Part], joined: &Joined, tables: &Tables, merged: &Merged) -> String {
    let mut text = String::from(
        "# Rows without a model\n\n\
         Written by `catalog build`. A row joins once its id normalises to the key of a model that a lab-level source \
         knows, or once `aliases.toml` says what it means.\n",
    );
    for part in parts {
        let of_part: Vec<&Left> = joined.left.iter().filter(|left| left.claim.origin.feed == part.name).collect();
        let rows = |why: Why| of_part.iter().filter(move |left| left.why == why).copied();
        if part.harvest.claims.is_empty() {
            continue;
        }
        let _ = write!(
            text,
            "\n## {}\n\n{} rows; {} are not language models; {} name a model no lab-level source knows; {} lack a fact \
             that every published model has; {} are about another release of their model.\n",
            part.name,
            part.harvest.claims.len(),
            rows(Why::NotALanguageModel).count(),
            rows(Why::NoModel).count(),
            rows(Why::NotPublishable).count(),
            rows(Why::OtherRelease).count(),
        );
        let rejected: Vec<_> = part.harvest.rejected.iter().map(|error| format!("- {}\n", error.inside())).collect();
        if !rejected.is_empty() {
            let _ = write!(text, "\n### Rejected\n\n{}", rejected.concat());
        }
        most_wanted(&mut text, rows(Why::NoModel));
        by_place(&mut text, "No such provider in providers.toml", rows(Why::NoProvider));
        by_place(&mut text, "No model", rows(Why::NoModel));
        by_place(&mut text, "Of another release", rows(Why::OtherRelease));
    }
    if !merged.unpublished.is_empty() {
        let lines = merged.unpublished.iter().map(|(slug, lacks)| format!("- `{slug}`: {}\n", lacks.join(", ")));
        let _ = write!(text, "\n## Models that are not published, for lack of\n\n{}", lines.collect::<String>());
    }
    if !merged.unnamed.is_empty() {
        let names: Vec<_> = merged.unnamed.iter().map(|name| format!("- {name}\n")).collect();
        let _ = write!(text, "\n## Benchmarks that benchmarks.toml does not have\n\n{}", names.concat());
    }
    let lost = tables.aliases.iter().filter(|(_, line)| !joined.models.contains_key(&line.to));
    let lost: Vec<_> = lost.map(|(from, line)| format!("- `{from}` → `{}`\n", line.to)).collect();
    if !lost.is_empty() {
        let _ = write!(text, "\n## Lines of aliases.toml that lead nowhere\n\n{}", lost.concat());
    }
    text
}

/// Keys that several providers list: one alias or one lab-level row would place them all.
fn most_wanted<'a>(text: &mut String, rows: impl Iterator<Item = &'a Left<'a>>) {
    let mut keys: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for left in rows {
        keys.entry(normalise(&left.claim.id)).or_default().insert(place_name(&left.claim.place));
    }
    let mut keys: Vec<_> = keys.into_iter().filter(|(_, places)| places.len() > 1).collect();
    keys.sort_by(|(a, left), (b, right)| right.len().cmp(&left.len()).then(a.cmp(b)));
    if keys.is_empty() {
        return;
    }
    text.push_str("\n### Keys at several providers\n\n");
    for (key, places) in keys {
        let _ = writeln!(text, "- `{key}`: {}", places.into_iter().collect::<Vec<_>>().join(", "));
    }
}

fn by_place<'a>(text: &mut String, heading: &str, rows: impl Iterator<Item = &'a Left<'a>>) {
    let mut places: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for left in rows {
        places.entry(place_name(&left.claim.place)).or_default().insert(&left.claim.id);
    }
    if places.is_empty() {
        return;
    }
    let _ = write!(text, "\n### {heading}, by provider\n\n");
    for (place, ids) in places {
        let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
        let _ = writeln!(text, "- {place} ({}): {}", ids.len(), ids.join(", "));
    }
}
