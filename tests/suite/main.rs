//! All integration tests as one binary.

mod architecture;
mod attacks;
mod bad_input;
mod brightwater;
mod cli;
mod commands;
mod conversation;
mod explain;
mod goal_journeys;
mod goals;
mod home;
mod journey;
mod keys;
mod laws;
mod pty;
mod reports;
mod screens;
mod shared;
mod sharing;
mod vectors;
