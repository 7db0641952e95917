//! Small feeds and tables of the shapes that the real ones have, in a folder of their own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A folder with feeds, tables and, once built, a catalogue; removed afterwards.
pub(crate) struct Workshop(PathBuf);

impl Workshop {
    /// Feeds and tables that build without a complaint.
    pub(crate) fn new() -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("llm-compare-it-{}-{number}", std::process::id()));
        let workshop = Self(root);
        for (name, content) in FILES {
            workshop.write(name, content);
        }
        for table in EPOCH_TABLES {
            workshop.write(&format!("feeds/epoch/{table}.csv"), EPOCH_HEAD);
        }
        let rows = [
            "acme/Rocket-2_high,0.479,0.018,2026-03-01,https://epoch.ai/log,2026-03-05T10:00:00Z,,",
            "mystery-9,,,,,,,",
        ];
        workshop.write("feeds/epoch/gpqa_diamond.csv", &format!("{EPOCH_HEAD}{}\n", rows.join("\n")));
        workshop
    }

    /// The same with the secondary lists of prices and the schedules of retirement.
    pub(crate) fn with_more_feeds() -> Self {
        let workshop = Self::new();
        for (name, content) in MORE_FILES {
            workshop.write(name, content);
        }
        let feeds = format!("{}{MORE_FEEDS}", workshop.read("tables/feeds.toml"));
        workshop.write("tables/feeds.toml", &feeds);
        workshop
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn write(&self, name: &str, content: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Writes `to` for the first `from` in a file; gives the text that was there.
    #[track_caller]
    pub(crate) fn change(&self, name: &str, from: &str, to: &str) -> String {
        let text = self.read(name);
        assert!(text.contains(from), "{name}: {from}");
        self.write(name, &text.replacen(from, to, 1));
        text
    }

    /// Every file of a folder and the folders in it, with its content.
    pub(crate) fn files(&self, folder: &str) -> BTreeMap<PathBuf, String> {
        let mut found = BTreeMap::new();
        for entry in fs::read_dir(self.path(folder)).unwrap() {
            let name = format!("{folder}/{}", entry.unwrap().file_name().into_string().unwrap());
            if self.path(&name).is_dir() {
                found.extend(self.files(&name));
            } else {
                found.insert(name.clone().into(), self.read(&name));
            }
        }
        found
    }

    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.path(name)).unwrap();
    }

    /// Builds into the folder `out`, which must succeed; gives what the command wrote.
    #[track_caller]
    pub(crate) fn must_build(&self) -> String {
        let output = self.build("out");
        assert!(output.status.success(), "{}", said(&output));
        said(&output)
    }

    /// Checks the folder `out` and the tables, which must hold no problem.
    #[track_caller]
    pub(crate) fn must_pass_check(&self) {
        let output = self.check();
        assert!(output.status.success(), "{}", said(&output));
    }

    /// Runs `catalog check` on the folder `out` and the tables.
    pub(crate) fn check(&self) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_catalog"));
        command.arg("check").arg(self.path("out")).arg(self.path("tables")).output().unwrap()
    }

    /// Runs `catalog build` into the folder `out`.
    pub(crate) fn build(&self, out: &str) -> Output {
        let folder = |name: &str| self.path(name).into_os_string();
        let arguments = [
            "build".into(),
            "--feeds".into(),
            folder("feeds"),
            "--tables".into(),
            folder("tables"),
            "--out".into(),
            folder(out),
            "--atom".into(),
            folder("feed.xml"),
        ];
        Command::new(env!("CARGO_BIN_EXE_catalog")).args(arguments).output().unwrap()
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs `catalog check`.
pub(crate) fn check(folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_catalog")).arg("check").arg(folder).output().unwrap()
}

/// Everything a command wrote, for assertions.
pub(crate) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

const EPOCH_TABLES: [&str; 8] = [
    "chess_puzzles",
    "frontiermath",
    "frontiermath_tier_4",
    "gpqa_diamond",
    "math_level_5",
    "otis_mock_aime_2024_2025",
    "simpleqa_verified",
    "swe_bench_verified",
];

const EPOCH_HEAD: &str = "Model version,mean_score,stderr,Release date,Log viewer,Started at,Organization,Country\n";

const MORE_FILES: [(&str, &str); 5] = [
    ("tables/provider-names.toml", include_str!("feeds/more/provider-names.toml")),
    ("feeds/litellm.json", include_str!("feeds/more/litellm.json")),
    ("feeds/portkey/host.json", include_str!("feeds/more/portkey.json")),
    ("feeds/genai/acme.yml", include_str!("feeds/more/genai.yml")),
    (
        "feeds/llm_db/host/rocket-2.toml",
        "id = \"acme/rocket-2\"\n[lifecycle]\nstatus = \"active\"\nretires_at = \"2027-01-01T19:00:00Z\"\n",
    ),
];

/// The lines of those feeds.
const MORE_FEEDS: &str = r#"
genai-prices = { source = "genai-prices", path = "genai", as_of = "2026-08-21" }
litellm = { source = "litellm", path = "litellm.json", as_of = "2026-07-24" }
"llm_db/local" = { source = "llm_db", path = "llm_db", as_of = "2026-08-07" }
portkey = { source = "portkey", path = "portkey", as_of = "2026-08-21" }

[sources.genai-prices]
name = "genai-prices"
url = "https://genai.example"
licence = "MIT"
attribution = "genai-prices"
refresh = "download"

[sources.litellm]
name = "LiteLLM"
url = "https://litellm.example"
licence = "MIT"
attribution = "LiteLLM"
refresh = "download"

[sources.llm_db]
name = "llm_db"
url = "https://llm-db.example"
licence = "Apache-2.0"
attribution = "llm_db"
refresh = "download"

[sources.portkey]
name = "Portkey"
url = "https://portkey.example"
licence = "MIT"
attribution = "Portkey"
refresh = "download"
"#;

const FILES: [(&str, &str); 18] = [
    ("tables/corrections.toml", include_str!("feeds/corrections.toml")),
    ("tables/licences.toml", include_str!("feeds/licences.toml")),
    ("tables/provider-names.toml", "# Every name is an id.\n"),
    ("feeds/azure.csv", include_str!("feeds/azure.csv")),
    ("tables/benchmarks.toml", include_str!("feeds/benchmarks.toml")),
    ("tables/dialects.toml", include_str!("../../catalog/dialects.toml")),
    ("tables/feeds.toml", include_str!("feeds/feeds.toml")),
    (
        "tables/labs.toml",
        "[labs]\nacme = { name = \"Acme\", url = \"https://acme.example\", orgs = [\"acme-ai\"], families = [\"rocket\"] }\n",
    ),
    ("tables/aliases.toml", "[aliases]\nroadrunner = { to = \"rocket-2\", reason = \"Nickname.\" }\n"),
    ("tables/names.toml", "[names]\n"),
    ("tables/providers.toml", include_str!("feeds/providers.toml")),
    ("feeds/models/acme/rocket-2.toml", include_str!("feeds/rocket-2.toml")),
    ("feeds/models/acme/rocket-2-2026-03-01.toml", include_str!("feeds/rocket-2.toml")),
    ("feeds/api.json", include_str!("feeds/api.json")),
    ("feeds/bases.json", "{\"host/whatever\": \"acme/rocket-2\"}"),
    ("feeds/removed.json", include_str!("feeds/removed.json")),
    ("feeds/openrouter.json", include_str!("feeds/openrouter.json")),
    (
        "feeds/parameters.csv",
        "openrouter_id,hugging_face_id,parameters_total,parameters_active\nacme/rocket-2,Acme/Rocket-2,70000000000,5000000000\n",
    ),
];
