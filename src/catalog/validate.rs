//! What must hold for every model beyond its shape.

use super::{Benchmarks, Fact, Model, Price, Problem, RouteStatus};
use crate::units::Points;

/// Everything wrong with one model. `known_provider` and `known_source` look ids up.
pub fn problems(
    model: &Model,
    known_provider: impl Fn(&str) -> bool,
    known_source: impl Fn(&str) -> bool,
) -> Vec<Problem> {
    let mut found = Found(Vec::new());
    found.head(model);
    found.facts(model, &known_source);
    for (at, route) in model.routes.iter().enumerate() {
        let path = format!("routes[{at}]");
        found.when(!known_provider(&route.provider), &path, || {
            format!("provider \"{}\" is not in providers.json", route.provider)
        });
        found.when(!known_source(&route.source), &path, || {
            format!("source \"{}\" is not in sources.json", route.source)
        });
        found.when(route.model_id.is_empty() || route.model_id.contains(char::is_whitespace), &path, || {
            format!("the model id \"{}\" is empty or has blanks", route.model_id)
        });
        for (limit, value) in [
            ("context_tokens", route.context_tokens),
            ("max_input_tokens", route.max_input_tokens),
            ("max_output_tokens", route.max_output_tokens),
        ] {
            found.when(value.is_some_and(|v| v.0 == 0), &path, || format!("{limit} is 0; leave an unknown limit out"));
        }
        for (nth, price) in route.prices.iter().enumerate() {
            let path = format!("{path}.prices[{nth}]");
            found.price(&path, price, route.status);
            found.when(!known_source(&price.source), &path, || {
                format!("source \"{}\" is not in sources.json", price.source)
            });
        }
        for (nth, pair) in route.prices.windows(2).enumerate() {
            let overlap = match pair {
                [a, b] => a.to.is_none() || b.from.is_none() || a.to > b.from,
                _ => false,
            };
            found.when(overlap, &format!("{path}.prices[{nth}]"), || "overlaps the next period".to_owned());
        }
    }
    let keys: Vec<_> = model.routes.iter().map(|r| (&r.provider, &r.model_id)).collect();
    found.when(!keys.is_sorted_by(|a, b| a < b), "routes", || {
        "not ordered by provider and model id, or a route stands twice".to_owned()
    });
    found.0
}

/// Everything wrong with the scores of one model.
pub fn score_problems(model: &Model, known: &Benchmarks, known_source: impl Fn(&str) -> bool) -> Vec<Problem> {
    let mut found = Found(Vec::new());
    for (nth, score) in model.scores.iter().enumerate() {
        let path = format!("scores[{nth}]");
        let benchmark = known.benchmarks.iter().find(|known| known.id == score.benchmark);
        found.when(benchmark.is_none(), &path, || {
            format!("benchmark \"{}\" is not in benchmarks.json", score.benchmark)
        });
        let series = known.series.iter().find(|known| known.id == score.series);
        found.when(series.is_none(), &path, || format!("series \"{}\" is not in benchmarks.json", score.series));
        let outside = benchmark.is_some_and(|b| score.value < b.min || score.value > b.max);
        found.when(outside, &path, || format!("{} is outside the range of {}", score.value, score.benchmark));
        let url = score.url.as_deref().or_else(|| series?.url.as_deref()).unwrap_or_default();
        found.when(!url.starts_with("https://"), &path, || format!("\"{url}\" is no address"));
        for (key, value) in [("cost_usd", score.cost_usd), ("time_seconds", score.time_seconds)] {
            let nothing = value.is_some_and(|value| value <= Points::default());
            found.when(nothing, &path, || format!("{key} is not above 0; leave it out where it is unknown"));
        }
        for source in std::iter::once(&score.source).chain(&score.agree) {
            found.when(!known_source(source), &path, || format!("source \"{source}\" is not in sources.json"));
        }
    }
    let keys: Vec<_> = model.scores.iter().map(|s| (&s.benchmark, &s.series, &s.harness, &s.variant)).collect();
    found.when(!keys.is_sorted_by(|a, b| a < b), "scores", || {
        "not ordered by benchmark, series, harness and variant, or one stands twice".to_owned()
    });
    found.0
}

struct Found(Vec<Problem>);

impl Found {
    fn when(&mut self, wrong: bool, path: &str, what: impl FnOnce() -> String) {
        if wrong {
            self.0.push(Problem { path: path.to_owned(), what: what() });
        }
    }

