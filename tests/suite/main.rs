//! All integration tests as one binary.

mod agreement;
mod architecture;
mod attacks;
mod bad_input;
mod brightwater;
mod calling;
mod cli;
mod closing;
mod commands;
mod conversation;
mod explain;
mod explaining;
mod home;
mod journey;
mod keys;
mod laws;
mod pace;
mod pty;
mod reports;
mod reveal;
mod screens;
mod shared;
mod sharing;
mod swot;
mod vectors;
