use super::*;
use proptest::prelude::*;

fn check(cases: &[(&str, &str)]) {
    for (raw, key) in cases {
        assert_eq!(normalise(raw), *key, "{raw}");
    }
}

#[test]
fn one_model_has_one_key_whatever_the_provider_writes() {
    check(&[
        ("step-3.5-flash", "step-3.5-flash"),
        ("stepfun-ai/Step-3.5-Flash", "step-3.5-flash"),
        ("step-3-5-flash", "step-3.5-flash"),
        ("accounts/fireworks/models/glm-5p2", "glm-5.2"),
        ("zai-org-glm-5-2", "glm-5.2"),
        ("zai.glm-5.2", "glm-5.2"),
        ("hf:zai-org/GLM-5.2", "glm-5.2"),
        ("@cf/zai-org/glm-5.2", "glm-5.2"),
        ("workers-ai/@cf/meta/llama-3.3-70b-instruct-fp8-fast", "llama-3.3-70b-fast"),
        ("us.meta.llama3-3-70b-instruct-v1:0", "llama-3.3-70b"),
        ("meta-llama-llama-3-3-70b-instruct", "llama-3.3-70b"),
        ("anthropic%2Fclaude-4-sonnet-20250522", "claude-sonnet-4-20250522"),
        ("us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0", "claude-sonnet-4-5-20250929"),
        ("deepseek-ai-DeepSeek-R1-0528", "deepseek-r1-0528"),
        ("thudm-glm-z1-9b-0414", "glm-z1-9b-0414"),
        ("AI21-Jamba-1.5-Large", "jamba-1.5-large"),
        ("meta-llama/Llama-3.3-70B-Instruct", "llama-3.3-70b"),
        ("llama-4-maverick-17b-128e-instruct-fp8", "llama-4-maverick"),
        ("qwen/qwen-2.5-72b-instruct", "qwen2.5-72b"),
        ("qwen2-5-72b-instruct", "qwen2.5-72b"),
        ("alibaba/qwen-3-14b", "qwen3-14b"),
        ("google/gemma-4-31b-it:free", "gemma-4-31b"),
        ("gpt-oss:120b-cloud", "gpt-oss-120b"),
        ("openai.gpt-oss-120b-1:0", "gpt-oss-120b"),
        ("amazon.nova-lite-v1:0", "nova-lite"),
        ("accounts/fireworks/models/kimi-k2p6", "kimi-k2.6"),
        ("xiaomi-mimo-v2-5", "mimo-v2.5"),
        ("azure-gpt-4o-mini", "gpt-4o-mini"),
        ("Llama 3.3 70B Instruct", "llama-3.3-70b"),
        ("us.deepseek.r1-v1:0", "deepseek-r1"),
        ("deepseek.v3.2", "deepseek-v3.2"),
        ("mistral.devstral-2-123b", "devstral-2-123b"),
        ("mistralai/mistral-nemotron", "mistral-nemotron"),
        ("gemini-2.0-flash-001", "gemini-2.0-flash"),
    ]);
}

