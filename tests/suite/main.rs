//! All integration tests as one binary.

mod brightwater;
mod conversation;
mod journey;
mod keys;
mod laws;
mod screens;
mod shared;
mod vectors;
