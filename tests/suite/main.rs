//! All integration tests as one binary.

mod architecture;
mod brightwater;
mod explain;
mod conversation;
mod journey;
mod keys;
mod laws;
mod screens;
mod shared;
mod vectors;
