//! Days, whole and partly known.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A calendar day, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Default for Date {
    fn default() -> Self {
        Self::EPOCH
    }
}

impl Default for PartialDate {
    fn default() -> Self {
        Date::EPOCH.into()
    }
}

impl Date {
    /// 1 January 1970.
    pub const EPOCH: Self = Self { year: 1970, month: 1, day: 1 };

    /// A day from its parts; `None` for a day that does not exist or a year before 1970.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let real =
            (1970..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        real.then_some(Self { year, month, day })
    }

    /// The day that lies `days` days after 1 January 1970; `None` outside 1970–9999.
    pub fn from_unix_days(days: u32) -> Option<Self> {
        let mut left = days;
        let mut year = 1970_u16;
        while left >= days_in_year(year) {
            left -= days_in_year(year);
            year = year.checked_add(1).filter(|y| *y <= 9999)?;
        }
        let mut month = 1_u8;
        while left >= u32::from(days_in_month(year, month)) {
            left -= u32::from(days_in_month(year, month));
            month += 1;
        }
        Self::new(year, month, u8::try_from(left + 1).ok()?)
    }

    /// Days since 1 January 1970.
    pub fn unix_days(self) -> u32 {
        let years: u32 = (1970..self.year).map(days_in_year).sum();
        let months: u32 = (1..self.month).map(|m| u32::from(days_in_month(self.year, m))).sum();
        years + months + u32::from(self.day) - 1
    }

    /// The same day so many months later, or the last of that month when it has no such day.
    #[must_use]
    pub fn months_later(self, months: u8) -> Self {
        let passed = u16::from(self.month) - 1 + u16::from(months);
        let year = self.year.saturating_add(passed / 12);
        let month = u8::try_from(passed % 12).map_or(12, |month| month + 1);
        Self::new(year, month, self.day.min(days_in_month(year, month))).unwrap_or(self)
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// For reading: `20 Aug 2026`.
    pub fn long(self) -> String {
        format!("{} {} {}", self.day, month_name(self.month), self.year)
    }
}

fn leap(year: u16) -> bool {
    (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}

fn days_in_year(year: u16) -> u32 {
    if leap(year) { 366 } else { 365 }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    NAMES.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("?")
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match PartialDate::from_str(text) {
            Ok(PartialDate { year, month: Some(month), day: Some(day) }) => {
                Self::new(year, month, day).ok_or_else(|| format!("\"{text}\" is not a day that exists"))
            }
            _ => Err(format!("\"{text}\" is not a date of the form YYYY-MM-DD")),
        }
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

/// A date of which the day, or the month too, may not be known: `2024`, `2024-10`, `2024-10-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// The first day that it can be.
    pub const fn first_day(self) -> Date {
        const fn known(part: Option<u8>) -> u8 {
            match part {
                Some(part) => part,
                None => 1,
            }
        }
        Date { year: self.year, month: known(self.month), day: known(self.day) }
    }

    /// For reading: `Oct 2024`, `1 Oct 2024`.
    pub fn long(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{day} {} {}", month_name(month), self.year),
            (Some(month), None) => format!("{} {}", month_name(month), self.year),
            _ => self.year.to_string(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("\"{text}\" is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD");
        let mut parts = text.split('-');
        let mut number = |width: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == width && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<u16>().map(Some).map_err(|_| wrong())
            }
            Some(_) => Err(wrong()),
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        if parts.next().is_some() {
            return Err(wrong());
        }
        let year = year.ok_or_else(wrong)?;
        let small = |n: Option<u16>| n.and_then(|n| u8::try_from(n).ok());
        let (month, day) = (small(month), small(day));
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok_or_else(wrong)?;
        Ok(Self { year, month, day })
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self { year: date.year, month: Some(date.month), day: Some(date.day) }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}
