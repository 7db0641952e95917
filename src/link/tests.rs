//! What a link promises: it reads back, and no link breaks the page.

use super::*;
use crate::cost::Setting;
use crate::decide::Priorities;
use proptest::prelude::*;

/// Sets everything of a table to some value that is allowed.
fn set_all<T: Default>(table: &[Setting<T>], of: &mut T, seeds: &[u64]) {
    for (setting, seed) in table.iter().zip(seeds) {
        let (least, most) = setting.kind.bounds();
        setting.set(of, least + seed % (most - least + 1));
    }
}

fn side() -> impl Strategy<Value = Side> {
    let route = prop::option::of("[a-z0-9-]{1,12}:[ -~]{0,40}");
    (route, any::<[u64; OF_A_SIDE.len()]>(), prop::option::of(any::<[u64; OF_A_PRICE.len()]>())).prop_map(
        |(route, seeds, own)| {
            let mut side = Side { route, ..Side::default() };
            set_all(&OF_A_SIDE, &mut side.usage, &seeds);
            if let Some(seeds) = own {
                set_all(&OF_A_PRICE, &mut side.own, &seeds);
                side.settle("x:y");
            }
            side
        },
    )
}

fn address() -> impl Strategy<Value = Address> {
    let workload = any::<[u64; OF_THE_WORKLOAD.len()]>().prop_map(|seeds| {
        let mut workload = Workload::default();
        set_all(&OF_THE_WORKLOAD, &mut workload, &seeds);
        workload
    });
    let models = prop::collection::vec(".{1,20}", 1..=MAX_SIDES);
    let date = prop::option::of((0_u32..40_000).prop_map(|d| Date::from_unix_days(d).unwrap()));
    let sides = prop::collection::vec(side(), MAX_SIDES);
    let providers = prop::collection::vec("[a-z0-9.-]([a-z0-9 .-]{0,10}[a-z0-9.-])?", 0..4);
    (models, workload, sides, date, priorities(), providers).prop_map(
        |(models, workload, sides, date, priorities, providers)| {
            let mut address = Address { workload, date, priorities, providers, ..Address::compare(models.clone()) };
            for (place, side) in address.sides.iter_mut().zip(sides).take(models.len()) {
                address.shares_prices |= side.own != OwnPrice::default();
                *place = side;
            }
            address
        },
    )
}

fn priorities() -> impl Strategy<Value = Priorities> {
    let settings = prop::sample::select(vec![
        ("need:vision", "1"),
        ("need:open", "1"),
        ("need:context", "200k"),
        ("need:price", "2.50"),
        ("need:cost", "1,000"),
        ("need:at", "azure"),
        ("need:until", "2027-01-01"),
        ("need:unknown", "1"),
        ("weight:cost", "0"),
        ("weight:recency", "10"),
        ("use:temperature", "1"),
        ("use:vision", "1"),
    ]);
    prop::collection::vec(settings, 0..6).prop_map(|settings| {
        let mut priorities = Priorities::default();
        settings.into_iter().for_each(|(what, value)| priorities.set(what, value).unwrap());
        priorities
    })
}

proptest! {
    #[test]
    fn what_is_printed_reads_back_as_the_same_state(address in address()) {
        let (read, notes) = parse(&address.path(), &address.query());
        prop_assert_eq!(&read, &address);
        prop_assert_eq!(notes, vec![]);
        prop_assert_eq!(read.to_string(), address.to_string(), "one canonical spelling");
    }

    #[test]
    fn a_search_in_the_catalogue_reads_back(search in ".{0,100}") {
        let address = Address { search, ..Address::catalog() };
        prop_assert_eq!(parse(&address.path(), &address.query()), (address, vec![]));
    }

    #[test]
    fn any_text_at_all_gives_a_page(path in ".{0,80}", query in ".{0,200}") {
        let (address, _) = parse(&path, &query);
        let (again, notes) = parse(&address.path(), &address.query());
        if address.page != Page::NotFound {
            prop_assert_eq!(again, address, "what was understood survives");
            prop_assert_eq!(notes, vec![]);
        }
    }

    #[test]
    fn swapping_twice_changes_nothing(address in address()) {
        let sides = address.models().len();
        let mut turned = address.clone();
        (0..sides).for_each(|_| turned = turned.clone().with_first(sides - 1));
        prop_assert_eq!(turned, address.clone());
        prop_assert_eq!(address.clone().with_first(1).with_first(1), address);
    }
}

#[track_caller]
fn check(path: &str, query: &str, printed: &str, notes: usize) {
    let (address, found) = parse(path, query);
    assert_eq!((address.to_string().as_str(), found.len()), (printed, notes), "{path}{query} {found:?}");
}

