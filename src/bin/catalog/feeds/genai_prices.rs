//! genai-prices: prices that people have checked on the providers' pages, with the day of the check and, for some, the
//! day of a change.

use super::Input;
use crate::claims::{Claim, Dated, Harvest, Offer, Origin, Place, Quote, Says};
use crate::error::Error;
use crate::files;
use crate::number::{self, usd_per_mtok};
use llm_compare::catalog::{PriceClasses, Tier, TierRule};
use llm_compare::units::{Date, Tokens};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct File {
    id: String,
    models: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    prices: PricesRow,
    prices_checked: Option<Date>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum PricesRow {
    Always(Box<ClassesRow>),
    Dated(Vec<DatedRow>),
}

#[derive(Deserialize)]
struct DatedRow {
    constraint: Option<Constraint>,
    prices: ClassesRow,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Constraint {
    From {
        start_date: Date,
    },
    /// A price by the time of day.
    Other(serde::de::IgnoredAny),
}

/// US dollars per million tokens.
#[derive(Deserialize)]
struct ClassesRow {
    input_mtok: Option<PriceRow>,
    output_mtok: Option<PriceRow>,
    cache_read_mtok: Option<PriceRow>,
    cache_write_mtok: Option<PriceRow>,
    cache_write_1h_mtok: Option<PriceRow>,
    input_audio_mtok: Option<PriceRow>,
    output_audio_mtok: Option<PriceRow>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum PriceRow {
    Flat(f64),
    Tiered { base: f64, tiers: Vec<TierRow> },
}

#[derive(Deserialize)]
struct TierRow {
    start: u64,
    price: f64,
}

/// `providers/*.yml`. Rows that nobody has checked are copies of lists that the providers change without notice; they are
/// left out.
pub(super) fn read_prices(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for path in files::list(&input.path, "yml")? {
        let file: File = files::read_yaml(&path)?;
        for (at, row) in file.models.iter().enumerate() {
            let Some(checked) = row.prices_checked else { continue };
            let origin = Origin { as_of: checked, ..input.origin.clone() };
            let offer = row
                .prices
                .offer(checked)
                .map_err(|reason| Error::shape(&path, format!("models[{at}].prices ({})", row.id), reason))?;
            harvest.claims.extend(offer.map(|offer| Claim {
                origin,
                place: Place::Provider(file.id.clone()),
                id: row.id.clone(),
                says: Says::default(),
                offer: Some(offer),
            }));
        }
    }
    if harvest.claims.is_empty() {
        return Err(Error::shape(&input.path, "", "holds no <provider>.yml with checked prices"));
    }
    Ok(harvest)
}

impl PricesRow {
    /// `None` for prices that follow the time of day, and for what is not priced by tokens.
    fn offer(&self, today: Date) -> Result<Option<Offer>, String> {
        let mut dated = Vec::new();
        match self {
            Self::Always(classes) => dated.push(Dated { from: None, quote: classes.quote()? }),
            Self::Dated(rows) => {
                for row in rows {
                    let from = match &row.constraint {
                        None => None,
                        Some(Constraint::From { start_date }) => Some(*start_date),
                        Some(Constraint::Other(_)) => return Ok(None),
                    };
                    dated.push(Dated { from, quote: row.prices.quote()? });
                }
            }
        }
        dated.sort_by_key(|change| change.from);
        let holds = |change: &&Dated| change.from.is_none_or(|from| from <= today);
        let price = dated.iter().rev().find(holds).map(|change| change.quote.clone()).filter(Quote::is_price);
        if dated.len() == 1 {
            dated.clear();
        }
        Ok(price.map(|price| Offer { price: Some(price), dated, ..Offer::default() }))
    }
}

impl ClassesRow {
    fn quote(&self) -> Result<Quote, String> {
        let all = [&self.input_mtok, &self.output_mtok, &self.cache_read_mtok, &self.cache_write_mtok];
        let tiers = all.into_iter().flatten().flat_map(PriceRow::thresholds);
        let thresholds: BTreeSet<u64> = tiers.collect();
        let tiers = thresholds.into_iter().map(|start| {
            let classes = self.classes(|price| price.above(start))?;
            Ok(Tier { above_input_tokens: Tokens(start), rule: TierRule::WholePrompt, classes })
        });
        Ok(Quote { classes: self.classes(|price| Some(price.base()))?, tiers: tiers.collect::<Result<_, String>>()? })
    }

    /// The classes, each with what `part` takes of its price.
    fn classes(&self, part: impl Fn(&PriceRow) -> Option<f64>) -> Result<PriceClasses, String> {
        let price =
            |row: &Option<PriceRow>| row.as_ref().and_then(&part).map(|value| usd_per_mtok(value, 0)).transpose();
        let charged = |row: &Option<PriceRow>| price(row).map(number::charged);
        Ok(PriceClasses {
            input: price(&self.input_mtok)?,
            output: price(&self.output_mtok)?,
            cache_read: charged(&self.cache_read_mtok)?,
            cache_write_5m: charged(&self.cache_write_mtok)?,
            cache_write_1h: charged(&self.cache_write_1h_mtok)?,
            audio_input: charged(&self.input_audio_mtok)?,
            audio_output: charged(&self.output_audio_mtok)?,
            ..PriceClasses::default()
        })
    }
}

impl PriceRow {
    fn base(&self) -> f64 {
        match self {
            Self::Flat(price) | Self::Tiered { base: price, .. } => *price,
        }
    }

    fn thresholds(&self) -> Vec<u64> {
        match self {
            Self::Flat(_) => Vec::new(),
            Self::Tiered { tiers, .. } => tiers.iter().map(|tier| tier.start).collect(),
        }
    }

    /// The price above a threshold, where the class has one there.
    fn above(&self, start: u64) -> Option<f64> {
        match self {
            Self::Flat(_) => None,
            Self::Tiered { tiers, .. } => tiers.iter().find(|tier| tier.start == start).map(|tier| tier.price),
        }
    }
}
