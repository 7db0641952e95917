//! How a model was run, in one spelling for all lists of results.

/// Efforts and modes by the words that lists write for them.
const WORDS: [(&str, &str); 17] = [
    ("chat", "non-thinking"),
    ("enabled", "thinking"),
    ("fc", "function calling"),
    ("high", "high"),
    ("low", "low"),
    ("max", "max"),
    ("med", "medium"),
    ("medium", "medium"),
    ("minimal", "minimal"),
    ("non-think", "non-thinking"),
    ("non-thinking", "non-thinking"),
    ("none", "none"),
    ("prompt", "prompt"),
    ("reasoner", "thinking"),
    ("thinking", "thinking"),
    ("x-high", "xhigh"),
    ("xhigh", "xhigh"),
];

/// Words that leave open how it was run, or that another column says better.
const EMPTY: [&str; 7] = ["default", "diff", "think", "tokens", "udiff", "unknown", "whole"];

/// `High, 120k thinking` → `high, 120K`; `no think` → `non-thinking`; empty where the words leave it open. `None` where
/// one of them says something else: such brackets belong to the name of the model.
pub(super) fn effort(words: &str) -> Option<String> {
    let words = words.to_lowercase().replace("no think", "non-think").replace(" steps", "-steps");
    let mut said: Vec<String> = Vec::new();
    for word in words.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|word| !word.is_empty()) {
        let number = |unit: &str| word.strip_suffix(unit).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        if let Some((_, effort)) = WORDS.iter().find(|(written, _)| *written == word) {
            said.push((*effort).to_owned());
        } else if let Some(thousands) = number("k") {
            said.push(format!("{thousands}K"));
        } else if let Some(steps) = number("-steps") {
            said.push(format!("{steps} steps"));
        } else if !EMPTY.contains(&word) {
            return None;
        }
    }
    // What has an effort or a budget thinks, or does not.
    if said.iter().any(|word| word.ends_with('K') || matches!(word.as_str(), "none" | "low" | "medium" | "high")) {
        said.retain(|word| word != "thinking");
    }
    said.dedup();
    Some(said.join(", "))
}

/// Takes the effort in brackets off the end of a name: `gpt-5 (high)` → `gpt-5` and `high`.
pub(super) fn split_effort(name: &str) -> (&str, Option<String>) {
    let bracket = || {
        let (model, words) = name.trim_end().strip_suffix(')')?.rsplit_once('(')?;
        Some((model.trim_end(), effort(words)?))
    };
    match bracket() {
        Some((model, effort)) => (model, Some(effort).filter(|effort| !effort.is_empty())),
        None => (name.trim_end(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn efforts_have_one_spelling_and_other_brackets_stay_with_the_name() {
        for (name, model, effort) in [
            ("gpt-5 (high)", "gpt-5", Some("high")),
            ("GPT-5.5 (xHigh)", "GPT-5.5", Some("xhigh")),
            ("GPT-5.2 (X-High)", "GPT-5.2", Some("xhigh")),
            ("Claude Opus 4.6 (High, 120k thinking)", "Claude Opus 4.6", Some("high, 120K")),
            ("Opus 4.5 (Thinking, None)", "Opus 4.5", Some("none")),
            ("claude-opus-4-20250514 (32k thinking tokens)", "claude-opus-4-20250514", Some("32K")),
            ("claude-opus-4-20250514 (no think)", "claude-opus-4-20250514", Some("non-thinking")),
            ("gemini-2.5-pro (default think)", "gemini-2.5-pro", None),
            ("GLM-4.6 (FC thinking)", "GLM-4.6", Some("function calling, thinking")),
            ("claude-sonnet-4 (50 steps)", "claude-sonnet-4", Some("50 steps")),
            ("DeepSeek R1 (0528)", "DeepSeek R1 (0528)", None),
            ("Gemini 3 Pro (Preview)", "Gemini 3 Pro (Preview)", None),
            ("o3", "o3", None),
        ] {
            assert_eq!(split_effort(name), (model, effort.map(str::to_owned)), "{name}");
        }
    }
}