#[test]
fn addresses_are_stable() {
    check("/", "", "/", 0);
    check("/compare", "", "/compare", 0);
    check("/method", "", "/method", 0);
    check("/method/gpt-5/o3", "?d=2026-08-21", "/method/gpt-5/o3?d=2026-08-21", 0);
    check(
        "/compare/a/b",
        "?w=cost:5,price:1&m=open,vision,context:1000&u=top_p",
        "/compare/a/b?m=context:1000,open,vision&w=cost:5&u=top_p",
        0,
    );
    check("/compare/a/b", "?w=cost:99&m=flying", "/compare/a/b", 2);
    check("/compare/gpt-4o-2024-11-20/step-3.5-flash", "", "/compare/gpt-4o-2024-11-20/step-3.5-flash", 0);
    check("/compare/a/b/", "?n=1000000&i=800&o=250&c=0&b=0", "/compare/a/b", 0);
    check("/compare/a/b", "?d=2026-08-21&o=9&n=5", "/compare/a/b?n=5&o=9&d=2026-08-21", 0);
    check(
        "/compare/a/b",
        "?ra=openrouter:stepfun%2Fstep-3.5-flash:free&tb=400",
        "/compare/a/b?ra=openrouter:stepfun/step-3.5-flash:free&tb=400",
        0,
    );
    check("/catalog", "", "/catalog", 0);
    check("/catalog/", "?q=claude%20opus&n=5", "/catalog?n=5&q=claude%20opus", 0);
    check("/catalog/v1/index.json", "", "/", 0);
    check("/compare/a/b", "?q=x", "/compare/a/b", 0);
    check("/", "?c=a,b", "/compare/a/b", 0);
    check("/", "?c=a,b&n=5&c=0.5", "/compare/a/b?n=5", 0);
    check("/compare/a/b", "?c=0.3500&rc=x:y", "/compare/a/b?c=0.35", 0);
    check("/compare/a/b", "?cw=200000&pr=Azure%20,openai,,", "/compare/a/b?cw=200000&pr=azure,openai", 0);
    check("/compare/a/b", "?ia=2&ra=own:x:y", "/compare/a/b?ra=own:x:y&ia=2", 0);
    check("/compare/a/b", "?ia=2&ra=x:y", "/compare/a/b?ra=x:y", 0);
    check("/compare/a/b", "?ra=own:x:y&ia=-1&oa=100000.1&da=2&ma=x", "/compare/a/b?ra=own:x:y", 4);
    check("/compare/a/b", "?rb=own:&ib=0&ob=0&mb=99.5&xb=32000", "/compare/a/b?rb=own:&ib=0&ob=0&mb=99.5&xb=32000", 0);
    let all =
        "?n=5&p=day&i=1&o=2&c=0.123456&k=3&l=1h&b=1&j=4&y=5&z=6&x=7&h=0.5&a=8&g=0.1&e=0.15&ta=9&fa=1.15&fb=0.1&sb=0.9";
    check("/compare/a/b", all, &format!("/compare/a/b{all}"), 0);
}

#[test]
fn bad_input_becomes_the_default_and_one_note_each() {
    for query in [
        "?n=-1",
        "?n=1e99",
        "?n=NaN",
        "?n=99999999999999999999999999",
        "?n=",
        "?i=0.5",
        "?o=%31%GG",
        "?c=2",
        "?b=x",
        "?d=2026-02-30",
        "?ra=nocolon",
        "?ta=-5",
        "?p=year",
        "?k=0",
        "?j=x",
        "?fa=0.05",
        "?fb=1.001",
        "?sa=0",
        "?y=201",
    ] {
        check("/compare/a/b", query, "/compare/a/b", if query == "?o=%31%GG" { 2 } else { 1 });
    }
    check("/compare/a/b", "?utm_source=x&zz=1&&=&q", "/compare/a/b", 0);
    check("/compare/a/b/c/d/e", "", "/compare/a/b/c/d", 1);
    let long = "9".repeat(10_000);
    check("/compare/a/b", &format!("?n={long}&{long}={long}"), "/compare/a/b", 1);
    check("/catalog", &format!("?q={long}"), &format!("/catalog?q={}", "9".repeat(MAX_SEARCH)), 0);
    let (address, notes) = parse("/compare/%E0%A4%A/b", "");
    assert_eq!((address.models().len(), notes.len()), (2, 1));
}

#[test]
fn a_note_says_what_is_wrong_in_short() {
    let (_, notes) = parse("/compare/a/b", &format!("?n={}", "7".repeat(10_000)));
    let text = notes[0].to_string();
    assert!(text.starts_with("Requests a month: “777") && text.len() < 200, "{text}");
}

#[test]
fn another_model_takes_its_route_choice_away_but_keeps_the_workload() {
    let (address, _) = parse("/compare/a/b", "?n=7&ra=x:y&rb=v:w");
    assert_eq!(address.with_model(0, "c").to_string(), "/compare/c/b?n=7&rb=v:w");
    let (address, _) = parse("/compare/a", "");
    assert_eq!(address.with_model(1, "b").to_string(), "/compare/a/b");
}
