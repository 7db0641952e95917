//! Which models of a lab's lines follow each other.
//!
//! Wrong kin is worse than none: nothing that the catalogue knows may speak against a pair, and each of the two must be the
//! nearest of the other.

use super::kin::is_before;
use super::{Entrant, Field};
use llm_compare::catalog::Model;
use llm_compare::identity::{Line, Number, line};
use llm_compare::money::UsdPerMtok;
use std::collections::{BTreeMap, BTreeSet};

/// The most days between two models that follow each other: fifteen months.
const MOST_DAYS: u32 = 456;

/// The most times that one of them can be larger: 7B and 70B are not of one size.
const MOST_TIMES_LARGER: u64 = 5;

/// The most times that one of them can be dearer at its lab: GPT-3.5 Turbo and GPT-4 Turbo are not of one tier.
const MOST_TIMES_DEARER: u64 = 10;

/// A model in its line.
struct Member<'a> {
    entrant: &'a Entrant<'a>,
    line: Line,
}

/// The first numbers of the versions that a lab has published under a first word.
type Versions<'a> = BTreeSet<(&'a str, &'a str, u64)>;

/// The pairs of models of which one follows the other, the earlier one first.
pub(super) fn pairs<'a>(field: &'a Field<'a>) -> Vec<(&'a Model, &'a Model)> {
    let members = field.entrants.iter().map(|entrant| Member { entrant, line: line(&entrant.model.id) });
    let members: Vec<Member> = members.collect();
    let versions: Versions = members.iter().filter_map(|member| member.version()).collect();
    let mut lines: BTreeMap<(&str, &str), Vec<&Member>> = BTreeMap::new();
    for member in &members {
        lines.entry((&member.entrant.model.lab, &member.line.words)).or_default().push(member);
    }
    let mut pairs = Vec::new();
    for line in lines.values() {
        let fixed: Vec<&Member> = line.iter().copied().filter(|member| !moves(member, line)).collect();
        let both = fixed.iter().filter_map(|earlier| Some((*earlier, next(earlier, &fixed)?)));
        let pair =
            both.filter(|(earlier, later)| is_previous(earlier, later, &fixed) && !skips(earlier, later, &versions));
        pairs.extend(pair.map(|(earlier, later)| (earlier.entrant.model, later.entrant.model)));
    }
    pairs
}

impl Member<'_> {
    /// Its entry among the versions.
    fn version(&self) -> Option<(&str, &str, u64)> {
        let word = self.line.words.split(' ').next()?;
        Some((&self.entrant.model.lab, word, self.line.version.first().map(Number::whole)?))
    }
}

/// The first that is released after a member and follows it; `None` if two are.
fn next<'m, 'a>(earlier: &Member, members: &[&'m Member<'a>]) -> Option<&'m Member<'a>> {
    let after = || members.iter().filter(|later| follows(later, earlier));
    let day = after().map(|later| later.entrant.day()).min()?;
    let mut first = after().filter(|later| later.entrant.day() == day);
    first.next().filter(|_| first.next().is_none()).copied()
}

/// Whether no other member that the later one follows has a higher version, or as high a one and was released as late.
fn is_previous(earlier: &Member, later: &Member, members: &[&Member]) -> bool {
    let place = |member: &Member| (member.line.version.clone(), member.entrant.day());
    let others = members.iter().filter(|other| other.entrant.model.id != earlier.entrant.model.id);
    others.filter(|other| follows(later, other)).all(|other| place(other) < place(earlier))
}

/// Whether the lab published another version between the two in another line: Phi-4 came after Phi-3, not after Phi-2.
fn skips(earlier: &Member, later: &Member, versions: &Versions) -> bool {
    let (Some((lab, word, old)), Some((.., new))) = (earlier.version(), later.version()) else { return false };
    (old.saturating_add(1)..new).any(|between| versions.contains(&(lab, word, between)))
}

/// Whether the name means whichever snapshot is the newest: one of its snapshots was released on the same day.
fn moves(member: &Member, members: &[&Member]) -> bool {
    let twin = |other: &&&Member| other.line.snapshot.is_some() && other.line.version == member.line.version;
    member.line.snapshot.is_none() && members.iter().filter(twin).any(|twin| twin.entrant.day() == member.entrant.day())
}

/// Whether one member of a line can be what came after another.
fn follows(later: &Member, earlier: &Member) -> bool {
    let (new, old) = (&later.line, &earlier.line);
    let renamed = new.snapshot.is_some() && new.snapshot != old.snapshot;
    let named = new.version > old.version || (new.version == old.version && renamed);
    named && is_before(earlier.entrant, later.entrant) && is_alike(earlier.entrant, later.entrant)
}

/// Whether nothing speaks against two models of one line being of one tier and of one time.
fn is_alike(a: &Entrant, b: &Entrant) -> bool {
    let alike = |a: Option<u64>, b: Option<u64>, times| a.zip(b).is_none_or(|(a, b)| a.max(b) / times <= a.min(b));
    let size = |one: &Entrant| one.model.facts.parameters_total.as_ref().and_then(|fact| fact.value);
    let price = |one: &Entrant| one.own_price.map(UsdPerMtok::nanos);
    alike(size(a), size(b), MOST_TIMES_LARGER)
        && alike(price(a), price(b), MOST_TIMES_DEARER)
        && a.days_to(b) <= MOST_DAYS
}
