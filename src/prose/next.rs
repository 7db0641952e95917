//! Which comparisons may be useful next, each with the reason.

use super::block::{Block, Blocks, Link};
use crate::catalog::{Basis, Kin};
use crate::compare::count;
use crate::decide::{Contender, Field};
use crate::link::{Address, Page};

/// Links to further comparisons of each side; models that are on the page are left out.
pub(super) fn next(field: &Field, out: &mut Blocks) {
    let mut all = Next { field, links: Vec::new() };
    for side in &field.sides {
        all.add_side(side);
    }
    match all.links.is_empty() {
        true => out.remark("No other model of the catalogue is near enough to suggest.".to_owned()),
        false => out.add(Block::Links(all.links)),
    }
}

struct Next<'a> {
    field: &'a Field<'a>,
    links: Vec<Link>,
}

impl Next<'_> {
    fn add_side(&mut self, side: &Contender) {
        let Some(related) = &side.model.related else { return };
        let name = &side.model.name;
        for other in &related.better_value {
            let (percent, shared) = (other.cost_percent, benchmarks(other.benchmarks));
            let why = format!(
                "costs {percent} % of {name} at default traffic and is level or ahead in all {shared} they share"
            );
            self.add(side, &other.id, &other.name, &why);
        }
        self.add_kin(side, related.successor.as_ref(), "follows");
        self.add_kin(side, related.predecessor.as_ref(), "came before");
        for other in &related.rivals {
            let mut why = match other.days_apart {
                0 => "was released on the same day".to_owned(),
                days => {
                    let days = count(usize::try_from(days).unwrap_or_default(), "day");
                    format!("was released {days} {}", if other.newer { "later" } else { "earlier" })
                }
            };
            if let Some(percent) = other.cost_percent {
                why.push_str(&format!(", costs {percent} % of {name}"));
            }
            if other.shared_benchmarks > 0 {
                why.push_str(&format!(", {} in common", benchmarks(other.shared_benchmarks)));
            }
            self.add(side, &other.id, &other.name, &why);
        }
    }

    fn add_kin(&mut self, side: &Contender, kin: Option<&Kin>, word: &str) {
        let Some(kin) = kin else { return };
        let name = &side.model.name;
        let why = match (kin.basis, &kin.channel) {
            (Basis::Announced, Some(channel)) => {
                let provider = self.field.known.providers.providers.get(channel);
                let channel = provider.map_or(channel.as_str(), |provider| provider.name.as_str());
                format!("{word} {name}, as {channel} announces")
            }
            _ => format!("{word} {name} in its family"),
        };
        self.add(side, &kin.id, &kin.name, &why);
    }

    fn add(&mut self, side: &Contender, id: &str, name: &str, why: &str) {
        let here = self.field.sides.iter().any(|side| side.model.id == id);
        let text = format!("{} vs {name}", side.model.name);
        if here || self.links.iter().any(|link| link.text == text) {
            return;
        }
        let page = Page::Compare(vec![side.model.id.clone(), id.to_owned()]);
        let address = Address { page, workload: *self.field.workload, ..Address::default() };
        self.links.push(Link { address: address.to_string(), text, why: format!("{name} {why}") });
    }
}

fn benchmarks(n: u32) -> String {
    count(usize::try_from(n).unwrap_or_default(), "benchmark")
}
