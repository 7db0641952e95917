//! Address text → state.

use super::note::shorten;
use super::{Address, MAX_SEARCH, MAX_SIDES, Note, Page, Side};
use crate::cost::{MAX_REQUESTS, MAX_TOKENS, Workload};
use crate::decide::Priorities;
use crate::money::group_thousands;
use crate::units::{Share, Tokens};
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
        const KEYS: [&str; 18] =
            ["n", "i", "o", "c", "b", "d", "q", "m", "w", "u", "ra", "rb", "rc", "rd", "ta", "tb", "tc", "td"];
        if !KEYS.contains(&key) || (key == "q" && address.page != Page::Catalog) {
            return;
        }
        let value = self.text(raw);
        let Workload { requests, input, output, cached, batch } = &mut address.workload;
        match key {
            "n" => self.set(requests, count(&value, 1, MAX_REQUESTS), "The number of requests", &value, || {
                range(1, MAX_REQUESTS)
            }),
            "i" => self.set(input, tokens(&value), "The number of input tokens", &value, || range(0, MAX_TOKENS)),
            "o" => self.set(output, tokens(&value), "The number of output tokens", &value, || range(0, MAX_TOKENS)),
            // `c` with a comma list is the models of the short form `/?c=a,b`.
            "c" if address.page == Page::Home && !value.is_empty() && Share::from_str(&value).is_err() => {
                let models = value.split(',').filter(|m| !m.is_empty()).map(str::to_owned).collect();
                address.page = Page::Compare(self.at_most_four(models));
            }
            "c" => self.set(cached, value.parse().ok(), "The cached share", &value, share_range),
            "b" => self.set(batch, value.parse().ok(), "The batch share", &value, share_range),
            "d" => {
                let date = value.parse().ok().map(Some);
                self.set(&mut address.date, date, "The date", &value, || "a day is written YYYY-MM-DD".to_owned());
            }
            "m" => self.list(&mut address.priorities, "need", "A must-have", &value),
            "w" => self.list(&mut address.priorities, "weight", "A weight", &value),
            "u" => self.list(&mut address.priorities, "use", "What is in use", &value),
            "q" => address.search = value.chars().take(MAX_SEARCH).collect(),
            _ => self.side_key(&mut address.sides, key, &value),
        }
    }

    fn list(&mut self, priorities: &mut Priorities, kind: &str, what: &'static str, value: &str) {
        let value: String = value.chars().take(MAX_VALUE_BYTES).collect();
        if let Some(word) = priorities.read(kind, &value) {
            let allowed = "a list of words of the page is expected, with commas between".to_owned();
            self.notes.push(Note::BadValue { what, value: shorten(&word), allowed });
        }
    }

    /// `ra` … `rd` and `ta` … `td`.
    fn side_key(&mut self, sides: &mut [Side; MAX_SIDES], key: &str, value: &str) {
        let Some(letter) = key.as_bytes().get(1) else { return };
        let Some(side) = sides.get_mut(usize::from(letter.wrapping_sub(b'a'))) else { return };
        if key.starts_with('r') {
            let route = (value.contains(':') && value.len() <= MAX_VALUE_BYTES).then(|| Some(value.to_owned()));
            self.set(&mut side.route, route, "A route", value, || "a route is written provider:model_id".to_owned());
        } else {
            self.set(&mut side.reasoning, tokens(value), "The number of reasoning tokens", value, || {
                range(0, MAX_TOKENS)
            });
        }
    }

    fn set<T>(
        &mut self,
        place: &mut T,
        parsed: Option<T>,
        what: &'static str,
        value: &str,
        allowed: impl Fn() -> String,
    ) {
        match parsed {
            Some(parsed) => *place = parsed,
            None => self.notes.push(Note::BadValue { what, value: shorten(value), allowed: allowed() }),
        }
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

fn count(text: &str, least: u64, most: u64) -> Option<u64> {
    let digits = !text.is_empty() && text.len() <= 20 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|n| (least..=most).contains(n))
}

fn tokens(text: &str) -> Option<Tokens> {
    count(text, 0, MAX_TOKENS).map(Tokens)
}

fn range(least: u64, most: u64) -> String {
    format!("a whole number from {least} to {} is expected", group_thousands(u128::from(most)))
}

fn share_range() -> String {
    "a share is a decimal from 0 to 1 with at most four places".to_owned()
}
