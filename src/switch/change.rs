//! What changes in a request when it goes to another route.

use super::request::{Connection, code, connection};
use crate::catalog::{DialectGuide, Snippet};
use crate::decide::{Contender, Field};
use crate::prose::{Block, Blocks};
use crate::table::{Cell, Figure, Head, Row};

/// One end of a move: a side and how it is reached.
pub(super) struct End<'a> {
    pub(super) side: Contender<'a>,
    pub(super) name: &'a str,
    /// The route, and the name of its provider.
    pub(super) route: Option<(Connection, String)>,
    guide: Option<&'a DialectGuide>,
}

impl<'a> End<'a> {
    pub(super) fn new(pair: &'a Field<'a>, at: usize) -> Option<Self> {
        let side = *pair.sides.get(at)?;
        let paid = side.month.paid.as_ref().map(|paid| paid.route.provider.clone());
        let found = side.route(pair.known.providers);
        let route = found.zip(paid).map(|((route, provider), name)| (connection(route, provider), name));
        let dialect = route.as_ref().and_then(|(connection, _)| connection.dialect);
        let guide = dialect.and_then(|dialect| pair.known.dialects?.guide(dialect));
        Some(Self { side, name: pair.name(at), route, guide })
    }

    /// What a row of the table shows of it.
    fn part(&self, row: &Part) -> Option<String> {
        let (connection, provider) = self.route.as_ref()?;
        match row {
            Part::Provider => Some(provider.clone()),
            Part::ModelId => Some(connection.model_id.clone()),
            Part::BaseUrl => connection.base_url.clone(),
            Part::Key => connection.key_variable.clone(),
            Part::Guide(part) => self.guide.map(|guide| part(guide).to_owned()),
            Part::Package(snippet) => snippet(self.guide?).package.clone(),
        }
    }
}

/// Something of a request that can change.
enum Part {
    Provider,
    ModelId,
    BaseUrl,
    Key,
    Guide(fn(&DialectGuide) -> &str),
    Package(fn(&DialectGuide) -> &Snippet),
}

const MODEL_ID: &str = "Model id";

/// What can change, and what has to be done then.
const PARTS: [(&str, Part, &str); 14] = [
    ("Provider", Part::Provider, "Get an account and a key at"),
    (MODEL_ID, Part::ModelId, "Send the model id"),
    ("Base address", Part::BaseUrl, "Send requests to"),
    ("Key variable", Part::Key, "Put the key into"),
    ("Format", Part::Guide(|guide| &guide.name), "Write requests in the format of"),
    ("Python package", Part::Package(|guide| &guide.python), "In Python, install"),
    ("TypeScript package", Part::Package(|guide| &guide.typescript), "In TypeScript, install"),
    ("Key in the request", Part::Guide(|guide| &guide.auth), "Send the key as"),
    ("System instruction", Part::Guide(|guide| &guide.system), "Put the system instruction into"),
    ("Tools", Part::Guide(|guide| &guide.tools), "Describe tools in"),
    ("Output limit", Part::Guide(|guide| &guide.limit), "Limit the answer with"),
    ("Reasoning effort", Part::Guide(|guide| &guide.effort), "Ask for reasoning with"),
    ("Streaming", Part::Guide(|guide| &guide.stream), "Ask for streaming with"),
    ("Answer", Part::Guide(|guide| &guide.answer), "Read the answer from"),
];

/// How the requests differ.
#[derive(Default)]
pub(super) struct Requests {
    /// A row for each part that differs, with what it is on both ends.
    pub(super) rows: Vec<Row>,
    /// What has to be done.
    pub(super) steps: Vec<String>,
}

impl Requests {
    /// Between two ends. What is not known on one of them is said as unknown and asks for no step; without a route there is
    /// nothing to compare.
    pub(super) fn between(from: &End, to: &End) -> Self {
        let mut all = Self::default();
        if from.route.is_none() || to.route.is_none() {
            return all;
        }
        for (label, part, step) in &PARTS {
            let (before, after) = (from.part(part), to.part(part));
            if before == after {
                continue;
            }
            if let (Some(_), Some(after)) = (&before, &after) {
                all.steps.push(format!("{step} {after}."));
            }
            let cells = [before, after].map(|text| Cell::from(text.map_or(Figure::UNKNOWN, Figure::plain)));
            all.rows.push(Row { label: (*label).to_owned(), cells: cells.into(), ..Row::default() });
        }
        all
    }

    /// What changes, in a sentence; nothing where a request is not known at all. `rejects` is whether the new side rejects
    /// parameters.
    pub(super) fn sentence(&self, rejects: bool) -> String {
        let (changes, unknown) = (self.steps.len(), self.rows.len() - self.steps.len());
        let only_the_id = self.rows.iter().all(|row| row.label == MODEL_ID);
        let mut text = match changes {
            0 if unknown > 0 => return String::new(),
            0 if rejects => return "Nothing changes in the request but its parameters.".to_owned(),
            0 => return "Nothing changes in the request.".to_owned(),
            1 if only_the_id && rejects => return "The model id and the parameters change.".to_owned(),
            1 if only_the_id => return "Only the model id changes.".to_owned(),
            1 => "1 part of the request changes".to_owned(),
            many => format!("{many} parts of the request change"),
        };
        if unknown > 0 {
            let more = if unknown == 1 { "1 more does".to_owned() } else { format!("{unknown} more do") };
            text.push_str(&format!("; whether {more} is not known"));
        }
        text.push('.');
        text
    }
}

/// The table of what differs, and the requests before and after in three languages.
pub(super) fn show(from: &End, to: &End, rows: Vec<Row>, out: &mut Blocks) {
    if !rows.is_empty() {
        let head = |text: &str| Head { text: text.to_owned(), ..Head::default() };
        out.add(Block::Table(vec![head("Request"), head(from.name), head(to.name)], rows));
    }
    for (language, snippet) in LANGUAGES {
        let mut parts = Blocks::default();
        for (when, end) in [("Before", from), ("After", to)] {
            end.write_code(when, language, snippet, &mut parts);
        }
        if !parts.0.is_empty() {
            out.add(Block::Fold(format!("The request in {language}"), parts));
        }
    }
    for (end, other) in [(from, None), (to, from.guide)] {
        match (&end.route, end.guide) {
            (None, _) => out.remark(format!(
                "No route of {} can be paid for this workload, so no request is shown for it.",
                end.name
            )),
            (Some((_, provider)), None) => out.remark(format!(
                "How a request to {provider} is written is not known, so no code is shown for {}.",
                end.name
            )),
            (_, Some(guide)) if other.is_none_or(|other| other.id != guide.id) => {
                out.add(Block::Source(format!("Documentation of {}", guide.name), guide.doc.clone()));
            }
            _ => {}
        }
    }
}

impl End<'_> {
    /// A request as code, if it can be written.
    fn write_code(&self, when: &str, language: &'static str, snippet: fn(&DialectGuide) -> &Snippet, out: &mut Blocks) {
        let Some((snippet, (connection, _))) = self.guide.map(snippet).zip(self.route.as_ref()) else { return };
        let Some(code) = code(snippet, connection) else { return };
        let mut text = format!("{when}: {}", self.name);
        if let Some(package) = &snippet.package {
            text.push_str(&format!(", with the package {package}"));
        }
        out.remark(text);
        out.add(Block::Code(language, code));
    }
}

type Language = (&'static str, fn(&DialectGuide) -> &Snippet);
const LANGUAGES: [Language; 3] =
    [("curl", |guide| &guide.curl), ("Python", |guide| &guide.python), ("TypeScript", |guide| &guide.typescript)];
