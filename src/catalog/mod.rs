//! The catalogue: what the site knows, as types that read and write the files under `public/catalog/v1`.
//!
//! Invariants: an absent field means *unknown*; a price is a decimal string in US dollars per million tokens;
//! every fact and every price names its source and the day it was read. Unknown keys in a file are ignored here
//! and refused by `catalog check`.

mod audit;
mod benchmarks;
mod changes;
mod cohort;
mod declare;
mod dialects;
mod error;
mod fact;
mod index;
mod lifecycle;
mod method;
mod model;
mod parse;
mod price;
mod providers;
mod read;
mod related;
mod route;
mod score;
mod sources;
mod tree;
mod validate;

pub use audit::{Audit, AuditColumn, AuditTable, ColumnKind};
pub use benchmarks::{Benchmark, Benchmarks, BetterScore, Domain, ScoreOrigin, Series, Unit};
pub use changes::{
    Changes, ClassChange, LifecycleChange, ModelChange, PriceChange, RouteChange, Stay, Update, UpdateCounts,
};
pub use cohort::{Cohort, Measure, Standing};
pub use dialects::{DialectGuide, Dialects, Snippet};
pub use error::CatalogError;
pub use fact::{Claim, Fact};
pub use index::{Index, IndexPrice, IndexRow, OWN_MODEL};
pub use lifecycle::{LifecycleMark, Precision, Stage};
pub use method::Method;
pub use model::{
    Architecture, Cutoff, CutoffKind, Facts, Licence, LicenceClass, Modality, Model, Reasoning, ReasoningMode,
    RequestParameters,
};
pub use parse::{Manifest, SCHEMA, parse, parse_with};
pub use price::{DisputedPrice, Price, PriceClasses, Tier, TierRule};
pub use providers::{Provider, ProviderKind, Providers};
pub use read::{At, Problem, Read, Word, read};
pub use related::{Alternative, Basis, Kin, Related, Rival};
pub use route::{CacheWrite, Capability, Dialect, Route, RouteStatus};
pub use score::Score;
pub use sources::{Refresh, Source, Sources};
pub use validate::{problems, score_problems};
