//! Changes in words, shared by everything that tells of them.

use llm_compare::catalog::{ClassChange, LifecycleChange, Precision, PriceChange, Stage, Stay, Update, UpdateCounts};
use llm_compare::money::UsdPerMtok;

/// The whole update in one line: `2 models added, 12 prices changed`, with the number of prices that were `decided` in another
/// way.
pub(super) fn headline(update: &Update, decided: usize) -> String {
    let UpdateCounts { models_added, models_removed, prices, lifecycle, retirements, routes_added, routes_removed } =
        update.counts;
    let all = [
        (models_added, "model added", "models added"),
        (models_removed, "model removed", "models removed"),
        (prices, "price changed", "prices changed"),
        (count(decided), "price decided in another way", "prices decided in another way"),
        (retirements, "retirement announced or moved", "retirements announced or moved"),
        (lifecycle.saturating_sub(retirements), "other lifecycle mark", "other lifecycle marks"),
        (routes_added, "route added", "routes added"),
        (routes_removed, "route removed", "routes removed"),
    ];
    let said = all.iter().filter(|(count, ..)| *count > 0);
    let said: Vec<String> =
        said.map(|(count, one, many)| format!("{count} {}", if *count == 1 { one } else { many })).collect();
    if said.is_empty() { "no model, price or route differs".to_owned() } else { said.join(", ") }
}

/// A number of rows.
pub(super) fn count(rows: usize) -> u64 {
    u64::try_from(rows).unwrap_or(u64::MAX)
}

/// `input $2 → $3 (+50 %), output $10 → $15 (+50 %)`
pub(super) fn prices(change: &PriceChange) -> String {
    let class = |change: &ClassChange| {
        let (before, after) = (change.before_usd_per_mtok, change.after_usd_per_mtok);
        let name = change.class.replace('_', " ");
        format!("{name} {} → {} ({})", before.dollars(), after.dollars(), percent(before, after))
    };
    change.classes.iter().map(class).collect::<Vec<_>>().join(", ")
}

/// By how much a price moved, to a tenth of a percent.
fn percent(before: UsdPerMtok, after: UsdPerMtok) -> String {
    let (old, new) = (u128::from(before.nanos()), u128::from(after.nanos()));
    let difference = old.abs_diff(new) * 1000;
    let Some(tenths) = (difference + old / 2).checked_div(old) else { return "from nothing".to_owned() };
    let sign = if new < old { "−" } else { "+" };
    match (tenths / 10, tenths % 10) {
        (0, 0) => "by less than 0.1 %".to_owned(),
        (whole, 0) => format!("{sign}{whole} %"),
        (whole, tenth) => format!("{sign}{whole}.{tenth} %"),
    }
}

/// What was said and what is said of how long a model stays.
pub(super) fn stays(change: &LifecycleChange) -> (String, String) {
    let said = |stay: Option<&Stay>| stay.map_or_else(|| "nothing".to_owned(), stay_in_words);
    (said(change.before.as_ref()), said(change.after.as_ref()))
}

/// `deprecated, ends on 1 Oct 2026`
fn stay_in_words(stay: &Stay) -> String {
    let stage = stay.stage.word();
    match (stay.retires, stay.stage, stay.precision) {
        (None, ..) => stage.to_owned(),
        (Some(day), _, Precision::SeenBy) => format!("gone by {}", day.long()),
        (Some(day), Stage::Retired, _) => format!("{stage} on {}", day.long()),
        (Some(day), _, Precision::Exact) => format!("{stage}, ends on {}", day.long()),
        (Some(day), _, Precision::Earliest) => format!("{stage}, not before {}", day.long()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_of_a_price_reads_in_percent() {
        for (before, after, moved) in [
            ("2", "3", "+50 %"),
            ("3", "2", "−33.3 %"),
            ("0.15", "0.2", "+33.3 %"),
            ("10", "0.0001", "−100 %"),
            ("1000", "1000.1", "by less than 0.1 %"),
            ("0.000000001", "2000", "+199999999999900 %"),
            ("0", "1", "from nothing"),
        ] {
            assert_eq!(percent(before.parse().unwrap(), after.parse().unwrap()), moved, "{before} → {after}");
        }
    }
}
