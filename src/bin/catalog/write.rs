//! The catalogue as files: written aside, then swapped with the old ones.

use crate::error::Error;
use crate::files;
use llm_compare::catalog::{Audit, Benchmarks, Changes, Dialects, Index, Model, Providers, Sources};
use serde::Serialize;
use std::fs;
use std::path::{Path, PathBuf};

/// Everything that is written.
pub(crate) struct Catalogue {
    pub(crate) models: Vec<Model>,
    pub(crate) index: Index,
    pub(crate) providers: Providers,
    pub(crate) sources: Sources,
    pub(crate) benchmarks: Benchmarks,
    pub(crate) dialects: Dialects,
    pub(crate) audit: Audit,
    /// What the last refreshes changed.
    pub(crate) changes: Changes,
}

impl Catalogue {
    /// Replaces the folder `out`. Whatever fails before the last step leaves the old files as they are.
    pub(crate) fn write(&self, out: &Path) -> Result<(), Error> {
        let (fresh, old) = (beside(out, "new"), beside(out, "old"));
        remove(&fresh)?;
        remove(&old)?;
        for model in &self.models {
            write_json(&fresh.join("models").join(format!("{}.json", model.id)), model)?;
        }
        write_json(&fresh.join("index.json"), &self.index)?;
        write_json(&fresh.join("providers.json"), &self.providers)?;
        write_json(&fresh.join("sources.json"), &self.sources)?;
        write_json(&fresh.join("benchmarks.json"), &self.benchmarks)?;
        write_json(&fresh.join("dialects.json"), &self.dialects)?;
        write_json(&fresh.join("audit.json"), &self.audit)?;
        write_json(&fresh.join("changes.json"), &self.changes)?;
        if out.exists() {
            fs::rename(out, &old).map_err(Error::io("move", out))?;
        }
        if let Err(reason) = fs::rename(&fresh, out) {
            // Back to where it was; what stopped the swap is the error to tell.
            let _ = fs::rename(&old, out);
            return Err(Error::io("move", &fresh)(reason));
        }
        remove(&old)
    }
}

fn beside(out: &Path, suffix: &str) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.{suffix}"))
}

fn remove(folder: &Path) -> Result<(), Error> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(Error::io("remove", folder)) } else { Ok(()) }
}

fn write_json(path: &Path, value: &impl Serialize) -> Result<(), Error> {
    files::write(path, files::readable(value)?.as_bytes())
}
