//! Portkey's price lists: one file for each provider, in US cents per token.

use super::Input;
use super::flat::Flat;
use crate::claims::{Claim, Harvest, Offer, Place, Quote, Says};
use crate::error::Error;
use crate::files;
use crate::number::charged;
use llm_compare::catalog::PriceClasses;
use llm_compare::money::UsdPerMtok;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// `pricing/*.json`.
pub(super) fn read_prices(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for path in files::list(&input.path, "json")? {
        let provider = files::stem(&path);
        let rows: BTreeMap<String, Value> = files::read_json(&path)?;
        for (id, row) in rows.iter().filter_map(|(key, row)| Some((base_id(key)?, row))) {
            let Some(fields) = row.as_object() else { return Err(Error::shape(&path, id, "is not an object")) };
            let price = quote(&Flat { path: &path, at: id, fields }, shift(&provider));
            let claim = |price| Claim {
                origin: input.origin.clone(),
                place: Place::Provider(provider.clone()),
                id: id.to_owned(),
                says: Says::default(),
                offer: Some(Offer { price: Some(price), ..Offer::default() }),
            };
            harvest.take(price.map(|price| price.map(claim)));
        }
    }
    if harvest.claims.is_empty() {
        return Err(Error::shape(&input.path, "", "holds no <provider>.json with prices"));
    }
    Ok(harvest)
}

/// Cents per token are 10⁴ dollars per million; the file of MiniMax is in dollars per token.
fn shift(provider: &str) -> i32 {
    if provider == "minimax" { 6 } else { 4 }
}

/// The id a request carries. Some models have a row for short prompts beside one for long prompts; the row for short
/// prompts is the price, and the other is left out, because its threshold is the feed's and not the provider's.
/// `default` is the list's own.
fn base_id(key: &str) -> Option<&str> {
    let is_threshold = |text: &str| text.strip_suffix('k').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
    if key == "default" || key.rsplit_once("-gt-").is_some_and(|(_, rest)| is_threshold(rest)) {
        return None;
    }
    Some(key.rsplit_once("-lte-").filter(|(_, rest)| is_threshold(rest)).map_or(key, |(id, _)| id))
}

/// `None` where the row charges nothing for text: it is about pictures or sound, or nobody filled it in.
fn quote(row: &Flat, shift: i32) -> Result<Option<Quote>, Error> {
    let Some(config) = row.object("pricing_config")? else { return Ok(None) };
    let config = Flat { fields: config, ..*row };
    let Some(fields) = config.object("pay_as_you_go")? else { return Ok(None) };
    let plain = Units { row: Flat { fields, ..*row }, shift };
    let nothing = Map::new();
    let batch = Units { row: Flat { fields: config.object("batch_config")?.unwrap_or(&nothing), ..*row }, shift };
    let extra = plain.row.object("additional_units")?.unwrap_or(&nothing);
    let extra = Units { row: Flat { fields: extra, ..*row }, shift };
    let output = plain.price("response_token")?;
    let classes = PriceClasses {
        input: plain.price("request_token")?,
        output,
        cache_read: plain.charged("cache_read_input_token")?,
        cache_write_5m: plain.charged("cache_write_input_token")?,
        cache_write_1h: extra.charged("cache_write_1h")?,
        batch_input: batch.charged("request_token")?,
        batch_output: batch.charged("response_token")?,
        batch_cache_read: batch.charged("cache_read_input_token")?,
        // The same price again says nothing.
        reasoning: plain.charged("reasoning_token")?.filter(|price| Some(*price) != output),
        audio_input: plain.charged("request_audio_token")?,
        audio_output: plain.charged("response_audio_token")?,
    };
    Ok(Some(Quote { classes, tiers: Vec::new() }).filter(Quote::is_price))
}

/// Prices by unit, each as `{ "price": … }`.
struct Units<'a> {
    row: Flat<'a>,
    shift: i32,
}

impl Units<'_> {
    fn price(&self, unit: &str) -> Result<Option<UsdPerMtok>, Error> {
        let Some(fields) = self.row.object(unit)? else { return Ok(None) };
        Flat { fields, ..self.row }.price("price", self.shift)
    }

    fn charged(&self, unit: &str) -> Result<Option<UsdPerMtok>, Error> {
        Ok(charged(self.price(unit)?))
    }
}