#[test]
fn the_words_of_claude_ids_come_in_the_labs_order() {
    for raw in ["claude-sonnet-4-5", "claude-4.5-sonnet", "claude-sonnet-4.5", "claude-4-5-sonnet", "Claude Sonnet 4.5"]
    {
        assert_eq!(normalise(raw), "claude-sonnet-4-5", "{raw}");
    }
    check(&[
        ("anthropic--claude-4-opus", "claude-opus-4"),
        ("claude-opus-4-0", "claude-opus-4"),
        ("claude-4.0-opus", "claude-opus-4"),
        ("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "claude-sonnet-4-5-20250929"),
        ("claude-opus-4@20250514", "claude-opus-4-20250514"),
        ("claude-3.5-haiku", "claude-3-5-haiku"),
        ("anthropic/claude-haiku-3.5", "claude-3-5-haiku"),
        ("claude-3-haiku-20240307", "claude-3-haiku-20240307"),
        ("anthropic.claude-opus-4-6-v1", "claude-opus-4-6"),
        ("claude-opus-4-8@default", "claude-opus-4-8"),
        ("duo-chat-opus-4-5", "claude-opus-4-5"),
        ("Opus 4.5", "claude-opus-4-5"),
    ]);
}

#[test]
fn snapshots_stay_apart_and_their_dates_have_one_form() {
    check(&[
        ("gpt-4o-2024-11-20", "gpt-4o-2024-11-20"),
        ("GPT-4o (2024-11-20)", "gpt-4o-2024-11-20"),
        ("openai/gpt-4o-20241120", "gpt-4o-2024-11-20"),
        ("gpt-4o", "gpt-4o"),
        ("openai/gpt-3.5-turbo-instruct", "gpt-3.5-turbo-instruct"),
        ("DeepSeek R1 (0528)", "deepseek-r1-0528"),
        ("deepseek-ai/DeepSeek-R1", "deepseek-r1"),
        ("mistral-large-2512", "mistral-large-2512"),
        ("cohere/command-r-08-2024", "command-r-08-2024"),
    ]);
    for (key, family, code) in [
        ("gpt-4o-2024-11-20", "gpt-4o", "2024-11-20"),
        ("claude-sonnet-4-5-20250929", "claude-sonnet-4-5", "20250929"),
        ("mistral-large-2512", "mistral-large", "2512"),
        ("command-r-08-2024", "command-r", "08-2024"),
        ("qwen3.5-plus-02-15", "qwen3.5-plus", "02-15"),
    ] {
        assert_eq!(snapshot(key), Some(Snapshot { family: family.to_owned(), code: code.to_owned() }), "{key}");
    }
    for key in ["gpt-4o", "step-3.5-flash", "qwen3-32b", "o3", "2512", ""] {
        assert_eq!(snapshot(key), None, "{key}");
    }
}

#[test]
fn variants_regions_and_quantisations_are_not_part_of_the_key() {
    let said = |raw: &str| {
        let found = identify(raw);
        let or = |part: Option<String>| part.unwrap_or_default();
        (found.key.clone(), or(found.variant), or(found.region), or(found.quantization))
    };
    for (raw, key, variant, region, quantization) in [
        ("openai/gpt-oss-20b:free", "gpt-oss-20b", "free", "", ""),
        ("claude-opus-4-1-thinking:32000", "claude-opus-4-1", "thinking", "", ""),
        ("anthropic/claude-opus-4.6:thinking:low", "claude-opus-4-6", "thinking-low", "", ""),
        ("anthropic/claude-opus-4.8-fast", "claude-opus-4-8", "fast", "", ""),
        ("o4-mini-high", "o4-mini", "high", "", ""),
        ("grok-4.20-0309-non-reasoning", "grok-4.20-0309", "non-reasoning", "", ""),
        ("x-ai/grok-4-fast-reasoning", "grok-4-fast", "reasoning", "", ""),
        ("eu.anthropic.claude-opus-5", "claude-opus-5", "", "eu", ""),
        ("vertex/gemini-3.6-flash@us", "gemini-3.6-flash", "", "us", ""),
        ("zai-org/GLM-5.1-FP8", "glm-5.1", "", "", "fp8"),
        ("MiniMax-M2.7-highspeed", "minimax-m2.7", "highspeed", "", ""),
        // The lab's own weights of that name, so part of the key.
        ("moonshotai/kimi-k2-thinking", "kimi-k2-thinking", "", "", ""),
        ("mistral-medium-2604", "mistral-medium-2604", "", "", ""),
    ] {
        let expected = (key.to_owned(), variant.to_owned(), region.to_owned(), quantization.to_owned());
        assert_eq!(said(raw), expected, "{raw}");
    }
}

/// Texts made of the words that the rules know, glued as providers glue them.
fn spelling() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "claude",
        "sonnet",
        "opus",
        "4",
        "5",
        "4.5",
        "4.0",
        "3",
        "qwen",
        "llama3",
        "llama",
        "grok",
        "non",
        "reasoning",
        "gpt",
        "20241120",
        "2024",
        "11",
        "20",
        "0528",
        "3p1",
        "k2p6",
        "v1",
        "instruct",
        "fp8",
        "us",
        "anthropic",
        "zai",
        "org",
        "z",
        "ai",
        "latest",
        "thinking",
        "maverick",
        "17b",
        "x",
        "é",
        "v3",
        "meta",
        "o3",
        "high",
        "default",
        "p",
        "1p",
        "2p2",
        "nova",
        "haiku4",
        "deepseek",
        "r1",
        "gemini",
        "001",
        "fable",
        "mistral",
        "nemotron",
        "duo",
        "chat",
    ]);
    let glue = prop::sample::select(vec!["-", ".", "/", ":", "@", "_", " ", "--", ""]);
    prop::collection::vec((word, glue), 0..9)
        .prop_map(|parts| parts.into_iter().map(|(word, glue)| format!("{word}{glue}")).collect())
}

proptest! {
    #[test]
    fn a_key_is_its_own_key(raw in spelling()) {
        let key = normalise(&raw);
        prop_assert_eq!(normalise(&key), key);
    }

    #[test]
    fn any_text_has_a_key_of_the_slug_characters(raw in ".{0,40}") {
        let key = normalise(&raw);
        prop_assert!(key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-'));
        prop_assert!(!key.starts_with(['-', '.']) && !key.ends_with(['-', '.']));
        prop_assert_eq!(normalise(&key), key);
    }

    #[test]
    fn case_says_nothing(raw in spelling()) {
        prop_assert_eq!(normalise(&raw.to_uppercase()), normalise(&raw));
    }
}
