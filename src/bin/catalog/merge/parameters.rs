//! How many parameters a model has.

use super::facts::NAME;
use crate::claims::Claim;
use crate::tables::Tables;
use llm_compare::catalog::{Architecture, Fact, Facts};

/// Sources by how well they count.
const SOURCES: [&str; 3] = ["epoch-models", "openrouter", "llmstats"];

/// Epoch AI looks at the weights; of others, two that differ cancel out.
const COUNTS_BEST: &str = "epoch-models";

/// Fills in the counts and what follows from them.
pub(super) fn fill(facts: &mut Facts, slug: &str, rows: &[&Claim], tables: &Tables) {
    let (named_total, named_active) = sizes(slug);
    let named = |size: Option<u64>| size.map(|size| Fact::new(size, NAME, tables.newest()));
    facts.parameters_total = count(rows, |claim| claim.says.parameters_total).or_else(|| named(named_total));
    facts.parameters_active = count(rows, |claim| claim.says.parameters_active).or_else(|| named(named_active));
    if let Some((line, page)) = tables.corrections.of_model(slug) {
        let states = |value: Option<u64>, feeds: Option<Fact<u64>>| match value {
            Some(value) => Some(page.states(value, feeds)),
            None => feeds,
        };
        facts.parameters_total = states(line.parameters_total, facts.parameters_total.take());
        facts.parameters_active = states(line.parameters_active, facts.parameters_active.take());
        facts.architecture = line.architecture.map(|architecture| page.states(architecture, None));
    }
    if facts.architecture.is_none() {
        facts.architecture = architecture(facts.parameters_total.as_ref(), facts.parameters_active.as_ref());
    }
}

/// The count of the best source that states one. Within a tenth is agreement: some round, some count embeddings.
fn count(rows: &[&Claim], stated: impl Fn(&Claim) -> Option<u64>) -> Option<Fact<u64>> {
    let mut fact: Option<Fact<u64>> = None;
    for source in SOURCES {
        let mut said = rows.iter().filter(|claim| claim.origin.source == source);
        let Some((claim, count)) = said.find_map(|claim| Some((claim, stated(claim)?))) else { continue };
        match &mut fact {
            None => fact = Some(Fact::new(count, source, claim.origin.as_of)),
            Some(fact) if fact.value.is_some_and(|best| near(best, count)) => fact.agree.push(source.to_owned()),
            Some(fact) => {
                fact.disputed.push(llm_compare::catalog::Claim { value: count, source: source.to_owned() });
            }
        }
    }
    fact.filter(|fact| fact.disputed.is_empty() || fact.source == COUNTS_BEST)
}

fn near(a: u64, b: u64) -> bool {
    a.abs_diff(b) <= a.max(b) / 10
}

/// `qwen3-235b-a22b` → 235 and 22 billion. Several sizes in one name, as of experts, count as none.
fn sizes(slug: &str) -> (Option<u64>, Option<u64>) {
    let words = || slug.split('-');
    let mut totals = words().filter_map(size);
    let total = totals.next().filter(|_| totals.next().is_none());
    let active = words().filter_map(|word| size(word.strip_prefix('a')?)).next();
    (total, active.filter(|active| total.is_some_and(|total| *active < total)))
}

/// `0.6b` → 600 million.
fn size(word: &str) -> Option<u64> {
    let (number, unit) = word.split_at_checked(word.len().checked_sub(1)?)?;
    let zeros = match unit {
        "m" => 6,
        "b" => 9,
        "t" => 12,
        _ => return None,
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || part.len() > 3 || !digits(whole) || !digits(part) {
        return None;
    }
    format!("{whole}{part:0<zeros$}").parse().ok().filter(|size| *size > 0)
}

/// Fewer active than total parameters is a mixture of experts. Equal or unknown counts say nothing here: no source of
/// ours writes the active count of a dense model.
fn architecture(total: Option<&Fact<u64>>, active: Option<&Fact<u64>>) -> Option<Fact<Architecture>> {
    let (total, active) = (total?, active?);
    let mixture = active.value? < total.value?;
    mixture.then(|| Fact::new(Architecture::MixtureOfExperts, active.source.clone(), active.as_of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_states_one_size_or_none() {
        const B: u64 = 1_000_000_000;
        for (slug, expected) in [
            ("qwen3-235b-a22b", (Some(235 * B), Some(22 * B))),
            ("qwen3-0.6b", (Some(600_000_000), None)),
            ("gpt-oss-120b", (Some(120 * B), None)),
            ("kimi-1t-a32b", (Some(1000 * B), Some(32 * B))),
            ("mixtral-8x7b", (None, None)),
            ("gemma-3n-e4b", (None, None)),
            ("merge-8b-70b", (None, None)),
            ("claude-3-5-sonnet", (None, None)),
            ("b", (None, None)),
        ] {
            assert_eq!(sizes(slug), expected, "{slug}");
        }
    }
}