    fn head(&mut self, model: &Model) {
        self.when(model.schema != super::SCHEMA, "schema", || {
            format!("is {}, expected {}", model.schema, super::SCHEMA)
        });
        self.when(!is_slug(&model.id), "id", || format!("\"{}\" is not a slug of [a-z0-9.-]", model.id));
        self.when(model.name.trim().is_empty(), "name", || "is empty".to_owned());
        self.when(model.lab.is_empty() || model.lab_name.is_empty(), "lab", || "is empty".to_owned());
        self.when(model.aliases.contains(&model.id), "aliases", || "lists the model's own id".to_owned());
        self.when(!model.aliases.is_sorted_by(|a, b| a < b), "aliases", || {
            "not sorted, or one stands twice".to_owned()
        });
        self.when(!model.has_evidence(), "routes", || {
            "no route of today, no score and no lifecycle mark: nothing to publish".to_owned()
        });
    }

    fn facts(&mut self, model: &Model, known_source: &impl Fn(&str) -> bool) {
        let facts = &model.facts;
        self.when(facts.released.is_none(), "facts.released", || "every published model has a release date".to_owned());
        self.when(facts.context_tokens.is_none(), "facts.context_tokens", || {
            "every published model has a context window".to_owned()
        });
        self.fact("facts.released", facts.released.as_ref(), known_source);
        for (path, fact) in [
            ("facts.context_tokens", &facts.context_tokens),
            ("facts.max_input_tokens", &facts.max_input_tokens),
            ("facts.max_output_tokens", &facts.max_output_tokens),
            ("facts.cache_min_tokens", &facts.cache_min_tokens),
        ] {
            self.fact(path, fact.as_ref(), known_source);
            let zero = fact.as_ref().and_then(|f| f.value).is_some_and(|v| v.0 == 0);
            self.when(zero, path, || "is 0; leave an unknown limit out".to_owned());
        }
        self.fact("facts.parameters_total", facts.parameters_total.as_ref(), known_source);
        self.fact("facts.parameters_active", facts.parameters_active.as_ref(), known_source);
        self.fact("facts.architecture", facts.architecture.as_ref(), known_source);
        self.fact("facts.open_weights", facts.open_weights.as_ref(), known_source);
        self.fact("facts.hf_id", facts.hf_id.as_ref(), known_source);
        self.fact("facts.licence", facts.licence.as_ref(), known_source);
        self.fact("facts.knowledge_cutoff", facts.knowledge_cutoff.as_ref(), known_source);
        self.fact("facts.modalities_in", facts.modalities_in.as_ref(), known_source);
        self.fact("facts.modalities_out", facts.modalities_out.as_ref(), known_source);
        self.fact("facts.reasoning", facts.reasoning.as_ref(), known_source);
        for (capability, fact) in &model.capabilities {
            self.fact(&format!("capabilities.{capability:?}"), Some(fact), known_source);
        }
    }

    fn fact<T>(&mut self, path: &str, fact: Option<&Fact<T>>, known_source: &impl Fn(&str) -> bool) {
        let Some(fact) = fact else { return };
        let said = fact.value.is_some() != fact.not_disclosed;
        self.when(!said, path, || "needs exactly one of value and not_disclosed".to_owned());
        let sources = std::iter::once(&fact.source).chain(&fact.agree).chain(fact.disputed.iter().map(|c| &c.source));
        for source in sources {
            self.when(!known_source(source), path, || format!("source \"{source}\" is not in sources.json"));
        }
    }

    fn price(&mut self, path: &str, price: &Price, status: RouteStatus) {
        let zero =
            price.classes.input.is_some_and(|p| p.is_zero()) && price.classes.output.is_some_and(|p| p.is_zero());
        self.when(zero && status == RouteStatus::Live, path, || {
            "0 and 0 is a free tier or a plan, not a live price".to_owned()
        });
        self.when(price.from.zip(price.to).is_some_and(|(from, to)| from >= to), path, || {
            "ends before it begins".to_owned()
        });
        self.when(!price.tiers.is_sorted_by(|a, b| a.above_input_tokens < b.above_input_tokens), path, || {
            "tiers not in rising order".to_owned()
        });
    }
}

/// Whether `text` can be a slug.
fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with(['-', '.'])
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-')
}
