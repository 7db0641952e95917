//! What follows from all models together: how each stands among those of its time, and which others matter to whoever
//! considers it.

mod cohort;
mod kin;
mod line;
mod rivals;
mod value;

use kin::Kinship;
use llm_compare::catalog::{
    Benchmark, Benchmarks, Cohort, Index, IndexRow, Model, Price, Providers, Related, RouteStatus, Score, ScoreOrigin,
    Stage,
};
use llm_compare::cost::{Traffic, cheapest, counts_as_cheapest};
use llm_compare::money::{Usd, UsdPerMtok};
use llm_compare::units::{Date, PartialDate};
use std::collections::{BTreeMap, BTreeSet};

/// What the models are looked at with.
pub(crate) struct Around<'a> {
    /// The index of the models.
    pub(crate) index: &'a Index,
    pub(crate) providers: &'a Providers,
    pub(crate) benchmarks: &'a Benchmarks,
    /// The day of the newest source.
    pub(crate) today: Date,
}

/// What a model's file says of it beside the others.
pub(crate) type Position = (Option<Cohort>, Option<Related>);

/// Gives every model its position.
pub(crate) fn place(models: &mut [Model], around: &Around) {
    let mut all = positions(models, around);
    for model in models {
        (model.cohort, model.related) = all.remove(&model.id).unwrap_or_default();
    }
}

/// The position of every model, by slug.
pub(crate) fn positions(models: &[Model], around: &Around) -> BTreeMap<String, Position> {
    let field = Field::new(models, around);
    let kinship = Kinship::new(models, &field, around.providers);
    let cohorts: Vec<Option<Cohort>> = field.entrants.iter().map(|own| cohort::cohort(own, &field)).collect();
    let quality: Vec<Option<u32>> = cohorts.iter().map(|cohort| rivals::quality(cohort.as_ref())).collect();
    let related = field.entrants.iter().zip(&quality).map(|(own, good)| Related {
        predecessor: kinship.predecessor(own),
        successor: kinship.successor(own),
        better_value: value::better_value(own, &field),
        rivals: rivals::rivals((own, *good), &field, &quality),
    });
    let named = related.map(|related| Some(related).filter(|related| !related.is_empty()));
    let ids = field.entrants.iter().map(|own| own.model.id.clone());
    ids.zip(cohorts.into_iter().zip(named)).collect()
}

/// All models, as they are compared.
struct Field<'a> {
    /// By slug.
    entrants: Vec<Entrant<'a>>,
    benchmarks: BTreeMap<&'a str, &'a Benchmark>,
}

/// One model, as it is compared.
struct Entrant<'a> {
    model: &'a Model,
    row: &'a IndexRow,
    /// What the standard workload costs on its cheapest route.
    bill: Option<Usd>,
    /// What generated tokens cost where they cost least.
    output_price: Option<UsdPerMtok>,
    /// The same where its lab sells it itself, on the last day of each route, those included that are gone.
    own_price: Option<UsdPerMtok>,
    /// Its lab has ended it or announced its end, and nobody else has the weights.
    ends: bool,
    /// By benchmark and series; none that labs report of their own models.
    scores: BTreeMap<(&'a str, &'a str), &'a Score>,
}

impl<'a> Field<'a> {
    fn new(models: &'a [Model], around: &Around<'a>) -> Self {
        let rows: BTreeMap<&str, &IndexRow> = around.index.models.iter().map(|row| (row.id.as_str(), row)).collect();
        let benchmarks = around.benchmarks.benchmarks.iter().map(|benchmark| (benchmark.id.as_str(), benchmark));
        let benchmarks: BTreeMap<_, _> = benchmarks.collect();
        let counted = around.benchmarks.series.iter().filter(|series| series.origin != ScoreOrigin::SelfReported);
        let counted: BTreeSet<&str> = counted.map(|series| series.id.as_str()).collect();
        let entrants = models.iter().filter_map(|model| {
            let row = rows.get(model.id.as_str())?;
            Some(Entrant { scores: entries(model, &benchmarks, &counted), ..Entrant::new(model, row, around) })
        });
        Self { entrants: entrants.collect(), benchmarks }
    }
}

impl<'a> Entrant<'a> {
    /// A model without its scores.
    fn new(model: &'a Model, row: &'a IndexRow, around: &Around<'a>) -> Self {
        let (all, today) = (&around.providers.providers, around.today);
        let is_lab = |id: &str| all.get(id).is_some_and(|provider| provider.is_lab_of(&model.lab));
        let live = model.routes.iter().filter(|route| route.status == RouteStatus::Live);
        let counts = live.filter(|route| counts_as_cheapest(all.get(&route.provider)));
        let open = model.facts.open_weights.as_ref().is_some_and(|fact| fact.value == Some(true));
        let own = model.routes.iter().filter(|route| is_lab(&route.provider));
        let bill = cheapest(model, around.providers, &Traffic::default(), today);
        Self {
            model,
            row,
            bill: bill.map(|candidate| candidate.bill.total),
            output_price: output_price(counts.map(|route| route.price_on(today))),
            own_price: output_price(own.map(|route| route.prices.last())),
            ends: !open && model.lifecycle.iter().any(|mark| mark.stage != Stage::Active && is_lab(&mark.channel)),
            scores: BTreeMap::new(),
        }
    }

    /// When it was released, which is known of every model of the catalogue.
    fn released(&self) -> PartialDate {
        self.row.released.unwrap_or_default()
    }

    /// The first day on which it can have been released, in days since 1970.
    fn day(&self) -> u32 {
        self.released().first_day().unix_days()
    }

    /// Days between the two releases.
    fn days_to(&self, other: &Self) -> u32 {
        self.day().abs_diff(other.day())
    }

    /// What it costs in percent of another, rounded up.
    fn cost_percent(&self, other: &Self) -> Option<u32> {
        let (own, other) = (self.bill?.attodollars(), other.bill?.attodollars());
        u32::try_from(own.checked_mul(100)?.div_ceil(other.max(1))).ok()
    }

    /// The results that can be compared with another's: the key, its own score and the other's.
    fn shared(&self, other: &Self) -> impl Iterator<Item = (&'a str, &'a Score, &'a Score)> {
        self.scores.iter().filter_map(|(key, score)| Some((key.0, *score, *other.scores.get(key)?)))
    }
}

/// The score with which a model enters each benchmark and series that counts.
fn entries<'a>(
    model: &'a Model,
    benchmarks: &BTreeMap<&str, &Benchmark>,
    counted: &BTreeSet<&str>,
) -> BTreeMap<(&'a str, &'a str), &'a Score> {
    let mut all: BTreeMap<(&str, &str), Vec<&Score>> = BTreeMap::new();
    for score in model.scores.iter().filter(|score| counted.contains(score.series.as_str())) {
        all.entry((&score.benchmark, &score.series)).or_default().push(score);
    }
    let best =
        all.into_iter().filter_map(|(key, scores)| Some((key, benchmarks.get(key.0)?.entry(scores.into_iter())?)));
    best.collect()
}

/// The least price of generated tokens that is neither disputed nor 0.
fn output_price<'a>(prices: impl Iterator<Item = Option<&'a Price>>) -> Option<UsdPerMtok> {
    let prices = prices.flatten().filter(|price| !price.is_disputed());
    prices.filter_map(|price| price.classes.output).filter(|price| !price.is_zero()).min()
}

#[cfg(test)]
mod tests;
