//! Epoch AI's data on models: how many parameters they have.

use super::Input;
use crate::claims::{Claim, Harvest, Place, Says};
use crate::error::Error;
use crate::files;
use crate::number::whole;
use llm_compare::units::PartialDate;
use serde::Deserialize;
use std::collections::BTreeSet;

/// Three selections of one collection; a model may stand in all of them.
const TABLES: [&str; 3] = ["notable_ai_models", "large_scale_ai_models", "frontier_ai_models"];

#[derive(Deserialize)]
struct Row {
    #[serde(rename = "Model")]
    model: String,
    #[serde(rename = "Organization")]
    organization: String,
    #[serde(rename = "Publication date")]
    published: String,
    #[serde(rename = "Domain")]
    domain: String,
    #[serde(rename = "Parameters")]
    parameters: Option<f64>,
    #[serde(rename = "Confidence")]
    confidence: String,
    #[serde(rename = "Model accessibility")]
    accessibility: String,
}

/// All tables. Only rows of language models whose size is no guess.
pub(super) fn read_models(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    let mut seen = BTreeSet::new();
    for table in TABLES {
        let path = input.path.join(format!("{table}.csv"));
        for (at, row) in files::read_csv::<Row>(&path)?.into_iter().enumerate() {
            if seen.insert(row.model.trim().to_owned()) {
                let claim = row.claim(input).map_err(|reason| Error::shape(&path, format!("row {}", at + 1), reason));
                harvest.take(claim);
            }
        }
    }
    if harvest.claims.is_empty() {
        return Err(Error::shape(&input.path, "", "holds no language model with a size"));
    }
    Ok(harvest)
}

impl Row {
    fn claim(&self, input: &Input) -> Result<Option<Claim>, String> {
        let Some(parameters) = self.parameters.filter(|_| self.is_sure() && self.domain.contains("Language")) else {
            return Ok(None);
        };
        let released: PartialDate = self.published.parse().map_err(|_| format!("\"{}\" is no date", self.published))?;
        let whole = whole(parameters).ok_or_else(|| format!("{parameters} is not a number of parameters"))?;
        let model = self.model.trim();
        let says = Says {
            name: Some(model.to_owned()),
            released: Some(released),
            parameters_total: Some(whole),
            ..Says::default()
        };
        Ok(Some(input.claim(Place::Record(self.organization.clone()), model, says)))
    }

    /// Where nobody can count the weights, only what the table calls certain is more than a rumour.
    fn is_sure(&self) -> bool {
        let open = self.accessibility.starts_with("Open weights");
        self.confidence == "Confident" || open && self.confidence == "Likely"
    }
}
