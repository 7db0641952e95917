//! What must hold for the place of a model among the others.

use super::Finding;
use crate::standing::{Around, positions};
use llm_compare::catalog::{Alternative, Basis, Cohort, Kin, Model, Related, Rival};
use std::collections::BTreeMap;

/// Cohorts and related models are what they can be, name models of the catalogue, and follow from the models.
pub(super) fn problems(models: &[Model], around: &Around, findings: &mut Vec<Finding>) {
    let names: BTreeMap<&str, &str> = models.iter().map(|model| (model.id.as_str(), model.name.as_str())).collect();
    let mut expected = positions(models, around);
    for model in models {
        let mut found = |path: &str, what: String| {
            findings.push(Finding { file: format!("models/{}.json", model.id), path: path.to_owned(), what });
        };
        if let Some(cohort) = &model.cohort {
            of_cohort(cohort, &mut found);
        }
        if let Some(related) = &model.related {
            of_names(model, related, &names, &mut found);
            of_related(related, &mut found);
        }
        let (cohort, related) = expected.remove(&model.id).unwrap_or_default();
        for (path, follows) in [("cohort", model.cohort == cohort), ("related", model.related == related)] {
            if !follows {
                found(path, "does not follow from the models".to_owned());
            }
        }
    }
}

fn of_cohort(cohort: &Cohort, found: &mut impl FnMut(&str, String)) {
    if cohort.standing.is_empty() {
        found("cohort.standing", "is empty; leave the cohort out".to_owned());
    }
    if !cohort.standing.is_sorted_by(|a, b| a.measure < b.measure) {
        found("cohort.standing", "not in the order of the measures, or one stands twice".to_owned());
    }
    for (at, standing) in cohort.standing.iter().enumerate() {
        let path = |field: &str| format!("cohort.standing[{at}].{field}");
        if standing.percentile > 100 {
            found(&path("percentile"), format!("is {}, which is above 100", standing.percentile));
        }
        if standing.benchmarks == Some(0) {
            found(&path("benchmarks"), "is 0; leave the standing out".to_owned());
        }
        if standing.among < Cohort::FEWEST || standing.among > cohort.models {
            let (least, most) = (Cohort::FEWEST, cohort.models);
            found(&path("among"), format!("is {}, which is not between {least} and {most}", standing.among));
        }
    }
}

/// Every model that is named is another one and has that name.
fn of_names(model: &Model, related: &Related, names: &BTreeMap<&str, &str>, found: &mut impl FnMut(&str, String)) {
    let kin = [("predecessor", &related.predecessor), ("successor", &related.successor)];
    let kin =
        kin.into_iter().filter_map(|(key, kin)| kin.as_ref().map(|Kin { id, name, .. }| (key.to_owned(), id, name)));
    let better = related.better_value.iter().enumerate();
    let better = better.map(|(at, Alternative { id, name, .. })| (format!("better_value[{at}]"), id, name));
    let rivals = related.rivals.iter().enumerate();
    let rivals = rivals.map(|(at, Rival { id, name, .. })| (format!("rivals[{at}]"), id, name));
    for (key, id, name) in kin.chain(better).chain(rivals) {
        let path = |field: &str| format!("related.{key}.{field}");
        match names.get(id.as_str()) {
            _ if *id == model.id => found(&path("id"), "is the model itself".to_owned()),
            None => found(&path("id"), format!("\"{id}\" is no model of the catalogue")),
            Some(right) if right != name => found(&path("name"), format!("is \"{name}\", {id} is called \"{right}\"")),
            Some(_) => {}
        }
    }
}

fn of_related(related: &Related, found: &mut impl FnMut(&str, String)) {
    if related.is_empty() {
        found("related", "names nobody; leave it out".to_owned());
    }
    for (key, kin) in [("predecessor", &related.predecessor), ("successor", &related.successor)] {
        if kin.as_ref().is_some_and(|kin| (kin.basis == Basis::Announced) != kin.channel.is_some()) {
            found(&format!("related.{key}.channel"), "is there for what is announced, and only for that".to_owned());
        }
    }
    let (better, rivals) = (&related.better_value, &related.rivals);
    if better.len() > Related::MOST_ALTERNATIVES || rivals.len() > Related::MOST_RIVALS {
        found("related", "has more models than are named".to_owned());
    }
    for (at, alternative) in better.iter().enumerate() {
        let path = |field: &str| format!("related.better_value[{at}].{field}");
        if !(1..100).contains(&alternative.cost_percent) {
            found(&path("cost_percent"), format!("is {}, which is not less", alternative.cost_percent));
        }
        if alternative.benchmarks < Related::FEWEST_BENCHMARKS || alternative.ahead > alternative.benchmarks {
            found(&path("benchmarks"), format!("is {}, which is too few", alternative.benchmarks));
        }
    }
}
