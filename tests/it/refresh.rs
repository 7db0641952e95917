//! What a scheduled refresh does: the list of downloads, the script that fetches them, the workflow that runs it.

use crate::feeds::{Workshop, said};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn catalog(arguments: &[&str], tables: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_catalog")).args(arguments).arg(tables).output().unwrap()
}

#[test]
fn every_feed_that_can_be_downloaded_says_where() {
    let output = catalog(&["downloads", "2026-09-03"], &root().join("catalog"));
    assert!(output.status.success(), "{}", said(&output));
    let list = String::from_utf8(output.stdout).unwrap();
    assert!(list.contains("models.dev/api-2026-09-03.json\thttps://models.dev/api.json\t\n"), "{list}");
    for line in list.lines() {
        let [path, address, member] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        assert!(!path.is_empty() && !path.starts_with('/') && address.starts_with("https://"), "{line}");
        assert_eq!(address.ends_with(".tar.gz"), !member.is_empty(), "{line}");
    }
}

#[test]
fn the_day_of_a_download_is_written_and_nothing_else() {
    let workshop = Workshop::new();
    for entry in fs::read_dir(root().join("catalog")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            fs::copy(&path, workshop.path("tables").join(path.file_name().unwrap())).unwrap();
        }
    }
    let before = workshop.read("tables/feeds.toml");
    let output = catalog(&["downloaded", "2030-01-01"], &workshop.path("tables"));
    assert!(output.status.success(), "{}", said(&output));
    let after = workshop.read("tables/feeds.toml");
    let list = said(&catalog(&["downloads", "2030-01-01"], &workshop.path("tables")));
    let changed = before.lines().zip(after.lines()).filter(|(old, new)| old != new);
    let changed: Vec<_> = changed.map(|(old, new)| (old.starts_with("as_of = "), new)).collect();
    assert_eq!(changed, vec![(true, "as_of = \"2030-01-01\""); list.lines().count()]);
    assert_eq!(before.lines().count(), after.lines().count());
}

#[test]
fn a_line_that_does_not_say_where_or_when_is_named() {
    let workshop = Workshop::new();
    for (arguments, place) in [
        (["downloads", "2026-09-03"], "feeds.\"models.dev/bases\": is to be downloaded"),
        (["downloaded", "2026-09-03"], "feeds.\"models.dev/bases\": has no line"),
        (["downloads", "tomorrow"], "\"tomorrow\" is not a date"),
    ] {
        let output = catalog(&arguments, &workshop.path("tables"));
        assert!(!output.status.success() && said(&output).contains(place), "{place}: {}", said(&output));
    }
    workshop.change(
        "tables/feeds.toml",
        "path = \"azure.csv\"",
        "path = \"azure.csv\", download = \"https://azure.example\"",
    );
    let output = workshop.build("out");
    assert!(said(&output).contains("feeds.\"azure\": has an address"), "{}", said(&output));
}

/// Feeds of which two are files and one is a folder in an archive, below `upstream`; the rest is frozen.
fn with_addresses() -> Workshop {
    let workshop = Workshop::new();
    let feeds = workshop.read("tables/feeds.toml");
    let (sources, _) = feeds.split_once("[feeds]").unwrap();
    let frozen = [
        ("azure", "azure", "azure.csv", "2026-07-07"),
        ("epoch/benchmarks", "epoch", "epoch", "2026-05-14"),
        ("models.dev/removed", "models.dev", "removed.json", "2026-07-01"),
        ("models.dev/bases", "models.dev", "bases.json", "2026-07-01"),
        ("openrouter/parameters", "openrouter", "parameters.csv", "2026-08-05"),
    ];
    let frozen = frozen.map(|(name, source, path, day)| {
        format!(
            "[feeds.\"{name}\"]\nsource = \"{source}\"\npath = \"{path}\"\nas_of = \"{day}\"\nrefresh = \"frozen\"\n"
        )
    });
    let upstream = workshop.path("upstream").display().to_string();
    let fresh = [
        ("models.dev/routes", "models.dev", "api-{as_of}.json", "api.json", ""),
        ("openrouter/models", "openrouter", "openrouter.json", "openrouter.json", ""),
        ("models.dev/models", "models.dev", "models", "archive.tar.gz", "member = \"data/models\"\n"),
    ];
    let fresh = fresh.map(|(name, source, path, file, member)| {
        let head = format!("[feeds.\"{name}\"]\nsource = \"{source}\"\npath = \"{path}\"\nas_of = \"2026-08-20\"\n");
        format!("{head}download = \"file://{upstream}/{file}\"\n{member}")
    });
    workshop.write("tables/feeds.toml", &format!("{sources}{}{}", frozen.concat(), fresh.concat()));
    workshop.write("feeds/api-2026-08-20.json", &workshop.read("feeds/api.json"));
    workshop.write("upstream/api.json", &workshop.read("feeds/api.json").replace("0.15000000000000002", "0.2"));
    workshop.write("upstream/openrouter.json", &workshop.read("feeds/openrouter.json"));
    workshop.write("pack/repository-1/data/models/acme/rocket-2.toml", include_str!("feeds/rocket-2.toml"));
    workshop.write("secret", "name = \"Not of the repository\"");
    std::os::unix::fs::symlink(workshop.path("secret"), workshop.path("pack/repository-1/data/models/acme/link.toml"))
        .unwrap();
    let (pack, archive) = (workshop.path("pack"), workshop.path("upstream/archive.tar.gz"));
    let packed = Command::new("tar").arg("-czf").arg(archive).arg("-C").arg(pack).arg("repository-1").status();
    assert!(packed.unwrap().success(), "this test needs tar");
    workshop
}

