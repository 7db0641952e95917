//! Display names.

use crate::claims::Claim;
use llm_compare::catalog::Model;
use llm_compare::identity::snapshot;
use std::collections::BTreeMap;

/// The longest name there can be; a longer one is something else.
const LONGEST: usize = 120;

/// The first name, without what only says how it is served.
pub(super) fn of(rows: &[&Claim]) -> Option<String> {
    let short = |name: &&str| name.chars().count() <= LONGEST;
    let name: String =
        rows.iter().find_map(|claim| claim.says.name.as_deref().filter(short))?.chars().filter(shows).collect();
    const TAGS: [&str; 5] = ["(latest)", "(Latest)", "Latest", "(free)", "(Fast)"];
    let name = name.rsplit('/').next().unwrap_or(&name);
    let name = TAGS.iter().fold(name.trim(), |name, tag| name.trim_end_matches(tag).trim_end());
    (!name.is_empty()).then(|| name.to_owned())
}

/// Whether a character is seen where it stands: no control, and nothing that turns the direction of the text around it.
fn shows(character: &char) -> bool {
    let turns = matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !character.is_control() && !turns
}

/// Two models never share a name: where feeds give them one, each gets its snapshot code, or else its slug, in
/// brackets.
pub(crate) fn make_unique(models: &mut [Model]) {
    for bracket in [snapshot_code, slug] {
        let mut count: BTreeMap<String, u32> = BTreeMap::new();
        for model in models.iter() {
            *count.entry(model.name.to_lowercase()).or_default() += 1;
        }
        for model in models.iter_mut().filter(|m| count.get(&m.name.to_lowercase()).is_some_and(|n| *n > 1)) {
            if let Some(code) = bracket(model) {
                model.name = format!("{} ({code})", model.name);
            }
        }
    }
}

fn snapshot_code(model: &Model) -> Option<String> {
    snapshot(&model.id).map(|snapshot| snapshot.code)
}

fn slug(model: &Model) -> Option<String> {
    Some(model.id.clone())
}
