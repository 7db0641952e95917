//! Prompts of different lengths, as a log-normal distribution.

use crate::units::{Share, Tokens};

/// A log-normal distribution of prompt lengths.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spread {
    /// Mean of the logarithm.
    mu: f64,
    /// Standard deviation of the logarithm.
    sigma: f64,
}

/// What 95 of 100 stay below, in standard deviations of a normal distribution.
const Z95: f64 = 1.644_853_626_951_472_2;

impl Spread {
    /// The distribution with that mean and 95th percentile, of the two there are the one that spreads less. `None` where the
    /// percentile is not above the mean, or more than 3.86 times as much, because there is none that spreads.
    pub(super) fn new(mean: Tokens, p95: Tokens) -> Option<Self> {
        let log = |tokens: Tokens| u32::try_from(tokens.0).ok().filter(|n| *n > 0).map(|n| libm::log(n.into()));
        let (mean, p95) = (log(mean)?, log(p95)?);
        // p95 / mean = exp(Z95 · σ − σ² / 2)
        let root = Z95 * Z95 - 2.0 * (p95 - mean);
        if p95 <= mean || root < 0.0 {
            return None;
        }
        let sigma = Z95 - libm::sqrt(root);
        Some(Self { mu: mean - sigma * sigma / 2.0, sigma })
    }

    /// Share of the requests whose prompts are longer than that, and of the tokens that are in them.
    pub(super) fn above(self, threshold: Tokens) -> (Share, Share) {
        let Some(log) = u32::try_from(threshold.0).ok().filter(|n| *n > 0).map(|n| libm::log(n.into())) else {
            return if threshold.0 == 0 { (Share::ALL, Share::ALL) } else { (Share::ZERO, Share::ZERO) };
        };
        let distance = |from: f64| (from - log) / self.sigma;
        let weighted = self.mu + self.sigma * self.sigma;
        (share(normal(distance(self.mu))), share(normal(distance(weighted))))
    }
}

/// The share of a normal distribution that lies below so many standard deviations.
fn normal(z: f64) -> f64 {
    libm::erfc(-z / core::f64::consts::SQRT_2) / 2.0
}

/// The one place where a statistic becomes an exact share: it is rounded to millionths.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share lies between 0 and 1"
)]
fn share(of_one: f64) -> Share {
    let millionths = libm::round(of_one * f64::from(Share::WHOLE)) as u32;
    Share::from_millionths(millionths).unwrap_or(Share::ALL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(mean: u64, p95: u64, threshold: u64, requests: &str, tokens: &str) {
        let spread = Spread::new(Tokens(mean), Tokens(p95)).unwrap();
        let (of_requests, of_tokens) = spread.above(Tokens(threshold));
        assert_eq!((of_requests.percent().as_str(), of_tokens.percent().as_str()), (requests, tokens));
    }

    #[test]
    fn the_95th_percentile_is_what_5_percent_of_the_requests_exceed() {
        check(100_000, 200_000, 200_000, "5", "12.5363");
        check(12_035, 40_000, 40_000, "5", "29.0872");
        check(100_000, 150_000, 200_000, "0.3297", "0.7177");
        check(1_000, 2_000, 0, "100", "100");
    }

    #[test]
    fn what_no_such_distribution_has_is_refused() {
        for (mean, p95) in [(1_000, 999), (1_000, 1_000), (1_000, 3_900), (0, 10), (10, 0)] {
            assert_eq!(Spread::new(Tokens(mean), Tokens(p95)), None, "{mean} {p95}");
        }
        assert!(Spread::new(Tokens(1_000), Tokens(3_800)).is_some());
    }
}
