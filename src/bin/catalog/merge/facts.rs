//! Facts of a model: the first source that states one wins, the others agree with it or dispute it.

use super::parameters;
use super::released::released;
use crate::claims::{Claim, Place, Says};
use crate::join::{Group, other_release};
use crate::tables::Tables;
use llm_compare::catalog::{Cutoff, Fact, Facts, Licence, LicenceClass, Reasoning, ReasoningMode};
use llm_compare::units::{PartialDate, Tokens};

/// Id of the source of what a model's own name states. The day of such a word is the day of the newest feed.
pub(super) const NAME: &str = "model-name";

/// All facts that the rows state of the model `slug`, by the order of the rows, and what people have read. The window may
/// be the word of hosts where nobody else has one.
pub(super) fn facts(slug: &str, group: &Group, hosts: &[&Claim], tables: &Tables) -> Facts {
    let rows = &group.lab_level();
    let corrected = tables.corrections.of_model(slug);
    let mut released = released(slug, rows, tables);
    if let Some((day, page)) = corrected.and_then(|(line, page)| Some((line.released?, page))) {
        released = Some(page.states(day, released));
    }
    let rows = &of_this_release(rows, released.as_ref());
    // Nobody has read what was written after the release.
    let day = released.as_ref().and_then(|fact| fact.value).map(PartialDate::first_day);
    let before = |cutoff: &Cutoff| day.is_none_or(|day| cutoff.value.first_day() <= day);
    let mut facts = Facts {
        released,
        context_tokens: context(&group.without_hosts(), hosts),
        max_input_tokens: decide(rows, |says| says.max_input),
        max_output_tokens: decide(rows, |says| says.max_output),
        open_weights: decide(rows, |says| says.open_weights),
        hf_id: decide(rows, |says| says.hf_id.clone()),
        knowledge_cutoff: decide(&openrouter_first(rows), |says| says.cutoff.clone().filter(|cutoff| before(cutoff))),
        modalities_in: decide(rows, |says| says.modalities_in.clone()),
        modalities_out: decide(rows, |says| says.modalities_out.clone()),
        reasoning: decide_reasoning(rows),
        cache_min_tokens: decide(rows, |says| says.cache_min),
        ..Facts::default()
    };
    facts.licence = licence(slug, rows, facts.open_weights.as_ref(), tables);
    parameters::fill(&mut facts, slug, rows, tables);
    if let Some((tokens, page)) = corrected.and_then(|(line, page)| Some((line.context_tokens?, page))) {
        facts.context_tokens = Some(page.states(tokens, facts.context_tokens.take()));
    }
    facts
}

/// The window as lab-level rows state it, else the widest that anybody who runs the model offers.
fn context(lab_level: &[&Claim], hosts: &[&Claim]) -> Option<Fact<Tokens>> {
    let widest = |stated: fn(&Says) -> Option<Tokens>| {
        let widest = hosts.iter().filter_map(|claim| stated(&claim.says)).max()?;
        decide(hosts, |says| stated(says).filter(|window| *window == widest))
    };
    decide(lab_level, |says| says.context)
        .or_else(|| decide(lab_level, |says| says.window))
        .or_else(|| widest(|says| says.context))
        .or_else(|| widest(|says| says.window))
}

/// Collections name models loosely: what was released at another time is another model of that name.
fn of_this_release<'a>(rows: &[&'a Claim], released: Option<&Fact<PartialDate>>) -> Vec<&'a Claim> {
    let ours = released.and_then(|fact| fact.value);
    let other = |claim: &Claim| ours.zip(claim.says.released).is_some_and(|(a, b)| other_release(a, b));
    rows.iter().copied().filter(|claim| !(matches!(claim.place, Place::Record(_)) && other(claim))).collect()
}

/// What a feed names, unless people have read better. "Proprietary" is no word on published weights.
fn licence(slug: &str, rows: &[&Claim], open_weights: Option<&Fact<bool>>, tables: &Tables) -> Option<Fact<Licence>> {
    let open = open_weights.and_then(|fact| fact.value) == Some(true);
    let named = decide(rows, |says| tables.licences.by_name(says.licence.as_deref()?))
        .filter(|fact| !(open && fact.value.as_ref().is_some_and(|licence| licence.class == LicenceClass::Closed)));
    if let Some((licence, page)) = tables.licences.correction(slug) {
        return Some(page.states(licence, named));
    }
    named.or_else(|| tables.licences.of_model(slug).map(|(licence, page)| page.states(licence, None)))
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
