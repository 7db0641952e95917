//! What browsing the audit promises.

use super::*;
use crate::catalog::AuditColumn;
use crate::table::{csv, markdown};
use crate::units::Date;
use proptest::prelude::*;
use serde_json::{Value, json};

const KINDS: [ColumnKind; 5] =
    [ColumnKind::Model, ColumnKind::Text, ColumnKind::Number, ColumnKind::Date, ColumnKind::Url];

fn table<S: AsRef<str>>(rows: &[[S; 5]]) -> AuditTable {
    let names = ["Model", "Lab", "Gaps", "Until", "Address"];
    AuditTable {
        id: "gaps".to_owned(),
        title: "Gaps".to_owned(),
        about: String::new(),
        columns: names.into_iter().zip(KINDS).map(|(name, kind)| AuditColumn { name: name.to_owned(), kind }).collect(),
        rows: rows.iter().map(|row| row.iter().map(|text| text.as_ref().to_owned()).collect()).collect(),
    }
}

fn gaps() -> AuditTable {
    table(&[
        ["glm-5.2", "Zhipu AI", "9", "", "https://example.org/a/b"],
        ["gpt-4o", "OpenAI", "1234", "2026-08-20", ""],
        ["claude-2", "anthropic", "", "2025-12-31", ""],
        ["grok-4", "", "10.5", "2026-01-02", "http://example.com"],
    ])
}

#[track_caller]
fn finds(query: &str, expected: &[usize]) {
    assert_eq!(found(&gaps(), query, None), expected, "{query}");
}

#[test]
fn every_word_may_stand_in_any_cell_as_written_or_as_shown() {
    finds("", &[0, 1, 2, 3]);
    finds("  ", &[0, 1, 2, 3]);
    finds("ZHIPU", &[0]);
    finds("openai gpt", &[1]);
    finds("2026-08", &[1]);
    finds("aug 2026", &[1]);
    finds("1,234", &[1]);
    finds("1234", &[1]);
    finds("example.org/a", &[0]);
    finds("unknown", &[0, 2, 3]);
    finds("zhipu gpt", &[]);
    finds("5.2zhipu", &[]);
}

#[track_caller]
fn sorts(place: usize, direction: Direction, expected: &[usize]) {
    assert_eq!(found(&gaps(), "", Some((place, direction))), expected, "{place} {direction:?}");
}

#[test]
fn numbers_and_days_sort_by_value_words_without_case_and_nothing_comes_last_both_ways() {
    use Direction::{Ascending, Descending};
    sorts(0, Ascending, &[2, 0, 1, 3]);
    sorts(1, Ascending, &[2, 1, 0, 3]);
    sorts(1, Descending, &[0, 1, 2, 3]);
    sorts(2, Ascending, &[0, 3, 1, 2]);
    sorts(2, Descending, &[1, 3, 0, 2]);
    sorts(3, Ascending, &[2, 3, 1, 0]);
    sorts(3, Descending, &[1, 3, 2, 0]);
    sorts(9, Ascending, &[0, 1, 2, 3]);
    assert_eq!(found(&gaps(), "20", Some((3, Ascending))), [2, 3, 1], "what is found is sorted too");
}

#[test]
fn on_the_page_models_and_addresses_are_links_and_no_cell_is_empty() {
    let html = rows_html(&gaps(), &[1, 0], "/x");
    let expected = "<tr><th scope=\"row\"><a href=\"/x/compare/gpt-4o\">gpt-4o</a></th><td>OpenAI</td>\
        <td class=\"number\">1,234</td><td class=\"date\">20 Aug 2026</td><td><span class=\"unknown\">None</span></td></tr>\
        <tr><th scope=\"row\"><a href=\"/x/compare/glm-5.2\">glm-5.2</a></th><td>Zhipu AI</td><td class=\"number\">9</td>\
        <td class=\"date\"><span class=\"unknown\">Unknown</span></td>\
        <td><a href=\"https://example.org/a/b\" rel=\"noopener\" target=\"_blank\">example.org</a></td></tr>";
    assert_eq!(html, expected);
    let long = table(&[["a", "b/c", "", "", ""]]);
    assert!(rows_html(&long, &[0], "").contains("<td>b/<wbr>c</td>"));
    assert!(rows_html(&gaps(), &[3], "").contains("<td><span class=\"unknown\">Unknown</span></td>"));
    assert_eq!(rows_html(&gaps(), &[], ""), "<tr><td colspan=\"5\" class=\"unknown\">None found</td></tr>");
}

#[test]
fn people_take_words_away_and_programs_what_is_written() {
    let expected = "| Model | Lab | Gaps | Until | Address |\n| --- | --- | --- | --- | --- |\n\
        | gpt-4o | OpenAI | 1,234 | 20 Aug 2026 | None |\n\n";
    assert_eq!(markdown(&words(&gaps(), &[1])), expected);
    let expected = "\"Model\",\"Lab\",\"Gaps\",\"Until\",\"Address\"\r\n\
        \"grok-4\",\"\",\"10.5\",\"2026-01-02\",\"http://example.com\"\r\n\
        \"gpt-4o\",\"OpenAI\",\"1234\",\"2026-08-20\",\"\"\r\n";
    assert_eq!(csv(&texts(&gaps(), &[3, 1])), expected);
}

