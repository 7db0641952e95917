//! models.dev: the lab's models (`models/<lab>/<id>.toml`), every provider's list (`api.json`), and which row of a
//! provider is which model of a lab.

mod benchmarks;
mod history;
mod options;
mod removed;
mod routes;
mod rows;

pub(super) use history::read_history;
pub(super) use removed::read_removed;
pub(super) use routes::read_routes;
pub(super) use rows::modality_capabilities;

use super::Input;
use crate::claims::{Harvest, Place};
use crate::error::Error;
use crate::files;
use rows::ModelRow;
use std::collections::BTreeMap;

/// `models/<lab>/<id>.toml`: facts about a model, whoever serves it.
pub(super) fn read_models(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for folder in files::folders(&input.path)? {
        let lab = files::name(&folder);
        for path in files::list(&folder, "toml")? {
            let row: ModelRow = files::read_toml(&path)?;
            harvest.claims.push(input.claim(Place::Lab(lab.clone()), files::stem(&path), row.says(&path, "")?));
        }
    }
    if harvest.claims.is_empty() {
        return Err(Error::shape(&input.path, "", "holds no <lab>/<id>.toml"));
    }
    Ok(harvest)
}

/// `base_model_map.json`: `provider/id` → `lab/id`.
pub(super) fn read_bases(input: &Input) -> Result<Harvest, Error> {
    let rows: BTreeMap<String, String> = files::read_json(&input.path)?;
    let mut harvest = Harvest::default();
    for (route, base) in rows {
        let (Some((provider, id)), Some(_)) = (route.split_once('/'), base.split_once('/')) else {
            return Err(Error::shape(&input.path, route, "expected \"provider/id\": \"lab/id\""));
        };
        harvest.bases.insert((provider.to_owned(), id.to_owned()), base);
    }
    Ok(harvest)
}
