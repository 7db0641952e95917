//! The guides to the formats, and whether a request to each route can be written with them.

use super::Finding;
use llm_compare::catalog::{Dialect, DialectGuide, Dialects, Model, Providers, Route, RouteStatus, Snippet};
use llm_compare::switch::{Connection, code, connection};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What a line of code may be wide, so that it can be read without moving it sideways.
const WIDTH: usize = 100;

/// Every guide is whole and stands once.
pub(super) fn guides(dialects: &Dialects, findings: &mut Vec<Finding>) {
    let mut found = |path: String, what: String| {
        findings.push(Finding { file: "dialects.json".to_owned(), path, what });
    };
    for (at, guide) in dialects.dialects.iter().enumerate() {
        if !guide.doc.starts_with("https://") {
            found(format!("dialects[{at}].doc"), format!("\"{}\" is no address", guide.doc));
        }
        for (language, snippet) in languages(guide) {
            for what in problems(snippet, language) {
                found(format!("dialects[{at}].{language}"), what);
            }
        }
    }
    if !dialects.dialects.is_sorted_by(|a, b| a.id < b.id) {
        found("dialects".to_owned(), "not in the order of the formats, or one stands twice".to_owned());
    }
}

fn languages(guide: &DialectGuide) -> [(&'static str, &Snippet); 3] {
    [("curl", &guide.curl), ("python", &guide.python), ("typescript", &guide.typescript)]
}

fn problems(snippet: &Snippet, language: &str) -> Vec<String> {
    let curl = language == "curl";
    let text = &snippet.code;
    let filled = code(snippet, &example());
    let body = filled.as_deref().filter(|_| curl).map(body);
    let rules = [
        (!text.contains("{model_id}"), "does not name the model"),
        (curl && !text.contains("{base_url}") && !text.contains("https://"), "has no address"),
        (snippet.package.is_some() == curl, "has a package where none belongs, or none where one does"),
        (filled.is_none(), "has a placeholder that nobody fills in"),
        (body == Some(None), "sends a body that is not one JSON object"),
        (!is_balanced(text), "has a quote or a bracket that is not closed"),
    ];
    let wide = text.lines().filter(|line| line.chars().count() > WIDTH);
    let wide = wide.map(|line| format!("has a line of more than {WIDTH} characters: {line}"));
    let broken = rules.into_iter().filter(|(wrong, _)| *wrong).map(|(_, what)| what.to_owned());
    broken.chain(wide).collect()
}

/// A connection of which everything is known.
fn example() -> Connection {
    Connection {
        dialect: None,
        base_url: Some("https://api.example/v1".to_owned()),
        key_variable: Some("API_KEY".to_owned()),
        model_id: "model".to_owned(),
    }
}

/// The object that a command of curl sends.
fn body(command: &str) -> Option<Value> {
    let (_, rest) = command.split_once("-d '")?;
    let (body, rest) = rest.split_once('\'')?;
    serde_json::from_str::<Value>(body).ok().filter(|value| value.is_object() && rest.is_empty())
}

/// Whether every quote and every bracket outside quotes is closed, in the right order. A mark in a comment counts too.
fn is_balanced(code: &str) -> bool {
    let (mut open, mut quote) = (Vec::new(), None);
    for mark in code.chars() {
        match (quote, mark) {
            (Some(inside), _) => quote = Some(inside).filter(|inside| *inside != mark),
            (None, '"' | '\'' | '`') => quote = Some(mark),
            (None, '(') => open.push(')'),
            (None, '[') => open.push(']'),
            (None, '{') => open.push('}'),
            (None, ')' | ']' | '}') if open.pop() != Some(mark) => return false,
            _ => {}
        }
    }
    open.is_empty() && quote.is_none()
}

/// Live routes at those who can be the cheapest, and for how many of them no request can be written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Reach {
    routes: usize,
    /// By provider.
    unknown: BTreeMap<String, usize>,
}

/// Every format that a live route has, has a guide, and no base address says what its format adds.
pub(super) fn routes(
    models: &[Model],
    providers: &Providers,
    dialects: &Dialects,
    findings: &mut Vec<Finding>,
) -> Reach {
    let mut reach = Reach::default();
    let mut missing = BTreeSet::new();
    for model in models {
        for (at, route) in model.routes.iter().enumerate().filter(|(_, route)| route.status == RouteStatus::Live) {
            let Some(provider) = providers.providers.get(&route.provider) else { continue };
            let connection = connection(route, Some(provider));
            let described = connection.dialect.filter(|dialect| *dialect != Dialect::Own);
            missing.extend(described.filter(|dialect| dialects.guide(*dialect).is_none()));
            if let Some(what) = doubled(&connection) {
                let file = format!("models/{}.json", model.id);
                findings.push(Finding { file, path: format!("routes[{at}]"), what });
            }
            if provider.kind.counts_as_cheapest() {
                reach.count(route, &connection, dialects);
            }
        }
    }
    findings.extend(missing.into_iter().map(|dialect| Finding {
        file: "dialects.json".to_owned(),
        path: "dialects".to_owned(),
        what: format!("live routes speak \"{}\", which has no guide", dialect.word()),
    }));
    reach
}

/// What is wrong with a base address that ends with what its format adds, or that packages would write twice.
fn doubled(connection: &Connection) -> Option<String> {
    let url = connection.base_url.as_deref()?;
    let wrong = match connection.dialect? {
        // The packages add `/v1/messages` to what stands before the version.
        Dialect::AnthropicMessages | Dialect::AzureAnthropic => !url.ends_with("/v1") || url.ends_with("/v1/v1"),
        Dialect::OpenaiChat | Dialect::AzureOpenai => url.ends_with("/chat/completions"),
        Dialect::OpenaiResponses => url.ends_with("/responses"),
        _ => false,
    };
    wrong.then(|| format!("the base address {url} does not end where its format begins"))
}

impl Reach {
    fn count(&mut self, route: &Route, connection: &Connection, dialects: &Dialects) {
        self.routes += 1;
        let guide = connection.dialect.and_then(|dialect| dialects.guide(dialect));
        let written = |guide: &DialectGuide| languages(guide).iter().all(|(_, s)| code(s, connection).is_some());
        if !guide.is_some_and(written) || connection.base_url.is_none() || connection.key_variable.is_none() {
            *self.unknown.entry(route.provider.clone()).or_default() += 1;
        }
    }

    /// One line for the terminal.
    pub(super) fn line(&self) -> String {
        let unknown: usize = self.unknown.values().sum();
        let mut line = format!("a request can be written to {} of {} live routes", self.routes - unknown, self.routes);
        for (at, (provider, routes)) in self.unknown.iter().enumerate() {
            let _ = write!(line, "{} {provider} {routes}", if at == 0 { "; unknown:" } else { "," });
        }
        line
    }
}
