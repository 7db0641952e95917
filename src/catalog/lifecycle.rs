//! How long a model stays, channel by channel.

use super::declare::{record, words};
use super::fact::Claim;
use crate::units::Date;

record! {
    /// How long a model stays on one channel.
    pub struct LifecycleMark {
        /// Provider id.
        pub channel: String,
        /// What the channel says of it.
        pub stage: Stage,
        /// The last day.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub retires: Option<Date>,
        /// Whether that is the day or the earliest possible day.
        pub precision: Precision,
        /// Slug or id of what the channel recommends instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub replacement: Option<String>,
        /// Id of the source.
        pub source: String,
        /// The day the source was read.
        pub as_of: Date,
        /// Other sources that state the same day.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub agree: Vec<String>,
        /// Sources that state another day.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub disputed: Vec<Claim<Date>>,
    }
}

words! {
    /// What a channel says of a model's future there.
    pub enum Stage {
        /// It stays.
        Active = "active",
        /// Its end is announced.
        Deprecated = "deprecated",
        /// It is gone.
        Retired = "retired",
    }
}

words! {
    /// How firm a retirement date is.
    pub enum Precision {
        /// On that day.
        Exact = "exact",
        /// Not before that day.
        Earliest = "earliest",
        /// Gone from the channel's list when the list was read on that day.
        SeenBy = "seen_by",
    }
}
