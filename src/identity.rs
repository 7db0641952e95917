//! From the many spellings of a model id to one key.
//!
//! A provider writes `us.anthropic.claude-sonnet-4-5-20250929-v1:0`, `accounts/fireworks/models/glm-5p2` or
//! `Claude 4.5 Sonnet (Thinking)`; the key says which model is meant, and what else the spelling said (a region, a
//! quantisation, a speed or thinking variant) is kept beside it. The slug of a model is its key, so whatever spelling
//! a link carries, its key finds the model.
//!
//! Invariants: a key consists of `[a-z0-9.-]`, is the same for every case of its spelling, and is its own key.
//! Snapshot dates belong to the key: `gpt-4o-2024-11-20` is not `gpt-4o`.

mod family;
mod line;
mod snapshot;
mod words;

pub use line::{Line, Number, line};
pub use snapshot::{Snapshot, snapshot};

/// What a spelling of a model id says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Which model.
    pub key: String,
    /// A speed, effort, thinking or free variant of it.
    pub variant: Option<String>,
    /// The region a request is bound to.
    pub region: Option<String>,
    /// Precision of the weights.
    pub quantization: Option<String>,
}

/// The key of a spelling: [`identify`] without the rest.
pub fn normalise(raw: &str) -> String {
    identify(raw).key
}

/// Takes a spelling apart.
pub fn identify(raw: &str) -> Identity {
    let mut found = Identity { key: raw.to_ascii_lowercase().replace("%2f", "/"), ..Identity::default() };
    // What one pass drops may uncover more, as in `us.anthropic.claude-…`; every pass shortens or leaves the key.
    for _ in 0..8 {
        let before = found.key.clone();
        pass(&mut found);
        if found.key == before {
            break;
        }
    }
    found
}

fn pass(found: &mut Identity) {
    let path = found.key.trim_matches(|c: char| c == '/' || c.is_whitespace()).to_owned();
    let name = path.rsplit('/').next().unwrap_or_default();
    let mut parts = name.split(':');
    let (base, at) = split_at_sign(parts.next().unwrap_or_default());
    let mut text = drop_dotted_prefixes(base, found);
    match at {
        Some("default") | None => {}
        Some(word) if words::is_region(word) => found.region = Some(word.to_owned()),
        Some(word) => text = format!("{text}-{word}"),
    }
    for suffix in parts {
        text = colon_suffix(text, suffix, found);
    }
    let mut words = words::split(&text);
    words::drop_vendor(&mut words);
    words::join_versions(&mut words);
    words::drop_tags(&mut words, found);
    snapshot::unify(&mut words);
    family::order(&mut words, found);
    found.key = words.join("-");
}

/// `claude-opus-4@20250514` → the name and what follows the sign; a sign in front belongs to a path.
fn split_at_sign(name: &str) -> (&str, Option<&str>) {
    match name.split_once('@') {
        Some((base, at)) if !base.is_empty() => (base, Some(at)),
        _ => (name, None),
    }
}

/// Drops `us.`, `anthropic.` and the like. A vendor that is also the family's name stays: `deepseek.r1` is DeepSeek R1.
fn drop_dotted_prefixes(mut name: &str, found: &mut Identity) -> String {
    while let Some((prefix, rest)) = name.split_once('.') {
        let region = words::is_region(prefix);
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) || !(region || words::is_vendor(prefix)) {
            break;
        }
        if region {
            found.region = Some(prefix.to_owned());
        } else if words::is_family(prefix) && !words::is_family(rest) {
            return format!("{prefix}-{rest}");
        }
        name = rest;
    }
    name.to_owned()
}

/// What follows a colon: a version of the wrapper (`-v1:0`), a size (`gpt-oss:120b`), or a variant (`:free`).
fn colon_suffix(text: String, suffix: &str, found: &mut Identity) -> String {
    let digits = suffix.bytes().all(|b| b.is_ascii_digit());
    let size = suffix.strip_suffix("-cloud").unwrap_or(suffix);
    if suffix.is_empty() || suffix == "latest" || suffix == "cloud" {
        text
    } else if digits {
        let wrapper = text.rsplit_once('-').filter(|(_, last)| matches!(*last, "v1" | "v2" | "1"));
        wrapper.map(|(head, _)| head.to_owned()).unwrap_or(text)
    } else if words::is_size(size) {
        format!("{text}-{size}")
    } else {
        words::add_variant(found, suffix);
        text
    }
}

#[cfg(test)]
mod tests;
