//! A catalogue as far as it is compared with another.

use crate::error::Error;
use crate::files;
use crate::write::Catalogue;
use litemap::LiteMap;
use llm_compare::catalog::{At, DisputedPrice, LifecycleMark, Price, Read, Route};
use llm_compare::money::UsdPerMtok;
use llm_compare::units::Date;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// The catalogue that is there, or the one that is about to replace it.
#[derive(Debug)]
pub(crate) struct Edition {
    /// The day of each source.
    pub(crate) days: BTreeMap<String, Date>,
    /// By slug.
    pub(crate) models: BTreeMap<String, Known>,
}

/// What is compared of a model. It has a reader of its own, so that a catalogue of yesterday's shape can be compared too.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Name, for reading.
    pub(crate) name: String,
    /// Lab id.
    pub(crate) lab: String,
    pub(crate) routes: Vec<Route>,
    pub(crate) lifecycle: Vec<LifecycleMark>,
    /// Everything else that its file says of the model itself, key by key, without the days.
    pub(crate) rest: BTreeMap<String, String>,
}

/// A route with the model it leads to.
#[derive(Clone, Copy)]
pub(crate) struct Way<'a> {
    pub(crate) slug: &'a str,
    pub(crate) model: &'a Known,
    pub(crate) route: &'a Route,
}

impl Read for Known {
    fn read(at: &At<'_>) -> Self {
        Self {
            name: at.field("name"),
            lab: at.field("lab"),
            routes: at.field("routes"),
            lifecycle: at.field("lifecycle"),
            rest: BTreeMap::new(),
        }
    }
}

/// `sources.json`, of which only the days count.
#[derive(Default)]
struct Days {
    sources: LiteMap<String, Day>,
}

#[derive(Default)]
struct Day(Date);

impl Read for Days {
    fn read(at: &At<'_>) -> Self {
        Self { sources: at.field("sources") }
    }
}

impl Read for Day {
    fn read(at: &At<'_>) -> Self {
        Self(at.field("as_of"))
    }
}

impl Edition {
    /// The catalogue in `folder`; `None` where there is none yet.
    ///
    /// # Errors
    /// For a catalogue that cannot be read, with the file and the place in it.
    pub(crate) fn read(folder: &Path) -> Result<Option<Self>, Error> {
        if !folder.exists() {
            return Ok(None);
        }
        let path = folder.join("sources.json");
        let days: Days = files::typed(&files::read_json(&path)?, &path)?;
        let mut models = BTreeMap::new();
        for path in files::list(&folder.join("models"), "json")? {
            models.insert(files::stem(&path), known(files::read_json(&path)?, &path)?);
        }
        Ok(Some(Self { days: days.sources.into_iter().map(|(id, day)| (id, day.0)).collect(), models }))
    }

    /// The catalogue that is about to be written.
    pub(crate) fn of(catalogue: &Catalogue) -> Result<Self, Error> {
        let models = catalogue.models.iter().map(|model| {
            let path = format!("models/{}.json", model.id);
            let tree =
                serde_json::to_value(model).map_err(|error| Error::shape(path.as_ref(), "", error.to_string()))?;
            Ok((model.id.clone(), known(tree, path.as_ref())?))
        });
        let days = catalogue.sources.sources.iter().map(|(id, source)| (id.clone(), source.as_of));
        Ok(Self { days: days.collect(), models: models.collect::<Result<_, Error>>()? })
    }

    /// The newest day of any source.
    pub(crate) fn today(&self) -> Date {
        self.days.values().copied().max().unwrap_or(Date::EPOCH)
    }

    /// Every route by provider and id.
    pub(crate) fn routes(&self) -> BTreeMap<(&str, &str), Way<'_>> {
        let ways = self.models.iter().flat_map(|(slug, model)| {
            let way = move |route| Way { slug, model, route };
            model.routes.iter().map(way)
        });
        ways.map(|way| ((way.route.provider.as_str(), way.route.model_id.as_str()), way)).collect()
    }

    /// The day of a source, if it has been read again since the edition `before`. A source that one of the two does not
    /// have tells of no change: what it says may have been true all along.
    pub(crate) fn read_again(&self, source: &str, before: &Self) -> Option<Date> {
        let (then, now) = (before.days.get(source)?, self.days.get(source)?);
        Some(*now).filter(|now| now > then)
    }
}

