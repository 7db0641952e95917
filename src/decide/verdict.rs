//! The verdict: which side is the safer choice, by rules in one table, and how it is said.

use super::criteria::COUNT;
use super::field::Field;
use super::judge::{Judgement, judge, other};
use super::scorecard::unmeasured;
use super::tradeoffs::{Reason, reasons};
use crate::compare::{list, lower_first};

/// What a verdict can be. Sides are places in the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// All sides are one model.
    Same,
    /// Too little is known to say anything.
    TooLittle,
    /// The other is gone.
    OnlyOne(usize),
    /// One side leads, and its quality has been compared.
    Leads(usize),
    /// One side leads in what is documented; quality is unmeasured.
    LeadsUnmeasured(usize),
    /// What compares speaks for several sides.
    NoLeader,
}

/// Of every side, this percentage of the listed facts must be known for a verdict.
const ENOUGH_FACTS_PERCENT: usize = 40;
/// So many criteria must compare for a verdict.
const ENOUGH_CRITERIA: usize = 4;
/// A leader has at least this percentage of the weight that was won by any side.
pub const LEAD_PERCENT: u32 = 60;

/// A rule of the verdict.
#[derive(Debug)]
pub struct Rule {
    /// What it finds.
    pub name: &'static str,
    /// When it applies, for reading.
    pub when: &'static str,
    test: fn(&Case) -> Option<Kind>,
}

/// The rules, of which the first that applies decides.
pub static RULES: [Rule; 6] = [
    Rule { name: explained!("Same model"), when: explained!("Both sides are one model."), test: same },
    Rule {
        name: explained!("The only one left"),
        when: explained!("One side is gone: retired on a channel and sold by nobody. The other is sold."),
        test: only_one,
    },
    Rule {
        name: explained!("Not enough evidence"),
        when: explained!("Less than 40 % of the listed facts are known of a side, or fewer than 4 criteria compare."),
        test: too_little,
    },
    Rule {
        name: explained!("No clear winner"),
        when: explained!("The side with more weight is behind in the shared benchmarks."),
        test: measured_against,
    },
    Rule {
        name: explained!("The safer choice"),
        when: explained!(
            "A side has at least 60 % of the weight that was won. Without comparable benchmarks its quality is called unmeasured."
        ),
        test: leads,
    },
    Rule {
        name: explained!("No clear winner"),
        when: explained!("In all other cases."),
        test: |_| Some(Kind::NoLeader),
    },
];

/// A pair, as the rules see it.
struct Case<'a> {
    field: &'a Field<'a>,
    judgements: &'a [Judgement],
    /// Which side has won each criterion.
    winners: Vec<Option<usize>>,
    /// How many criteria compare.
    comparing: usize,
}

fn same(case: &Case) -> Option<Kind> {
    let mut models = case.field.sides.iter().map(|side| &side.model.id);
    let first = models.next();
    models.all(|id| Some(id) == first).then_some(Kind::Same)
}

fn only_one(case: &Case) -> Option<Kind> {
    let (lifecycle, winner) = case.of("lifecycle")?;
    winner.filter(|_| lifecycle.extremes().1 == 0).map(Kind::OnlyOne)
}

fn too_little(case: &Case) -> Option<Kind> {
    (case.thin().is_some() || case.comparing < ENOUGH_CRITERIA).then_some(Kind::TooLittle)
}

fn measured_against(case: &Case) -> Option<Kind> {
    let measured = case.of("benchmarks")?.1?;
    (case.leader()? != measured).then_some(Kind::NoLeader)
}

fn leads(case: &Case) -> Option<Kind> {
    let measured = case.of("benchmarks").is_some_and(|(benchmarks, _)| benchmarks.compares());
    case.leader().map(if measured { Kind::Leads } else { Kind::LeadsUnmeasured })
}

impl<'a> Case<'a> {
    fn new(field: &'a Field<'a>, judgements: &'a [Judgement]) -> Self {
        let winners = judgements.iter().map(Judgement::winner).collect();
        let comparing = judgements.iter().filter(|one| one.compares()).count();
        Self { field, judgements, winners, comparing }
    }

    /// A criterion and who has won it.
    fn of(&self, key: &str) -> Option<(&Judgement, Option<usize>)> {
        let at = self.judgements.iter().position(|one| one.is(key))?;
        Some((self.judgements.get(at)?, *self.winners.get(at)?))
    }

    /// A side of which too little is known.
    fn thin(&self) -> Option<usize> {
        self.field.sides.iter().position(|side| side.evidence.0 * 100 < side.evidence.1 * ENOUGH_FACTS_PERCENT)
    }

    fn won(&self, side: usize) -> usize {
        self.winners.iter().filter(|winner| **winner == Some(side)).count()
    }

    fn leader(&self) -> Option<usize> {
        let mut weights = [0, 0];
        for (judgement, winner) in self.judgements.iter().zip(&self.winners) {
            if let Some(weight) = winner.and_then(|winner| weights.get_mut(winner)) {
                *weight += u32::from(judgement.criterion.weight);
            }
        }
        let all: u32 = weights.iter().sum();
        weights.iter().position(|weight| all > 0 && weight * 100 >= all * LEAD_PERCENT)
    }

    fn kind(&self) -> Kind {
        RULES.iter().find_map(|rule| (rule.test)(self)).unwrap_or(Kind::NoLeader)
    }

