//! Prices of a route, by class, tier and period.

use super::declare::words;
use super::fact::is_false;
use super::read::{At, Read};
use crate::money::{UsdPerMonth, UsdPerMtok};
use crate::units::{Date, Tokens};
use serde::Serialize;

/// What a route costs in one period.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Price {
    /// First day, inclusive; absent when unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// First day after it; absent while it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// `from` is the day a feed was first seen with it, not the day it took force.
    #[serde(skip_serializing_if = "is_false")]
    pub seen_by: bool,
    /// The prices.
    #[serde(flatten)]
    pub classes: PriceClasses,
    /// Other prices for long prompts, by rising threshold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<Tier>,
    /// What is paid whatever is used. Stated of a reader's own price only, of which tokens may cost nothing.
    #[serde(skip)]
    pub fee: Option<UsdPerMonth>,
    /// Id of the source.
    pub source: String,
    /// The day the source was read.
    pub as_of: Date,
    /// Other sources that state the same input and output price.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agree: Vec<String>,
    /// Sources that state another.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disputed: Vec<DisputedPrice>,
}

impl Read for Price {
    fn read(at: &At<'_>) -> Self {
        Self {
            from: at.field("from"),
            to: at.field("to"),
            seen_by: at.field("seen_by"),
            classes: PriceClasses::read(at),
            tiers: at.field("tiers"),
            fee: None,
            source: at.field("source"),
            as_of: at.field("as_of"),
            agree: at.field("agree"),
            disputed: at.field("disputed"),
        }
    }
}

impl Price {
    /// Whether it is in force on `day`.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }

    /// Whether sources differ about it by four times or more, so that it cannot be relied on until somebody decides.
    pub fn is_disputed(&self) -> bool {
        const TIMES: u64 = 4;
        let far = |ours: Option<UsdPerMtok>, theirs: Option<UsdPerMtok>| {
            ours.zip(theirs).is_some_and(|(ours, theirs)| ours.differs_by(theirs, TIMES))
        };
        self.disputed.iter().any(|other| far(self.classes.input, other.input) || far(self.classes.output, other.output))
    }
}

/// Prices by class, in US dollars per million tokens. Absent means unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PriceClasses {
    /// Prompt tokens that are not read from a cache.
    #[serde(rename = "input_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub input: Option<UsdPerMtok>,
    /// Generated tokens.
    #[serde(rename = "output_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub output: Option<UsdPerMtok>,
    /// Prompt tokens read from the cache.
    #[serde(rename = "cache_read_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub cache_read: Option<UsdPerMtok>,
    /// Prompt tokens written to a cache of five minutes or of unnamed lifetime.
    #[serde(rename = "cache_write_5m_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub cache_write_5m: Option<UsdPerMtok>,
    /// Prompt tokens written to a cache of one hour.
    #[serde(rename = "cache_write_1h_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub cache_write_1h: Option<UsdPerMtok>,
    /// Input in a batch.
    #[serde(rename = "batch_input_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub batch_input: Option<UsdPerMtok>,
    /// Output in a batch.
    #[serde(rename = "batch_output_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub batch_output: Option<UsdPerMtok>,
    /// Cache reads in a batch.
    #[serde(rename = "batch_cache_read_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub batch_cache_read: Option<UsdPerMtok>,
    /// Reasoning tokens, where they are not billed as output.
    #[serde(rename = "reasoning_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub reasoning: Option<UsdPerMtok>,
    /// Audio in the prompt.
    #[serde(rename = "audio_input_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub audio_input: Option<UsdPerMtok>,
    /// Generated audio.
    #[serde(rename = "audio_output_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub audio_output: Option<UsdPerMtok>,
}

