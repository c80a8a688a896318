//! All integration tests as one binary.

mod brightwater;
mod laws;
mod shared;
mod vectors;
