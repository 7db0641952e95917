//! A request to one route, as code that can be run.

use crate::catalog::{Dialect, Provider, Route, Snippet};

/// What a request to a route needs to know. What nobody has said is absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// The format of the request.
    pub dialect: Option<Dialect>,
    /// Base address of the API, with `YOUR-…` where it depends on the customer.
    pub base_url: Option<String>,
    /// Name of the environment variable that holds the key.
    pub key_variable: Option<String>,
    /// The id the request carries.
    pub model_id: String,
}

/// How `route` is reached: by what it says itself, else by what its provider says.
pub fn connection(route: &Route, provider: Option<&Provider>) -> Connection {
    Connection {
        dialect: route.dialect.or_else(|| provider?.dialect),
        base_url: route.base_url.clone().or_else(|| provider?.base_url.clone()),
        key_variable: provider.and_then(Provider::key_variable).map(str::to_owned),
        model_id: route.model_id.clone(),
    }
}

/// The code of `snippet` for one connection. Its placeholders are:
///
/// - `{base_url}`, `{model_id}` and `{key_variable}`, as the connection has them;
/// - `{root_url}` and `{version}`, the two halves of a base address that ends with a version, such as `…/v1`: some packages
///   add the version themselves.
///
/// `None` where a value is not known, where it could end a text of the code or stand for something else in a shell, and for
/// an unknown placeholder.
pub fn code(snippet: &Snippet, connection: &Connection) -> Option<String> {
    let mut code = String::with_capacity(snippet.code.len() * 2);
    let mut rest = snippet.code.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        code.push_str(before);
        match after.split_once('}').filter(|(name, _)| is_placeholder(name)) {
            Some((name, tail)) => {
                code.push_str(value(name, connection)?);
                rest = tail;
            }
            None => {
                code.push('{');
                rest = after;
            }
        }
    }
    code.push_str(rest);
    Some(code)
}

/// Whether what stands in braces is a placeholder and no code.
fn is_placeholder(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

fn value<'a>(name: &str, connection: &'a Connection) -> Option<&'a str> {
    match name {
        "model_id" => plain(&connection.model_id),
        "key_variable" => connection.key_variable.as_deref().filter(|name| is_variable(name)),
        "base_url" => base(connection),
        "root_url" => versioned(connection).map(|(root, _)| root),
        "version" => versioned(connection).map(|(_, version)| version),
        _ => None,
    }
}

fn base(connection: &Connection) -> Option<&str> {
    plain(connection.base_url.as_deref()?.trim_end_matches('/'))
}

/// `https://…/v1` → the address before the version, and the version.
fn versioned(connection: &Connection) -> Option<(&str, &str)> {
    let (root, last) = base(connection)?.rsplit_once('/')?;
    let number = last.strip_prefix('v')?;
    number.starts_with(|first: char| first.is_ascii_digit()).then_some((root, last))
}

/// A value of letters, digits and marks that mean nothing in a text of any of the languages, also in a shell's.
fn plain(value: &str) -> Option<&str> {
    let harmless = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/@+".contains(&byte);
    (!value.is_empty() && value.bytes().all(harmless)).then_some(value)
}

/// Whether a shell takes `name` for the name of a variable.
fn is_variable(name: &str) -> bool {
    !name.starts_with(|first: char| first.is_ascii_digit())
        && !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Connection {
        Connection {
            dialect: Some(Dialect::AnthropicMessages),
            base_url: Some("https://api.acme.example/v1".to_owned()),
            key_variable: Some("ACME_KEY".to_owned()),
            model_id: "acme/rocket-2:free".to_owned(),
        }
    }

    fn filled(text: &str, connection: &Connection) -> Option<String> {
        code(&Snippet { package: None, code: text.to_owned() }, connection)
    }

    #[test]
    fn placeholders_are_filled_in_and_other_braces_stay() {
        for (text, expected) in [
            (r#"{"model": "{model_id}"}"#, r#"{"model": "acme/rocket-2:free"}"#),
            ("${key_variable} {base_url}/chat", "$ACME_KEY https://api.acme.example/v1/chat"),
            ("{root_url} {version}", "https://api.acme.example v1"),
            ("f({}, { a, b }, {B}) {", "f({}, { a, b }, {B}) {"),
        ] {
            assert_eq!(filled(text, &known()).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(filled("{secret}", &known()), None);
    }

    #[test]
    fn a_value_that_is_unknown_or_could_be_code_is_refused() {
        for bad in ["", "a\"b", "a'b", "a\\b", "a\nb", "a$b", "a`b", "a b", "a{b", "a;b"] {
            assert_eq!(filled("{model_id}", &Connection { model_id: bad.to_owned(), ..known() }), None, "{bad}");
            assert_eq!(filled("{base_url}", &Connection { base_url: Some(bad.to_owned()), ..known() }), None, "{bad}");
        }
        for bad in ["", "302AI_KEY", "A-B", "A$B"] {
            assert_eq!(filled("{key_variable}", &Connection { key_variable: Some(bad.to_owned()), ..known() }), None);
        }
        let silent = Connection { base_url: None, key_variable: None, ..known() };
        for text in ["{base_url}", "{root_url}", "{version}", "{key_variable}"] {
            assert_eq!(filled(text, &silent), None, "{text}");
        }
        let bare = Connection { base_url: Some("https://api.acme.example".to_owned()), ..known() };
        assert_eq!(filled("{root_url}", &bare), None, "nothing says which version it is");
        let slash = Connection { base_url: Some("https://api.acme.example/v1/".to_owned()), ..known() };
        assert_eq!(filled("{base_url}/a", &slash).as_deref(), Some("https://api.acme.example/v1/a"));
    }

    #[test]
    fn a_route_comes_before_its_provider() {
        let provider = Provider {
            env: vec!["ACME_KEY".to_owned()],
            base_url: Some("https://api.acme.example/v1".to_owned()),
            dialect: Some(Dialect::OpenaiChat),
            ..Provider::default()
        };
        let route = Route { model_id: "rocket-2".to_owned(), ..Route::default() };
        let plain = connection(&route, Some(&provider));
        assert_eq!((plain.dialect, plain.key_variable.as_deref()), (Some(Dialect::OpenaiChat), Some("ACME_KEY")));
        let other = Route {
            dialect: Some(Dialect::AnthropicMessages),
            base_url: Some("https://other.acme.example/v1".to_owned()),
            ..route.clone()
        };
        let other = connection(&other, Some(&provider));
        assert_eq!(other.dialect, Some(Dialect::AnthropicMessages));
        assert_eq!(other.base_url.as_deref(), Some("https://other.acme.example/v1"));
        let nobody = connection(&route, None);
        assert_eq!((nobody.dialect, nobody.base_url, nobody.key_variable), (None, None, None));
    }

    #[test]
    fn among_several_variables_the_key_is_the_one_that_is_named() {
        let env = vec!["ACME_HOST".to_owned(), "ACME_KEY".to_owned()];
        let provider = Provider { env, ..Provider::default() };
        assert_eq!(provider.key_variable(), None);
        let named = Provider { key: Some("ACME_KEY".to_owned()), ..provider };
        assert_eq!(named.key_variable(), Some("ACME_KEY"));
    }
}
