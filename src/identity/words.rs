//! The words of a model id: which of them name the model, and which say something else.

use super::Identity;

/// Makers and platforms that stand in front of a model's name.
const VENDORS: [&str; 46] = [
    "ai21",
    "alibaba",
    "alicloud",
    "amazon",
    "anthropic",
    "arcee",
    "aws",
    "azure",
    "baidu",
    "bedrock",
    "cerebras",
    "coding",
    "cohere",
    "databricks",
    "deepseek",
    "fireworks",
    "google",
    "groq",
    "hf",
    "huggingface",
    "inclusionai",
    "lgai",
    "meta",
    "microsoft",
    "minimax",
    "minimaxai",
    "mistral",
    "mistralai",
    "moonshot",
    "moonshotai",
    "nvidia",
    "openai",
    "qwen",
    "sap",
    "siliconflow",
    "snowflake",
    "stepfun",
    "tencent",
    "thudm",
    "together",
    "vertex",
    "writer",
    "x-ai",
    "xai",
    "xiaomi",
    "zai",
];

/// Vendors of two words.
const VENDOR_PAIRS: [(&str, &str); 11] = [
    ("aion", "labs"),
    ("bytedance", "seed"),
    ("deepseek", "ai"),
    ("duo", "chat"),
    ("meta", "llama"),
    ("moonshot", "ai"),
    ("nex", "agi"),
    ("stepfun", "ai"),
    ("x", "ai"),
    ("z", "ai"),
    ("zai", "org"),
];

/// How the names of model families begin. A vendor in front of anything else may be part of the name.
const FAMILIES: [&str; 43] = [
    "aion",
    "claude",
    "codestral",
    "command",
    "deepseek",
    "devstral",
    "ernie",
    "exaone",
    "fable",
    "gemini",
    "gemma",
    "glm",
    "gpt",
    "grok",
    "haiku",
    "hunyuan",
    "jamba",
    "kimi",
    "ling",
    "llama",
    "magistral",
    "mimo",
    "minimax",
    "ministral",
    "mistral",
    "mixtral",
    "nemotron",
    "nova",
    "o1",
    "o3",
    "o4",
    "opus",
    "palmyra",
    "phi",
    "pixtral",
    "qwen",
    "qwq",
    "ring",
    "seed",
    "sonnet",
    "step",
    "trinity",
    "voxtral",
];

const REGIONS: [&str; 10] = ["apac", "au", "ca", "eu", "global", "jp", "sgp", "uk", "us", "us-gov"];

/// Families that are written with a dash before the version: `llama3.3` is `llama-3.3`.
const DASHED: [&str; 11] =
    ["claude", "gemini", "gemma", "glm", "gpt", "grok", "haiku", "llama", "opus", "phi", "sonnet"];

const QUANTIZATIONS: [&str; 19] = [
    "4bit",
    "8bit",
    "awq",
    "bf16",
    "fp16",
    "fp4",
    "fp8",
    "gguf",
    "gptq",
    "int4",
    "int8",
    "mlx",
    "mxfp4",
    "nvfp4",
    "q4",
    "q8",
    "quantized",
    "w4a16",
    "w8a8",
];

/// Words that say nothing about which model it is.
const EMPTY: [&str; 9] = ["cs", "default", "hf", "instruct", "it", "latest", "maas", "tee", "versatile"];

/// Words that name a way of serving the model.
const VARIANTS: [&str; 13] = [
    "customtools",
    "flex",
    "free",
    "high",
    "highspeed",
    "low",
    "minimal",
    "nitro",
    "nothinking",
    "thinkingoff",
    "ultraspeed",
    "xhigh",
    "exacto",
];

pub(super) fn is_region(word: &str) -> bool {
    REGIONS.contains(&word)
}

pub(super) fn is_vendor(word: &str) -> bool {
    VENDORS.contains(&word)
}

/// A count of parameters: `70b`, `1t`, `0.6b`.
pub(super) fn is_size(word: &str) -> bool {
    word.strip_suffix(['b', 't', 'm']).is_some_and(is_number)
}

/// Digits with at most one point inside.
pub(super) fn is_number(word: &str) -> bool {
    let (whole, part) = word.split_once('.').unwrap_or((word, "0"));
    [whole, part].iter().all(|s| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit()))
}

