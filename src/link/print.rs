//! State → address text.

use super::{Address, Page};
use crate::units::Tokens;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt::{self, Display, Write};

/// What may stand unescaped in a path segment or a query value and reads well in a pasted link.
const ESCAPED: AsciiSet =
    NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':').remove(b'@').remove(b',');
const ESCAPED_IN_QUERY: AsciiSet = ESCAPED.remove(b'/');

impl Address {
    /// Path without the site's base, such as `/compare/gpt-4o-2024-11-20/step-3.5-flash`.
    pub fn path(&self) -> String {
        match &self.page {
            Page::Home | Page::NotFound => "/".to_owned(),
            Page::Catalog => "/catalog".to_owned(),
            Page::Compare(models) => path("/compare", models),
            Page::Method(models) => path("/method", models),
        }
    }

    /// The query with its `?`, or nothing when everything is at its default.
    pub fn query(&self) -> String {
        let mut query = Query(String::new());
        let (ours, default) = (&self.workload, Self::default().workload);
        query.key_unless("n", ours.requests, ours.requests == default.requests);
        query.key_unless("i", ours.input.0, ours.input == default.input);
        query.key_unless("o", ours.output.0, ours.output == default.output);
        query.key_unless("c", ours.cached, ours.cached == default.cached);
        query.key_unless("b", ours.batch, ours.batch == default.batch);
        let sides = self.sides.iter().zip(["a", "b", "c", "d"]).take(self.models().len());
        for (side, letter) in sides.clone() {
            if let Some(route) = &side.route {
                query.key(&format!("r{letter}"), route);
            }
        }
        for (side, letter) in sides {
            query.key_unless(&format!("t{letter}"), side.reasoning.0, side.reasoning == Tokens(0));
        }
        for (key, kind) in [("m", "need"), ("w", "weight"), ("u", "use")] {
            let list = self.priorities.list(kind);
            query.key_unless(key, &list, list.is_empty() || self.models().is_empty());
        }
        if let Some(date) = self.date {
            query.key("d", date);
        }
        query.key_unless("q", &self.search, self.search.is_empty());
        query.0
    }
}

fn path(start: &str, models: &[String]) -> String {
    let mut path = start.to_owned();
    for slug in models {
        let _ = write!(path, "/{}", utf8_percent_encode(slug, &ESCAPED));
    }
    path
}

/// Path and query; what [`super::parse`] reads back.
impl Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.path(), self.query())
    }
}

struct Query(String);

impl Query {
    fn key_unless(&mut self, key: &str, value: impl Display, default: bool) {
        if !default {
            self.key(key, value);
        }
    }

    fn key(&mut self, key: &str, value: impl Display) {
        let value = value.to_string();
        let separator = if self.0.is_empty() { '?' } else { '&' };
        let _ = write!(self.0, "{separator}{key}={}", utf8_percent_encode(&value, &ESCAPED_IN_QUERY));
    }
}
