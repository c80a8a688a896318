//! All integration tests as one binary.

mod brightwater;
mod cli;
mod laws;
mod shared;
mod vectors;