fn refresh(workshop: &Workshop) -> Output {
    let script = root().join("scripts/refresh.sh");
    let mut command = Command::new(script);
    command.arg(workshop.path("fresh")).arg(workshop.path("tables")).arg("2026-09-03");
    command.env("CATALOG", env!("CARGO_BIN_EXE_catalog")).output().unwrap()
}

#[test]
fn the_script_fetches_what_can_be_downloaded_and_the_rest_is_kept() {
    let workshop = with_addresses();
    workshop.must_build();
    let output = refresh(&workshop);
    assert!(output.status.success(), "this test needs bash and curl: {}", said(&output));
    let mut fetched: Vec<_> = workshop.files("fresh").into_keys().map(|path| path.display().to_string()).collect();
    fetched.sort();
    assert_eq!(fetched, ["fresh/api-2026-09-03.json", "fresh/models/acme/rocket-2.toml", "fresh/openrouter.json"]);
    fs::remove_dir_all(workshop.path("feeds")).unwrap();
    fs::rename(workshop.path("fresh"), workshop.path("feeds")).unwrap();
    workshop.must_build();
    let report = workshop.read("tables/changes.md");
    assert!(
        report.starts_with("# Changes of the catalogue\n\nFrom 2026-08-20 to 2026-09-03: 1 price changed.\n"),
        "{report}"
    );
    assert!(workshop.read("tables/price-log.csv").contains("2026-08-20,2026-09-03,changed,acme,rocket-2"));
}

#[test]
fn a_download_that_fails_stops_the_script_and_moves_no_day() {
    for (file, place) in
        [("upstream/api.json", "api.json cannot be downloaded"), ("upstream/archive.tar.gz", "archive.tar.gz")]
    {
        let workshop = with_addresses();
        let before = workshop.read("tables/feeds.toml");
        workshop.remove(file);
        if file.ends_with(".tar.gz") {
            workshop.write(file, "<html>Try again later</html>");
        }
        let output = refresh(&workshop);
        assert!(!output.status.success() && said(&output).contains(place), "{}", said(&output));
        assert_eq!(workshop.read("tables/feeds.toml"), before);
    }
}

#[test]
fn the_workflow_has_no_right_it_does_not_need_and_runs_nothing_that_can_change() {
    let text = fs::read_to_string(root().join(".github/workflows/refresh.yml")).unwrap();
    let workflow: serde_json::Value = serde_saphyr::from_str(&text).unwrap();
    assert_eq!(workflow["permissions"], serde_json::json!({}));
    assert_eq!(workflow["concurrency"]["group"], "refresh");
    let job = &workflow["jobs"]["refresh"];
    assert_eq!(job["permissions"], serde_json::json!({"contents": "write", "pull-requests": "write"}));
    assert!(!text.contains("secrets."), "nothing beyond the workflow's own token");
    let steps = job["steps"].as_array().unwrap();
    for action in steps.iter().filter_map(|step| step["uses"].as_str()) {
        let commit = action.split_once('@').unwrap().1;
        assert!(commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit()), "{action} is not pinned");
    }
    let commands: Vec<_> = steps.iter().filter_map(|step| step["run"].as_str()).collect();
    for needed in ["scripts/refresh.sh", "make catalog FEEDS=", "make check", "catalog/changes.md"] {
        assert!(commands.iter().any(|command| command.contains(needed)), "{needed}");
    }
    let tokens = steps.iter().filter(|step| step["env"]["GH_TOKEN"].is_string()).count();
    assert_eq!(tokens, 1, "only the step that opens the pull request has the token");
}
