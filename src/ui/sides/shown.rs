//! What the page shows at one moment, to be read then or later.

use super::{Listed, Months};
use crate::catalog::{Benchmarks, Dialects};
use crate::compare::Overview;
use crate::decide::{Field, Known, Priorities};
use crate::link::Address;
use crate::ui::catalogue::Catalogue;
use crate::ui::link_state::LinkState;
use crate::ui::reactive::{Memo, Shared, State};
use crate::units::Date;

/// All that the decision is made of.
pub(in crate::ui) struct Shown {
    months: Months,
    overview: Shared<Overview>,
    listed: Vec<Listed>,
    benchmarks: Option<&'static Benchmarks>,
    dialects: Option<&'static Dialects>,
    address: Address,
    day: Date,
}

impl Shown {
    /// What is shown now, which is followed; nothing while the models that are shown are not yet those of the months.
    pub(super) fn now(
        (catalogue, link): (Catalogue, LinkState),
        months: Memo<Months>,
        below: State<(Shared<Overview>, Vec<Listed>)>,
    ) -> Option<Self> {
        let (months, (overview, listed)) = (months.get(), below.get());
        let (benchmarks, dialects) = (catalogue.benchmarks().ready(), catalogue.dialects().ready());
        let (address, day) = (link.address.get(), link.day.get());
        let agree = months.len() == listed.len()
            && months.iter().zip(&listed).all(|((_, month), (model, _))| month.model() == *model);
        (agree && !months.is_empty()).then_some(Self { months, overview, listed, benchmarks, dialects, address, day })
    }

    /// Hands the models to `read`.
    pub(in crate::ui) fn read(&self, read: &mut dyn FnMut(&Field, &Priorities)) {
        let Some((_, first)) = self.months.first() else { return };
        let sides = self.months.iter().zip(&self.listed);
        let sides: Vec<_> = sides.map(|((_, month), (model, routes))| ((&**model, &routes[..]), &month.cost)).collect();
        let known = Known {
            overview: &self.overview,
            providers: &first.providers(),
            benchmarks: self.benchmarks,
            dialects: self.dialects,
        };
        read(&Field::new(&sides, known, &self.address.workload, self.day), &self.address.priorities);
    }
}
