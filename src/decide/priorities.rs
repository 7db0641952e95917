//! What a reader says matters: must-haves, weights, and what is in use today.

use super::criteria::{COUNT, CRITERIA, MAX_WEIGHT};
use super::needs::Need;

/// What a reader says matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priorities {
    /// Must-haves, in the order of their keys, each key once.
    pub needs: Vec<Need>,
    /// Whether a side passes of which it is not known that it meets a must-have.
    pub accept_unknown: bool,
    /// Weight of each criterion, in the order of the registry.
    pub weights: [u8; COUNT],
    /// Request parameters and capabilities that are in use today, by their words, in their order; empty means that
    /// everything may be.
    pub uses: Vec<String>,
}

impl Default for Priorities {
    fn default() -> Self {
        Self {
            needs: Vec::new(),
            accept_unknown: false,
            weights: CRITERIA.each_ref().map(|one| one.weight),
            uses: Vec::new(),
        }
    }
}

impl Priorities {
    /// Sets one thing: `need:context`, `weight:cost`, `use:temperature`. An empty value takes it away.
    ///
    /// # Errors
    /// What is expected instead; nothing is changed then.
    pub fn set(&mut self, what: &str, value: &str) -> Result<(), String> {
        let (kind, key) = what.split_once(':').unwrap_or((what, ""));
        match kind {
            "need" if key == "unknown" => self.accept_unknown = !value.is_empty(),
            "need" => {
                let need = Need::read(key, value)?;
                self.needs.retain(|need| need.parts().0 != key);
                if let Some(need) = need {
                    let at = self.needs.iter().take_while(|before| before.parts().0 < need.parts().0).count();
                    self.needs.insert(at, need);
                }
            }
            "weight" => {
                let weight = value.parse().ok().filter(|weight| *weight <= MAX_WEIGHT);
                let place = CRITERIA.iter().position(|one| one.key == key).and_then(|at| self.weights.get_mut(at));
                let (Some(weight), Some(place)) = (weight, place) else {
                    return Err(format!("Enter a whole number from 0 to {MAX_WEIGHT}."));
                };
                *place = weight;
            }
            _ => {
                if key.is_empty()
                    || !key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte.is_ascii_digit())
                {
                    return Err("Choose one of the words of the page.".to_owned());
                }
                self.uses.retain(|word| word != key);
                if !value.is_empty() {
                    let at = self.uses.iter().take_while(|before| before.as_str() < key).count();
                    self.uses.insert(at, key.to_owned());
                }
            }
        }
        Ok(())
    }

    /// Reads a list of a link, `vision,context:200000`; what cannot be read is given back.
    pub fn read(&mut self, kind: &str, list: &str) -> Option<String> {
        let mut unread = None;
        for word in list.split(',').filter(|word| !word.is_empty()) {
            let (key, value) = word.split_once(':').unwrap_or((word, "1"));
            if self.set(&format!("{kind}:{key}"), value).is_err() {
                unread = Some(word.to_owned());
            }
        }
        unread
    }

    /// The same as a link writes it; empty where nothing is set.
    pub fn list(&self, kind: &str) -> String {
        let mut words = Vec::new();
        match kind {
            "need" => {
                for need in &self.needs {
                    let (key, value) = need.parts();
                    words.push(if value.is_empty() { key.to_owned() } else { format!("{key}:{value}") });
                }
                if self.accept_unknown {
                    words.push("unknown".to_owned());
                }
            }
            "weight" => {
                for (one, weight) in CRITERIA.iter().zip(self.weights).filter(|(one, weight)| one.weight != *weight) {
                    words.push(format!("{}:{weight}", one.key));
                }
            }
            _ => words.clone_from(&self.uses),
        }
        words.join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(kind: &str, list: &str) -> (Priorities, Option<String>) {
        let mut all = Priorities::default();
        let unread = all.read(kind, list);
        (all, unread)
    }

    #[test]
    fn lists_of_a_link_read_back_in_one_order_without_defaults() {
        for (kind, list, canonical) in [
            ("need", "vision,open,context:200000", "context:200000,open,vision"),
            (
                "need",
                "unknown,until:2027-01-01,at:azure,price:2.50,cost:1000",
                "at:azure,cost:1000,price:2.5,until:2027-01-01,unknown",
            ),
            ("need", "context:1k,context:2000", "context:2000"),
            ("weight", "cost:10,context:1,price:0", "price:0,cost:10"),
            ("use", "top_p,vision,top_p", "top_p,vision"),
            ("use", "", ""),
        ] {
            let (all, unread) = read(kind, list);
            assert_eq!((all.list(kind).as_str(), unread), (canonical, None), "{list}");
            assert_eq!(read(kind, canonical).0, all);
        }
    }

    #[test]
    fn what_cannot_be_read_changes_nothing_and_is_named() {
        for (kind, word) in [
            ("need", "context:0"),
            ("need", "price:-1"),
            ("need", "until:2027-02-30"),
            ("need", "at:a b"),
            ("need", "flying"),
            ("weight", "cost:11"),
            ("weight", "luck:1"),
            ("use", "Top-P"),
        ] {
            assert_eq!(read(kind, word), (Priorities::default(), Some(word.to_owned())));
        }
    }

    proptest! {
        #[test]
        fn whatever_a_link_holds_reads_back_as_it_was_understood(kind in "need|weight|use", list in "([a-z_]{1,12}(:[a-z0-9.-]{0,12})?,?){0,6}") {
            let (all, _) = read(&kind, &list);
            prop_assert_eq!(read(&kind, &all.list(&kind)), (all, None));
        }
    }
}
