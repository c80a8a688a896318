//! All integration tests as one binary.

mod architecture;
mod attacks;
mod brightwater;
mod cli;
mod conversation;
mod explain;
mod home;
mod journey;
mod keys;
mod laws;
mod reports;
mod screens;
mod shared;
mod vectors;
