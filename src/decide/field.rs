//! What is judged: the sides, with what they cost and what compares of their benchmarks.

use crate::catalog::{Benchmarks, Dialects, Model, Provider, Providers, Route};
use crate::compare::{Listed, Overview, RouteFacts, SideCost, Standings, standings};
use crate::cost::{Payer, Workload};
use crate::table::letter;
use crate::units::Date;
use std::sync::Arc;

/// One side.
#[derive(Debug, Clone, Copy)]
pub struct Contender<'a> {
    /// Its place on the page: 0 for A, 1 for B, …
    pub side: usize,
    /// The model.
    pub model: &'a Model,
    /// Its routes on the day.
    pub routes: &'a [Arc<RouteFacts>],
    /// What the reader's workload costs.
    pub month: &'a SideCost,
    /// How many of the listed facts are known, and how many are listed.
    pub evidence: (usize, usize),
}

/// What the catalogue knows beside the models.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The rows of the page, for the same sides.
    pub overview: &'a Overview,
    /// Who sells.
    pub providers: &'a Providers,
    /// Which benchmarks there are; `None` until they are here.
    pub benchmarks: Option<&'a Benchmarks>,
    /// How requests are written; `None` until that is here.
    pub dialects: Option<&'a Dialects>,
}

/// Two to four sides on a day.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    /// The sides, in the order of the page.
    pub sides: Vec<Contender<'a>>,
    /// What they are called, see [`Field::name`].
    names: Vec<String>,
    /// How they do in the benchmarks they share; `None` while nobody knows which there are.
    pub standings: Option<Standings>,
    /// What is known beside the models.
    pub known: Known<'a>,
    /// The reader's workload.
    pub workload: &'a Workload,
    /// The day.
    pub today: Date,
}

impl<'a> Field<'a> {
    /// The field of a page: every side with its month.
    pub fn new(sides: &[(Listed<'a>, &'a SideCost)], known: Known<'a>, workload: &'a Workload, today: Date) -> Self {
        let side = |(side, ((model, routes), month)): (usize, &(Listed<'a>, &'a SideCost))| Contender {
            side,
            model,
            routes,
            month,
            evidence: known.overview.evidence(side),
        };
        Self::of(sides.iter().enumerate().map(side).collect(), known, workload, today)
    }

    fn of(sides: Vec<Contender<'a>>, known: Known<'a>, workload: &'a Workload, today: Date) -> Self {
        let models: Vec<_> = sides.iter().map(|side| side.model).collect();
        let standings = known.benchmarks.map(|benchmarks| standings(&models, benchmarks));
        let mut names = Vec::new();
        for side in &sides {
            let twins = models.iter().filter(|other| other.id == side.model.id).count();
            names.push(match twins {
                1 => side.model.name.clone(),
                _ => format!("{} ({})", side.model.name, letter(side.side)),
            });
        }
        Self { standings, sides, names, known, workload, today }
    }

    /// Two of its sides, as a field of their own.
    #[must_use]
    pub fn pair(&self, a: usize, b: usize) -> Self {
        let sides = [a, b].into_iter().filter_map(|at| self.sides.get(at).copied()).collect();
        Self::of(sides, self.known, self.workload, self.today)
    }

    /// What a side is called in a sentence: its model's name, with its letter when another side has the same model.
    pub fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }
}

impl<'a> Contender<'a> {
    /// Who pays for this side at the route that is paid, to be asked for other workloads.
    pub fn payer(&self, day: Date) -> Option<Payer<'a>> {
        Payer::new(self.model, self.month.route(self.model)?, self.month.usage, day)
    }

    /// The route that is paid, and its provider.
    pub fn route(&self, providers: &'a Providers) -> Option<(&'a Route, Option<&'a Provider>)> {
        let route = self.model.routes.get(self.month.paid.as_ref()?.route.position)?;
        Some((route, providers.providers.get(&route.provider)))
    }
}
