//! Facts that people have checked by reading the feeds themselves, against the catalogue that is shipped.

use crate::shipped::{models, plain, today};
use llm_compare::catalog::{Capability, LifecycleMark, Model, Price, PriceClasses, Route};
use llm_compare::money::UsdPerMtok;
use llm_compare::units::{Date, Tokens, short_count};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// `truth.toml`: rows by the lab whose models they are about.
type Truth = BTreeMap<String, Vec<Row>>;

fn truth() -> Truth {
    toml::from_str(include_str!("truth.toml")).unwrap()
}

/// One fact.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// Slug of the model.
    model: String,
    /// The provider whose plain route it is about, or one route as `provider:model_id`; absent for the model itself.
    at: Option<String>,
    fact: Fact,
    /// The day; absent for today.
    on: Option<Date>,
    /// What the catalogue must say, as [`Fact`] writes it.
    is: String,
    /// Where it has been read.
    read: Vec<Feed>,
}

/// What a row can be about, and how its value is written.
#[derive(Debug, Clone, Copy, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
enum Fact {
    /// Of a route: `0.25/2`, input and output in US dollars per million tokens.
    Price,
    /// Of a route, one price each: `0.025`.
    CacheRead,
    CacheWrite,
    #[serde(rename = "cache-write-1h")]
    CacheWrite1h,
    ReasoningPrice,
    AudioPrice,
    /// Of a route: `0.125/1`.
    BatchPrice,
    /// Of a route: `above 200,000: 2.5/15; above 272,000: 5/20`, or `none`.
    Tiers,
    /// Of a route: a word.
    Status,
    /// Of a provider, where the model itself ends: `exact 2026-10-01`.
    Retires,
    /// Of a model or a route: `400,000`.
    Context,
    MaxInput,
    MaxOutput,
    /// Of a model: a day, a month or a year. Where the feeds agree on the month only, the row names the month only.
    Released,
    KnowledgeCutoff,
    /// Of a model, in three digits: `671B`.
    Parameters,
    ActiveParameters,
    /// Of a model: its name.
    Licence,
    /// Of a model: `yes` or `no`, as for every capability.
    OpenWeights,
    #[serde(untagged)]
    Can(Capability),
}

/// The feeds, by the ids of `catalog/feeds.toml`.
#[derive(Debug, Clone, Copy, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
enum Feed {
    Azure,
    EpochModels,
    GenaiPrices,
    Litellm,
    #[serde(rename = "llm_db")]
    LlmDb,
    Llmstats,
    #[serde(rename = "models.dev")]
    ModelsDev,
    Openrouter,
    Portkey,
}

/// What the catalogue says; `unknown` where it says nothing.
fn found(model: &Model, row: &Row) -> String {
    match &row.at {
        None => of_model(model, row.fact),
        Some(channel) if row.fact == Fact::Retires => {
            or_unknown(model.lifecycle.iter().find(|mark| mark.channel == *channel).and_then(retires))
        }
        Some(at) => route(model, at).map_or("no such route".into(), |route| of_route(route, row)),
    }
}

fn or_unknown(value: Option<String>) -> String {
    value.unwrap_or_else(|| "unknown".to_owned())
}

fn route<'a>(model: &'a Model, at: &str) -> Option<&'a Route> {
    if at.contains(':') { model.routes.iter().find(|route| route.is(at)) } else { plain(model, at) }
}

fn retires(mark: &LifecycleMark) -> Option<String> {
    Some(format!("{} {}", word(&mark.precision), mark.retires?))
}

fn of_model(model: &Model, fact: Fact) -> String {
    let facts = &model.facts;
    let tokens = |tokens: Option<Tokens>| tokens.map(|tokens| tokens.to_string());
    let yes_or_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let said = match fact {
        Fact::Context => tokens(facts.context_tokens.as_ref().and_then(|fact| fact.value)),
        Fact::MaxInput => tokens(facts.max_input_tokens.as_ref().and_then(|fact| fact.value)),
        Fact::MaxOutput => tokens(facts.max_output_tokens.as_ref().and_then(|fact| fact.value)),
        Fact::Released => facts.released.as_ref().and_then(|fact| fact.value).map(|date| date.to_string()),
        Fact::KnowledgeCutoff => {
            facts.knowledge_cutoff.as_ref().and_then(|fact| fact.value.as_ref()).map(|cutoff| cutoff.value.to_string())
        }
        Fact::Parameters => facts.parameters_total.as_ref().and_then(|fact| fact.value).map(short_count),
        Fact::ActiveParameters => facts.parameters_active.as_ref().and_then(|fact| fact.value).map(short_count),
        Fact::Licence => {
            facts.licence.as_ref().and_then(|fact| fact.value.as_ref()).map(|licence| licence.value.clone())
        }
        Fact::OpenWeights => facts.open_weights.as_ref().and_then(|fact| fact.value).map(yes_or_no),
        Fact::Can(capability) => model.capabilities.get(&capability).and_then(|fact| fact.value).map(yes_or_no),
        _ => Some("a fact of routes".to_owned()),
    };
    or_unknown(said)
}

