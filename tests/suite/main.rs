//! All integration tests as one binary.

mod architecture;
mod attacks;
mod bad_input;
mod brightwater;
mod cli;
mod commands;
mod conversation;
mod explain;
mod home;
mod journey;
mod jumping;
mod keycount;
mod keys;
mod laws;
mod ledger;
mod longtext;
mod pty;
mod report_structure;
mod reports;
mod scratch;
mod screens;
mod shared;
mod three;
mod sharing;
mod vectors;
