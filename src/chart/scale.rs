//! Scales: which labels stand on an axis.

use crate::units::Date;

/// Round amounts from 0 on, evenly spaced, of which the last is at least `most`: two to five of them.
pub(super) fn ticks(most: u128) -> Vec<u128> {
    let step = round_step(most.div_ceil(4).max(1));
    let count = most.div_ceil(step).max(1);
    (0..=count).map_while(|n| step.checked_mul(n)).collect()
}

/// The least of 1, 2, 5, 10, 20, 50, … that is not below `least`.
fn round_step(least: u128) -> u128 {
    let mut power = 1_u128;
    loop {
        for factor in [1, 2, 5] {
            match power.checked_mul(factor) {
                Some(step) if step < least => {}
                Some(step) => return step,
                None => return least,
            }
        }
        power = power.saturating_mul(10);
    }
}

/// First days of months from `first` to `last`, evenly spaced, at most five.
pub(super) fn month_ticks(first: Date, last: Date) -> Vec<Date> {
    const MOST: usize = 5;
    for apart in [1, 3, 6, 12, 24, 60, 120] {
        let mut ticks = Vec::new();
        for year in first.year()..=last.year() {
            for month in 1..=12 {
                // Counted from the year 0, so that the same months are marked whatever the chart begins with.
                let marked = (u32::from(year) * 12 + u32::from(month) - 1) % apart == 0;
                ticks.extend(Date::new(year, month, 1).filter(|day| marked && first <= *day && *day <= last));
            }
        }
        if ticks.len() <= MOST {
            return ticks;
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn amounts(most: u128, expected: &[u128]) {
        assert_eq!(ticks(most), expected, "{most}");
    }

    #[test]
    fn amounts_on_an_axis_are_round_and_reach_the_highest() {
        amounts(10, &[0, 5, 10]);
        amounts(870, &[0, 500, 1_000]);
        amounts(15, &[0, 5, 10, 15]);
        amounts(1, &[0, 1]);
        amounts(0, &[0, 1]);
        let power = 10_u128.pow(38);
        amounts(u128::MAX, &[0, power, 2 * power, 3 * power]);
    }

    #[track_caller]
    fn months(first: &str, last: &str, expected: &[&str]) {
        let ticks: Vec<_> =
            month_ticks(first.parse().unwrap(), last.parse().unwrap()).iter().map(ToString::to_string).collect();
        assert_eq!(ticks, expected, "{first} to {last}");
    }

    #[test]
    fn days_on_an_axis_begin_months_quarters_or_years() {
        months("2026-05-20", "2026-08-21", &["2026-06-01", "2026-07-01", "2026-08-01"]);
        months("2025-11-20", "2026-08-21", &["2026-01-01", "2026-04-01", "2026-07-01"]);
        months("2024-02-01", "2026-08-21", &["2024-07-01", "2025-01-01", "2025-07-01", "2026-01-01", "2026-07-01"]);
        months("2015-02-01", "2026-08-21", &["2020-01-01", "2025-01-01"]);
        months("2026-08-02", "2026-08-21", &[]);
    }
}
