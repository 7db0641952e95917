//! The catalogue that is shipped.

use crate::feeds::{check, said};
use llm_compare::catalog::{Audit, ColumnKind, Index, Model, Route, RouteStatus, parse};
use llm_compare::identity::{identify, normalise};
use llm_compare::units::Date;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/catalog/v1")
}

pub(crate) fn model(slug: &str) -> Model {
    let file = format!("models/{slug}.json");
    parse(&file, &fs::read_to_string(folder().join(&file)).unwrap()).unwrap()
}

/// The day for which the catalogue is tested.
pub(crate) fn today() -> Date {
    "2026-08-21".parse().unwrap()
}

pub(crate) fn models() -> Vec<Model> {
    let index: Index = parse("index.json", &fs::read_to_string(folder().join("index.json")).unwrap()).unwrap();
    index.models.iter().map(|row| model(&row.id)).collect()
}

#[test]
fn the_shipped_catalogue_has_no_problem() {
    let output = check(&folder());
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn the_audit_has_a_text_of_its_kind_in_every_cell_that_says_something() {
    let audit: Audit = parse("audit.json", &fs::read_to_string(folder().join("audit.json")).unwrap()).unwrap();
    assert_eq!(audit.tables.len(), 6);
    for table in &audit.tables {
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{}", table.id);
            for (column, text) in table.columns.iter().zip(row).filter(|(_, text)| !text.is_empty()) {
                let good = match column.kind {
                    ColumnKind::Text => true,
                    ColumnKind::Number => text.parse::<f64>().is_ok() && !text.starts_with('-'),
                    ColumnKind::Date => text.parse::<Date>().is_ok(),
                    ColumnKind::Model => folder().join(format!("models/{text}.json")).is_file(),
                    ColumnKind::Url => text.starts_with("https://"),
                };
                assert!(good, "{}, {}: {text}", table.id, column.name);
            }
        }
    }
}

#[test]
fn no_model_is_a_variant_of_another() {
    let models = models();
    let slugs: BTreeSet<_> = models.iter().map(|model| model.id.as_str()).collect();
    for model in &models {
        let identity = identify(&model.id);
        assert_eq!(identity.key, model.id);
        assert_eq!((identity.variant, identity.region, identity.quantization), (None, None, None), "{}", model.id);
        for alias in &model.aliases {
            assert!(!slugs.contains(normalise(alias).as_str()), "{alias} of {} is a model", model.id);
        }
    }
}

/// The first route of a model at a provider that is no variant and no region of it.
pub(crate) fn plain<'a>(model: &'a Model, provider: &str) -> Option<&'a Route> {
    model.routes.iter().find(|r| r.provider == provider && r.variant.is_none() && r.region.is_none())
}

#[test]
fn known_prices_are_right() {
    for (slug, provider, input, output) in [
        ("gpt-4o-2024-11-20", "openai", "2.5", "10"),
        ("gpt-4o", "openai", "2.5", "10"),
        ("gpt-4o-mini", "openai", "0.15", "0.6"),
        ("gpt-5", "openai", "1.25", "10"),
        ("gpt-4.1", "openai", "2", "8"),
        ("o3", "openai", "2", "8"),
        ("gpt-4.1-mini", "openai", "0.4", "1.6"),
        ("step-3.5-flash", "openrouter", "0.1", "0.3"),
        ("step-3.5-flash", "stepfun-ai", "0.1", "0.3"),
        ("claude-sonnet-5", "anthropic", "2", "10"),
        ("claude-sonnet-4-5", "anthropic", "3", "15"),
        ("claude-opus-4-5", "anthropic", "5", "25"),
        ("claude-haiku-4-5", "anthropic", "1", "5"),
        ("deepseek-v4-pro", "deepseek", "0.435", "0.87"),
        ("deepseek-v4-flash", "deepseek", "0.14", "0.28"),
        ("gemini-2.5-pro", "google", "1.25", "10"),
        ("gemini-2.5-flash", "google", "0.3", "2.5"),
        ("mistral-large-2512", "mistral", "0.5", "1.5"),
        ("gpt-oss-120b", "groq", "0.15", "0.6"),
    ] {
        let model = model(slug);
        let route = plain(&model, provider).unwrap_or_else(|| panic!("{slug} at {provider}"));
        let price = &route.price_on(today()).unwrap().classes;
        let found = (price.input.unwrap().to_string(), price.output.unwrap().to_string());
        assert_eq!((found.0.as_str(), found.1.as_str()), (input, output), "{slug} at {provider}");
        assert_eq!(route.status, RouteStatus::Live, "{slug} at {provider}");
    }
}

#[test]
fn known_facts_are_right() {
    for (slug, lab, released, context) in [
        ("gpt-4o-2024-11-20", "openai", "2024-11-20", 128_000),
        ("gpt-5", "openai", "2025-08-07", 400_000),
        ("o3", "openai", "2025-04-16", 200_000),
        ("claude-sonnet-4-5", "anthropic", "2025-09-29", 200_000),
        ("claude-opus-4-5", "anthropic", "2025-11-24", 200_000),
        ("step-3.5-flash", "stepfun", "2026-01-29", 256_000),
        ("deepseek-r1", "deepseek", "2025-01-20", 128_000),
        ("deepseek-r1-0528", "deepseek", "2025-05-28", 163_840),
        ("llama-3.3-70b", "meta", "2024-12-06", 128_000),
        ("gpt-oss-120b", "openai", "2025-08-05", 131_072),
        ("kimi-k2.6", "moonshotai", "2026-04-21", 262_144),
    ] {
        let model = model(slug);
        let released_on = model.facts.released.unwrap().value.unwrap().to_string();
        let window = model.facts.context_tokens.unwrap().value.unwrap().0;
        assert_eq!((model.lab.as_str(), released_on.as_str(), window), (lab, released, context), "{slug}");
    }
    assert_eq!(model("gpt-5").facts.max_input_tokens.unwrap().value.unwrap().0, 272_000);
}

#[test]
fn moving_ids_belong_to_the_model_they_point_at() {
    for (slug, provider, id) in [
        ("mistral-large-2512", "mistral", "mistral-large-latest"),
        ("deepseek-v4-flash", "deepseek", "deepseek-chat"),
        ("claude-opus-5", "openrouter", "~anthropic/claude-opus-latest"),
    ] {
        let model = model(slug);
        assert!(model.routes.iter().any(|r| r.provider == provider && r.model_id == id), "{id} is not in {slug}");
    }
}