impl PriceClasses {
    /// Every class with its short name, in the order of the files.
    pub const fn all(&self) -> [(&'static str, Option<UsdPerMtok>); 11] {
        [
            ("input", self.input),
            ("output", self.output),
            ("cache_read", self.cache_read),
            ("cache_write_5m", self.cache_write_5m),
            ("cache_write_1h", self.cache_write_1h),
            ("batch_input", self.batch_input),
            ("batch_output", self.batch_output),
            ("batch_cache_read", self.batch_cache_read),
            ("reasoning", self.reasoning),
            ("audio_input", self.audio_input),
            ("audio_output", self.audio_output),
        ]
    }

    /// The price of every class by its short name, in the same order, to be filled in.
    pub const fn all_mut(&mut self) -> [(&'static str, &mut Option<UsdPerMtok>); 11] {
        [
            ("input", &mut self.input),
            ("output", &mut self.output),
            ("cache_read", &mut self.cache_read),
            ("cache_write_5m", &mut self.cache_write_5m),
            ("cache_write_1h", &mut self.cache_write_1h),
            ("batch_input", &mut self.batch_input),
            ("batch_output", &mut self.batch_output),
            ("batch_cache_read", &mut self.batch_cache_read),
            ("reasoning", &mut self.reasoning),
            ("audio_input", &mut self.audio_input),
            ("audio_output", &mut self.audio_output),
        ]
    }

    /// The classes of which both state a price and not the same one, each with this price and the other. A class that only
    /// one of them states tells of what is known, not of a change.
    pub fn changes_to(&self, other: &Self) -> Vec<(&'static str, UsdPerMtok, UsdPerMtok)> {
        let pairs = self.all().into_iter().zip(other.all());
        let known = pairs.filter_map(|((name, before), (_, after))| Some((name, before?, after?)));
        known.filter(|(_, before, after)| before != after).collect()
    }
}

impl Read for PriceClasses {
    /// The classes stand beside the other keys of a price, each with its unit in its name.
    fn read(at: &At<'_>) -> Self {
        Self {
            input: at.field("input_usd_per_mtok"),
            output: at.field("output_usd_per_mtok"),
            cache_read: at.field("cache_read_usd_per_mtok"),
            cache_write_5m: at.field("cache_write_5m_usd_per_mtok"),
            cache_write_1h: at.field("cache_write_1h_usd_per_mtok"),
            batch_input: at.field("batch_input_usd_per_mtok"),
            batch_output: at.field("batch_output_usd_per_mtok"),
            batch_cache_read: at.field("batch_cache_read_usd_per_mtok"),
            reasoning: at.field("reasoning_usd_per_mtok"),
            audio_input: at.field("audio_input_usd_per_mtok"),
            audio_output: at.field("audio_output_usd_per_mtok"),
        }
    }
}

/// Prices for prompts strictly longer than a threshold. A class the tier leaves out keeps its base price.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tier {
    /// The whole prompt, cached tokens included, must exceed this.
    pub above_input_tokens: Tokens,
    /// Which tokens move.
    pub rule: TierRule,
    /// The prices.
    #[serde(flatten)]
    pub classes: PriceClasses,
}

impl Read for Tier {
    fn read(at: &At<'_>) -> Self {
        Self {
            above_input_tokens: at.field("above_input_tokens"),
            rule: at.field("rule"),
            classes: PriceClasses::read(at),
        }
    }
}

words! {
    /// Which tokens of a long prompt the tier's price applies to.
    pub enum TierRule {
        /// All of them, and the answer too.
        WholePrompt = "whole_prompt",
        /// Only those beyond the threshold.
        Marginal = "marginal",
    }
}

/// What another source states for the same route.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DisputedPrice {
    /// Its input price.
    #[serde(rename = "input_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub input: Option<UsdPerMtok>,
    /// Its output price.
    #[serde(rename = "output_usd_per_mtok", skip_serializing_if = "Option::is_none")]
    pub output: Option<UsdPerMtok>,
    /// Id of that source.
    pub source: String,
}

impl Read for DisputedPrice {
    fn read(at: &At<'_>) -> Self {
        Self {
            input: at.field("input_usd_per_mtok"),
            output: at.field("output_usd_per_mtok"),
            source: at.field("source"),
        }
    }
}
