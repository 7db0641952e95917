//! A thing that can be set: what it may be, and how it is read and written.

use crate::money::{UsdPerMtok, group_thousands};
use crate::units::{Factor, Share, parse_count, parse_decimal, print_decimal};

/// One thing that can be set.
#[derive(Debug)]
pub struct Setting<T> {
    /// Its key in links; of a side, the first of two letters.
    pub key: &'static str,
    /// For reading.
    pub label: &'static str,
    /// What it may be.
    pub kind: Kind,
    pub(super) read: fn(&T) -> u64,
    pub(super) write: fn(&mut T, u64),
}

/// What a setting may be. All are whole numbers inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number, from the first to the last.
    Count(u64, u64),
    /// A share from the first to the whole, in millionths.
    Percent(u32),
    /// US dollars up to the largest, in billionths, each number one more than it says: 0 is nothing at all.
    Dollars(u64),
    /// A factor from 0.1 to 10, in hundredths.
    Factor,
    /// One of some words: as links write it, and for reading.
    Choice(&'static [(&'static str, &'static str)]),
}

const SHARE_PLACES: usize = 6;

impl Kind {
    /// Reads what a link says.
    pub fn read_link(self, text: &str) -> Option<u64> {
        let places = match self {
            Self::Count(..) => 0,
            Self::Percent(_) => SHARE_PLACES,
            Self::Factor => Factor::PLACES,
            Self::Dollars(_) => return dollars(text).filter(|number| self.allows(*number)),
            Self::Choice(words) => {
                let at = words.iter().position(|(word, _)| *word == text)?;
                return u64::try_from(at).ok();
            }
        };
        let number = parse_decimal(text, places)?;
        self.allows(number).then_some(number)
    }

    /// The same for a link.
    pub fn link(self, number: u64) -> String {
        match self {
            Self::Count(..) => number.to_string(),
            Self::Percent(_) => print_decimal(number, SHARE_PLACES),
            Self::Factor => print_decimal(number, Factor::PLACES),
            Self::Dollars(_) if number == 0 => String::new(),
            Self::Dollars(_) => print_decimal(number - 1, UsdPerMtok::PLACES),
            Self::Choice(words) => word(words, number).map_or("", |(word, _)| word).to_owned(),
        }
    }

    /// Reads what a person types or chooses.
    ///
    /// # Errors
    /// What is expected instead.
    pub fn read(self, text: &str) -> Result<u64, String> {
        let number = match self {
            Self::Count(least, most) => return parse_count(text, least, most),
            Self::Percent(_) => Share::from_percent(text).map(|share| share.millionths().into()),
            Self::Factor => parse_decimal(text.trim(), Factor::PLACES),
            Self::Dollars(_) => dollars(&text.replace(['$', ',', ' '], "")),
            Self::Choice(_) => self.read_link(text),
        };
        number.filter(|number| self.allows(*number)).ok_or_else(|| format!("Enter {}.", self.expected()))
    }

    /// The same for a person to read and to type.
    pub fn text(self, number: u64) -> String {
        match self {
            Self::Count(..) => group_thousands(number),
            Self::Percent(_) => print_decimal(number, SHARE_PLACES - 2),
            _ => self.link(number),
        }
    }

    /// What is expected of a person.
    fn expected(self) -> String {
        match self {
            Self::Count(least, most) => {
                format!("a whole number from {} to {}", group_thousands(least), group_thousands(most))
            }
            Self::Percent(least) => {
                format!("a percentage from {} to 100, with at most four places", self.text(least.into()))
            }
            Self::Factor => "a factor from 0.1 to 10, with at most two places".to_owned(),
            Self::Dollars(most) => {
                let most = group_thousands(most / 10_u64.pow(9));
                format!("US dollars up to {most} with at most nine places, or nothing")
            }
            Self::Choice(words) => words.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(" or "),
        }
    }

