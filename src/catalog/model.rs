//! One model: everything the catalogue knows about it, in one file.

use super::cohort::Cohort;
use super::declare::{record, words};
use super::fact::{Fact, is_false};
use super::lifecycle::LifecycleMark;
use super::related::Related;
use super::route::{Capability, Route, RouteStatus};
use super::score::Score;
use crate::units::{Date, PartialDate, Tokens};
use litemap::LiteMap;

record! {
    /// The content of `models/<slug>.json`.
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
        #[serde(skip_serializing_if = "Option::is_none")]
        pub family: Option<String>,
        /// Other spellings that mean this model.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<String>,
        /// What is known of the model itself.
        pub facts: Facts,
        /// Yes and No; a capability that is absent is unknown.
        #[serde(skip_serializing_if = "LiteMap::is_empty")]
        pub capabilities: LiteMap<Capability, Fact<bool>>,
        /// Which request parameters it takes.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub request_parameters: Option<RequestParameters>,
        /// Everywhere it can be requested, ordered by provider and model id.
        pub routes: Vec<Route>,
        /// Retirement, channel by channel.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub lifecycle: Vec<LifecycleMark>,
        /// Benchmark results.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub scores: Vec<Score>,
        /// How it stands among the models of its time.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cohort: Option<Cohort>,
        /// What follows it, what it follows, and what may be chosen instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub related: Option<Related>,
    }
}

impl Model {
    /// Whether something shows it in use: a route that its provider lists today, a score, or a lifecycle mark.
    pub fn has_evidence(&self) -> bool {
        let listed = |route: &Route| !matches!(route.status, RouteStatus::Listed | RouteStatus::Removed);
        self.routes.iter().any(listed) || !self.scores.is_empty() || !self.lifecycle.is_empty()
    }
}

record! {
    /// Facts of a model. Absent means unknown.
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
}

words! {
    /// How the parameters are arranged.
    pub enum Architecture {
        /// Every parameter works on every token.
        Dense = "dense",
        /// A part of the parameters works on each token.
        MixtureOfExperts = "mixture_of_experts",
    }
}

record! {
    /// A licence with its text's address.
    pub struct Licence {
        /// Its name or identifier.
        pub value: String,
        /// Where its text stands.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
        /// What it allows, in one word.
        pub class: LicenceClass,
    }
}

words! {
    /// What a licence allows.
    pub enum LicenceClass {
        /// Any use.
        Permissive = "permissive",
        /// Open weights with limits on use.
        Restricted = "restricted",
        /// No weights.
        Closed = "closed",
    }
}

record! {
    /// A knowledge cutoff and what the date means.
    pub struct Cutoff {
        /// The date.
        pub value: PartialDate,
        /// What the date means.
        pub kind: CutoffKind,
    }
}

words! {
    /// What a cutoff date means.
    pub enum CutoffKind {
        /// The last day of the training data.
        TrainingData = "training_data",
        /// The last day on which its knowledge is reliable.
        Reliable = "reliable",
        /// The source does not say which.
        Unspecified = "unspecified",
    }
}

words! {
    /// A kind of content.
    pub enum Modality {
        /// Text.
        Text = "text",
        /// Still pictures.
        Image = "image",
        /// Sound.
        Audio = "audio",
        /// Moving pictures.
        Video = "video",
        /// PDF documents and other files.
        Pdf = "pdf",
    }
}

record! {
    /// How reasoning can be steered.
    pub struct Reasoning {
        /// Whether it can be switched.
        pub mode: ReasoningMode,
        /// Effort levels a request can name, in the lab's order.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub efforts: Vec<String>,
        /// Whether a request can name a budget in tokens.
        #[serde(skip_serializing_if = "is_false")]
        pub budget: bool,
    }
}

words! {
    /// Whether reasoning can be switched.
    pub enum ReasoningMode {
        /// It has none.
        None = "none",
        /// A request can turn it on or off.
        Optional = "optional",
        /// It always reasons.
        Mandatory = "mandatory",
        /// It reasons; whether that can be turned off is not known.
        Unspecified = "unspecified",
    }
}

record! {
    /// Which request parameters a model takes. A parameter in neither list is unlisted, which is not rejected.
    pub struct RequestParameters {
        /// Taken.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub accepted: Vec<String>,
        /// Refused.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub rejected: Vec<String>,
        /// Id of the source.
        pub source: String,
        /// The day the source was read.
        pub as_of: Date,
    }
}
