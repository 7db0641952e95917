//! `catalog build` over a catalogue that is there: the change report, `changes.json` and the Atom feed.

use crate::feeds::{Workshop, said};
use llm_compare::catalog::{Changes, Update, parse};

/// A catalogue of 20 August.
fn built() -> Workshop {
    let workshop = Workshop::new();
    build(&workshop);
    workshop
}

/// What the command wrote to the terminal.
fn build(workshop: &Workshop) -> String {
    let told = workshop.must_build();
    workshop.must_pass_check();
    told
}

/// The list of providers, read again a week later.
fn a_week_later(workshop: &Workshop, from: &str, to: &str) {
    workshop.change(
        "tables/feeds.toml",
        &format!("api.json\", as_of = \"{from}"),
        &format!("api.json\", as_of = \"{to}"),
    );
}

fn updates(workshop: &Workshop) -> Vec<Update> {
    parse::<Changes>("changes.json", &workshop.read("out/changes.json")).unwrap().updates
}

/// A week in which a price changed, a host's route went and another came, a retirement moved and a model was added.
fn eventful() -> (Workshop, String) {
    let workshop = built();
    a_week_later(&workshop, "2026-08-20", "2026-08-27");
    workshop.change("feeds/api.json", "0.15000000000000002", "0.2");
    let ids = ["\"whatever\": {\"id\": \"whatever\"", "\"acme/rocket-2\": {\"id\": \"acme/rocket-2\""];
    let host = workshop.read("feeds/api.json").replacen(ids[0], ids[1], 1);
    workshop.write("feeds/api.json", &host);
    workshop.change("feeds/azure.csv", "2027-06-01", "2027-01-01");
    let row = include_str!("feeds/rocket-2.toml").replace("Rocket 2", "Rocket <3> | `x`");
    workshop.write("feeds/models/acme/rocket-3.toml", &row);
    workshop.change(
        "feeds/api.json",
        "\"rocket-2\": {\"id\": \"rocket-2\"",
        "\"rocket-3\": {\"id\": \"rocket-3\", \"name\": \"R\", \"release_date\": \"2026-08-25\", \"reasoning\": true, \
         \"tool_call\": true, \"open_weights\": true, \"limit\": {\"context\": 400000, \"output\": 0}, \"modalities\": \
         {\"input\": [\"text\"], \"output\": [\"text\"]}, \"cost\": {\"input\": 1, \"output\": 2}}, \"rocket-2\": {\"id\": \"rocket-2\"",
    );
    let told = build(&workshop);
    (workshop, told)
}

#[test]
fn a_first_build_and_one_that_changes_nothing_have_nothing_to_tell() {
    let workshop = built();
    assert_eq!(updates(&workshop), []);
    assert!(!workshop.path("tables/changes.md").exists());
    let before = (workshop.files("out"), workshop.files("tables"), workshop.read("feed.xml"));
    let told = build(&workshop);
    assert!(told.contains("nothing differs"), "{told}");
    assert_eq!((workshop.files("out"), workshop.files("tables"), workshop.read("feed.xml")), before);
}

#[test]
fn a_refresh_tells_what_changed_as_data() {
    let (workshop, told) = eventful();
    assert!(
        told.contains(
            "since 2026-08-20: 1 model added, 1 price changed, 1 retirement announced or moved, 2 routes added, 1 route removed"
        ),
        "{told}"
    );
    let [update] = updates(&workshop).try_into().unwrap();
    assert_eq!((update.id.as_str(), update.before.to_string()), ("2026-08-27", "2026-08-20".to_owned()));
    assert_eq!((update.models_added.len(), update.models_added[0].id.as_str()), (1, "rocket-3"));
    let price = &update.prices[0];
    assert_eq!((price.model.as_str(), price.provider.as_str(), price.own), ("rocket-2", "acme", true));
    let class = &price.classes[0];
    assert_eq!((class.class.as_str(), class.before_usd_per_mtok.to_string()), ("input", "0.15".to_owned()));
    assert_eq!(
        (class.after_usd_per_mtok.to_string(), price.last_seen.to_string()),
        ("0.2".to_owned(), "2026-08-20".to_owned())
    );
    let mark = &update.lifecycle[0];
    let day = |stay: &Option<llm_compare::catalog::Stay>| stay.as_ref().unwrap().retires.unwrap().to_string();
    assert_eq!((day(&mark.before), day(&mark.after)), ("2027-06-01".to_owned(), "2027-01-01".to_owned()));
    let routes: Vec<_> = update.routes.iter().map(|r| (r.provider.as_str(), r.added, r.removed)).collect();
    assert_eq!(routes, [("acme", 1, 0), ("host", 1, 1)]);
    assert_eq!(update.routes[0].own_added, ["rocket-3"]);
}