    /// What is expected of a link.
    pub fn allowed(self) -> String {
        match self {
            Self::Percent(_) => "a decimal from 0 to 1 with at most six places".to_owned(),
            Self::Choice(words) => words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" or "),
            _ => self.expected(),
        }
    }

    /// The least and the most that is allowed.
    pub fn bounds(self) -> (u64, u64) {
        match self {
            Self::Count(least, most) => (least, most),
            Self::Percent(least) => (least.into(), Share::WHOLE.into()),
            Self::Factor => (Factor::WHOLE / 10, Factor::WHOLE * 10),
            Self::Dollars(most) => (0, most + 1),
            Self::Choice(words) => (0, u64::try_from(words.len()).unwrap_or_default().saturating_sub(1)),
        }
    }

    /// What is allowed and nearest to a number.
    pub(super) fn nearest(self, number: u64) -> u64 {
        let (least, most) = self.bounds();
        number.clamp(least, most)
    }

    fn allows(self, number: u64) -> bool {
        self.nearest(number) == number
    }
}

/// The number of an amount; of nothing 0.
fn dollars(text: &str) -> Option<u64> {
    if text.is_empty() { Some(0) } else { parse_decimal(text, UsdPerMtok::PLACES)?.checked_add(1) }
}

fn word(words: &'static [(&'static str, &'static str)], number: u64) -> Option<&'static (&'static str, &'static str)> {
    words.get(usize::try_from(number).ok()?)
}

impl<T> Setting<T> {
    /// What it is set to.
    pub fn get(&self, of: &T) -> u64 {
        (self.read)(of)
    }

    /// Sets it to what [`Kind::read`] has read.
    pub fn set(&self, of: &mut T, number: u64) {
        (self.write)(of, number);
    }

    /// What a link says of it; nothing at the default.
    pub fn link(&self, of: &T) -> Option<String>
    where
        T: Default,
    {
        let number = self.get(of);
        (number != self.get(&T::default())).then(|| self.kind.link(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost::{OF_A_PRICE, OF_A_SIDE, OF_THE_WORKLOAD};
    use proptest::prelude::*;

    fn kinds() -> Vec<Kind> {
        let of_all = OF_THE_WORKLOAD.iter().map(|setting| setting.kind);
        of_all.chain(OF_A_SIDE.iter().map(|setting| setting.kind)).chain(OF_A_PRICE.iter().map(|s| s.kind)).collect()
    }

    proptest! {
        #[test]
        fn what_is_shown_and_what_a_link_says_read_back(drawn in any::<u64>(), shift in 0..64_u32) {
            for kind in kinds() {
                let (least, most) = kind.bounds();
                let number = (least + (drawn >> shift) % (most - least + 1)).min(most);
                prop_assert_eq!(kind.read_link(&kind.link(number)), Some(number));
                if !matches!(kind, Kind::Choice(_)) {
                    prop_assert_eq!(kind.read(&kind.text(number)), Ok(number));
                }
            }
        }

        #[test]
        fn no_text_is_read_as_what_is_not_allowed(text in ".{0,20}") {
            for kind in kinds() {
                match kind.read(&text) {
                    Ok(number) => prop_assert_eq!(kind.nearest(number), number),
                    Err(why) => prop_assert!(why.starts_with("Enter "), "{}", why),
                }
            }
        }
    }

    #[test]
    fn money_is_typed_as_people_write_it_and_nothing_is_nothing() {
        let fee = Kind::Dollars(1_000_000 * 1_000_000_000);
        let one_more = |nanos: u64| Ok(nanos + 1);
        for (text, read) in [
            ("", Ok(0)),
            ("0", one_more(0)),
            ("$1,250.50", one_more(1_250_500_000_000)),
            (" 0.000000001 ", one_more(1)),
            ("1000000", one_more(1_000_000 * 1_000_000_000)),
        ] {
            assert_eq!(fee.read(text), read, "{text}");
        }
        for text in ["-1", "1.0000000001", "1000001", "five", "1e3", "1.2.3"] {
            let why = "Enter US dollars up to 1,000,000 with at most nine places, or nothing.";
            assert_eq!(fee.read(text), Err(why.to_owned()), "{text}");
        }
    }
}
