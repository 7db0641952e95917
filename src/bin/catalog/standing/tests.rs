use super::*;
use llm_compare::catalog::{Basis, Measure, SCHEMA, read};
use serde_json::{Value, json};

/// Models of one host and the benchmarks `one`, `two` and `three`, each of percent: `club` runs them, and `lab` is what labs
/// say of their own models.
#[derive(Default)]
struct World(Vec<Value>);

/// What differs from model to model.
struct Draft<'a> {
    id: &'a str,
    lab: &'a str,
    released: &'a str,
    /// Of a million tokens, in and out; `None` without a route.
    price: Option<&'a str>,
    /// Benchmark, series and value.
    scores: &'a [(&'a str, &'a str, &'a str)],
    /// Channel and replacement.
    instead: &'a [(&'a str, &'a str)],
}

const PLAIN: Draft =
    Draft { id: "m", lab: "acme", released: "2026-01-01", price: Some("1"), scores: &[], instead: &[] };

impl World {
    fn add(&mut self, draft: &Draft) {
        let Draft { id, lab, released, price, scores, instead } = draft;
        let said = |value: Value| json!({"value": value, "source": "s", "as_of": "2026-08-20"});
        let price = price.map(|price| {
            let prices = json!([{"input_usd_per_mtok": price, "output_usd_per_mtok": price, "source": "s", "as_of": "2026-08-20"}]);
            json!({"provider": "host", "model_id": id, "status": "live", "source": "s", "as_of": "2026-08-20",
                "context_tokens": 100_000, "max_output_tokens": 1000, "prices": prices})
        });
        let score = |(benchmark, series, value): &(&str, &str, &str)| json!({"benchmark": benchmark, "series": series, "value": value, "source": "s", "as_of": "2026-08-20"});
        let mark = |(channel, replacement): &(&str, &str)| {
            json!({"channel": channel, "stage": "deprecated", "precision": "exact", "replacement": replacement,
                "source": "s", "as_of": "2026-08-20"})
        };
        self.0.push(json!({"schema": SCHEMA, "id": id, "lab": lab, "lab_name": lab, "name": id.to_uppercase(),
            "facts": {"released": said(json!(released)), "context_tokens": said(json!(100_000))},
            "routes": price.into_iter().collect::<Vec<_>>(),
            "scores": scores.iter().map(score).collect::<Vec<_>>(),
            "lifecycle": instead.iter().map(mark).collect::<Vec<_>>()}));
    }

    fn of(drafts: &[Draft]) -> Self {
        let mut world = Self::default();
        drafts.iter().for_each(|draft| world.add(draft));
        world
    }

    fn positions(&self) -> BTreeMap<String, Position> {
        let models: Vec<Model> = self.0.iter().map(|tree| read(tree).unwrap()).collect();
        let provider = |kind: &str, lab: Option<&str>| {
            let mut provider = json!({"name": "P", "kind": kind, "operator": "p", "reason": "r", "doc": "d"});
            lab.into_iter().for_each(|lab| provider["lab"] = json!(lab));
            provider
        };
        let providers = json!({"schema": SCHEMA, "providers": {"host": provider("host", None), "cloud": provider("cloud", None),
            "acme": provider("lab", Some("acme"))}});
        let benchmark = |id: &str| {
            json!({"id": id, "name": id, "domain": "coding", "unit": "percent", "min": "0", "max": "100",
                "better": "higher", "url": "https://quiz.example"})
        };
        let series = |id: &str, origin: &str| json!({"id": id, "name": id, "origin": origin});
        let all = ["one", "two", "three"].map(benchmark);
        let benchmarks = json!({"schema": SCHEMA, "benchmarks": all,
            "series": [series("club", "independent"), series("lab", "self_reported")]});
        let (providers, benchmarks): (Providers, Benchmarks) = (read(&providers).unwrap(), read(&benchmarks).unwrap());
        let today = "2026-08-20".parse().unwrap();
        let index = crate::index::index(&models, &providers.providers, today);
        super::positions(&models, &Around { index: &index, providers: &providers, benchmarks: &benchmarks, today })
    }

