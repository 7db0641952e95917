//! `removed_routes.json`: the last state of rows that have left the providers' lists.

use super::super::Input;
use super::routes::RouteRow;
use crate::claims::{Claim, Harvest, Offer, Place, Quote, Says, Standing};
use crate::error::Error;
use crate::files;
use llm_compare::units::Date;
use serde::Deserialize;

#[derive(Deserialize)]
struct RemovedRow {
    provider: String,
    id: String,
    removed: Date,
    last: Last,
}

/// Some rows only said how they differ from the lab's model; those state nothing themselves.
#[derive(Deserialize)]
#[serde(untagged)]
enum Last {
    Whole(Box<RouteRow>),
    Part(serde::de::IgnoredAny),
}

/// Rows that are gone. What never had a price was a trial, and is remembered for its facts alone.
pub(in crate::feeds) fn read_removed(input: &Input) -> Result<Harvest, Error> {
    let rows: Vec<RemovedRow> = files::read_json(&input.path)?;
    let mut harvest = Harvest::default();
    for (at, row) in rows.into_iter().enumerate() {
        let Last::Whole(last) = row.last else { continue };
        let at = format!("[{at}].last.");
        // Among prices that are gone are slips that made nobody's bill; they cost the row its offer, not the build.
        let offer = last.offer(&input.path, &at).ok();
        let sold = offer.filter(|offer| offer.price.as_ref().is_some_and(Quote::is_price));
        harvest.claims.push(Claim {
            origin: input.origin.clone(),
            place: Place::Provider(row.provider),
            // A row or two was removed for the blank at its end.
            id: row.id.trim().to_owned(),
            says: Says { gone: Some(row.removed), ..last.model.says(&input.path, &at)? },
            offer: sold.map(|offer| Offer { standing: Standing::Removed(row.removed), ..offer }),
        });
    }
    if harvest.claims.is_empty() {
        return Err(Error::shape(&input.path, "", "holds no whole row"));
    }
    Ok(harvest)
}
