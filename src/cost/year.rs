//! The twelve months ahead: traffic that grows, and prices that change on days that are known.

use super::{Payer, Workload};
use crate::money::Usd;
use crate::units::{Date, Share};

/// Months in a year.
pub const MONTHS: u8 = 12;

/// What twelve months cost, from a day on: the first day of each and its cost. Months from `end` on, when the route is
/// gone, cost nothing that can be said.
pub fn year(payer: &Payer, workload: &Workload, from: Date, end: Option<Date>) -> Vec<(Date, Option<Usd>)> {
    let mut month = *workload;
    let mut all = Vec::new();
    for passed in 0..MONTHS {
        let day = from.months_later(passed);
        let sold = end.is_none_or(|end| day < end);
        all.push((day, payer.cost_on(&month, day).filter(|_| sold)));
        month.requests = grown(month.requests, workload.growth);
    }
    all
}

/// So many requests and that share more, rounded to a whole request.
fn grown(requests: u64, growth: Share) -> u64 {
    let whole = u128::from(Share::WHOLE);
    let more = u128::from(requests) * u128::from(growth.millionths());
    requests.saturating_add(u64::try_from((more + whole / 2) / whole).unwrap_or(u64::MAX))
}
