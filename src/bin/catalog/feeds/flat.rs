//! Fields of a flat JSON object whose names carry the meaning, with errors that name the place.

use crate::error::Error;
use crate::number::{charged, usd_per_mtok};
use llm_compare::money::UsdPerMtok;
use llm_compare::units::Date;
use serde_json::{Map, Value};
use std::path::Path;

/// One object of a file.
#[derive(Clone, Copy)]
pub(super) struct Flat<'a> {
    pub(super) path: &'a Path,
    /// Where it stands in the file.
    pub(super) at: &'a str,
    pub(super) fields: &'a Map<String, Value>,
}

impl<'a> Flat<'a> {
    /// What `read` makes of a field. `None` where it is absent or null.
    fn field<T>(&self, key: &str, kind: &str, read: impl Fn(&'a Value) -> Option<T>) -> Result<Option<T>, Error> {
        match self.fields.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => match read(value) {
                Some(value) => Ok(Some(value)),
                None => Err(self.wrong(key, &format!("is not {kind}"))),
            },
        }
    }

    fn wrong(&self, key: &str, reason: &str) -> Error {
        Error::shape(self.path, format!("{}.{key}", self.at), reason)
    }

    pub(super) fn text(&self, key: &str) -> Result<Option<&'a str>, Error> {
        self.field(key, "a text", Value::as_str)
    }

    pub(super) fn flag(&self, key: &str) -> Result<Option<bool>, Error> {
        self.field(key, "true or false", Value::as_bool)
    }

    pub(super) fn number(&self, key: &str) -> Result<Option<f64>, Error> {
        self.field(key, "a number", Value::as_f64)
    }

    pub(super) fn count(&self, key: &str) -> Result<Option<u64>, Error> {
        self.field(key, "a whole number", Value::as_u64)
    }

    pub(super) fn date(&self, key: &str) -> Result<Option<Date>, Error> {
        self.field(key, "a date", |value| value.as_str()?.parse().ok())
    }

    /// The elements of a list; none where it is absent.
    pub(super) fn list(&self, key: &str) -> Result<&'a [Value], Error> {
        let list = self.field(key, "a list", |value| value.as_array())?;
        Ok(list.map(Vec::as_slice).unwrap_or_default())
    }

    pub(super) fn object(&self, key: &str) -> Result<Option<&'a Map<String, Value>>, Error> {
        self.field(key, "an object", Value::as_object)
    }

    /// A price in units of 10^`shift` US dollars per million tokens.
    pub(super) fn price(&self, key: &str, shift: i32) -> Result<Option<UsdPerMtok>, Error> {
        let price = self.number(key)?.map(|value| usd_per_mtok(value, shift)).transpose();
        price.map_err(|reason| self.wrong(key, &reason))
    }

    /// A price of something for which 0 means that nobody filled it in.
    pub(super) fn charged(&self, key: &str, shift: i32) -> Result<Option<UsdPerMtok>, Error> {
        Ok(charged(self.price(key, shift)?))
    }
}