fn of_route(route: &Route, row: &Row) -> String {
    let day = row.on.unwrap_or_else(today);
    let price = route.price_on(day);
    let class = |class: fn(&PriceClasses) -> Option<UsdPerMtok>| {
        price.and_then(|price| class(&price.classes)).map(|price| price.to_string())
    };
    let said = match row.fact {
        Fact::Price => price.and_then(|price| pair(price.classes.input, price.classes.output)),
        Fact::BatchPrice => price.and_then(|price| pair(price.classes.batch_input, price.classes.batch_output)),
        Fact::CacheRead => class(|classes| classes.cache_read),
        Fact::CacheWrite => class(|classes| classes.cache_write_5m),
        Fact::CacheWrite1h => class(|classes| classes.cache_write_1h),
        Fact::ReasoningPrice => class(|classes| classes.reasoning),
        Fact::AudioPrice => class(|classes| classes.audio_input),
        Fact::Tiers => price.map(tiers),
        Fact::Status => Some(word(&route.status_on(day))),
        Fact::Context => route.context_tokens.map(|tokens| tokens.to_string()),
        Fact::MaxInput => route.max_input_tokens.map(|tokens| tokens.to_string()),
        Fact::MaxOutput => route.max_output_tokens.map(|tokens| tokens.to_string()),
        _ => Some("a fact of models".to_owned()),
    };
    or_unknown(said)
}

fn pair(input: Option<UsdPerMtok>, output: Option<UsdPerMtok>) -> Option<String> {
    Some(format!("{}/{}", input?, output?))
}

fn tiers(price: &Price) -> String {
    let tiers = price.tiers.iter().map(|tier| {
        let prices = pair(tier.classes.input, tier.classes.output);
        format!("above {}: {}", tier.above_input_tokens, or_unknown(prices))
    });
    let all: Vec<_> = tiers.collect();
    if all.is_empty() { "none".to_owned() } else { all.join("; ") }
}

/// A word of the catalogue, as its files spell it.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// What is wrong with a row, if anything.
fn wrong(lab: &str, row: &Row, models: &BTreeMap<String, Model>) -> Option<String> {
    let found = match models.get(&row.model) {
        None => "no such model".to_owned(),
        Some(model) if model.lab != lab => format!("a model of {}", model.lab),
        Some(model) => found(model, row),
    };
    // A row that names the month only is right about every day of it.
    let dated = matches!(row.fact, Fact::Released | Fact::KnowledgeCutoff);
    let right = found == row.is || (dated && found.starts_with(&format!("{}-", row.is)));
    let at = row.at.as_ref().map(|at| format!(" at {at}")).unwrap_or_default();
    let on = row.on.map(|on| format!(" on {on}")).unwrap_or_default();
    let read: Vec<_> = row.read.iter().map(word).collect();
    let Row { model, is, .. } = row;
    (!right).then(|| format!("{model}{at}, {}{on}: {is} by {}, found {found}", word(&row.fact), read.join(", ")))
}

#[test]
fn the_shipped_catalogue_agrees_with_what_people_have_read() {
    let models: BTreeMap<_, _> = models().into_iter().map(|model| (model.id.clone(), model)).collect();
    let truth = truth();
    let rows = || truth.iter().flat_map(|(lab, rows)| rows.iter().map(move |row| (lab, row)));
    let wrong: Vec<_> = rows().filter_map(|(lab, row)| wrong(lab, row, &models)).collect();
    assert!(wrong.is_empty(), "{} of {} facts are wrong:\n{}", wrong.len(), rows().count(), wrong.join("\n"));
}

#[test]
fn the_truth_is_broad_and_every_row_has_been_read_twice() {
    let truth = truth();
    let rows: Vec<_> = truth.values().flatten().collect();
    let providers: BTreeSet<_> =
        rows.iter().filter_map(|row| Some(row.at.as_ref()?.split(':').next().unwrap())).collect();
    assert!(rows.len() >= 120, "{} rows", rows.len());
    assert!(truth.len() >= 25, "{} labs", truth.len());
    assert!(providers.len() >= 25, "{} providers", providers.len());
    for row in &rows {
        let read: BTreeSet<_> = row.read.iter().collect();
        assert!(read.len() >= 2 && read.len() == row.read.len(), "{row:?} needs two feeds");
    }
    for (lab, rows) in &truth {
        let key = |row: &Row| (row.model.clone(), row.at.clone(), row.fact, row.on);
        for pair in rows.windows(2) {
            assert!(key(&pair[0]) < key(&pair[1]), "{lab}: {:?} stands twice or before its place", pair[1]);
        }
    }
}
