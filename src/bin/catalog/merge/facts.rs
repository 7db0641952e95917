//! Facts of a model: the first source that states one wins, the others agree with it or dispute it.

use crate::claims::{Claim, Says};
use crate::join::contradicts;
use llm_compare::catalog::{Architecture, Fact, Facts, Reasoning, ReasoningMode};
use llm_compare::units::PartialDate;

/// All facts that the rows state of the model `slug`, by the order of the rows.
pub(super) fn facts(slug: &str, rows: &[&Claim]) -> Facts {
    let total = decide(rows, |says| says.parameters_total);
    let active = decide(rows, |says| says.parameters_active);
    Facts {
        released: released(slug, rows),
        context_tokens: decide(rows, |says| says.context),
        max_input_tokens: decide(rows, |says| says.max_input),
        max_output_tokens: decide(rows, |says| says.max_output),
        architecture: architecture(total.as_ref(), active.as_ref()),
        parameters_total: total,
        parameters_active: active,
        open_weights: decide(rows, |says| says.open_weights),
        hf_id: decide(rows, |says| says.hf_id.clone()),
        licence: decide(rows, |says| says.licence.clone()),
        knowledge_cutoff: decide(&openrouter_first(rows), |says| says.cutoff.clone()),
        modalities_in: decide(rows, |says| says.modalities_in.clone()),
        modalities_out: decide(rows, |says| says.modalities_out.clone()),
        reasoning: decide_reasoning(rows),
        cache_min_tokens: None,
    }
}

/// A day that the id itself contradicts is no statement. OpenRouter's is the day it listed the model: it stands in for
/// a day of release that nobody names, but disputes none.
fn released(slug: &str, rows: &[&Claim]) -> Option<Fact<PartialDate>> {
    let mut fact = decide(rows, |says| says.released.filter(|day| !contradicts(slug, *day)))?;
    fact.disputed.retain(|claim| claim.source != "openrouter");
    Some(fact)
}

/// The first statement, with who agrees and who says otherwise. A source counts once, with its first word.
pub(super) fn decide<T: PartialEq>(rows: &[&Claim], stated: impl Fn(&Says) -> Option<T>) -> Option<Fact<T>> {
    let mut fact: Option<Fact<T>> = None;
    let mut heard: Vec<&str> = Vec::new();
    for claim in rows {
        let source = claim.origin.source.as_str();
        let Some(value) = stated(&claim.says).filter(|_| !heard.contains(&source)) else { continue };
        heard.push(source);
        match &mut fact {
            None => fact = Some(Fact::new(value, source, claim.origin.as_of)),
            Some(fact) if fact.value.as_ref() == Some(&value) => fact.agree.push(source.to_owned()),
            Some(fact) => fact.disputed.push(llm_compare::catalog::Claim { value, source: source.to_owned() }),
        }
    }
    fact
}

/// OpenRouter names the cutoff with more care than the lists.
fn openrouter_first<'a>(rows: &[&'a Claim]) -> Vec<&'a Claim> {
    let (mut first, rest): (Vec<_>, Vec<_>) = rows.iter().partition(|claim| claim.origin.source == "openrouter");
    first.extend(rest);
    first
}

/// Fewer active than total parameters is a mixture of experts. Equal or unknown counts say nothing here: no source of
/// ours writes the active count of a dense model.
fn architecture(total: Option<&Fact<u64>>, active: Option<&Fact<u64>>) -> Option<Fact<Architecture>> {
    let (total, active) = (total?, active?);
    let mixture = active.value? < total.value?;
    mixture.then(|| Fact::new(Architecture::MixtureOfExperts, active.source.clone(), active.as_of))
}

/// Reasoning can be described more or less fully: the fullest description wins over an earlier bare "it reasons", and
/// OpenRouter's "mandatory" settles a mode that the others leave open. Descriptions of unlike detail do not dispute.
fn decide_reasoning(rows: &[&Claim]) -> Option<Fact<Reasoning>> {
    use ReasoningMode::{Mandatory, None as Never, Unspecified};
    let stated = || rows.iter().filter_map(|claim| Some((claim, claim.says.reasoning.as_ref()?)));
    let (first_claim, first) = stated().next()?;
    if first.mode == Never {
        return Some(Fact::new(first.clone(), first_claim.origin.source.clone(), first_claim.origin.as_of));
    }
    let detailed = |said: &Reasoning| said.mode != Unspecified || !said.efforts.is_empty() || said.budget;
    let (claim, said) = stated().find(|(_, said)| said.mode != Never && detailed(said)).unwrap_or((first_claim, first));
    let mut fact = Fact::new(said.clone(), claim.origin.source.clone(), claim.origin.as_of);
    if let Some(value) = fact.value.as_mut().filter(|value| value.mode == Unspecified)
        && let Some((other, _)) = stated().find(|(_, said)| said.mode == Mandatory)
    {
        value.mode = Mandatory;
        fact.agree.extend(Some(other.origin.source.clone()).filter(|source| *source != fact.source));
    }
    Some(fact)
}
