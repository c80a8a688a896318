//! All integration tests as one binary.

mod architecture;
mod attacks;
mod bad_input;
mod brightwater;
mod cli;
mod commands;
mod config;
mod conversation;
mod explain;
mod home;
mod home_list;
mod journey;
mod keys;
mod laws;
mod mouse;
mod plain;
mod pty;
mod reports;
mod resizing;
mod screens;
mod shared;
mod sharing;
mod suspend;
mod themes;
mod vectors;
