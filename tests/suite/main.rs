//! All integration tests as one binary.

mod architecture;
mod brightwater;
mod explain;
mod laws;
mod shared;
mod vectors;
