//! All integration tests as one binary.

mod architecture;
mod brightwater;
mod laws;
mod shared;
mod vectors;
