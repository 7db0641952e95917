//! What the last refreshes changed: `changes.json`.

use super::declare::record;
use super::fact::is_false;
use super::lifecycle::{Precision, Stage};
use crate::money::UsdPerMtok;
use crate::units::Date;

record! {
    /// The content of `changes.json`.
    pub struct Changes {
        /// Version of the file's shape; see [`super::SCHEMA`].
        pub schema: u32,
        /// The day of the newest source.
        pub as_of: Date,
        /// Newest first.
        pub updates: Vec<Update>,
    }
}

record! {
    /// What one refresh of the sources changed. The lists may be shorter than what is counted: old and long ones are cut.
    pub struct Update {
        /// Its day; a further one of that day has a number behind: `2026-08-27`, `2026-08-27.2`.
        pub id: String,
        /// The day of the newest source.
        pub as_of: Date,
        /// The same of the catalogue before.
        pub before: Date,
        /// How much there is of everything.
        pub counts: UpdateCounts,
        /// Models that are new in the catalogue.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub models_added: Vec<ModelChange>,
        /// Models that are no longer in it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub models_removed: Vec<ModelChange>,
        /// Prices of the day on routes that both catalogues know as served, those of the labs themselves first.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub prices: Vec<PriceChange>,
        /// How long models stay.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub lifecycle: Vec<LifecycleChange>,
        /// What providers took on and off their lists, by provider.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub routes: Vec<RouteChange>,
    }
}

record! {
    /// How much one refresh changed.
    pub struct UpdateCounts {
        /// Models that are new.
        pub models_added: u64,
        /// Models that are gone.
        pub models_removed: u64,
        /// Routes with another price.
        pub prices: u64,
        /// Marks that say something else of how long a model stays.
        pub lifecycle: u64,
        /// Those among them that announce or move a last day.
        pub retirements: u64,
        /// Routes that their providers serve now and did not before.
        pub routes_added: u64,
        /// Routes that they no longer serve.
        pub routes_removed: u64,
    }
}

record! {
    /// A model that came or went.
    pub struct ModelChange {
        /// Slug.
        pub id: String,
        /// Name, for reading.
        pub name: String,
        /// Lab id.
        pub lab: String,
    }
}

record! {
    /// Another price of a route.
    pub struct PriceChange {
        /// Slug.
        pub model: String,
        /// Name of the model, for reading.
        pub name: String,
        /// Provider id.
        pub provider: String,
        /// The id a request carries.
        pub model_id: String,
        /// The lab of the model sells it there itself.
        #[serde(skip_serializing_if = "is_false")]
        pub own: bool,
        /// The classes that differ.
        pub classes: Vec<ClassChange>,
        /// The last day on which the old price was seen.
        pub last_seen: Date,
        /// Id of the source of the new price.
        pub source: String,
        /// The day on which that source was seen with it.
        pub as_of: Date,
    }
}

record! {
    /// Another price of one class, in US dollars per million tokens.
    pub struct ClassChange {
        /// Which tokens: `input`, `cache_read` …, as the keys of a price begin.
        pub class: String,
        /// What they cost.
        pub before_usd_per_mtok: UsdPerMtok,
        /// What they cost now.
        pub after_usd_per_mtok: UsdPerMtok,
    }
}

record! {
    /// Another word on how long a model stays on a channel.
    pub struct LifecycleChange {
        /// Slug.
        pub model: String,
        /// Name of the model, for reading.
        pub name: String,
        /// Provider id.
        pub channel: String,
        /// What was said; absent where nothing was.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub before: Option<Stay>,
        /// What is said; absent where nothing is any more.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub after: Option<Stay>,
        /// Id of the source of the newer word.
        pub source: String,
        /// The day that source was read.
        pub as_of: Date,
    }
}

record! {
    /// How long a model stays.
    pub struct Stay {
        /// What the channel says of it.
        pub stage: Stage,
        /// The last day.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub retires: Option<Date>,
        /// Whether that is the day or the earliest possible day.
        pub precision: Precision,
    }
}

record! {
    /// What one provider took on its list and off it.
    pub struct RouteChange {
        /// Provider id.
        pub provider: String,
        /// How many routes came.
        pub added: u64,
        /// How many went.
        pub removed: u64,
        /// The ids of those that came and are models of the provider's own.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub own_added: Vec<String>,
        /// The same of those that went.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub own_removed: Vec<String>,
    }
}

impl Update {
    /// The most updates that are kept.
    pub const MOST: usize = 20;

    /// The most rows that are kept, in all updates together.
    pub const MOST_ROWS: usize = 500;

    /// How many rows its lists have.
    pub fn rows(&self) -> usize {
        let models = self.models_added.len() + self.models_removed.len();
        models + self.prices.len() + self.lifecycle.len() + self.routes.len()
    }

    /// Takes rows off the ends of its lists, the last list first, until at most `most` are left.
    pub fn cut(&mut self, most: usize) {
        let mut left = most;
        let mut keep = |rows: usize| {
            let kept = rows.min(left);
            left -= kept;
            kept
        };
        self.models_added.truncate(keep(self.models_added.len()));
        self.models_removed.truncate(keep(self.models_removed.len()));
        self.lifecycle.truncate(keep(self.lifecycle.len()));
        self.prices.truncate(keep(self.prices.len()));
        self.routes.truncate(keep(self.routes.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_is_cut_from_its_last_list_on_and_keeps_its_counts() {
        let update = Update {
            models_added: vec![ModelChange::default(); 3],
            prices: vec![PriceChange::default(); 4],
            routes: vec![RouteChange::default(); 2],
            counts: UpdateCounts { prices: 4, ..UpdateCounts::default() },
            ..Update::default()
        };
        for (most, kept) in [(9, (3, 4, 2)), (8, (3, 4, 1)), (5, (3, 2, 0)), (0, (0, 0, 0))] {
            let mut cut = update.clone();
            cut.cut(most);
            assert_eq!((cut.models_added.len(), cut.prices.len(), cut.routes.len()), kept, "{most}");
            assert_eq!((cut.rows(), cut.counts.prices), (most.min(9), 4));
        }
    }
}
