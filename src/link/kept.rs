//! The reader's own prices, as the browser keeps them and as a file.

use super::{Address, Side};
use crate::catalog::{At, CatalogError, Read, SCHEMA, parse_with};
use crate::cost::{OF_A_PRICE, OwnPrice};
use crate::json::Object;

/// The keys of what is stated, with their units, in the order of [`OF_A_PRICE`].
const KEYS: [&str; OF_A_PRICE.len()] = [
    "discount",
    "input_usd_per_mtok",
    "output_usd_per_mtok",
    "cache_read_usd_per_mtok",
    "cache_write_usd_per_mtok",
    "batch_input_usd_per_mtok",
    "batch_output_usd_per_mtok",
    "fee_usd_per_month",
    "context_tokens",
    "max_output_tokens",
];

/// The reader's own prices: of each model the route they hold at, and what is stated. They are few: a map of its own type would be
/// 1.9 kB of code for the browser.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeptPrices(Vec<(String, String, OwnPrice)>);

impl KeptPrices {
    /// Reads what [`KeptPrices::json`] has written.
    ///
    /// # Errors
    /// What is wrong, with its place.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut kept = Self::default();
        match parse_with("The file", text, &mut |at| kept = at.field("prices")) {
            Ok(()) => Ok(kept),
            Err(CatalogError::Malformed { reason, .. }) => Err(format!("These are no prices: {reason}.")),
            Err(error) => Err(error.to_string()),
        }
    }

    /// All of them as a JSON object, by model.
    pub fn object(&self) -> String {
        let mut prices = Object::default();
        for (slug, route, price) in &self.0 {
            let mut one = Object::default();
            one.text("route", route);
            for (key, setting) in KEYS.iter().zip(&OF_A_PRICE) {
                setting.link(price).iter().for_each(|value| one.text(key, value));
            }
            prices.put(slug, &one.finish());
        }
        prices.finish()
    }

    /// All of them as a file.
    pub fn json(&self) -> String {
        let mut file = Object::default();
        file.put("schema", &SCHEMA.to_string());
        file.put("prices", &self.object());
        file.finish()
    }

    /// The key of the route of a model at which a price is kept.
    pub fn route(&self, slug: &str) -> Option<&str> {
        self.0.iter().find(|(kept, ..)| kept == slug).map(|(_, route, _)| route.as_str())
    }

    /// Puts what is kept into an address whose link does not hold it.
    pub fn fill(&self, address: &mut Address) {
        if address.shares_prices {
            return;
        }
        let models = address.models().to_vec();
        for (slug, side) in models.iter().zip(&mut address.sides).filter(|(_, side)| side.own_route().is_some()) {
            let kept = self.0.iter().find(|(kept, ..)| kept == slug);
            side.own = kept.map(|(.., price)| *price).unwrap_or_default();
        }
    }

    /// Keeps what is stated of a model on a side, or forgets it where nothing is.
    pub fn keep(&mut self, slug: &str, side: &Side) {
        self.0.retain(|(kept, ..)| kept != slug);
        if let Some(route) = side.own_route().filter(|_| side.own != OwnPrice::default()) {
            self.0.push((slug.to_owned(), route.to_owned(), side.own));
        }
    }

    /// Adds the prices of others; theirs count where both have one.
    pub fn add(&mut self, others: Self) {
        self.0.retain(|(slug, ..)| others.route(slug).is_none());
        self.0.extend(others.0);
    }
}

impl Read for KeptPrices {
    fn read(at: &At<'_>) -> Self {
        let mut kept = Self::default();
        at.entries(&mut |slug, at| kept.0.push((slug.to_owned(), at.field("route"), price(at))));
        kept
    }
}

