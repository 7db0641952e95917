//! Requests as code, from the guides that are shipped.

use crate::shipped::folder;
use llm_compare::catalog::{Dialect, Dialects, parse};
use llm_compare::switch::{Connection, code};
use std::fmt::Write;
use std::fs;

/// Where each format is spoken, as providers have it.
const PLACES: [(Dialect, &str, &str, &str); 10] = [
    (Dialect::OpenaiChat, "https://api.groq.com/openai/v1", "GROQ_API_KEY", "openai/gpt-oss-120b"),
    (Dialect::OpenaiResponses, "https://api.openai.com/v1", "OPENAI_API_KEY", "gpt-5"),
    (Dialect::AzureOpenai, "https://YOUR-RESOURCE.openai.azure.com/openai/v1", "AZURE_API_KEY", "gpt-5"),
    (Dialect::AnthropicMessages, "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", "claude-opus-4-5"),
    (
        Dialect::AzureAnthropic,
        "https://YOUR-RESOURCE.services.ai.azure.com/anthropic/v1",
        "AZURE_API_KEY",
        "claude-opus-4-5",
    ),
    (Dialect::VertexAnthropic, VERTEX, "GOOGLE_APPLICATION_CREDENTIALS", "claude-opus-4-5@20251101"),
    (
        Dialect::GoogleGenerateContent,
        "https://generativelanguage.googleapis.com/v1beta",
        "GEMINI_API_KEY",
        "gemini-2.5-pro",
    ),
    (Dialect::VertexGemini, VERTEX, "GOOGLE_APPLICATION_CREDENTIALS", "gemini-2.5-pro"),
    (
        Dialect::BedrockConverse,
        "https://bedrock-runtime.YOUR-REGION.amazonaws.com",
        "AWS_BEARER_TOKEN_BEDROCK",
        "us.deepseek.r1-v1:0",
    ),
    (Dialect::CohereChat, "https://api.cohere.com/v2", "COHERE_API_KEY", "command-a-03-2025"),
];

const VERTEX: &str = "https://aiplatform.googleapis.com/v1/projects/YOUR-PROJECT/locations/global";

#[test]
fn every_format_has_a_request_in_every_language() {
    let text = fs::read_to_string(folder().join("dialects.json")).unwrap();
    let dialects: Dialects = parse("dialects.json", &text).unwrap();
    assert_eq!(dialects.dialects.iter().map(|guide| guide.id).collect::<Vec<_>>(), PLACES.map(|(id, ..)| id));
    for (id, base_url, key_variable, model_id) in PLACES {
        let connection = Connection {
            dialect: Some(id),
            base_url: Some(base_url.to_owned()),
            key_variable: Some(key_variable.to_owned()),
            model_id: model_id.to_owned(),
        };
        let guide = dialects.guide(id).unwrap();
        let mut text = String::new();
        for snippet in [&guide.curl, &guide.python, &guide.typescript] {
            let package = snippet.package.as_deref().unwrap_or("curl");
            writeln!(text, "== {package}\n{}\n", code(snippet, &connection).unwrap()).unwrap();
        }
        assert!(!text.contains("/v1/v1"), "{text}");
        insta::assert_snapshot!(id.word(), text);
    }
}
