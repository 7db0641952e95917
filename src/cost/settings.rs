//! Everything that a reader can set of the traffic, in one table: its key in links, its name, what it may be, and its place.
//! The link, the form and the notes about a broken link are all made from it.

use super::setting::{Kind, Setting};
use super::{CacheLifetime, Lever, MAX_REQUESTS, MAX_TOKENS, OwnPrice, Period, Routes, Usage, Workload};
use crate::money::{UsdPerMonth, UsdPerMtok};
use crate::units::{Factor, Share, Tokens};

/// What is kept of a setting, as a whole number.
trait Number {
    fn number(self) -> u64;
    fn of(number: u64) -> Self;
}

impl Number for u64 {
    fn number(self) -> u64 {
        self
    }
    fn of(number: u64) -> Self {
        number
    }
}

impl Number for Tokens {
    fn number(self) -> u64 {
        self.0
    }
    fn of(number: u64) -> Self {
        Self(number)
    }
}

impl Number for Share {
    fn number(self) -> u64 {
        self.millionths().into()
    }
    fn of(number: u64) -> Self {
        Self::of(number.into(), Self::WHOLE.into())
    }
}

impl Number for Factor {
    fn number(self) -> u64 {
        self.hundredths()
    }
    fn of(number: u64) -> Self {
        Self::from_hundredths(number)
    }
}

impl Number for UsdPerMtok {
    fn number(self) -> u64 {
        self.nanos()
    }
    fn of(number: u64) -> Self {
        Self::from_nanos(number).unwrap_or_default()
    }
}

impl Number for UsdPerMonth {
    fn number(self) -> u64 {
        self.nanos()
    }
    fn of(number: u64) -> Self {
        Self::from_nanos(number)
    }
}

/// Nothing is 0, and every number one more.
impl<T: Number> Number for Option<T> {
    fn number(self) -> u64 {
        self.map_or(0, |some| some.number() + 1)
    }
    fn of(number: u64) -> Self {
        number.checked_sub(1).map(T::of)
    }
}

/// Words that can be chosen, in the order of their [`Kind::Choice`]; the first is the default.
macro_rules! chosen {
    ($name:ident: $first:ident, $($word:ident),*) => {
        impl Number for $name {
            fn number(self) -> u64 {
                let words = [Self::$first, $(Self::$word),*];
                words.iter().position(|word| *word == self).and_then(|at| u64::try_from(at).ok()).unwrap_or_default()
            }
            fn of(number: u64) -> Self {
                let words = [Self::$first, $(Self::$word),*];
                usize::try_from(number).ok().and_then(|at| words.get(at)).copied().unwrap_or_default()
            }
        }
    };
}

chosen!(Period: Month, Day, Tokens);
chosen!(Routes: Any, Lab, Shared, Batch);
chosen!(Lever: Output, Cached, Batch, Prompt, Traffic);
chosen!(CacheLifetime: FiveMinutes, Hour);

macro_rules! setting {
    ($key:literal, $label:literal, $kind:expr, $field:ident) => {
        Setting {
            key: $key,
            label: $label,
            kind: $kind,
            read: |all| all.$field.number(),
            write: |all, number| all.$field = Number::of(number),
        }
    };
}

const TOKENS: Kind = Kind::Count(0, MAX_TOKENS);
const SHARE: Kind = Kind::Percent(0);
const PERIODS: Kind =
    Kind::Choice(&[("month", "requests a month"), ("day", "requests a day"), ("tokens", "tokens a month")]);
const ROUTES: Kind = Kind::Choice(&[
    ("any", "all but resellers and plans"),
    ("lab", "the lab's own"),
    ("shared", "providers of every side"),
    ("batch", "those with batch prices"),
]);
const LEVERS: Kind = Kind::Choice(&[
    ("output", "output share"),
    ("cached", "cached share"),
    ("batch", "batch share"),
    ("prompt", "prompt length"),
    ("traffic", "traffic, where there is a fee"),
]);
const LIFETIMES: Kind = Kind::Choice(&[("5m", "five minutes"), ("1h", "one hour")]);

/// What can be set of the workload, in the order of links and of the form.
pub const OF_THE_WORKLOAD: [Setting<Workload>; 19] = [
    setting!("n", "Requests a month", Kind::Count(0, MAX_REQUESTS), requests),
    setting!("p", "Counted as", PERIODS, per),
    setting!("i", "Input tokens per request", TOKENS, input),
    setting!("o", "Output tokens per request", TOKENS, output),
    setting!("c", "Input read from cache", SHARE, cached),
    setting!("k", "Reads per cache write", Kind::Count(1, 1_000_000), reads_per_write),
    setting!("l", "Cache kept for", LIFETIMES, lifetime),
    setting!("b", "Requests sent in batches", SHARE, batch),
    setting!("j", "Input tokens that 95 % of requests keep, 0 if all are alike", TOKENS, input_p95),
    setting!("y", "Turns per task, each with its history", Kind::Count(1, 200), turns),
    setting!("z", "Tool calls per turn", Kind::Count(0, 20), tool_calls),
    setting!("x", "Tokens of a tool's result", TOKENS, tool_result),
    setting!("h", "Re-sent history read from cache", SHARE, hit_rate),
    setting!("a", "Attempts at most, until an answer is accepted", Kind::Count(1, 20), attempts),
    setting!("g", "Growth per month", SHARE, growth),
    setting!("e", "Requests given on to A", SHARE, escalated),
    setting!("r", "Cheapest of", ROUTES, routes),
    setting!("cw", "Known context window of at least, tokens", TOKENS, min_context),
    setting!("v", "Costs charted against", LEVERS, charted),
];

const PRICE: Kind = Kind::Dollars(UsdPerMtok::MAX_NANOS);
const FEE: Kind = Kind::Dollars(UsdPerMonth::MAX_NANOS);

/// What a reader can state of a price of their own, in the order of links and of the form.
pub const OF_A_PRICE: [Setting<OwnPrice>; 10] = [
    setting!("d", "Discount", SHARE, discount),
    setting!("i", "Input, $ per million", PRICE, input),
    setting!("o", "Output, $ per million", PRICE, output),
    setting!("c", "Cache reads, $ per million", PRICE, cache_read),
    setting!("w", "Cache writes, $ per million", PRICE, cache_write),
    setting!("b", "Batch input, $ per million", PRICE, batch_input),
    setting!("q", "Batch output, $ per million", PRICE, batch_output),
    setting!("m", "Monthly fee, $", FEE, fee),
    setting!("x", "Context window, tokens, 0 for the route's", TOKENS, context),
    setting!("z", "Longest answer, tokens, 0 for the route's", TOKENS, max_output),
];

/// What can be set of a side, in the order of links and of the form.
pub const OF_A_SIDE: [Setting<Usage>; 3] = [
    setting!("t", "Reasoning tokens per request", TOKENS, reasoning),
    setting!("f", "Token factor", Kind::Factor, token_factor),
    setting!("s", "Answers accepted", Kind::Percent(1), success),
];
