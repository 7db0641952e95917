//! What feeds have said that cannot be downloaded again: `catalog/frozen/<feed>.jsonl`, one claim to a line.
//!
//! A build that has the feed's own files reads those and writes this; one that has not reads this, and comes to the same
//! catalogue. Only what the feed's reader makes of a row is kept, and of a route that is gone at somebody whose word on its
//! model does not count only that it was there.

use crate::claims::{Claim, Dated, Harvest, History, Offer, Origin, Place, ProviderClaim, Says};
use crate::error::Error;
use crate::files;
use crate::join::{Left, Why};
use llm_compare::units::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

/// One line; the first is of the feed itself.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line<'a> {
    Feed(Whose<'a>),
    Claim(Box<Row<'a>>),
    Provider(Cow<'a, ProviderClaim>),
    Pointer(Cow<'a, str>, Cow<'a, str>),
    History(Prices<'a>),
    Base(Cow<'a, str>, Cow<'a, str>, Cow<'a, str>),
    Rejected(String, Cow<'a, str>, Cow<'a, str>),
}

/// A source and a day. On other lines than the first only what differs from it.
#[derive(Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Whose<'a> {
    source: Option<Cow<'a, str>>,
    as_of: Option<Date>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row<'a> {
    #[serde(default)]
    of: Option<Whose<'a>>,
    place: Cow<'a, Place>,
    id: Cow<'a, str>,
    says: Option<Cow<'a, Says>>,
    offer: Option<Cow<'a, Offer>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Prices<'a> {
    #[serde(default)]
    of: Option<Whose<'a>>,
    provider: Cow<'a, str>,
    id: Cow<'a, str>,
    changes: Cow<'a, [Dated]>,
}

/// Where the word of a feed is kept, among the hand-written files.
pub(crate) fn file(feed: &str) -> String {
    format!("frozen/{feed}.jsonl")
}

impl<'a> Whose<'a> {
    /// What of `source` and `as_of` the origin of the feed does not say already.
    fn differing(source: &'a str, as_of: Date, origin: &Origin) -> Option<Self> {
        let source = (source != origin.source).then_some(Cow::Borrowed(source));
        let as_of = (as_of != origin.as_of).then_some(as_of);
        (source.is_some() || as_of.is_some()).then_some(Self { source, as_of })
    }

    fn apply(of: Option<Self>, origin: &Origin) -> Origin {
        let of = of.unwrap_or_default();
        Origin {
            feed: origin.feed,
            source: of.source.map_or_else(|| origin.source.clone(), Cow::into_owned),
            as_of: of.as_of.unwrap_or(origin.as_of),
        }
    }
}

/// The text that keeps what a feed says.
pub(crate) fn text(harvest: &Harvest, origin: &Origin, left: &[Left]) -> Result<String, Error> {
    let Harvest { claims, providers, pointers, histories, rejected, bases } = harvest;
    let not_used = left.iter().filter(|left| left.why == Why::NotUsed).map(|left| std::ptr::from_ref(left.claim));
    let not_used: BTreeSet<*const Claim> = not_used.collect();
    let idle = |claim: &Claim| claim.is_gone() && not_used.contains(&std::ptr::from_ref(claim));
    let feed = Line::Feed(Whose { source: Some(Cow::Borrowed(&origin.source)), as_of: Some(origin.as_of) });
    let claims = claims.iter().map(|claim| {
        Line::Claim(Box::new(Row {
            of: Whose::differing(&claim.origin.source, claim.origin.as_of, origin),
            place: Cow::Borrowed(&claim.place),
            id: Cow::Borrowed(&claim.id),
            says: (!idle(claim)).then_some(Cow::Borrowed(&claim.says)),
            offer: claim.offer.as_ref().filter(|_| !idle(claim)).map(Cow::Borrowed),
        }))
    });
    let providers = providers.iter().map(|claim| Line::Provider(Cow::Borrowed(claim)));
    let pointers = pointers.iter().map(|(from, to)| Line::Pointer(Cow::Borrowed(from), Cow::Borrowed(to)));
    let histories = histories.iter().map(|((provider, id), history)| {
        Line::History(Prices {
            of: Whose::differing(&history.source, history.as_of, origin),
            provider: Cow::Borrowed(provider),
            id: Cow::Borrowed(id),
            changes: Cow::Borrowed(&history.changes),
        })
    });
    let bases = bases
        .iter()
        .map(|((provider, id), base)| Line::Base(Cow::Borrowed(provider), Cow::Borrowed(id), Cow::Borrowed(base)));
    let rejected = rejected.iter().map(|error| match error {
        Error::Shape { path, at, reason } => {
            Line::Rejected(files::name(path), Cow::Borrowed(at), Cow::Borrowed(reason))
        }
        other => Line::Rejected(String::new(), Cow::default(), Cow::Owned(other.to_string())),
    });
    let mut text = String::new();
    let rows = claims.chain(providers).chain(pointers).chain(histories).chain(bases).chain(rejected);
    for line in std::iter::once(feed).chain(rows) {
        let mut tree =
            serde_json::to_value(&line).map_err(|error| Error::shape("output".as_ref(), "", error.to_string()))?;
        // What is not known is left out.
        files::prune(&mut tree, |_, value| !value.is_null());
        text.push_str(&files::compact(&tree)?);
        text.push('\n');
    }
    Ok(text)
}

/// What a feed said when its files were last there.
///
/// # Errors
/// For a file of another source or day than the feed's line has, and with the line for one that is damaged.
pub(crate) fn read(path: &Path, origin: &Origin) -> Result<Harvest, Error> {
    let text = files::read_text(path)?;
    let mut harvest = Harvest::default();
    for (at, line) in text.lines().enumerate() {
        let wrong = |reason: String| Error::shape(path, format!("line {}", at + 1), reason);
        let line: Line = serde_json::from_str(line).map_err(|error| wrong(error.to_string()))?;
        match line {
            Line::Feed(Whose { source, as_of }) if at == 0 => {
                if source.as_deref() != Some(&origin.source) || as_of != Some(origin.as_of) {
                    return Err(wrong(format!("is not of {} on {}, as feeds.toml says", origin.source, origin.as_of)));
                }
            }
            _ if at == 0 => return Err(wrong("does not say of which source and day it is".to_owned())),
            Line::Feed(_) => return Err(wrong("belongs at the beginning".to_owned())),
            line => line.take(&mut harvest, origin),
        }
    }
    Ok(harvest)
}

impl Line<'_> {
    fn take(self, harvest: &mut Harvest, origin: &Origin) {
        match self {
            Self::Feed(_) => {}
            Self::Claim(row) => harvest.claims.push(Claim {
                origin: Whose::apply(row.of, origin),
                place: row.place.into_owned(),
                id: row.id.into_owned(),
                says: row.says.map(Cow::into_owned).unwrap_or_default(),
                offer: row.offer.map(Cow::into_owned),
            }),
            Self::Provider(claim) => harvest.providers.push(claim.into_owned()),
            Self::Pointer(from, to) => _ = harvest.pointers.insert(from.into_owned(), to.into_owned()),
            Self::History(Prices { of, provider, id, changes }) => {
                let Origin { source, as_of, .. } = Whose::apply(of, origin);
                let history = History { changes: changes.into_owned(), source, as_of };
                harvest.histories.insert((provider.into_owned(), id.into_owned()), history);
            }
            Self::Base(provider, id, base) => {
                harvest.bases.insert((provider.into_owned(), id.into_owned()), base.into_owned());
            }
            Self::Rejected(file, at, reason) => {
                harvest.rejected.push(Error::shape(file.as_ref(), at, reason));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::BenchmarkResult;
    use crate::scratch::Scratch;

    #[test]
    fn rejected_rows_and_values_stay_what_they_are() {
        let origin = Origin { feed: "feed", source: "source".to_owned(), as_of: Date::EPOCH };
        let result = BenchmarkResult {
            benchmark: "quiz".to_owned(),
            value: 5.009_082_659_620_331,
            stderr: Some(0.1 + 0.2),
            cost_usd: Some(0.1 * 3.0),
            url: Some("https://quiz.example".to_owned()),
            ..BenchmarkResult::default()
        };
        let says = Says { results: vec![result], modalities_in: Some(Vec::new()), ..Says::default() };
        let place = Place::Board("Club".to_owned());
        let harvest = Harvest {
            claims: vec![Claim { origin: origin.clone(), place, id: "one".to_owned(), says, offer: None }],
            rejected: vec![Error::shape("/somewhere/feed.json".as_ref(), "rows[3].price", "\"a\n\" is not a price")],
            ..Harvest::default()
        };
        let folder = Scratch::new();
        folder.write("kept.jsonl", &text(&harvest, &origin, &[]).unwrap());
        let again = read(&folder.path().join("kept.jsonl"), &origin).unwrap();
        let inside = |harvest: &Harvest| harvest.rejected.iter().map(Error::inside).collect::<Vec<_>>();
        assert_eq!(inside(&again), inside(&harvest));
        assert_eq!(format!("{:?}", again.claims), format!("{:?}", harvest.claims));
    }
}
