//! All integration tests as one binary.

mod architecture;
mod brightwater;
mod explain;
mod conversation;
mod journey;
mod laws;
mod reports;
mod screens;
mod shared;
mod vectors;
