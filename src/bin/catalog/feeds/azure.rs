//! Azure's schedule of retirements, as Microsoft documents it.

use super::Input;
use crate::claims::{Harvest, Lifecycle, Place, Says};
use crate::error::Error;
use crate::files;
use llm_compare::catalog::{Precision, Stage};
use llm_compare::units::Date;
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    model: String,
    version: String,
    lifecycle: LifecycleWord,
    retirement_date: Option<Date>,
    replacement: Option<String>,
}

#[derive(Deserialize, Clone, Copy)]
enum LifecycleWord {
    #[serde(rename = "GA")]
    GenerallyAvailable,
    Preview,
    Legacy,
    Deprecated,
    Retired,
}

/// `model_retirement_schedule.csv`.
pub(super) fn read_schedule(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for row in files::read_csv::<Row>(&input.path)? {
        let says = Says { lifecycle: Some(row.lifecycle()), ..Says::default() };
        harvest.claims.push(input.claim(Place::Provider("azure".to_owned()), row.id(), says));
    }
    Ok(harvest)
}

impl Row {
    /// A version that is a date belongs to the id; others count Azure's own packages.
    fn id(&self) -> String {
        let dated = self.version.parse::<Date>().is_ok() && !self.model.contains(&self.version);
        if dated { format!("{}-{}", self.model, self.version) } else { self.model.clone() }
    }

    /// The day is a promise not to retire earlier until the end is announced.
    fn lifecycle(&self) -> Lifecycle {
        let (stage, precision) = match self.lifecycle {
            LifecycleWord::GenerallyAvailable | LifecycleWord::Preview => (Stage::Active, Precision::Earliest),
            LifecycleWord::Legacy | LifecycleWord::Deprecated => (Stage::Deprecated, Precision::Exact),
            LifecycleWord::Retired => (Stage::Retired, Precision::Exact),
        };
        let replacement = self.replacement.clone().filter(|id| !id.is_empty());
        Lifecycle { stage, retires: self.retirement_date, precision, replacement }
    }
}
