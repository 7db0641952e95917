//! Charts as plain data and as SVG text: scales and geometry in whole units of the drawing, so that the same figures give
//! the same picture everywhere.

mod bars;
mod curves;
mod draw;
mod map;
mod scale;
mod steps;

pub use bars::{Bar, bars_svg};
pub use curves::{Axis, Curve, curves_svg};
pub use map::map_svg;
pub use steps::{Step, StepLine, steps_svg};
