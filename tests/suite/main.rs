//! All integration tests as one binary.

mod architecture;
mod brightwater;
mod conversation;
mod explain;
mod journey;
mod laws;
mod reports;
mod screens;
mod shared;
mod vectors;
