//! All integration tests as one binary.

mod accounts_profile;
mod architecture;
mod attacks;
mod bad_input;
mod brightwater;
mod cli;
mod closed_loop;
mod commands;
mod conversation;
mod explain;
mod home;
mod hourglass;
mod journey;
mod keys;
mod laws;
mod pipeline;
mod pty;
mod quick_check;
mod reports;
mod screens;
mod shared;
mod sharing;
mod systems;
mod vectors;
