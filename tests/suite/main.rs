//! All integration tests as one binary.

mod architecture;
mod bad_input;
mod attacks;
mod brightwater;
mod cli;
mod commands;
mod conversation;
mod explain;
mod home;
mod journey;
mod keys;
mod laws;
mod pty;
mod reports;
mod screens;
mod shared;
mod vectors;
