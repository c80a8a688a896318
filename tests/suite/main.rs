//! All integration tests as one binary.

mod architecture;
mod bad_input;
mod brightwater;
mod cli;
mod command;
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