#[test]
fn json_has_numbers_as_numbers_and_null_for_nothing() {
    let read: Value = serde_json::from_str(&rows::json(&gaps(), &[3, 2])).unwrap();
    let expected = json!([
        {"Model": "grok-4", "Lab": null, "Gaps": 10.5, "Until": "2026-01-02", "Address": "http://example.com"},
        {"Model": "claude-2", "Lab": "anthropic", "Gaps": null, "Until": "2025-12-31", "Address": null},
    ]);
    assert_eq!(read, expected);
    assert_eq!(rows::json(&gaps(), &[]), "[]\n");
}

#[test]
fn the_tally_names_the_tables_in_which_something_was_found() {
    let other = AuditTable { title: "Ages".to_owned(), ..gaps() };
    let audit = Audit { tables: vec![gaps(), other], ..Audit::default() };
    assert_eq!(tally(&audit, &[4, 4]), "8 rows in 2 tables");
    assert_eq!(tally(&audit, &[0, 3]), "3 of 8 rows: 3 in Ages");
    assert_eq!(tally(&audit, &[1, 2]), "3 of 8 rows: 1 in Gaps, 2 in Ages");
    assert_eq!(tally(&audit, &[0, 0]), "0 of 8 rows");
}

#[test]
fn a_head_sorts_with_the_greatest_or_the_first_in_front_and_pressed_again_the_other_way() {
    let mut view = View::default();
    for (place, expected) in
        [(2, Direction::Descending), (2, Direction::Ascending), (1, Direction::Ascending), (3, Direction::Descending)]
    {
        view.sort(&gaps(), place);
        assert_eq!(view.by, Some((place, expected)));
    }
}

#[test]
fn a_table_shows_the_first_rows_until_it_is_opened() {
    assert_eq!((View::default().most(), View { opened: true, by: None }.most()), (FIRST, usize::MAX));
    assert_eq!(
        [counted(63, 63), counted(12, 63), counted(1, 1), counted(0, 1)],
        ["63 rows", "12 of 63 rows", "1 row", "0 of 1 rows"]
    );
}

#[test]
fn the_page_has_a_section_for_each_table_its_text_is_no_markup_and_old_data_says_so() {
    let of = |day: &str| {
        let day: Date = day.parse().unwrap();
        let table = AuditTable { title: "<b>".to_owned(), about: "a & b".to_owned(), ..gaps() };
        let audit = Audit { tables: vec![table], ..Audit::default() };
        head_html(day, Date::new(2026, 8, 21).unwrap()) + &tables_html(&audit)
    };
    let page = of("2026-08-20");
    for part in [
        "<section id=\"gaps\" aria-labelledby=\"gaps-heading\">",
        "&lt;b&gt;",
        "a &amp; b",
        "The newest source was read on 20 Aug 2026.<",
        "<th scope=\"col\" class=\"number\" aria-sort=\"none\"><button type=\"button\" class=\"sort\" data-press=\"2\">Gaps<",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(of("2026-07-01").contains("read on 1 Jul 2026, 51 days ago. Check what matters at its source."));
}

fn any_row() -> impl Strategy<Value = [String; 5]> {
    let number = "[0-9]{0,3}(\\.[0-9]{0,2})?";
    (".{0,6}", ".{0,3}", number, "(20[0-9]{2}-(0[1-9]|1[0-2])-[0-3][0-9])?|.{0,3}", ".{0,9}").prop_map(|row| row.into())
}

proptest! {
    #[test]
    fn every_column_has_a_total_order_with_nothing_last_in_both_directions(
        rows in prop::collection::vec(any_row(), 0..20),
        place in 0_usize..5,
    ) {
        let table = table(&rows);
        for direction in [Direction::Ascending, Direction::Descending] {
            let sorted = found(&table, "", Some((place, direction)));
            let mut positions = sorted.clone();
            positions.sort_unstable();
            prop_assert_eq!(positions, (0..rows.len()).collect::<Vec<_>>(), "each row once");
            let texts: Vec<_> = sorted.iter().map(|row| cell(&table, *row, place)).collect();
            prop_assert!(texts.is_sorted_by(|a, b| !a.is_empty() || b.is_empty()));
            for (nth, a) in texts.iter().enumerate() {
                for b in &texts[nth..] {
                    prop_assert_ne!(order(KINDS[place], direction, a, b), Ordering::Greater, "{} {}", a, b);
                }
            }
        }
    }

    #[test]
    fn numbers_sort_by_value(a in 0_u32..100_000, b in 0_u32..100_000) {
        let text = |n: u32| format!("{}.{:02}", n / 100, n % 100);
        prop_assert_eq!(number(&text(a)).cmp(&number(&text(b))), a.cmp(&b));
        prop_assert_eq!(number(&a.to_string()).cmp(&number(&b.to_string())), a.cmp(&b));
        prop_assert_eq!(number(&a.to_string()).cmp(&number(&text(b))), (a * 100).cmp(&b).then(Ordering::Less));
    }

    #[test]
    fn whatever_a_cell_holds_json_reads_back_and_html_has_no_markup_of_it(rows in prop::collection::vec(any_row(), 1..4)) {
        let table = table(&rows);
        let all = found(&table, "", None);
        let read: Value = serde_json::from_str(&rows::json(&table, &all)).unwrap();
        for (row, object) in rows.iter().zip(read.as_array().unwrap()) {
            let lab = object["Lab"].as_str().unwrap_or_default();
            prop_assert_eq!(lab, &row[1]);
        }
        let html = rows_html(&table, &all, "");
        prop_assert_eq!(html.matches("<t").count(), rows.len() * 6, "a row and five cells each");
    }
}
