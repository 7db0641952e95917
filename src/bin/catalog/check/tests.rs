use super::*;
use crate::scratch::Scratch;

const SOURCES: &str = r#"{"schema":1,"sources":{"feed":{"name":"Feed","url":"https://feed.example","licence":"MIT",
    "attribution":"Feed","as_of":"2026-08-20","refresh":"download"}}}"#;
const PROVIDERS: &str = r#"{"schema":1,"providers":{"lab":{"name":"Lab","kind":"lab","operator":"lab","reason":"Its own.",
    "doc":"https://lab.example","env":["LAB_KEY"],"base_url":"https://api.lab.example/v1","dialect":"openai_chat"}}}"#;
const INDEX: &str = r#"{"schema":1,"models":[{"id":"one","name":"One","lab":"lab","lab_name":"Lab",
    "released":"2026-01-01","context_tokens":1000,"hosts":1,"providers":1,
    "prices":[{"provider":"lab","input_usd_per_mtok":"1","output_usd_per_mtok":"2"}]}]}"#;
const MODEL: &str = r#"{"schema":1,"id":"one","lab":"lab","lab_name":"Lab","name":"One",
    "facts":{"released":{"value":"2026-01-01","source":"feed","as_of":"2026-08-20"},
             "context_tokens":{"value":1000,"source":"feed","as_of":"2026-08-20"}},
    "routes":[{"provider":"lab","model_id":"one","status":"live","source":"feed","as_of":"2026-08-20",
               "prices":[{"input_usd_per_mtok":"1","output_usd_per_mtok":"2","source":"feed","as_of":"2026-08-20"}]}],
    "scores":[{"benchmark":"quiz","series":"club","value":"50","url":"https://quiz.example/1","source":"feed",
               "as_of":"2026-08-20"}]}"#;

const BENCHMARKS: &str = r#"{"schema":1,"benchmarks":[{"id":"quiz","name":"Quiz","domain":"science","unit":"percent",
    "min":"0","max":"100","better":"higher","url":"https://quiz.example"}],
    "series":[{"id":"club","name":"Club","origin":"independent"}]}"#;

const CHANGES: &str = r#"{"schema":1,"as_of":"2026-08-20","updates":[{"id":"2026-08-20.2","as_of":"2026-08-20",
    "before":"2026-08-13","counts":{"models_added":0,"models_removed":0,"prices":1,"lifecycle":0,"retirements":0,
    "routes_added":0,"routes_removed":0},"prices":[{"model":"one","name":"One","provider":"lab","model_id":"one","own":true,
    "classes":[{"class":"input","before_usd_per_mtok":"0.5","after_usd_per_mtok":"1"}],"last_seen":"2026-08-13",
    "source":"feed","as_of":"2026-08-20"}]}]}"#;

/// What is found after `change` was made to a catalogue without a problem.
fn found(change: impl FnOnce(&Scratch)) -> Vec<String> {
    let catalogue = Scratch::new();
    catalogue.write("sources.json", SOURCES);
    catalogue.write("providers.json", PROVIDERS);
    catalogue.write("index.json", INDEX);
    catalogue.write("benchmarks.json", BENCHMARKS);
    catalogue.write("changes.json", CHANGES);
    catalogue.write("dialects.json", &dialects());
    catalogue.write("models/one.json", MODEL);
    catalogue.write("audit.json", &audit());
    change(&catalogue);
    check(catalogue.path()).unwrap().findings.iter().map(ToString::to_string).collect()
}

/// A name that is longer than a line.
const SEND: &str = concat!(
    "send_send_send_send_send_send_send_send_send_send_send_send_",
    "send_send_send_send_send_send_send_send_send_send_send_send("
);

