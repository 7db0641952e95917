//! The catalogue as the page sees it: files are fetched when they are first wanted and kept for the visit.

use super::browser;
use super::reactive::{Kept, Memo, Shared, State};
use crate::browse::Search;
use crate::catalog::{
    At, Audit, Benchmarks, CatalogError, Dialects, Index, Manifest, Method, Model, Providers, Read, Sources, parse,
    parse_with,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use std::mem::ManuallyDrop;
use std::sync::Arc;

/// A file that may still be on its way.
#[derive(Debug)]
pub(super) enum Loaded<T: 'static> {
    /// Not here yet.
    Waiting,
    /// Here.
    Ready(Kept<T>),
    /// It cannot be had, or not read.
    Failed(CatalogError),
}

impl<T> Loaded<T> {
    /// The value, when it is here.
    pub(super) const fn ready(&self) -> Option<&'static T> {
        match self {
            Self::Ready(value) => Some(value.0),
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

/// Content of a file whose type is forgotten, so that one signal holds all files and is compiled once. It stays until the
/// page is left, so that nothing has to know how to take it apart.
type Content = &'static (dyn Any + Send + Sync);

/// Reads the content of a file of one type.
type Reader = fn(&At<'_>) -> Content;

/// A file that has been asked for.
#[derive(Clone)]
struct File {
    /// Below the folder of a version.
    name: String,
    reader: Reader,
    /// `None` while it is on its way.
    answer: Option<Result<Content, CatalogError>>,
}

/// All files of the catalogue, shared by the whole page.
#[derive(Clone, Copy)]
pub(super) struct Catalogue {
    version: State<Option<String>>,
    /// Whether something has failed, so that what the browser has kept is not to be trusted.
    afresh: State<bool>,
    /// They are few, so that looking through them is as quick as any order.
    files: State<Vec<File>>,
    search: Memo<Option<Shared<Search>>>,
}

const INDEX: &str = "index.json";
const PROVIDERS: &str = "providers.json";
const SOURCES: &str = "sources.json";
const BENCHMARKS: &str = "benchmarks.json";
const AUDIT: &str = "audit.json";
const DIALECTS: &str = "dialects.json";
const METHOD: &str = "method.json";

impl Catalogue {
    /// Provides the catalogue to all components below.
    pub(super) fn provide() {
        let files = State::new(Vec::new());
        // Apart from the search, which is made once and not whenever a file comes.
        let index = Memo::new(move |_| state::<Index>(files, INDEX).ready().map(Kept));
        let search = Memo::new(move |_| index.get().map(|index| Shared(Arc::new(Search::new(&index)))));
        let version = State::new(browser::take_catalogue_version());
        provide_context(Self { version, afresh: State::new(false), files, search });
    }

    /// The catalogue of the page.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// One model, or that it is on its way.
    pub(super) fn model(self, slug: &str) -> Loaded<Model> {
        state(self.files, &model_file(slug))
    }

    /// All models in short.
    pub(super) fn index(self) -> Loaded<Index> {
        state(self.files, INDEX)
    }

    /// The index prepared for searching, once it is here.
    pub(super) fn search(self) -> Option<Shared<Search>> {
        self.search.get()
    }

    /// All providers.
    pub(super) fn providers(self) -> Loaded<Providers> {
        state(self.files, PROVIDERS)
    }

    /// All sources.
    pub(super) fn sources(self) -> Loaded<Sources> {
        state(self.files, SOURCES)
    }

    /// All benchmarks.
    pub(super) fn benchmarks(self) -> Loaded<Benchmarks> {
        state(self.files, BENCHMARKS)
    }

    /// How requests are written.
    pub(super) fn dialects(self) -> Loaded<Dialects> {
        state(self.files, DIALECTS)
    }

    /// The catalogue looked at from outside.
    pub(super) fn audit(self) -> Loaded<Audit> {
        state(self.files, AUDIT)
    }

    /// Fetches a model, unless it is here or on its way.
    pub(super) fn want_model(self, slug: &str) {
        self.want(model_file(slug), reader::<Model>);
    }

    /// Fetches the index, unless it is here or on its way.
    pub(super) fn want_index(self) {
        self.want(INDEX.to_owned(), reader::<Index>);
    }

    /// Fetches the providers, unless they are here or on their way.
    pub(super) fn want_providers(self) {
        self.want(PROVIDERS.to_owned(), reader::<Providers>);
    }

    /// Fetches the sources, unless they are here or on their way.
    pub(super) fn want_sources(self) {
        self.want(SOURCES.to_owned(), reader::<Sources>);
    }

    /// Fetches the benchmarks, unless they are here or on their way.
    pub(super) fn want_benchmarks(self) {
        self.want(BENCHMARKS.to_owned(), reader::<Benchmarks>);
    }

    /// Fetches how requests are written, unless it is here or on its way.
    pub(super) fn want_dialects(self) {
        self.want(DIALECTS.to_owned(), reader::<Dialects>);
    }

    /// How everything is computed.
    pub(super) fn method(self) -> Loaded<Method> {
        state(self.files, METHOD)
    }

    /// Fetches how everything is computed, unless it is here or on its way.
    pub(super) fn want_method(self) {
        self.want(METHOD.to_owned(), reader::<Method>);
    }

    /// Fetches the audit, unless it is here or on its way.
    pub(super) fn want_audit(self) {
        self.want(AUDIT.to_owned(), reader::<Audit>);
    }

    /// Asks again for everything that failed. The version is asked for again too: a new one may be out.
    pub(super) fn retry(self) {
        self.version.set(None);
        self.afresh.set(true);
        let failed = |file: &File| matches!(file.answer, Some(Err(_))).then(|| (file.name.clone(), file.reader));
        let failed: Vec<_> = self.files.with_untracked(|files| files.iter().filter_map(failed).collect());
        for (name, reader) in failed {
            self.files.update(|files| files.retain(|file| file.name != name));
            self.want(name, reader);
        }
    }

    fn want(self, name: String, reader: Reader) {
        if self.files.with_untracked(|files| file(files, &name).is_some()) {
            return;
        }
        let answer = self.early(&name).map(|(path, text)| read(&path, &text, reader));
        let waits = answer.is_none();
        self.files.update(|files| files.push(File { name: name.clone(), reader, answer }));
        if waits {
            spawn_local(async move {
                let answer = self.fetch(&name).await.and_then(|(path, text)| read(&path, &text, reader));
                self.files.update(|files| {
                    if let Some(file) = files.iter_mut().find(|file| file.name == name) {
                        file.answer = Some(answer);
                    }
                });
            });
        }
    }

    /// Path and text of a file of the current version.
    async fn fetch(self, name: &str) -> Result<(String, String), CatalogError> {
        let path = format!("{}/{name}", self.current_version().await?);
        let text = browser::fetch_catalogue_file(&path, self.afresh.get_untracked()).await?;
        Ok((format!("catalog/{path}"), text))
    }

    /// Path and text of a file that came before the app. Used at once, the first frame shows it.
    fn early(self, name: &str) -> Option<(String, String)> {
        let path = format!("{}/{name}", self.version.get_untracked().filter(|_| !self.afresh.get_untracked())?);
        browser::early_text(&path).map(|text| (format!("catalog/{path}"), text))
    }

    async fn current_version(self) -> Result<String, CatalogError> {
        if let Some(version) = self.version.get_untracked() {
            return Ok(version);
        }
        let text = browser::fetch_catalogue_file("manifest.json", true).await?;
        let manifest: Manifest = parse("catalog/manifest.json", &text)?;
        self.version.set(Some(manifest.version.clone()));
        Ok(manifest.version)
    }
}

fn model_file(slug: &str) -> String {
    format!("models/{slug}.json")
}

fn reader<T: Read + Send + Sync + 'static>(at: &At<'_>) -> Content {
    Box::leak(Box::new(ManuallyDrop::new(T::read(at))))
}

fn read(path: &str, text: &str, reader: Reader) -> Result<Content, CatalogError> {
    let mut content: Content = &();
    parse_with(path, text, &mut |at| content = reader(at))?;
    Ok(content)
}

/// What is known of a file, which is followed. A name has one type of content; under another there would be nothing.
fn state<T: Send + Sync + 'static>(files: State<Vec<File>>, name: &str) -> Loaded<T> {
    match answer(files, name) {
        Some(Ok(content)) => {
            content.downcast_ref::<ManuallyDrop<T>>().map_or(Loaded::Waiting, |content| Loaded::Ready(Kept(content)))
        }
        Some(Err(error)) => Loaded::Failed(error),
        None => Loaded::Waiting,
    }
}

// Apart from `state`, so that it is compiled once for all types.
#[inline(never)]
fn answer(files: State<Vec<File>>, name: &str) -> Option<Result<Content, CatalogError>> {
    files.with(|files| file(files, name).and_then(|file| file.answer.clone()))
}

fn file<'a>(files: &'a [File], name: &str) -> Option<&'a File> {
    files.iter().find(|file| file.name == name)
}
