//! One function for each page.

mod catalog;
mod compare;
mod home;
mod method;
mod not_found;

pub(super) use catalog::catalog_page;
pub(super) use compare::compare_page;
pub(super) use home::home_page;
pub(super) use method::method_page;
pub(super) use not_found::not_found_page;