    fn related(&self, id: &str) -> Related {
        self.positions().remove(id).unwrap().1.unwrap_or_default()
    }
}

#[test]
fn a_cohort_reaches_183_days_either_way_and_has_at_least_eight_of_a_kind() {
    let own = Draft { released: "2026-01-01", ..PLAIN };
    let known = |day: &str| {
        let mut world = World::of(&[Draft { id: "own", ..own }]);
        for nth in 0..6 {
            world.add(&Draft { id: &format!("near-{nth}"), price: Some("2"), ..own });
        }
        world.add(&Draft { id: "far", price: Some("2"), released: day, ..own });
        let cohort = world.positions().remove("own").unwrap().0;
        cohort.map(|cohort| {
            let price = cohort.standing.iter().find(|standing| standing.measure == Measure::OutputPrice).unwrap();
            (cohort.models, price.percentile, price.among)
        })
    };
    for (day, expected) in [
        ("2026-07-03", Some((8, 100, 8))), // 183 days
        ("2026-07-04", None),
        ("2025-07-02", Some((8, 100, 8))),
        ("2025-07-01", None),
    ] {
        assert_eq!(known(day), expected, "{day}");
    }
}

#[test]
fn a_domain_is_the_median_of_its_benchmarks_without_what_labs_say() {
    let mut world = World::of(&[Draft {
        id: "own",
        scores: &[("one", "club", "10"), ("one", "lab", "99"), ("three", "lab", "99"), ("two", "club", "90")],
        ..PLAIN
    }]);
    for nth in 0..8 {
        let scores: &[_] = if nth < 7 {
            &[("one", "club", "50"), ("three", "lab", "50"), ("two", "club", "50")]
        } else {
            &[("two", "club", "50")]
        };
        world.add(&Draft { id: &format!("other-{nth}"), scores, ..PLAIN });
    }
    let cohort = world.positions().remove("own").unwrap().0.unwrap();
    let coding = cohort.standing.iter().find(|standing| standing.measure == Measure::Coding).unwrap();
    assert_eq!((coding.percentile, coding.among, coding.benchmarks), (0, 8, Some(2)));
}

