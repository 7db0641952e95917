//! Whether a route can serve a workload at all.

use super::Traffic;
use crate::catalog::{Route, RouteStatus};
use crate::money::group_thousands;
use crate::units::Tokens;
use std::fmt;

/// Whether a route can serve a workload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Every limit is known and kept.
    Serves,
    /// Nothing known speaks against it, but a limit is unknown.
    LimitUnknown,
    /// It cannot.
    Cannot(Obstacle),
}

/// What stands against serving a workload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The route is not live.
    NotLive(RouteStatus),
    /// The prompt is longer than the route takes.
    PromptTooLong(Tokens),
    /// Answer and reasoning are longer than the route gives.
    AnswerTooLong(Tokens),
    /// Prompt, reasoning and answer together exceed the context window.
    ContextTooSmall(Tokens),
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |tokens: &Tokens| group_thousands(tokens.0);
        match self {
            Self::NotLive(status) => f.write_str(status.sentence()),
            Self::PromptTooLong(most) => write!(f, "takes prompts of at most {} tokens", count(most)),
            Self::AnswerTooLong(most) => write!(f, "answers with at most {} tokens", count(most)),
            Self::ContextTooSmall(most) => write!(f, "has a context window of {} tokens", count(most)),
        }
    }
}

impl RouteStatus {
    /// What the status means for somebody who wants to use the route.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Live => "can be requested",
            Self::Listed => "known only from a secondary list",
            Self::Deprecated => "the provider has announced its end",
            Self::Superseded => "shows a price that the lab has changed since",
            Self::Removed => "no longer offered",
            Self::Free => "a free tier",
            Self::Plan => "part of a subscription",
        }
    }
}

/// Whether `route` can serve `traffic`: its longest prompt, and an answer with its reasoning behind it.
pub fn fit(route: &Route, traffic: &Traffic) -> Fit {
    if route.status != RouteStatus::Live {
        return Fit::Cannot(Obstacle::NotLive(route.status));
    }
    let prompt = traffic.longest_prompt();
    let answer = traffic.longest_answer();
    let whole = Tokens(prompt.0.saturating_add(answer.0));
    let longest_prompt =
        route.max_input_tokens.or_else(|| route.context_tokens.map(|c| Tokens(c.0.saturating_sub(answer.0))));
    if let Some(most) = route.context_tokens.filter(|most| whole > *most) {
        return Fit::Cannot(Obstacle::ContextTooSmall(most));
    }
    if let Some(most) = longest_prompt.filter(|most| prompt > *most) {
        return Fit::Cannot(Obstacle::PromptTooLong(most));
    }
    if let Some(most) = route.max_output_tokens.filter(|most| answer > *most) {
        return Fit::Cannot(Obstacle::AnswerTooLong(most));
    }
    let known = route.context_tokens.is_some() && route.max_output_tokens.is_some();
    if known { Fit::Serves } else { Fit::LimitUnknown }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::read;
    use crate::cost::{Usage, Workload};

    fn check(limits: &str, workload: (u64, u64), expected: Fit) {
        let json =
            format!(r#"{{"provider":"p","model_id":"m","status":"live","source":"s","as_of":"2026-08-20"{limits}}}"#);
        let route: Route = read(&serde_json::from_str(&json).unwrap()).unwrap();
        let workload = Workload { input: Tokens(workload.0), output: Tokens(workload.1), ..Workload::default() };
        assert_eq!(fit(&route, &Traffic::new(&workload, &Usage::default())), expected, "{limits}");
    }

    #[test]
    fn limits_are_kept_and_unknown_ones_are_said() {
        let both = r#","context_tokens":1000,"max_output_tokens":100"#;
        check(both, (900, 100), Fit::Serves);
        check(both, (901, 100), Fit::Cannot(Obstacle::ContextTooSmall(Tokens(1000))));
        check(both, (10, 101), Fit::Cannot(Obstacle::AnswerTooLong(Tokens(100))));
        check("", (10_000_000, 10_000_000), Fit::LimitUnknown);
        check(
            r#","context_tokens":1000,"max_input_tokens":500,"max_output_tokens":500"#,
            (501, 1),
            Fit::Cannot(Obstacle::PromptTooLong(Tokens(500))),
        );
    }
}
