//! The hand-written files in `catalog/`.

mod benchmarks;
mod connections;
mod corrections;
mod dialects;
mod licences;

use crate::error::Error;
use crate::files;
use benchmarks::BenchmarksFile;
pub(crate) use connections::{Connections, of_route};
use corrections::CorrectionsFile;
use dialects::DialectsFile;
use licences::LicencesFile;
use llm_compare::catalog::{ProviderKind, Refresh};
use llm_compare::units::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// All of them.
pub(crate) struct Tables {
    folder: PathBuf,
    feeds: FeedsFile,
    pub(crate) labs: Labs,
    pub(crate) aliases: BTreeMap<String, Alias>,
    /// Display names by slug.
    pub(crate) names: BTreeMap<String, String>,
    pub(crate) providers: BTreeMap<String, ProviderLine>,
    pub(crate) connections: Connections,
    pub(crate) dialects: DialectsFile,
    /// What the sources call the providers, by source.
    provider_names: BTreeMap<String, ProviderNames>,
    pub(crate) benchmarks: BenchmarksFile,
    pub(crate) licences: LicencesFile,
    pub(crate) corrections: CorrectionsFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeedsFile {
    sources: BTreeMap<String, SourceLine>,
    feeds: BTreeMap<String, FeedFile>,
}

/// One source of facts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceLine {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) licence: String,
    pub(crate) attribution: String,
    pub(crate) refresh: Refresh,
    /// The day it was read, for a source without a feed.
    as_of: Option<Date>,
}

/// One file or folder of a source.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FeedFile {
    pub(crate) source: String,
    /// Below the folder of the feeds, with `{as_of}` for the day.
    path: String,
    pub(crate) as_of: Date,
    /// How it is brought up to date, where that differs from its source.
    refresh: Option<Refresh>,
    /// The address of the newest copy: the file itself, or a `.tar.gz` that holds it.
    pub(crate) download: Option<String>,
    /// The file or folder in that archive, below its one folder.
    pub(crate) member: Option<String>,
}

impl FeedFile {
    /// Where its copy of one day stands, below the folder of the feeds.
    pub(crate) fn path(&self, day: Date) -> PathBuf {
        self.path.replace("{as_of}", &day.to_string()).into()
    }
}

/// One hand-written decision on an id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Alias {
    pub(crate) to: String,
    pub(crate) variant: Option<String>,
    /// The id means another model from time to time.
    #[serde(default)]
    pub(crate) moving: bool,
    #[expect(dead_code, reason = "every line must have one; it is read by people")]
    reason: String,
}

/// One hand-written decision on a provider.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProviderLine {
    pub(crate) kind: ProviderKind,
    pub(crate) operator: String,
    pub(crate) lab: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) base_url: Option<String>,
    pub(crate) reason: String,
    /// Name and documentation of a provider that models.dev does not list.
    pub(crate) name: Option<String>,
    pub(crate) doc: Option<String>,
}

/// What one source calls the providers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProviderNames {
    names: BTreeMap<String, String>,
    /// By `name:beginning of the model's id`.
    #[serde(default)]
    prefixes: BTreeMap<String, String>,
    /// Names that are left out, with the reason.
    #[serde(default)]
    ignored: BTreeMap<String, String>,
}

