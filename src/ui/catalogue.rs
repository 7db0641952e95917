//! The catalogue as the page sees it: files are fetched when they are first wanted and kept for the visit.

use super::browser;
use crate::browse::Search;
use crate::catalog::{Benchmarks, CatalogError, Index, Manifest, Model, Providers, Read, Sources, parse};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashMap;
use std::sync::Arc;

/// A file that may still be on its way.
#[derive(Debug)]
pub(super) enum Loaded<T> {
    /// Not here yet.
    Waiting,
    /// Here.
    Ready(Arc<T>),
    /// It cannot be had, or not read.
    Failed(CatalogError),
}

// By hand: the derives would ask the same of `T`, and two files are the same when they are one object.
impl<T> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Waiting => Self::Waiting,
            Self::Ready(value) => Self::Ready(Arc::clone(value)),
            Self::Failed(error) => Self::Failed(error.clone()),
        }
    }
}

impl<T> PartialEq for Loaded<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Waiting, Self::Waiting) => true,
            (Self::Ready(a), Self::Ready(b)) => Arc::ptr_eq(a, b),
            (Self::Failed(a), Self::Failed(b)) => a == b,
            _ => false,
        }
    }
}

impl<T> Loaded<T> {
    /// The value, when it is here.
    pub(super) const fn ready(&self) -> Option<&Arc<T>> {
        match self {
            Self::Ready(value) => Some(value),
            _ => None,
        }
    }

    /// Whether it is no longer on its way.
    pub(super) const fn is_settled(&self) -> bool {
        !matches!(self, Self::Waiting)
    }

    /// Why it is not here, when that is certain.
    pub(super) const fn failed(&self) -> Option<&CatalogError> {
        match self {
            Self::Failed(error) => Some(error),
            _ => None,
        }
    }
}

/// One file: its state, and whether it has been asked for.
type File<T> = RwSignal<Option<Loaded<T>>>;

/// All files of the catalogue, shared by the whole page.
#[derive(Clone, Copy)]
pub(super) struct Catalogue {
    version: StoredValue<Option<String>>,
    /// Whether something has failed, so that what the browser has kept is not to be trusted.
    afresh: StoredValue<bool>,
    models: RwSignal<HashMap<String, Loaded<Model>>>,
    index: File<Index>,
    providers: File<Providers>,
    sources: File<Sources>,
    benchmarks: File<Benchmarks>,
    search: Memo<Option<Arc<Search>>>,
}

impl Catalogue {
    /// Provides the catalogue to all components below.
    pub(super) fn provide() {
        let index: File<Index> = RwSignal::new(None);
        let search = Memo::new(move |_| {
            index.with(|index| index.as_ref().and_then(Loaded::ready).map(|index| Arc::new(Search::new(index))))
        });
        provide_context(Self {
            search,
            version: StoredValue::new(browser::take_catalogue_version()),
            afresh: StoredValue::new(false),
            models: RwSignal::default(),
            index,
            providers: RwSignal::new(None),
            sources: RwSignal::new(None),
            benchmarks: RwSignal::new(None),
        });
    }

    /// The catalogue of the page.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// One model, or that it is on its way.
    pub(super) fn model(self, slug: &str) -> Loaded<Model> {
        self.models.with(|models| models.get(slug).cloned()).unwrap_or(Loaded::Waiting)
    }

    /// All models in short.
    pub(super) fn index(self) -> Loaded<Index> {
        self.index.get().unwrap_or(Loaded::Waiting)
    }

    /// The index prepared for searching, once it is here.
    pub(super) fn search(self) -> Option<Arc<Search>> {
        self.search.get()
    }

    /// All providers.
    pub(super) fn providers(self) -> Loaded<Providers> {
        self.providers.get().unwrap_or(Loaded::Waiting)
    }

    /// All sources.
    pub(super) fn sources(self) -> Loaded<Sources> {
        self.sources.get().unwrap_or(Loaded::Waiting)
    }

    /// All benchmarks.
    pub(super) fn benchmarks(self) -> Loaded<Benchmarks> {
        self.benchmarks.get().unwrap_or(Loaded::Waiting)
    }

