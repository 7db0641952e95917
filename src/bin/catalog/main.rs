//! The native command that builds and checks the catalogue.

fn main() {}
