//! What a model's name has in common with those before and after it.

use super::snapshot::snapshot;
use super::words::is_number;

/// A key taken apart into what stays from release to release and what moves on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The words that say which kind and size of model it is: `claude sonnet`, `qwen vl 8b`. Models of one line follow
    /// each other.
    pub words: String,
    /// The numbers of its version, in the order in which they stand. Versions compare as lists do.
    pub version: Vec<Number>,
    /// The code of its snapshot, as [`Snapshot`](super::Snapshot) has it.
    pub snapshot: Option<String>,
}

/// A decimal number, which compares as one: 4.20 comes before 4.3.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    whole: u64,
    part: String,
}

impl Number {
    /// What stands before the point.
    pub const fn whole(&self) -> u64 {
        self.whole
    }
}

/// The line of a model with this key. Sizes such as `8b`, `a22b` and `32k` belong to its words; numbers that are glued to
/// a word (`qwen3`, `4.5v`, `4o`) to its version. A `v` before a number says only that it is a version.
pub fn line(key: &str) -> Line {
    let snapshot = snapshot(key);
    let name = snapshot.as_ref().map_or(key, |snapshot| &snapshot.family);
    let mut line = Line { snapshot: snapshot.as_ref().map(|snapshot| snapshot.code.clone()), ..Line::default() };
    for (at, word) in name.split('-').enumerate() {
        let kept = if is_measure(word) { word.to_owned() } else { take_numbers(word, &mut line.version) };
        if kept.is_empty() || (at > 0 && kept == "v" && word.strip_prefix('v').is_some_and(is_number)) {
            continue;
        }
        if !line.words.is_empty() {
            line.words.push(' ');
        }
        line.words.push_str(&kept);
    }
    line
}

/// `8b`, `2.4t`, `a22b`, `e4b`, `8x7b`, `128k`: a count of parameters or tokens.
fn is_measure(word: &str) -> bool {
    word.strip_suffix(['b', 't', 'm', 'k']).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
}

/// The letters of a word; its numbers go to `version`.
fn take_numbers(word: &str, version: &mut Vec<Number>) -> String {
    let numbers = word.split(|c: char| c.is_ascii_alphabetic()).map(|text| text.trim_matches('.'));
    version.extend(numbers.filter_map(number));
    word.chars().filter(char::is_ascii_alphabetic).collect()
}

fn number(text: &str) -> Option<Number> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    Some(Number { whole: whole.parse().ok()?, part: part.trim_end_matches('0').to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_line_are_all_but_version_and_snapshot() {
        for (key, words) in [
            ("claude-sonnet-4-5", "claude sonnet"),
            ("claude-3-7-sonnet", "claude sonnet"),
            ("gpt-4o-2024-11-20", "gpt o"),
            ("gpt-5.4-mini", "gpt mini"),
            ("gemini-2.5-flash-lite-preview-09-2025", "gemini flash lite preview"),
            ("gemini-1.5-flash-002", "gemini flash"),
            ("qwen3-235b-a22b-thinking-2507", "qwen 235b a22b thinking"),
            ("qwen2.5-vl-72b", "qwen vl 72b"),
            ("glm-4.5v", "glm v"),
            ("deepseek-v3.1-terminus", "deepseek terminus"),
            ("deepseek-r1-0528", "deepseek r"),
            ("mixtral-8x22b", "mixtral 8x22b"),
            ("phi-3-mini-128k", "phi mini 128k"),
            ("fugu-ultra-v1.1", "fugu ultra"),
            ("v0-1.5-md", "v md"),
            ("o3", "o"),
        ] {
            assert_eq!(line(key).words, words, "{key}");
        }
    }

    #[test]
    fn versions_compare_number_by_number_and_as_decimals() {
        for (earlier, later) in [
            ("claude-opus-4", "claude-opus-4-1"),
            ("claude-opus-4-8", "claude-opus-5"),
            ("grok-4.20", "grok-4.3"),
            ("qwen-max", "qwen3-max"),
            ("llama-3.3-nemotron-super-49b-v1", "llama-3.3-nemotron-super-49b-v1.5"),
            ("gemini-1.5-flash", "gemini-1.5-flash-002"),
            ("qwen3.5-plus-2026-04-20", "qwen3.6-plus"),
        ] {
            assert!(line(earlier).version < line(later).version, "{earlier} {later}");
        }
        assert_eq!(line("step-3").version, line("step3").version);
        assert_eq!(line("nova-2.0").version, line("nova-2").version);
        assert_eq!(line("kimi-k2-0905").snapshot.as_deref(), Some("0905"));
    }
}