/// Who makes models.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Labs {
    labs: BTreeMap<String, Lab>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lab {
    name: String,
    #[expect(dead_code, reason = "for people, and for the lab's page once there is one")]
    url: String,
    #[serde(default)]
    orgs: Vec<String>,
    #[serde(default)]
    families: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AliasesFile {
    aliases: BTreeMap<String, Alias>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    names: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvidersFile {
    providers: BTreeMap<String, ProviderLine>,
    #[serde(default)]
    connections: Connections,
}

impl Tables {
    /// Reads all files in `folder`.
    pub(crate) fn read(folder: &Path) -> Result<Self, Error> {
        let aliases: AliasesFile = files::read_toml(&folder.join("aliases.toml"))?;
        let names: NamesFile = files::read_toml(&folder.join("names.toml"))?;
        let providers: ProvidersFile = files::read_toml(&folder.join("providers.toml"))?;
        let labs: Labs = files::read_toml(&folder.join("labs.toml"))?;
        for (id, line) in &providers.providers {
            if line.lab.as_ref().is_some_and(|lab| !labs.labs.contains_key(lab)) {
                let at = format!("providers.{id}.lab");
                return Err(Error::shape(&folder.join("providers.toml"), at, "is not in labs.toml"));
            }
        }
        let licences: LicencesFile = files::read_toml(&folder.join("licences.toml"))?;
        if let Some((slug, licence)) = licences.dangling() {
            let reason = format!("the licence \"{licence}\" has no line");
            return Err(Error::shape(&folder.join("licences.toml"), slug, reason));
        }
        let corrections: CorrectionsFile = files::read_toml(&folder.join("corrections.toml"))?;
        if let Some((slug, reason)) = corrections.unknown(&labs) {
            return Err(Error::shape(&folder.join("corrections.toml"), slug, reason));
        }
        Ok(Self {
            folder: folder.to_owned(),
            feeds: files::read_toml(&folder.join("feeds.toml"))?,
            labs,
            aliases: aliases.aliases,
            names: names.names,
            providers: providers.providers,
            connections: providers.connections,
            dialects: files::read_toml(&folder.join("dialects.toml"))?,
            provider_names: files::read_toml(&folder.join("provider-names.toml"))?,
            licences,
            corrections,
            benchmarks: files::read_toml(&folder.join("benchmarks.toml"))?,
        })
    }

    /// Path of one of the files, for errors.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The line of one feed, where there is one.
    pub(crate) fn feed(&self, name: &str) -> Option<&FeedFile> {
        self.feeds.feeds.get(name)
    }

    /// Every feed that is brought up to date by downloading it.
    pub(crate) fn downloads(&self) -> impl Iterator<Item = (&String, &FeedFile)> {
        self.feeds.feeds.iter().filter(|(_, line)| self.refresh(line) == Refresh::Download)
    }

    /// How a feed is brought up to date.
    pub(crate) fn refresh(&self, line: &FeedFile) -> Refresh {
        let of_source = || self.feeds.sources.get(&line.source).map(|source| source.refresh);
        line.refresh.or_else(of_source).unwrap_or_default()
    }

    /// Whether a source has a line.
    pub(crate) fn has_source(&self, id: &str) -> bool {
        self.feeds.sources.contains_key(id)
    }

    /// That every line of `feeds.toml` is of a feed that somebody reads, and of a source with a line of its own.
    pub(crate) fn check_feeds(&self, is_read: impl Fn(&str) -> bool) -> Result<(), Error> {
        for (name, line) in &self.feeds.feeds {
            let wrong = |reason| Err(Error::shape(&self.path("feeds.toml"), format!("feeds.\"{name}\""), reason));
            if !is_read(name) {
                return wrong("is a feed that this program cannot read");
            }
            if !self.feeds.sources.contains_key(&line.source) {
                return wrong("is of a source that has no line");
            }
            if line.download.is_some() && self.refresh(line) != Refresh::Download {
                return wrong("has an address, though it is not brought up to date by downloading it");
            }
        }
        Ok(())
    }

    /// The id of the provider that `source` calls `name` on a row about `model`.
    pub(crate) fn provider_id<'a>(&'a self, source: &str, name: &'a str, model: &str) -> &'a str {
        let Some(known) = self.provider_names.get(source) else { return name };
        let begins = |line: &str| line.split_once(':').is_some_and(|(of, head)| of == name && model.starts_with(head));
        let by_prefix = known.prefixes.iter().find(|(line, _)| begins(line)).map(|(_, id)| id);
        by_prefix.or_else(|| known.names.get(name)).map_or(name, String::as_str)
    }

    /// Whether somebody has decided to leave out what `source` calls `name`.
    pub(crate) fn is_ignored(&self, source: &str, name: &str) -> bool {
        self.provider_names.get(source).is_some_and(|known| known.ignored.contains_key(name))
    }

    /// The decision on an id: for one provider or source, for the id as it is written, or for its key.
    pub(crate) fn alias(&self, place: Option<&str>, id: &str, key: &str) -> Option<&Alias> {
        let raw = id.to_lowercase();
        let here = place.map(|place| format!("{place}:{raw}"));
        let spellings = here.iter().map(String::as_str).chain([raw.as_str(), key]);
        spellings.filter_map(|spelling| self.aliases.get(spelling)).next()
    }

    /// Every source with its newest day.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (&String, &SourceLine, Date)> {
        self.feeds.sources.iter().filter_map(|(id, line)| {
            let days = self.feeds.feeds.values().filter(|feed| &feed.source == id).map(|feed| feed.as_of);
            Some((id, line, days.chain(line.as_of).max()?))
        })
    }

    /// The day of the newest feed.
    pub(crate) fn newest(&self) -> Date {
        self.feeds.feeds.values().map(|feed| feed.as_of).max().unwrap_or(Date::EPOCH)
    }
}

impl Labs {
    /// Name of a lab, for reading.
    pub(crate) fn name(&self, lab: &str) -> Option<&str> {
        self.labs.get(lab).map(|lab| lab.name.as_str())
    }

    /// The lab that files its models under `org`.
    pub(crate) fn by_org(&self, org: &str) -> Option<&str> {
        let org = org.to_lowercase();
        let found = self.labs.iter().find(|(id, lab)| **id == org || lab.orgs.contains(&org));
        found.map(|(id, _)| id.as_str())
    }

    /// The lab whose family of models `key` belongs to, by the longest beginning that fits.
    pub(crate) fn by_family(&self, key: &str) -> Option<&str> {
        let fits = self.labs.iter().flat_map(|(id, lab)| lab.families.iter().map(move |family| (family, id)));
        let best = fits.filter(|(family, _)| key.starts_with(family.as_str())).max_by_key(|(family, _)| family.len());
        best.map(|(_, id)| id.as_str())
    }
}