/// The classes of a price that its source is known to have changed since the edition `before`, each with the price `was`
/// had and the one `now` has.
///
/// Another price is no change where the feeds are the same and the decision is another: the source of the new one must
/// have been read again, and must not have said the same all along. Of one that did not decide before only input and output
/// are known.
pub(crate) fn changed_classes(
    was: (&Price, &Edition),
    now: (&Price, &Edition),
) -> Vec<(&'static str, UsdPerMtok, UsdPerMtok)> {
    let ((was, before), (now, after)) = (was, now);
    let mut changes = was.classes.changes_to(&now.classes);
    let said_so = |said: &DisputedPrice| {
        said.source == now.source && (said.input, said.output) == (now.classes.input, now.classes.output)
    };
    if after.read_again(&now.source, before).is_none() || was.disputed.iter().any(said_so) {
        changes.clear();
    }
    if was.source != now.source {
        changes.retain(|(class, ..)| matches!(*class, "input" | "output"));
    }
    changes
}

fn known(mut tree: Value, path: &Path) -> Result<Known, Error> {
    let known: Known = files::typed(&tree, path)?;
    // The days on which sources were read: every refresh moves them. What follows from all models together is no word of a
    // feed, and one new model moves it in a hundred files.
    files::prune(&mut tree, |key, _| !matches!(key, "as_of" | "cohort" | "related"));
    let rest = tree.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), value.to_string()));
    Ok(Known { rest: rest.collect(), ..known })
}

#[cfg(test)]
mod tests {
    use super::*;
    use llm_compare::catalog::PriceClasses;

    fn edition(days: [(&str, &str); 2]) -> Edition {
        let days = days.iter().map(|(id, day)| ((*id).to_owned(), day.parse().unwrap()));
        Edition { days: days.collect(), models: BTreeMap::new() }
    }

    fn price(source: &str, input: &str, cache_read: &str) -> Price {
        let (input, cache_read) = (input.parse().ok(), cache_read.parse().ok());
        Price {
            source: source.to_owned(),
            classes: PriceClasses { input, cache_read, ..PriceClasses::default() },
            ..Price::default()
        }
    }

    #[test]
    fn a_price_changes_only_by_the_word_of_a_source_that_said_something_else() {
        let before = edition([("a", "2026-08-20"), ("b", "2026-08-20")]);
        let after = edition([("a", "2026-08-27"), ("b", "2026-08-20")]);
        let said = |source: &str, input: &str| DisputedPrice {
            source: source.to_owned(),
            input: input.parse().ok(),
            output: None,
        };
        let disputed = |by: &str| Price { disputed: vec![said(by, "2")], ..price("b", "1", "0.1") };
        for (was, now, changed, why) in [
            (price("a", "1", "0.1"), price("a", "2", "0.2"), "input cache_read", "it was read again"),
            (price("a", "1", ""), price("a", "1", "0.2"), "", "what was not known before is no change"),
            (price("b", "1", "0.1"), price("b", "2", "0.2"), "", "it was not read again: a correction"),
            (price("b", "1", "0.1"), price("a", "2", "0.2"), "input", "of the cache the other had not told"),
            (price("b", "1", "0.1"), price("a", "1", "0.2"), "", "another decides, and agrees"),
            (disputed("a"), price("a", "2", "0.1"), "", "it had said so all along"),
            (disputed("c"), price("a", "2", "0.1"), "input", "somebody else had said so"),
        ] {
            let found = changed_classes((&was, &before), (&now, &after));
            let names: Vec<&str> = found.iter().map(|(class, ..)| *class).collect();
            assert_eq!(names.join(" "), changed, "{why}");
        }
    }

    #[test]
    fn what_follows_from_other_models_and_the_days_of_sources_are_no_difference() {
        let of = |more: &str| {
            let text = format!(r#"{{"name":"One","lab":"lab","routes":[],"lifecycle":[],"family":"one"{more}}}"#);
            known(serde_json::from_str(&text).unwrap(), Path::new("one.json")).unwrap().rest
        };
        let plain = of("");
        for (more, same) in [
            (r#","cohort":{"models":9,"standing":[]}"#, true),
            (r#","related":{"rivals":[{"id":"two"}]}"#, true),
            (r#","as_of":"2026-08-20""#, true),
            (r#","aliases":["uno"]"#, false),
        ] {
            assert_eq!(of(more) == plain, same, "{more}");
        }
    }
}