/// One guide to the format that the provider speaks.
fn dialects() -> String {
    let words = ["name", "model", "system", "answer", "auth", "limit", "tools", "stream", "effort"];
    let words = words.map(|word| format!(r#""{word}":"a","#)).concat();
    let curl = r#"curl \"{base_url}/chat\" -H \"${key_variable}\" -d '{\"model\": \"{model_id}\"}'"#;
    let code = r#"send({ model: \"{model_id}\" })"#;
    format!(
        r#"{{"schema":1,"dialects":[{{"id":"openai_chat",{words}"doc":"https://chat.example","curl":{{"code":"{curl}"}},
        "python":{{"package":"chat","code":"{code}"}},"typescript":{{"package":"chat","code":"{code}"}}}}]}}"#
    )
}

/// The audit that follows from the other files.
fn audit() -> String {
    fn typed<T: Read>(text: &str) -> T {
        read(&serde_json::from_str(text).unwrap()).unwrap()
    }
    files::compact(&crate::audit::audit(&[typed(MODEL)], &typed(INDEX), &typed(SOURCES))).unwrap()
}

#[test]
fn a_catalogue_without_a_problem_has_none() {
    assert_eq!(found(|_| {}), Vec::<String>::new());
}

#[test]
fn every_problem_names_the_file_and_the_place_in_it() {
    let replace = |from: &'static str, to: &'static str| {
        found(move |catalogue| {
            assert!(MODEL.contains(from), "{from}");
            catalogue.write("models/one.json", &MODEL.replace(from, to));
        })
    };
    for (problems, start) in [
        (replace(r#""status":"live""#, r#""status":"live","speed":9"#), "models/one.json: routes[0].speed: is a key"),
        (replace(r#""live""#, r#""alive""#), "models/one.json: routes[0].status: \"alive\" is not one of"),
        (replace(r#""1""#, r#""1.0""#), "models/one.json: routes[0].prices[0].input_usd_per_mtok: reads \"1.0\""),
        (replace(r#""provider":"lab""#, r#""provider":"x""#), "models/one.json: routes[0]: provider \"x\""),
        (replace(r#""id":"one""#, r#""id":"two""#), "models/one.json: id: \"two\" is not what the file is called"),
        (replace(r#""name":"One""#, r#""name":"Won""#), "index.json: models[0]: does not say the same"),
        (replace(r#""value":1000"#, r#""value":1001"#), "index.json: models[0]: does not say the same"),
        (
            replace(r#""status":"live""#, r#""status":"deprecated""#),
            "audit.json: tables[1]: \"coverage\" does not follow from the models",
        ),
        (found(|c| c.write("audit.json", r#"{"schema":1}"#)), "audit.json: "),
        (replace(r#""quiz""#, r#""quizz""#), "models/one.json: scores[0]: benchmark \"quizz\" is not in"),
        (replace(r#""club""#, r#""pub""#), "models/one.json: scores[0]: series \"pub\" is not in"),
        (replace(r#""50""#, r#""101""#), "models/one.json: scores[0]: 101 is outside the range of quiz"),
        (replace(r#""50""#, r#""50","cost_usd":"0""#), "models/one.json: scores[0]: cost_usd is not above 0"),
        (replace(r#""50""#, r#""50","agree":["gossip"]"#), "models/one.json: scores[0]: source \"gossip\" is not in"),
        (replace(r#""url":"https://quiz.example/1","#, ""), "models/one.json: scores[0]: \"\" is no address"),
        (found(|c| c.write("models/one.json", "")), "models/one.json: is empty"),
        (found(|c| c.write("models/one.json", &MODEL[..50])), "models/one.json: "),
        (found(|c| c.write("providers.json", "[]")), "providers.json: "),
        (
            found(|c| c.write("index.json", r#"{"schema":1,"models":[]}"#)),
            "index.json: models: has 0 rows for 1 models",
        ),
    ] {
        assert!(problems.iter().any(|problem| problem.starts_with(start)), "{start}: {problems:#?}");
    }
}

#[test]
fn changes_are_read_as_strictly() {
    let replace = |from: &'static str, to: &'static str| {
        found(move |catalogue| {
            assert!(CHANGES.contains(from), "{from}");
            catalogue.write("changes.json", &CHANGES.replacen(from, to, 1));
        })
    };
    let twice = CHANGES.replace("}]}]}", "}]},UPDATE]}");
    let update = CHANGES.split_once("[").unwrap().1.strip_suffix("]}").unwrap();
    for (problems, start) in [
        (replace(r#""own":true"#, r#""mine":true"#), "updates[0].prices[0].mine: is a key"),
        (replace(r#""0.5""#, r#""0.50""#), "updates[0].prices[0].classes[0].before_usd_per_mtok: reads \"0.50\""),
        (replace(r#""prices":1"#, r#""prices":-1"#), "updates[0].counts.prices: is not a whole number"),
        (replace("2026-08-20", "2026-08-21"), "as_of: is not the day of the newest source"),
        (replace("2026-08-20.2", "2026-08-19"), "updates[0].id: is not its day"),
        (replace("2026-08-13", "2026-08-21"), "updates[0].as_of: is not in the order"),
        (
            found(|c| c.write("changes.json", &twice.replace("UPDATE", update))),
            "updates[1].id: is not its day, or stands",
        ),
        (found(|c| c.write("changes.json", "")), "is empty"),
    ] {
        let start = format!("changes.json: {start}");
        assert!(problems.iter().any(|problem| problem.starts_with(&start)), "{start}: {problems:#?}");
    }
}

#[test]
fn guides_to_the_formats_are_whole_and_there_is_one_for_each() {
    let replace = |from: &'static str, to: &'static str| {
        found(move |catalogue| {
            assert!(dialects().contains(from), "{from}");
            catalogue.write("dialects.json", &dialects().replacen(from, to, 1));
        })
    };
    let provider = |from: &'static str, to: &'static str| {
        found(move |catalogue| {
            assert!(PROVIDERS.contains(from), "{from}");
            catalogue.write("providers.json", &PROVIDERS.replacen(from, to, 1));
        })
    };
    for (problems, expected) in [
        (replace("https://chat", "chat"), "dialects.json: dialects[0].doc: \"chat.example\" is no address"),
        (replace("{model_id}", "a"), "dialects.json: dialects[0].curl: does not name the model"),
        (replace("{base_url}", "x"), "dialects.json: dialects[0].curl: has no address"),
        (replace("{key_variable}", "{key}"), "dialects.json: dialects[0].curl: has a placeholder"),
        (replace("}'", "}}'"), "dialects.json: dialects[0].curl: sends a body that is not one JSON object"),
        (replace(" })", " )"), "dialects.json: dialects[0].python: has a quote or a bracket"),
        (replace(r#""package":"chat","#, ""), "dialects.json: dialects[0].python: has a package"),
        (replace("send(", SEND), "dialects.json: dialects[0].python: has a line of more than 100"),
        (replace("openai_chat", "cohere_chat"), "dialects.json: dialects: live routes speak \"openai_chat\""),
        (provider("openai_chat", "anthropic_messages"), "dialects.json: dialects: live routes speak"),
        (provider("/v1\"", "/v1/chat/completions\""), "models/one.json: routes[0]: the base address https://api"),
    ] {
        assert!(problems.iter().any(|problem| problem.starts_with(expected)), "{expected}: {problems:#?}");
    }
}

#[test]
fn routes_to_which_no_request_can_be_written_are_counted() {
    let line = |providers: &str| {
        let catalogue = Scratch::new();
        for (name, text) in [("sources", SOURCES), ("providers", providers), ("index", INDEX), ("changes", CHANGES)] {
            catalogue.write(&format!("{name}.json"), text);
        }
        catalogue.write("dialects.json", &dialects());
        catalogue.write("models/one.json", MODEL);
        check(catalogue.path()).unwrap().reach.line()
    };
    assert_eq!(line(PROVIDERS), "a request can be written to 1 of 1 live routes");
    let silent = PROVIDERS.replace(r#""dialect":"openai_chat""#, r#""region":"eu""#);
    assert_eq!(line(&silent), "a request can be written to 0 of 1 live routes; unknown: lab 1");
}

#[test]
fn names_and_spellings_lead_to_one_model() {
    let second = MODEL.replace(r#""id":"one""#, r#""id":"two","aliases":["one"]"#);
    let problems = found(|catalogue| catalogue.write("models/two.json", &second));
    for expected in ["\"One\" is the name of one too", "\"one\" means one too"] {
        assert!(problems.iter().any(|problem| problem.contains(expected)), "{expected}: {problems:#?}");
    }
}

#[test]
fn the_place_among_the_others_is_what_follows_and_what_can_be() {
    const KIN: &str = r#"{"id":"one","name":"One","basis":"family"}"#;
    let with = |key: &str, value: &str| {
        found(|catalogue| {
            let scores = r#""scores":["#;
            assert!(MODEL.contains(scores));
            catalogue.write("models/one.json", &MODEL.replace(scores, &format!(r#""{key}":{value},{scores}"#)));
        })
    };
    let cohort = |standing: &str| with("cohort", &format!(r#"{{"models":9,"standing":[{standing}]}}"#));
    let related = |members: &str| with("related", &format!("{{{members}}}"));
    let of_price = |rest: &str| format!(r#"{{"measure":"output_price",{rest}}}"#);
    let (good, high) = (of_price(r#""percentile":50,"among":9"#), of_price(r#""percentile":101,"among":9"#));
    for (problems, start) in [
        (cohort(""), "cohort.standing: is empty"),
        (cohort(&good), "cohort: does not follow from the models"),
        (cohort(&high), "cohort.standing[0].percentile: is 101"),
        (
            cohort(&of_price(r#""percentile":50,"among":7"#)),
            "cohort.standing[0].among: is 7, which is not between 8 and 9",
        ),
        (cohort(&of_price(r#""percentile":50,"among":10"#)), "cohort.standing[0].among: is 10"),
        (cohort(&of_price(r#""percentile":50,"among":9,"benchmarks":0"#)), "cohort.standing[0].benchmarks: is 0"),
        (cohort(&format!("{good},{good}")), "cohort.standing: not in the order"),
        (cohort(&good.replace("output_price", "speed")), "cohort.standing[0].measure: \"speed\" is not one of"),
        (related(""), "related: names nobody"),
        (related(r#""rivals":[]"#), "related.rivals: is a key that"),
        (related(&format!(r#""successor":{KIN}"#)), "related.successor.id: is the model itself"),
        (
            related(&format!(r#""successor":{}"#, KIN.replace("one", "two"))),
            "related.successor.id: \"two\" is no model",
        ),
        (
            related(&format!(r#""predecessor":{}"#, KIN.replace("family", "announced"))),
            "related.predecessor.channel: is there for",
        ),
        (
            related(r#""better_value":[{"id":"x","name":"X","cost_percent":100,"benchmarks":3,"ahead":1}]"#),
            "related.better_value[0].cost_percent: is 100",
        ),
        (
            related(r#""better_value":[{"id":"x","name":"X","cost_percent":9,"benchmarks":2,"ahead":1}]"#),
            "related.better_value[0].benchmarks: is 2",
        ),
        (
            related(r#""rivals":[{"id":"x","name":"X","days_apart":1,"shared_benchmarks":0}]"#),
            "related: does not follow from the models",
        ),
    ] {
        let start = format!("models/one.json: {start}");
        assert!(problems.iter().any(|problem| problem.starts_with(&start)), "{start}: {problems:#?}");
    }
}

#[test]
fn related_models_have_the_names_of_their_files() {
    let kin = r#""related":{"successor":{"id":"two","name":"Too","basis":"family"}},"scores""#;
    let problems = found(|catalogue| {
        catalogue.write("models/one.json", &MODEL.replace(r#""scores""#, kin));
        catalogue.write("models/two.json", &MODEL.replace(r#""id":"one""#, r#""id":"two""#).replace("One", "Two"));
    });
    let expected = "models/one.json: related.successor.name: is \"Too\", two is called \"Two\"";
    assert!(problems.iter().any(|problem| problem == expected), "{problems:#?}");
}