#[test]
fn what_is_better_value_costs_less_and_is_behind_in_nothing_that_counts() {
    let (own, level) = (["60", "60", "60"], ["60", "60", "60"]);
    let found = |price: &str, values: [&'static str; 3], series: &'static str| {
        let scores = |values: [&'static str; 3], series: &'static str| {
            [("one", series, values[0]), ("three", series, values[1]), ("two", series, values[2])]
        };
        let world = World::of(&[
            Draft { id: "own", price: Some("1"), scores: &scores(own, "club"), ..PLAIN },
            Draft { id: "other", price: Some(price), scores: &scores(values, series), ..PLAIN },
        ]);
        world.related("own").better_value.first().map(|other| (other.cost_percent, other.benchmarks, other.ahead))
    };
    for (price, values, series, expected, why) in [
        ("0.5", level, "club", Some((50, 3, 0)), "half the price and the same"),
        ("0.5", ["63", "58", "60"], "club", Some((50, 3, 1)), "two points are a tie, three are not"),
        ("0.5", ["63", "57", "63"], "club", None, "behind in one"),
        ("0.971", level, "club", None, "with 3 % more it would be dearer: a tie"),
        ("0.961", level, "club", Some((97, 3, 0)), "rounded up"),
        ("0.5", ["63", "63", "63"], "lab", None, "what labs say does not count"),
    ] {
        assert_eq!(found(price, values, series), expected, "{why}");
    }
}

#[test]
fn the_next_of_a_line_is_its_kin_unless_something_speaks_against_it() {
    let line = |models: &[(&str, &str)]| {
        let world = World::of(&models.iter().map(|(id, released)| Draft { id, released, ..PLAIN }).collect::<Vec<_>>());
        let all = world.positions();
        let next = |id: &str| Some(all[id].1.clone()?.successor?.id);
        models.iter().map(|(id, _)| next(id).unwrap_or_default()).collect::<Vec<_>>().join(" ").trim().to_owned()
    };
    for (models, expected, why) in [
        (vec![("a-1", "2026-01-01"), ("a-2", "2026-02-01")], "a-2", "the next"),
        (vec![("a-1", "2026-01-01"), ("a-2", "2026-01-01")], "", "released together"),
        (vec![("a-1", "2026-01"), ("a-2", "2026-01-20")], "", "perhaps released together"),
        (vec![("a-1", "2026-01-01"), ("a-2", "2026-02-01"), ("a-3", "2026-03-01")], "a-2 a-3", "one after the other"),
        (vec![("a-1-mini", "2026-01-01"), ("a-2", "2026-02-01")], "", "of another kind"),
        (vec![("a-1-8b", "2026-01-01"), ("a-2-70b", "2026-02-01")], "", "of another size"),
        (vec![("a-2", "2026-01-01"), ("a-1", "2026-02-01")], "", "an older version"),
        (vec![("a-1", "2024-01-01"), ("a-2", "2026-02-01")], "", "too long ago"),
        (vec![("a-1", "2026-01-01"), ("a-2-mini", "2026-02-01"), ("a-3", "2026-03-01")], "", "there is a 2"),
        (vec![("step-3", "2026-01-01"), ("step3", "2026-01-07")], "", "one name"),
        (vec![("a-1", "2026-01-01"), ("a-2", "2026-02-01"), ("a-2.0", "2026-02-01")], "", "two at once"),
    ] {
        assert_eq!(line(&models), expected, "{why}");
    }
}

#[test]
fn what_a_provider_recommends_comes_first_the_lab_before_others() {
    let after = |instead: &[(&str, &str)]| {
        let world = World::of(&[
            Draft { id: "a-1", instead, ..PLAIN },
            Draft { id: "a-2", released: "2026-02-01", ..PLAIN },
            Draft { id: "b-9", released: "2026-03-01", ..PLAIN },
            Draft { id: "c-9", released: "2025-12-01", ..PLAIN },
        ]);
        let kin = world.related("a-1").successor.unwrap();
        let back = world.related(&kin.id).predecessor.map(|kin| kin.id);
        (kin.id, kin.basis, kin.channel.unwrap_or_default(), back)
    };
    let a1 = || Some("a-1".to_owned());
    for (instead, id, basis, channel) in [
        (vec![("cloud", "b-9"), ("acme", "a-2")], "a-2", Basis::Announced, "acme"),
        (vec![("cloud", "Acme/B 9")], "b-9", Basis::Announced, "cloud"),
        (vec![("acme", "no-such-model"), ("cloud", "b-9")], "b-9", Basis::Announced, "cloud"),
        (vec![("acme", "a-1")], "a-2", Basis::Family, ""),
        (vec![("acme", "c-9")], "a-2", Basis::Family, ""),
        (vec![], "a-2", Basis::Family, ""),
    ] {
        assert_eq!(after(&instead), (id.to_owned(), basis, channel.to_owned(), a1()), "{instead:?}");
    }
}

#[test]
fn rivals_are_the_nearest_of_other_labs_that_somebody_hosts() {
    let world = World::of(&[
        Draft { id: "own", ..PLAIN },
        Draft { id: "same-lab", ..PLAIN },
        Draft { id: "dearer", lab: "b", price: Some("4"), ..PLAIN },
        Draft { id: "later", lab: "b", released: "2026-04-01", ..PLAIN },
        Draft { id: "like", lab: "b", ..PLAIN },
        Draft { id: "unserved", lab: "b", price: None, ..PLAIN },
        Draft { id: "alike", lab: "c", ..PLAIN },
        Draft { id: "distant", lab: "c", released: "2024-04-01", price: Some("40"), ..PLAIN },
    ]);
    let rivals = world.related("own").rivals;
    let told: Vec<_> =
        rivals.iter().map(|rival| (rival.id.as_str(), rival.cost_percent, rival.days_apart, rival.newer)).collect();
    let expected = [
        ("alike", Some(100), 0, false),
        ("like", Some(100), 0, false),
        ("later", Some(100), 90, true),
        ("dearer", Some(400), 0, false),
    ];
    assert_eq!(told, expected);
}
