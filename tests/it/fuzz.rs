//! What bad feeds get: a named error or a listed rejection, never a panic, and never half a catalogue.

use crate::feeds::{Workshop, check, said};
use llm_compare::catalog::{Index, parse};

/// Ways to spoil a file: what it is called, and what becomes of the text.
type Spoiler = (&'static str, fn(&str) -> String);

const SPOILERS: [Spoiler; 14] = [
    ("cut after a third", |text| cut(text, 1, 3)),
    ("cut in the middle", |text| cut(text, 1, 2)),
    ("cut before the end", |text| cut(text, 19, 20)),
    ("blank", |_| " \n".to_owned()),
    ("its first text a number", |text| text.replacen(first_text(text), "7", 1)),
    ("its texts lists", |text| text.replace(first_text(text), "[[]]")),
    ("its first number a text", |text| replace_numbers(text, 1, "\"seven\"")),
    ("its objects lists", |text| text.replace('{', "[").replace('}', "]")),
    ("huge numbers", |text| replace_numbers(text, usize::MAX, "99999999999999999999999999")),
    ("numbers that overflow", |text| replace_numbers(text, usize::MAX, "1e999")),
    ("negative numbers", |text| replace_numbers(text, usize::MAX, "-3")),
    ("every line twice", |text| text.lines().map(|line| format!("{line}\n{line}\n")).collect()),
    ("markup and control characters", |text| {
        text.replace("Rocket", "<img src=x onerror=alert(1)>\u{7}\u{202e}\\u0000")
    }),
    ("ten megabytes of text", |text| text.replacen("ocket", &"x".repeat(10_000_000), 1)),
];

fn cut(text: &str, part: usize, of: usize) -> String {
    text.chars().take(text.chars().count() * part / of).collect()
}

/// The first quoted text with its quotes, or the first word where there is none.
fn first_text(text: &str) -> &str {
    let quoted = text.match_indices('"').nth(1).and_then(|(end, _)| {
        let start = text.find('"')?;
        text.get(start..=end)
    });
    quoted.or_else(|| text.split_whitespace().next()).unwrap_or("x")
}

/// Puts `other` in the place of the first `most` numbers that follow a colon, a comma or an equals sign.
fn replace_numbers(text: &str, most: usize, other: &str) -> String {
    let (mut out, mut rest, mut left) = (String::new(), text, most);
    while let Some(at) = rest.find([':', ',', '=']) {
        let (before, after) = rest.split_at(at + 1);
        out.push_str(before);
        let value = after.trim_start_matches(' ');
        let length = value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | 'e' | '-'))).unwrap_or(value.len());
        if length > 0 && left > 0 && value.starts_with(|c: char| c.is_ascii_digit()) {
            out.push(' ');
            out.push_str(other);
            left -= 1;
            rest = &value[length..];
        } else {
            rest = after;
        }
    }
    out + rest
}

/// Builds over the catalogue that stands there and looks at what is left.
#[track_caller]
fn attempt(workshop: &Workshop, good: &str, what: &str) {
    let output = workshop.build("out");
    let said = said(&output);
    assert!(matches!(output.status.code(), Some(0 | 1)) && !said.contains("panicked"), "{what}: {said}");
    let index = workshop.read("out/index.json");
    if output.status.success() {
        let checked = check(&workshop.path("out"));
        assert!(checked.status.success(), "{what}: {}", crate::feeds::said(&checked));
        names_are_plain(&index, what);
    } else {
        let error = said.lines().find(|line| line.starts_with("error: ")).unwrap_or_default();
        assert!(error.contains("feeds/") || error.contains("tables/"), "{what} names no file: {said}");
        assert!(error.len() < 1000, "{what}: an error of {} bytes", error.len());
        assert_eq!(index, good, "{what}: the old catalogue has changed");
    }
    assert!(
        !workshop.path(".out.new").exists() && !workshop.path(".out.old").exists(),
        "{what} leaves something behind"
    );
}

fn names_are_plain(index: &str, what: &str) {
    let index: Index = parse("index.json", index).unwrap();
    let odd = |c: char| {
        c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for row in index.models {
        assert!(row.name.chars().count() <= 120, "{what}: a name of {} bytes", row.name.len());
        assert!(!row.name.contains(odd), "{what}: {:?}", row.name);
    }
}

/// Spoils every file of the feeds that `chosen` says, in every way.
fn spoil(workshop: &Workshop, chosen: fn(&str) -> bool) {
    workshop.must_build();
    let good = workshop.read("out/index.json");
    let mut spoilt = 0;
    for (path, text) in workshop.files("feeds") {
        let (file, name) = (path.to_str().unwrap(), path.strip_prefix("feeds").unwrap().to_str().unwrap());
        if !chosen(name) {
            continue;
        }
        for (how, spoiler) in SPOILERS {
            workshop.write(file, &spoiler(&text));
            attempt(workshop, &good, &format!("{name}, {how}"));
            // A spoilt feed that still builds has changed the catalogue; the next begins with the good one again.
            workshop.write(file, &text);
            workshop.must_build();
            spoilt += 1;
        }
    }
    assert!(spoilt > 0, "no file was chosen");
}

#[test]
fn spoilt_lists_of_the_first_half_of_the_alphabet_stop_the_build_or_are_listed() {
    spoil(&Workshop::with_more_feeds(), |name| {
        name < "m" && !name.starts_with("epoch/") || name == "epoch/gpqa_diamond.csv"
    });
}

#[test]
fn spoilt_lists_of_the_second_half_of_the_alphabet_stop_the_build_or_are_listed() {
    spoil(&Workshop::with_more_feeds(), |name| name >= "m");
}

#[test]
fn spoilt_boards_stop_the_build_or_are_listed() {
    const BOARDS: [&str; 9] =
        ["aider", "bfcl", "tau2/rocket-2", "vectara", "simple", "llmstats", "epoch/aider", "epoch/arc", "epoch/metr"];
    spoil(&crate::scores::workshop(), |name| BOARDS.iter().any(|board| name.starts_with(board)));
}
