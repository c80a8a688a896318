//! All integration tests as one binary.

mod architecture;
mod attacks;
mod bad_input;
mod brightwater;
mod calendar;
mod calibration;
mod cli;
mod commands;
mod conversation;
mod explain;
mod follow_up;
mod home;
mod journey;
mod keys;
mod laws;
mod practices;
mod pty;
mod reports;
mod screens;
mod shared;
mod sharing;
mod vectors;