#[test]
fn the_report_is_markdown_in_which_names_are_text() {
    let (workshop, _) = eventful();
    let report = workshop.read("tables/changes.md");
    for line in [
        "From 2026-08-20 to 2026-08-27: 1 model added, ",
        "\n| Rocket &#60;3&#62; &#124; &#96;x&#96; | <code>rocket-3</code> | <code>acme</code> |\n",
        "\n| Rocket 2 | Acme | <code>rocket-2</code> | input $0.15 → $0.20 (+33.3 %) | <code>models.dev</code> | 2026-08-20 → 2026-08-27 |\n",
        "\n| Rocket 2 | azure | active, not before 1 Jun 2027 | active, not before 1 Jan 2027 | <code>azure</code> |\n",
        "\n| Acme | 1 | 0 | + <code>rocket-3</code> |\n",
        "\n| models | 2 | 3 |\n",
        "\n| <code>models.dev</code> | 2026-08-20 | 2026-08-27 |\n",
    ] {
        assert!(report.contains(line), "{line}\n{report}");
    }
    assert!(!report.contains("<3>"), "{report}");
}

#[test]
fn the_feed_has_an_entry_for_each_refresh_that_anybody_can_host() {
    let (workshop, _) = eventful();
    let feed = workshop.read("feed.xml");
    for part in [
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"",
        "<id>urn:uuid:a44d4393-16b4-4b70-9ed2-000000000000</id><updated>2026-08-27T00:00:00Z</updated>",
        "<entry><title>27 Aug 2026: 1 model added, ",
        "<id>urn:uuid:a44d4393-16b4-4b70-9ed2-202608270001</id>",
        // Markup in a name is text of the HTML, which is text of the XML.
        "&lt;li&gt;Rocket &amp;lt;3&amp;gt; | `x`&lt;/li&gt;",
        "input $0.15 → $0.20 (+33.3 %)",
    ] {
        assert!(feed.contains(part), "{part}\n{feed}");
    }
    let absolute: Vec<_> =
        feed.split("href=\"").skip(1).filter(|rest| rest.starts_with('/') || rest.contains("://\"")).collect();
    assert_eq!(absolute, [""; 0], "an address that only one host has");
}

#[test]
fn repeated_a_refresh_changes_no_byte_and_the_next_comes_in_front() {
    let (workshop, _) = eventful();
    let before = (workshop.files("out"), workshop.files("tables"), workshop.read("feed.xml"));
    build(&workshop);
    assert_eq!((workshop.files("out"), workshop.files("tables"), workshop.read("feed.xml")), before);
    // The newest source stays while an older one is read again.
    workshop.change("tables/feeds.toml", "azure.csv\", as_of = \"2026-07-07", "azure.csv\", as_of = \"2026-08-01");
    workshop.change("feeds/azure.csv", "2027-01-01", "2027-02-01");
    build(&workshop);
    let ids: Vec<_> = updates(&workshop).into_iter().map(|update| update.id).collect();
    assert_eq!(ids, ["2026-08-27.2", "2026-08-27"]);
    assert!(workshop.read("feed.xml").contains("-202608270002</id>"));
}

#[test]
fn the_same_feeds_decided_upon_in_another_way_are_reported_and_not_published() {
    let workshop = built();
    workshop.write("tables/names.toml", "[names]\nrocket-2 = \"Rocket Two\"\n");
    workshop.change("feeds/api.json", "0.15000000000000002", "0.2");
    build(&workshop);
    let report = workshop.read("tables/changes.md");
    assert!(report.contains("Still of 2026-08-20: 1 price decided in another way."), "{report}");
    assert!(report.contains("input $0.15 → $0.20"), "{report}");
    assert!(report.contains("| <code>name</code> | 1 |"), "{report}");
    assert_eq!(updates(&workshop), []);
}

#[test]
fn only_the_last_twenty_refreshes_are_kept() {
    let workshop = built();
    let mut day = "2026-08-20".to_owned();
    for number in 1..=22 {
        let next = format!("2026-09-{number:02}");
        a_week_later(&workshop, &day, &next);
        let price = format!("\"input\": 0.{}", 20 + number);
        let old = if number == 1 {
            "\"input\": 0.15000000000000002".to_owned()
        } else {
            format!("\"input\": 0.{}", 19 + number)
        };
        workshop.change("feeds/api.json", &old, &price);
        day = next;
        build(&workshop);
    }
    let ids: Vec<_> = updates(&workshop).into_iter().map(|update| update.id).collect();
    assert_eq!((ids.len(), ids[0].as_str(), ids[19].as_str()), (20, "2026-09-22", "2026-09-03"));
}

#[test]
fn damaged_changes_are_named_and_leave_everything_alone() {
    let (workshop, _) = eventful();
    workshop.change("out/changes.json", "\"0.15\"", "\"cheap\"");
    let before = (workshop.files("out"), workshop.files("tables"), workshop.read("feed.xml"));
    let output = workshop.build("out");
    let error = said(&output);
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert!(error.contains("changes.json: at updates[0].prices[0].classes[0].before_usd_per_mtok"), "{error}");
    assert_eq!((workshop.files("out"), workshop.files("tables"), workshop.read("feed.xml")), before);
}
