//! Charts as plain data and as SVG text: scales and geometry in whole units of the drawing, so that the same figures give
//! the same picture everywhere.

mod scale;
mod steps;

pub use steps::{Step, StepLine, steps_svg};
