//! From a JSON tree to the catalogue's types, with the path of everything that is wrong.
//!
//! Serde writes these types; reading is our own for two reasons: a wrong file is described by every problem with its
//! path instead of the first one without, and the browser downloads a quarter of the code.

use super::tree::Tree;
use crate::money::UsdPerMtok;
use crate::units::{Date, PartialDate, Points, Tokens};
use litemap::LiteMap;
use serde::Deserialize;
use serde_json::Value;
use std::cell::RefCell;
use std::fmt::Write;
use std::str::FromStr;

/// One thing that is wrong, with the place inside the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// JSON path, such as `routes[3].prices[0]`.
    pub path: String,
    /// What is wrong.
    pub what: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.what)
    }
}

/// A type that can be read from a JSON tree. What cannot be read is reported and read as the default, so that one
/// look finds every problem.
pub trait Read: Default {
    /// Whether its key may be absent, which means the default.
    const OPTIONAL: bool = false;

    /// Reads the value at `at`.
    fn read(at: &At<'_>) -> Self;
}

/// Reads a value that is JSON already.
///
/// # Errors
/// Every problem of it.
pub fn read<T: Read>(value: &Value) -> Result<T, Vec<Problem>> {
    let mut found = T::default();
    read_tree(&Tree::deserialize(value).unwrap_or(Tree::Other), &mut |at| found = T::read(at))?;
    Ok(found)
}

/// Hands a whole tree to `read`.
///
/// # Errors
/// Every problem of the tree.
pub(super) fn read_tree(tree: &Tree, read: &mut dyn FnMut(&At<'_>)) -> Result<(), Vec<Problem>> {
    let problems = RefCell::default();
    read(&At { value: Some(tree), step: Step::Root, parent: None, problems: Some(&problems) });
    let problems = problems.into_inner();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// A place in a JSON tree.
pub struct At<'a> {
    /// `None` where a key is absent.
    value: Option<&'a Tree>,
    step: Step<'a>,
    parent: Option<&'a At<'a>>,
    /// `None` below an absent key: of what is missing nothing else is wrong.
    problems: Option<&'a RefCell<Vec<Problem>>>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Item(usize),
}

impl<'a> At<'a> {
    /// Reads the value under a key of the object here. Not inlined: there are a hundred fields of a dozen types.
    #[inline(never)]
    pub fn field<T: Read>(&self, key: &str) -> T {
        T::read(&self.under(key, T::OPTIONAL))
    }

    // Apart from `field`, so that it is compiled once for all types.
    fn under<'b>(&'b self, key: &'b str, optional: bool) -> At<'b> {
        let value = self.value.and_then(|value| value.get(key));
        let at = At { value, step: Step::Key(key), parent: Some(self), problems: self.problems };
        if value.is_some() {
            return at;
        }
        if !optional {
            at.report("is missing");
        }
        At { problems: None, ..at }
    }

    /// Reports what is wrong here.
    pub fn report(&self, what: &str) {
        let Some(problems) = self.problems else { return };
        let mut path = String::new();
        self.write_path(&mut path);
        problems.borrow_mut().push(Problem { path, what: what.to_owned() });
    }

    fn write_path(&self, out: &mut String) {
        if let Some(parent) = self.parent {
            parent.write_path(out);
        }
        let _ = match self.step {
            Step::Root => Ok(()),
            Step::Key(key) if out.is_empty() => out.write_str(key),
            Step::Key(key) => write!(out, ".{key}"),
            Step::Item(item) => write!(out, "[{item}]"),
        };
    }

    /// Hands every item of the list here to `read`. Compiled once for lists of all types.
    fn items(&self, read: &mut dyn FnMut(&At<'_>)) {
        let Some(items) = self.value.and_then(Tree::items) else { return self.report("is not a list") };
        for (nth, value) in items.iter().enumerate() {
            read(&At { value: Some(value), step: Step::Item(nth), parent: Some(self), problems: self.problems });
        }
    }

    /// The same for every key of the object here.
    pub fn entries(&self, read: &mut dyn FnMut(&str, &At<'_>)) {
        let Some(entries) = self.value.and_then(Tree::entries) else { return self.report("is not an object") };
        for (key, value) in entries {
            read(key, &At { value: Some(value), step: Step::Key(key), parent: Some(self), problems: self.problems });
        }
    }

    fn number(&self) -> u64 {
        self.value.and_then(Tree::number).unwrap_or_else(|| {
            self.report("is not a whole number");
            0
        })
    }

    fn text(&self) -> &'a str {
        self.value.and_then(Tree::text).unwrap_or_else(|| {
            self.report("is not a text");
            ""
        })
    }

    /// A value that is written as text.
    fn parse<T: FromStr<Err = String> + Default>(&self) -> T {
        match self.value.and_then(Tree::text).map(T::from_str) {
            Some(Ok(value)) => return value,
            Some(Err(why)) => self.report(&why),
            None => self.report("is not a text"),
        }
        T::default()
    }

    /// One of a fixed set of words.
    pub(super) fn word<T: Copy + Default>(&self, words: &[(&str, T)]) -> T {
        let text = self.text();
        match words.iter().find(|(word, _)| *word == text) {
            Some((_, value)) => *value,
            None => {
                self.report(&format!("\"{text}\" is not one of the words expected here"));
                T::default()
            }
        }
    }
}

impl Read for String {
    fn read(at: &At<'_>) -> Self {
        at.text().to_owned()
    }
}

impl Read for u64 {
    fn read(at: &At<'_>) -> Self {
        at.number()
    }
}

impl Read for u32 {
    fn read(at: &At<'_>) -> Self {
        Self::try_from(at.number()).unwrap_or_else(|_| {
            at.report("is too large");
            0
        })
    }
}

impl Read for Tokens {
    fn read(at: &At<'_>) -> Self {
        Self(at.number())
    }
}

impl Read for bool {
    const OPTIONAL: bool = true;

    fn read(at: &At<'_>) -> Self {
        at.value.and_then(Tree::flag).unwrap_or_else(|| {
            at.report("is neither true nor false");
            false
        })
    }
}

impl Read for Date {
    fn read(at: &At<'_>) -> Self {
        at.parse()
    }
}

impl Read for PartialDate {
    fn read(at: &At<'_>) -> Self {
        at.parse()
    }
}

impl Read for Points {
    fn read(at: &At<'_>) -> Self {
        at.parse()
    }
}

impl Read for UsdPerMtok {
    fn read(at: &At<'_>) -> Self {
        at.parse()
    }
}

impl<T: Read> Read for Option<T> {
    const OPTIONAL: bool = true;

    fn read(at: &At<'_>) -> Self {
        at.value.map(|_| T::read(at))
    }
}

impl<T: Read> Read for Vec<T> {
    const OPTIONAL: bool = true;

    fn read(at: &At<'_>) -> Self {
        let mut list = Self::new();
        at.items(&mut |item| list.push(T::read(item)));
        list
    }
}

impl<K: Word, T: Read> Read for LiteMap<K, T> {
    const OPTIONAL: bool = true;

    fn read(at: &At<'_>) -> Self {
        let mut map = Self::new();
        at.entries(&mut |key, entry| match K::from_word(key) {
            Some(key) => _ = map.insert(key, T::read(entry)),
            None => entry.report("is not a key expected here"),
        });
        map
    }
}

/// What can be the key of a JSON object.
pub trait Word: Ord + Sized {
    /// The key that a word means.
    fn from_word(word: &str) -> Option<Self>;
}

impl Word for String {
    fn from_word(word: &str) -> Option<Self> {
        Some(word.to_owned())
    }
}
