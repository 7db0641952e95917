//! One model: everything the catalogue knows about it, in one file.

use super::fact::{Fact, is_false};
use super::route::{Capability, Route};
use crate::units::{Date, PartialDate, Tokens};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The content of `models/<slug>.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    /// Version of the file's shape; see [`super::SCHEMA`].
    pub schema: u32,
    /// The slug: the lab's own id in `[a-z0-9.-]`.
    pub id: String,
    /// Id of the lab that made it.
    pub lab: String,
    /// Name of that lab, for reading.
    pub lab_name: String,
    /// Name of the model, for reading; unique in the catalogue.
    pub name: String,
    /// The family it belongs to, where a source names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// Other spellings that mean this model.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What is known of the model itself.
    pub facts: Facts,
    /// Yes and No; a capability that is absent is unknown.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub capabilities: BTreeMap<Capability, Fact<bool>>,
    /// Which request parameters it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_parameters: Option<RequestParameters>,
    /// Everywhere it can be requested, ordered by provider and model id.
    pub routes: Vec<Route>,
    /// Retirement, channel by channel.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lifecycle: Vec<LifecycleMark>,
    /// Benchmark results.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<Score>,
}

/// Facts of a model. Absent means unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Day of release.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released: Option<Fact<PartialDate>>,
    /// Prompt and answer together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context_tokens: Option<Fact<Tokens>>,
    /// The longest prompt, where it is smaller than the context window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_input_tokens: Option<Fact<Tokens>>,
    /// The longest answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_output_tokens: Option<Fact<Tokens>>,
    /// All parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters_total: Option<Fact<u64>>,
    /// Parameters used for one token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters_active: Option<Fact<u64>>,
    /// Dense or mixture of experts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub architecture: Option<Fact<Architecture>>,
    /// Whether the weights can be downloaded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_weights: Option<Fact<bool>>,
    /// Repository on Hugging Face, `owner/name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hf_id: Option<Fact<String>>,
    /// Licence of the weights or the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Fact<Licence>>,
    /// The end of what it has read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub knowledge_cutoff: Option<Fact<Cutoff>>,
    /// What it reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modalities_in: Option<Fact<Vec<Modality>>>,
    /// What it writes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modalities_out: Option<Fact<Vec<Modality>>>,
    /// How its reasoning can be steered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reasoning: Option<Fact<Reasoning>>,
    /// The shortest prompt that is cached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cache_min_tokens: Option<Fact<Tokens>>,
}

/// How the parameters are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Architecture {
    /// Every parameter works on every token.
    Dense,
    /// A part of the parameters works on each token.
    MixtureOfExperts,
}

/// A licence with its text's address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// Its name or identifier.
    pub value: String,
    /// Where its text stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What it allows, in one word.
    pub class: LicenceClass,
}

/// What a licence allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LicenceClass {
    /// Any use.
    Permissive,
    /// Open weights with limits on use.
    Restricted,
    /// No weights.
    Closed,
}

/// A knowledge cutoff and what the date means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cutoff {
    /// The date.
    pub value: PartialDate,
    /// What the date means.
    pub kind: CutoffKind,
}

/// What a cutoff date means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CutoffKind {
    /// The last day of the training data.
    TrainingData,
    /// The last day on which its knowledge is reliable.
    Reliable,
    /// The source does not say which.
    Unspecified,
}

/// A kind of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Text.
    Text,
    /// Still pictures.
    Image,
    /// Sound.
    Audio,
    /// Moving pictures.
    Video,
    /// PDF documents and other files.
    Pdf,
}

/// How reasoning can be steered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reasoning {
    /// Whether it can be switched.
    pub mode: ReasoningMode,
    /// Effort levels a request can name, in the lab's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub efforts: Vec<String>,
    /// Whether a request can name a budget in tokens.
    #[serde(default, skip_serializing_if = "is_false")]
    pub budget: bool,
}

/// Whether reasoning can be switched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasoningMode {
    /// It has none.
    None,
    /// A request can turn it on or off.
    Optional,
    /// It always reasons.
    Mandatory,
    /// It reasons; whether that can be turned off is not known.
    Unspecified,
}

/// Which request parameters a model takes. A parameter in neither list is unlisted, which is not rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestParameters {
    /// Taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<String>,
    /// Refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<String>,
    /// Id of the source.
    pub source: String,
    /// The day the source was read.
    pub as_of: Date,
}

/// When a model goes away on one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifecycleMark {
    /// Provider id.
    pub channel: String,
    /// The last day.
    pub retires: Date,
    /// Whether that is the day or the earliest possible day.
    pub precision: Precision,
    /// Slug or id of what the channel recommends instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replacement: Option<String>,
    /// Id of the source.
    pub source: String,
    /// The day the source was read.
    pub as_of: Date,
}

/// How firm a retirement date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// On that day.
    Exact,
    /// Not before that day.
    Earliest,
}

/// One benchmark result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The benchmark.
    pub benchmark: Benchmark,
    /// The publisher's run of many models with one harness; scores compare only within it.
    pub series: String,
    /// The value as a decimal string on the benchmark's own scale.
    pub value: String,
    /// Standard error, on the same scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stderr: Option<String>,
    /// Effort or mode that was run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// The program that ran it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub harness: Option<String>,
    /// Who ran it.
    pub origin: ScoreOrigin,
    /// Day of the run or of its publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Where it is published.
    pub url: String,
    /// Id of the source.
    pub source: String,
    /// The day the source was read.
    pub as_of: Date,
}

/// Id of a benchmark, a key of `benchmarks.json`.
pub type Benchmark = String;

/// Who ran a benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScoreOrigin {
    /// A third party.
    Independent,
    /// Whoever made the benchmark.
    Owner,
    /// The lab whose model it is.
    SelfReported,
}
