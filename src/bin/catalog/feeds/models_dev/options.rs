//! `reasoning_options`: how a request steers reasoning.

use llm_compare::catalog::{Reasoning, ReasoningMode};
use serde::Deserialize;

/// One way to steer it.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum ReasoningOption {
    /// On or off.
    Toggle,
    /// One of these words; the feed has a few nulls among them.
    Effort { values: Option<Vec<Option<String>>> },
    /// A number of tokens.
    BudgetTokens { min: Option<i64> },
}

/// What the flag and the options say together.
pub(super) fn reasoning(reasons: bool, options: Option<&[ReasoningOption]>) -> Option<Reasoning> {
    if !reasons {
        return Some(Reasoning { mode: ReasoningMode::None, efforts: Vec::new(), budget: false });
    }
    let mut steering = Reasoning { mode: ReasoningMode::Unspecified, efforts: Vec::new(), budget: false };
    for option in options.unwrap_or_default() {
        match option {
            ReasoningOption::Toggle => steering.mode = ReasoningMode::Optional,
            ReasoningOption::Effort { values } => {
                steering.efforts.extend(values.iter().flatten().flatten().cloned());
            }
            ReasoningOption::BudgetTokens { min } => {
                steering.budget = true;
                if *min == Some(0) {
                    steering.mode = ReasoningMode::Optional;
                }
            }
        }
    }
    if steering.efforts.iter().any(|effort| effort == "none") {
        steering.mode = ReasoningMode::Optional;
    }
    Some(steering)
}
