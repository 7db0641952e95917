//! Families whose ids need a rule of their own.

use super::Identity;
use super::snapshot::{is_day, is_month, is_year};
use super::words::{add_variant, is_number};

/// The tiers of Claude, which some write without the family's name.
const TIERS: [&str; 5] = ["fable", "haiku", "mythos", "opus", "sonnet"];

/// Brings the words of one family into the order its lab uses.
pub(super) fn order(words: &mut Vec<String>, found: &mut Identity) {
    if words.first().is_some_and(|word| TIERS.contains(&word.as_str())) {
        words.insert(0, "claude".to_owned());
    }
    match words.first().map(String::as_str) {
        Some("claude") => claude(words),
        // The number of a build, not of a model.
        Some("gemini") => words.retain(|word| word != "001"),
        Some("grok") => grok(words, found),
        // The wrapper's version, not the model's.
        Some("nova") => words.retain(|word| word != "v1"),
        // Llama 4's ids count experts and active parameters as their publisher pleases.
        Some("llama") if words.iter().any(|word| word == "scout" || word == "maverick") => {
            words.retain(|word| !matches!(word.as_str(), "16e" | "128e" | "17b"));
        }
        _ => {}
    }
}

/// `claude-4.5-sonnet`, `claude-sonnet-4.5` and `claude-sonnet-4-5` are one; up to version 3 the number comes first.
/// Dates are written in one word, as Anthropic does.
fn claude(words: &mut Vec<String>) {
    let is_tier = |word: &str| word == "instant" || TIERS.contains(&word);
    let mut words_left: Vec<String> = words.drain(..).skip(1).filter(|word| word != "v1").collect();
    let mut take = |test: &dyn Fn(&str) -> bool| {
        let at = words_left.iter().position(|word| test(word))?;
        Some(words_left.remove(at))
    };
    let tier = take(&is_tier);
    let version = take(&|word| is_number(word) && word.split('.').all(|part| part.len() == 1));
    let version = version.map(|v| v.strip_suffix(".0").unwrap_or(&v).replace('.', "-"));
    words.push("claude".to_owned());
    if version.as_deref().is_some_and(|v| v < "4") {
        words.extend(version.into_iter().chain(tier));
    } else {
        words.extend(tier.into_iter().chain(version));
    }
    join_dates(&words_left, words);
}

fn join_dates(mut from: &[String], to: &mut Vec<String>) {
    loop {
        match from {
            [year, month, day, rest @ ..] if is_year(year) && is_month(month) && is_day(day) => {
                to.push(format!("{year}{month}{day}"));
                from = rest;
            }
            [word, rest @ ..] => {
                to.push(word.clone());
                from = rest;
            }
            [] => return,
        }
    }
}

/// xAI sells one model with and without reasoning under two ids.
fn grok(words: &mut Vec<String>, found: &mut Identity) {
    let Some(at) = words.iter().position(|word| word == "reasoning") else { return };
    let without = at.checked_sub(1).filter(|before| words.get(*before).is_some_and(|word| word == "non"));
    words.drain(without.unwrap_or(at)..=at);
    add_variant(found, if without.is_some() { "non-reasoning" } else { "reasoning" });
}