    fn sentence(&self, kind: Kind, reasons: &[Reason]) -> String {
        let name = |side| self.field.name(side);
        let of = format!("of {}", criteria(self.comparing));
        match kind {
            Kind::Same => "Both sides are the same model: only route and price can differ.".to_owned(),
            Kind::TooLittle => match self.thin().and_then(|side| Some((side, self.field.sides.get(side)?))) {
                Some((side, thin)) => {
                    let (known, listed) = thin.evidence;
                    format!("Not enough evidence for a verdict: {known} of {listed} facts are known of {}.", name(side))
                }
                None => format!("Not enough evidence for a verdict: {} of {COUNT} compare.", criteria(self.comparing)),
            },
            Kind::OnlyOne(side) => {
                let how = self.of("lifecycle").map(|(one, _)| one.says(other(side))).unwrap_or_default();
                format!("Only {} can still be had. {}: {how}.", name(side), name(other(side)))
            }
            Kind::Leads(side) | Kind::LeadsUnmeasured(side) => {
                let overall = match kind {
                    Kind::Leads(_) => "overall",
                    _ => "on what is documented (quality is unmeasured)",
                };
                let but = choose(self.field, reasons, other(side));
                let but = but.unwrap_or_else(|| format!("Nothing that compares speaks for {}", name(other(side))));
                let won = self.won(side);
                format!("{} is the safer choice {overall}: better in {won} {of} that compare. {but}.", name(side))
            }
            Kind::NoLeader => {
                let mut text = match (self.won(0), self.won(1)) {
                    (0, 0) => format!("No clear winner: level in all {} that compare.", criteria(self.comparing)),
                    (a, b) => {
                        format!(
                            "No clear winner: {} is better in {a} and {} in {b} {of} that compare.",
                            name(0),
                            name(1)
                        )
                    }
                };
                for choice in [0, 1].into_iter().filter_map(|side| choose(self.field, reasons, side)) {
                    text.push_str(&format!(" {choice}."));
                }
                text
            }
        }
    }
}

fn criteria(n: usize) -> String {
    if n == 1 { "1 criterion".to_owned() } else { format!("{n} criteria") }
}

/// `Choose X when prompts are long or when your traffic has to cost less`; nothing when nothing speaks for it.
fn choose(field: &Field, reasons: &[Reason], side: usize) -> Option<String> {
    let mut text = String::new();
    for reason in reasons.iter().filter(|reason| reason.side == side).take(2) {
        text.push_str(if text.is_empty() { " when " } else { " or when " });
        text.push_str(&reason.when);
    }
    (!text.is_empty()).then(|| format!("Choose {}{text}", field.name(side)))
}

/// Which of the [`RULES`] decides a pair, by its place.
pub fn applied(pair: &Field, judgements: &[Judgement]) -> usize {
    let case = Case::new(pair, judgements);
    RULES.iter().position(|rule| (rule.test)(&case).is_some()).unwrap_or_default()
}

/// A verdict and how it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What it is.
    pub kind: Kind,
    /// In a sentence.
    pub sentence: String,
    /// What it rests on, in the order of the scorecard.
    pub basis: Vec<String>,
    /// What is not known that could change it.
    pub missing: Vec<String>,
}

/// The verdict over all sides. With three and four, the leader is the side that leads against every other.
pub fn verdict(field: &Field, judgements: &[Judgement]) -> Verdict {
    let missing = missing(field, judgements);
    if field.sides.len() != 2 {
        return among(field, missing);
    }
    let case = Case::new(field, judgements);
    let kind = case.kind();
    let mut basis = Vec::new();
    for (judgement, winner) in judgements.iter().zip(&case.winners) {
        if let Some(side) = winner {
            basis.push(format!("{}: {}, {}", judgement.criterion.name, field.name(*side), judgement.against(*side)));
        }
    }
    Verdict { kind, sentence: case.sentence(kind, &reasons(field, judgements)), basis, missing }
}

/// The criteria that do not compare, each with the sides that are unknown.
fn missing(field: &Field, judgements: &[Judgement]) -> Vec<String> {
    let mut missing = Vec::new();
    for judgement in judgements.iter().filter(|one| !one.compares()) {
        let mut unknown = Vec::new();
        for (side, seen) in judgement.seen.iter().enumerate() {
            if seen.value.is_none() {
                unknown.push(field.name(side));
            }
        }
        let name = lower_first(judgement.criterion.name);
        let line = match judgement.is("benchmarks") {
            true => format!("{name} ({})", lower_first(unmeasured(field))),
            false => format!("{name} of {}", list(&unknown)),
        };
        missing.push(line);
    }
    missing
}

/// The verdict over three or four sides: every pair by the rules, then who leads against all others.
fn among(field: &Field, missing: Vec<String>) -> Verdict {
    let mut basis = Vec::new();
    let mut led = vec![0; field.sides.len()];
    let mut unmeasured = false;
    for a in 0..field.sides.len() {
        for b in a + 1..field.sides.len() {
            let pair = field.pair(a, b);
            let kind = Case::new(&pair, &judge(&pair)).kind();
            let (Kind::Leads(side) | Kind::LeadsUnmeasured(side) | Kind::OnlyOne(side)) = kind else { continue };
            let (ahead, behind) = if side == 0 { (a, b) } else { (b, a) };
            unmeasured |= matches!(kind, Kind::LeadsUnmeasured(_));
            basis.push(format!("{} leads against {}", field.name(ahead), field.name(behind)));
            if let Some(led) = led.get_mut(ahead) {
                *led += 1;
            }
        }
    }
    let Some(side) = led.iter().position(|led| led + 1 == field.sides.len()) else {
        let sentence = "No clear winner: no side leads against every other.".to_owned();
        return Verdict { kind: Kind::NoLeader, sentence, basis, missing };
    };
    let mut sentence = format!("{} is the safer choice: it leads against every other", field.name(side));
    sentence.push_str(if unmeasured { ", not everywhere with its quality measured." } else { "." });
    let kind = if unmeasured { Kind::LeadsUnmeasured(side) } else { Kind::Leads(side) };
    Verdict { kind, sentence, basis, missing }
}
