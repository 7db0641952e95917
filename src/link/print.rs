//! State → address text.

use super::{Address, PROVIDERS, Page};
use crate::cost::{OF_A_PRICE, OF_A_SIDE, OF_THE_WORKLOAD};
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
        for setting in &OF_THE_WORKLOAD {
            query.maybe(setting.key, setting.link(&self.workload));
        }
        query.maybe(PROVIDERS, Some(self.providers.join(",")).filter(|list| !list.is_empty()));
        let sides = self.sides.iter().zip(["a", "b", "c", "d"]).take(self.models().len());
        for (side, letter) in sides.clone() {
            query.maybe(&format!("r{letter}"), side.route.clone());
        }
        for setting in &OF_A_SIDE {
            for (side, letter) in sides.clone() {
                query.maybe(&format!("{}{letter}", setting.key), setting.link(&side.usage));
            }
        }
        for setting in &OF_A_PRICE {
            for (side, letter) in sides.clone().filter(|_| self.shares_prices) {
                query.maybe(&format!("{}{letter}", setting.key), setting.link(&side.own));
            }
        }
        for (key, kind) in [("m", "need"), ("w", "weight"), ("u", "use")] {
            let list = self.priorities.list(kind);
            query.maybe(key, Some(list).filter(|list| !list.is_empty() && !self.models().is_empty()));
        }
        query.maybe("d", self.date.map(|date| date.to_string()));
        query.maybe("q", Some(self.search.clone()).filter(|search| !search.is_empty()));
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
    fn maybe(&mut self, key: &str, value: Option<String>) {
        if let Some(value) = value {
            let separator = if self.0.is_empty() { '?' } else { '&' };
            let _ = write!(self.0, "{separator}{key}={}", utf8_percent_encode(&value, &ESCAPED_IN_QUERY));
        }
    }
}
