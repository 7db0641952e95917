//! A thing that can be set: what it may be, and how it is read and written.

use crate::money::group_thousands;
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
