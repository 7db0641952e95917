//! What a workload costs on a route: an exact bill, and which route is the cheapest that can serve it.

mod bill;
mod break_even;
mod cheapest;
mod own_price;
mod payer;
mod presets;
mod sensitivity;
mod serve;
mod setting;
mod settings;
mod spread;
mod traffic;
mod winner_map;
mod workload;
mod year;

pub use bill::{Assumption, Bill, BillLine, NoBill, PriceClass, Terms, bill};
pub use break_even::{Course, Crossing, Lever};
pub use cheapest::{Candidate, cheapest, counts_as_cheapest, is_cheaper};
pub use own_price::OwnPrice;
pub use payer::{Payer, costs};
pub use presets::{PRESETS, Preset};
pub use sensitivity::{Swing, cheaper, difference, swings};
pub use serve::{Fit, Obstacle, fit};
pub use setting::{Kind, Setting};
pub use settings::{OF_A_PRICE, OF_A_SIDE, OF_THE_WORKLOAD};
pub use traffic::Traffic;
pub use winner_map::{WinnerMap, winner_map};
pub use workload::{CacheLifetime, MAX_REQUESTS, MAX_TOKENS, Period, Routes, Usage, Workload};
pub use year::{MONTHS, year};
