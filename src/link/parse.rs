//! Address text → state.

use super::note::shorten;
use super::{Address, MAX_SEARCH, MAX_SIDES, Note, PROVIDERS, Page, Side, words};
use crate::cost::OwnPrice;
use crate::decide::Priorities;
use crate::units::Share;
use percent_encoding::percent_decode_str;
use std::str::FromStr;

/// No value of any key is longer; a longer one is not looked at.
const MAX_VALUE_BYTES: usize = 300;

/// Reads a path (without the site's base) and a query (with or without `?`).
///
/// Never fails: what cannot be read becomes its default and a note.
pub fn parse(path: &str, query: &str) -> (Address, Vec<Note>) {
    let mut reader = Reader { notes: Vec::new() };
    let mut address = Address { page: reader.page(path), ..Address::default() };
    let mut seen: Vec<String> = Vec::new();
    for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        // The first of a repeated key counts.
        if key.len() <= 2 && !seen.iter().any(|s| s == key) {
            seen.push(key.to_owned());
            reader.key(&mut address, key, value);
        }
    }
    // What is stated of a price means nothing where that price is not paid.
    let listed = |side: &&mut Side| side.own_route().is_none();
    address.sides.iter_mut().filter(listed).for_each(|side| side.own = OwnPrice::default());
    address.shares_prices = address.sides.iter().any(|side| side.own != OwnPrice::default());
    (address, reader.notes)
}

struct Reader {
    notes: Vec<Note>,
}

impl Reader {
    fn page(&mut self, path: &str) -> Page {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        match segments.next() {
            None => Page::Home,
            Some(page @ ("compare" | "method")) => {
                let models = segments.map(|segment| self.text(segment)).collect();
                let models = self.at_most_four(models);
                if page == "compare" { Page::Compare(models) } else { Page::Method(models) }
            }
            // A folder of that name holds the files, so that some hosts put a slash behind it.
            Some("catalog") if segments.next().is_none() => Page::Catalog,
            Some(_) => Page::NotFound,
        }
    }

    fn at_most_four(&mut self, mut models: Vec<String>) -> Vec<String> {
        if models.len() > MAX_SIDES {
            models.truncate(MAX_SIDES);
            self.notes.push(Note::TooManyModels);
        }
        models
    }

    fn key(&mut self, address: &mut Address, key: &str, raw: &str) {
        if key == "q" && address.page != Page::Catalog {
            return;
        }
        let value = self.text(raw);
        match key {
            // `c` with a comma list is the models of the short form `/?c=a,b`.
            "c" if address.page == Page::Home && !value.is_empty() && Share::from_str(&value).is_err() => {
                let models = value.split(',').filter(|m| !m.is_empty()).map(str::to_owned).collect();
                address.page = Page::Compare(self.at_most_four(models));
            }
            "d" => match value.parse() {
                Ok(day) => address.date = Some(day),
                Err(_) => self.bad("The date", &value, "a day is written YYYY-MM-DD".to_owned()),
            },
            "m" => self.list(&mut address.priorities, "need", "A must-have", &value),
            "w" => self.list(&mut address.priorities, "weight", "A weight", &value),
            "u" => self.list(&mut address.priorities, "use", "What is in use", &value),
            PROVIDERS => address.providers = words(&value),
            "q" => address.search = value.chars().take(MAX_SEARCH).collect(),
            "ra" | "rb" | "rc" | "rd" => self.route(address, key, value),
            _ => address.set_with(key, &mut |label, kind| {
                let number = kind.read_link(&value);
                if number.is_none() {
                    self.bad(label, &value, format!("{} is expected", kind.allowed()));
                }
                number
            }),
        }
    }

    fn list(&mut self, priorities: &mut Priorities, kind: &str, what: &'static str, value: &str) {
        let value: String = value.chars().take(MAX_VALUE_BYTES).collect();
        if let Some(word) = priorities.read(kind, &value) {
            let allowed = "a list of words of the page is expected, with commas between".to_owned();
            self.bad(what, &word, allowed);
        }
    }

    fn route(&mut self, address: &mut Address, key: &str, value: String) {
        match value.contains(':') && value.len() <= MAX_VALUE_BYTES {
            true => address.side_mut(key).into_iter().for_each(|side| side.route = Some(value.clone())),
            false => self.bad("A route", &value, "a route is written provider:model_id".to_owned()),
        }
    }

    fn bad(&mut self, what: &'static str, value: &str, allowed: String) {
        self.notes.push(Note::BadValue { what, value: shorten(value), allowed });
    }

    /// Percent-decodes once. What is not UTF-8 keeps its readable part.
    fn text(&mut self, raw: &str) -> String {
        let bytes = percent_decode_str(raw);
        if bytes.clone().decode_utf8().is_err() || has_broken_escape(raw) {
            self.notes.push(Note::Undecodable { part: shorten(raw) });
        }
        bytes.decode_utf8_lossy().into_owned()
    }
}

fn has_broken_escape(raw: &str) -> bool {
    raw.split('%').skip(1).any(|after| !after.bytes().take(2).all(|b| b.is_ascii_hexdigit()) || after.len() < 2)
}
