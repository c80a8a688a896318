//! All integration tests as one binary.

mod architecture;
mod brightwater;
mod explain;
mod journey;
mod laws;
mod screens;
mod shared;
mod vectors;