fn price(at: &At<'_>) -> OwnPrice {
    let mut price = OwnPrice::default();
    for (key, setting) in KEYS.iter().zip(&OF_A_PRICE) {
        let Some(text) = at.field::<Option<String>>(key) else { continue };
        match setting.kind.read_link(&text) {
            Some(number) => setting.set(&mut price, number),
            None => at.report(&format!("{key}: {} is expected", setting.kind.allowed())),
        }
    }
    price
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::parse;

    fn address(query: &str) -> Address {
        parse("/compare/a/b", query).0
    }

    /// The prices of a link, kept.
    fn kept(query: &str) -> KeptPrices {
        let (address, mut kept) = (address(query), KeptPrices::default());
        address.models().iter().zip(&address.sides).for_each(|(slug, side)| kept.keep(slug, side));
        kept
    }

    #[test]
    fn what_is_kept_reads_back() {
        let prices = kept("?ra=own:x:y&rb=own:&da=0.2&ma=500&ib=0.5&ob=0&xb=32000");
        let json = r#"{"schema":1,"prices":{"a":{"route":"x:y","discount":"0.2","fee_usd_per_month":"500"},"b":{"route":"","input_usd_per_mtok":"0.5","output_usd_per_mtok":"0","context_tokens":"32000"}}}"#;
        assert_eq!(prices.json(), json);
        assert_eq!(KeptPrices::read(json), Ok(prices));
        assert_eq!(KeptPrices::read(&KeptPrices::default().json()), Ok(KeptPrices::default()));
    }

    #[test]
    fn a_file_that_holds_no_prices_is_refused_with_the_place() {
        for (text, why) in [
            ("nonsense", "no JSON from line 1"),
            (r#"{"schema":1}"#, "prices"),
            (r#"{"schema":7,"prices":{}}"#, "schema 7"),
            (r#"{"schema":1,"prices":{"a":{}}}"#, "prices.a.route: is missing"),
            (
                r#"{"schema":1,"prices":{"a":{"route":"x:y","discount":"20"}}}"#,
                "prices.a: discount: a decimal from 0 to 1",
            ),
            (
                r#"{"schema":1,"prices":{"a":{"route":"x:y","input_usd_per_mtok":2}}}"#,
                "input_usd_per_mtok: is not a text",
            ),
        ] {
            let error = KeptPrices::read(text).unwrap_err();
            assert!(error.contains(why), "{error}");
        }
    }

    #[test]
    fn a_price_is_filled_in_where_it_is_paid_and_the_link_holds_none() {
        let prices = kept("?ra=own:x:y&ia=0.5");
        let filled = |query: &str| {
            let mut address = address(query);
            prices.fill(&mut address);
            address.shares_prices = true;
            address.to_string()
        };
        assert_eq!(filled("?ra=own:x:y"), "/compare/a/b?ra=own:x:y&ia=0.5");
        assert_eq!(filled("?ra=own:x:y&ia=9"), "/compare/a/b?ra=own:x:y&ia=9");
        assert_eq!(filled("?ra=x:y"), "/compare/a/b?ra=x:y");
        assert_eq!(filled("?rb=own:x:y"), "/compare/a/b?rb=own:x:y", "of another model nothing is kept");
    }

    #[test]
    fn a_price_is_forgotten_when_nothing_is_stated_any_more() {
        let (mut prices, mut address) = (kept("?ra=own:x:y&ia=0.5"), address("?ra=own:x:y&ia=0.5"));
        assert_eq!(address.set_own_price("ia", "", "x:y"), Ok(String::new()));
        prices.keep("a", &address.sides[0]);
        assert_eq!((prices, address.to_string()), (KeptPrices::default(), "/compare/a/b?ra=x:y".to_owned()));
    }

    #[test]
    fn prices_of_a_file_take_the_place_of_those_of_the_same_models() {
        let mut prices = kept("?ra=own:x:y&ia=0.5&rb=own:x:z&ib=1");
        prices.add(kept("?ra=own:v:w&oa=2"));
        assert_eq!((prices.route("a"), prices.route("b")), (Some("v:w"), Some("x:z")));
    }
}