    /// Fetches a model, unless it is here or on its way.
    pub(super) fn want_model(self, slug: &str) {
        if self.models.with_untracked(|models| models.contains_key(slug)) {
            return;
        }
        let slug = slug.to_owned();
        let set = move |slug: String, state| self.models.update(|models| _ = models.insert(slug, state));
        set(slug.clone(), Loaded::Waiting);
        self.fetch(format!("models/{slug}.json"), Box::new(move |answer| set(slug, answer.into())));
    }

    /// Fetches the index, unless it is here or on its way.
    pub(super) fn want_index(self) {
        self.want(self.index, "index.json");
    }

    /// Fetches the providers, unless they are here or on their way.
    pub(super) fn want_providers(self) {
        self.want(self.providers, "providers.json");
    }

    /// Fetches the sources, unless they are here or on their way.
    pub(super) fn want_sources(self) {
        self.want(self.sources, "sources.json");
    }

    /// Fetches the benchmarks, unless they are here or on their way.
    pub(super) fn want_benchmarks(self) {
        self.want(self.benchmarks, "benchmarks.json");
    }

    /// Asks again for everything that failed. The version is asked for again too: a new one may be out.
    pub(super) fn retry(self) {
        self.version.set_value(None);
        self.afresh.set_value(true);
        let failed: Vec<String> = self.models.with_untracked(|models| {
            models.iter().filter(|(_, state)| state.failed().is_some()).map(|(slug, _)| slug.clone()).collect()
        });
        for slug in failed {
            self.models.update(|models| _ = models.remove(&slug));
            self.want_model(&slug);
        }
        self.retry_file(self.index, "index.json");
        self.retry_file(self.providers, "providers.json");
        self.retry_file(self.sources, "sources.json");
        self.retry_file(self.benchmarks, "benchmarks.json");
    }

    fn retry_file<T: Read + Send + Sync + 'static>(self, file: File<T>, name: &'static str) {
        let failed = file.with_untracked(|state| state.as_ref().is_some_and(|state| state.failed().is_some()));
        if failed {
            file.set(None);
            self.want(file, name);
        }
    }

    fn want<T: Read + Send + Sync + 'static>(self, file: File<T>, name: &'static str) {
        if file.with_untracked(Option::is_some) {
            return;
        }
        file.set(Some(Loaded::Waiting));
        self.fetch(name.to_owned(), Box::new(move |answer| file.set(Some(answer.into()))));
    }

    /// Fetches a file of the current version. The callback keeps this from being compiled for each type of file.
    fn fetch(self, name: String, done: Box<dyn FnOnce(Answer)>) {
        if let Some(early) = self.early(&name) {
            return done(Answer(Ok(early)));
        }
        spawn_local(async move {
            let answer = match self.current_version().await {
                Ok(version) => {
                    let path = format!("{version}/{name}");
                    let text = browser::fetch_catalogue_file(&path, self.afresh.get_value()).await;
                    text.map(|text| (format!("catalog/{path}"), text))
                }
                Err(error) => Err(error),
            };
            done(Answer(answer));
        });
    }

    /// Path and text of a file that came before the app. Used at once, the first frame shows it.
    fn early(self, name: &str) -> Option<(String, String)> {
        let path = format!("{}/{name}", self.version.get_value().filter(|_| !self.afresh.get_value())?);
        browser::early_text(&path).map(|text| (format!("catalog/{path}"), text))
    }

    async fn current_version(self) -> Result<String, CatalogError> {
        if let Some(version) = self.version.get_value() {
            return Ok(version);
        }
        let text = browser::fetch_catalogue_file("manifest.json", true).await?;
        let manifest: Manifest = parse("catalog/manifest.json", &text)?;
        self.version.set_value(Some(manifest.version.clone()));
        Ok(manifest.version)
    }
}

/// Path and text of a file, or why there is none.
struct Answer(Result<(String, String), CatalogError>);

impl<T: Read> From<Answer> for Loaded<T> {
    fn from(answer: Answer) -> Self {
        match answer.0.and_then(|(path, text)| parse(&path, &text)) {
            Ok(value) => Self::Ready(Arc::new(value)),
            Err(error) => Self::Failed(error),
        }
    }
}