/// Records a variant; several are joined by a dash.
pub(super) fn add_variant(found: &mut Identity, word: &str) {
    let word: String = split(word).join("-");
    let variant = found.variant.take();
    found.variant = match variant {
        Some(known) if word.is_empty() || known.split('-').any(|w| w == word) => Some(known),
        Some(known) => Some(format!("{known}-{word}")),
        None => Some(word).filter(|w| !w.is_empty()),
    };
}

/// Words of `[a-z0-9.]` that neither begin nor end with a point.
pub(super) fn split(text: &str) -> Vec<String> {
    let separators = |c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.');
    text.split(separators).map(|word| word.trim_matches('.').to_owned()).filter(|word| !word.is_empty()).collect()
}

/// Drops `anthropic--`, `zai-org-` and the like in front of a family's name.
pub(super) fn drop_vendor(words: &mut Vec<String>) {
    let length = match words.as_slice() {
        [a, b, next, ..] if VENDOR_PAIRS.contains(&(a.as_str(), b.as_str())) && is_family(next) => 2,
        // Nvidia's Mistral Nemotron, for one, carries a name in front that is not its vendor's.
        [a, next, ..] if a == "mistral" && next == "nemotron" => 0,
        [a, next, ..] if is_vendor(a) && is_family(next) => 1,
        _ => 0,
    };
    words.drain(..length);
}

/// Whether a word begins as the names of a family do.
pub(super) fn is_family(word: &str) -> bool {
    FAMILIES.iter().any(|family| word.starts_with(family))
}

/// One spelling for versions: `3p1`, `3-1` and `3.1`; `llama3.3` and `llama-3.3`; `qwen-2.5` and `qwen2.5`.
pub(super) fn join_versions(words: &mut Vec<String>) {
    let mut joined: Vec<String> = Vec::with_capacity(words.len() + 1);
    for word in words.drain(..) {
        let word = point_for_p(&word);
        match joined.last_mut() {
            Some(last) if ends_in_lone_digit(last) && word.len() == 1 && is_number(&word) => {
                last.push('.');
                last.push_str(&word);
            }
            Some(last) if last == "qwen" && is_number(&word) => last.push_str(&word),
            _ => joined.push(word),
        }
    }
    for word in joined {
        match DASHED.iter().find_map(|family| Some((*family, word.strip_prefix(family)?))) {
            Some((family, rest)) if rest.starts_with(|c: char| c.is_ascii_digit()) => {
                words.extend([family.to_owned(), rest.to_owned()]);
            }
            _ => words.push(word),
        }
    }
}

/// `3p1` → `3.1`, also at the end of a word: `k2p6` → `k2.6`.
fn point_for_p(word: &str) -> String {
    let halves = word
        .rsplit_once('p')
        .filter(|(head, tail)| head.ends_with(|c: char| c.is_ascii_digit()) && tail.len() == 1 && is_number(tail));
    halves.map_or_else(|| word.to_owned(), |(head, tail)| format!("{head}.{tail}"))
}

/// Whether the last character is a digit that stands alone: `v3` and `4`, not `24` or `2.5`.
fn ends_in_lone_digit(word: &str) -> bool {
    let mut chars = word.chars().rev();
    chars.next().is_some_and(|c| c.is_ascii_digit()) && !chars.next().is_some_and(|c| c.is_ascii_digit() || c == '.')
}

/// Takes out every word that does not name the model and keeps what it says.
pub(super) fn drop_tags(words: &mut Vec<String>, found: &mut Identity) {
    let family = words.first().cloned().unwrap_or_default();
    let mut first = true;
    words.retain(|word| {
        // The first word names the family, whatever it is.
        if std::mem::take(&mut first) {
            return true;
        }
        let word = word.as_str();
        if QUANTIZATIONS.contains(&word) {
            found.quantization = Some(word.to_owned());
        } else if VARIANTS.contains(&word) || is_variant_of(&family, word) {
            add_variant(found, word);
        } else {
            return !EMPTY.contains(&word) || is_named(&family, word);
        }
        false
    });
}

/// The one family that has sold a chat model and, beside it, another one that only completes text.
fn is_named(family: &str, word: &str) -> bool {
    family == "gpt" && word == "instruct"
}

/// Words that are a variant in one family and part of the name in another.
fn is_variant_of(family: &str, word: &str) -> bool {
    match family {
        "claude" => matches!(word, "thinking" | "think" | "fast"),
        "gpt" => matches!(word, "fast" | "medium"),
        "o1" | "o3" | "o4" => matches!(word, "fast" | "medium"),
        _ => false,
    }
}
