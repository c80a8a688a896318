//! Colour is never the only signal, and every theme draws with its own colours alone.

use gapwise::config::ThemeName;
use gapwise::interview::Interview;
use gapwise::tui::{Colours, Setup, Theme, run_interview};
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Color;

use super::journey::{TestDesk, keys_of};
use super::shared::{brightwater, core};

fn drawn(keys: &str, theme: Theme, (width, height): (u16, u16)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
    let interview = Interview::new(core(), brightwater(), date(2026, 11, 22)).begun_at("ga_pain");
    let mut desk = TestDesk::default();
    run_interview(&mut terminal, &mut keys_of(keys), &mut desk, Setup::from(theme), interview).expect("no errors");
    terminal.backend().buffer().clone()
}

/// Cells without their colours.
fn seen_without_colour(buffer: &Buffer) -> Vec<(String, u16)> {
    buffer.content().iter().map(|cell| (cell.symbol().to_owned(), cell.modifier.bits())).collect()
}

#[test]
fn where_the_cursor_is_can_be_seen_without_colour() {
    for (one, other) in [
        ("/ga_icp<enter>", "/ga_icp<enter>k"),
        ("/ga_baseline<enter>j", "/ga_baseline<enter>jj"),
        ("/ga_mix<enter>", "/ga_mix<enter>j"),
        ("/ga_cover<enter>", "/ga_cover<enter><right>"),
        ("/ga_tactics<enter>i", "/ga_tactics<enter>i<tab>"),
        ("v", "vj"),
        ("/", "/<down>"),
    ] {
        for size in [(60, 15), (80, 24), (120, 40), (200, 60)] {
            let plain = Theme::new(false);
            let (one, other) = (drawn(one, plain, size), drawn(other, plain, size));
            assert_ne!(seen_without_colour(&one), seen_without_colour(&other), "{size:?}");
            let coloured = |cell: &ratatui::buffer::Cell| cell.fg != Color::Reset || cell.bg != Color::Reset;
            assert!(!one.content().iter().any(coloured), "no colour at all");
        }
    }
}

#[test]
fn high_contrast_paints_every_cell_and_the_others_leave_the_background_alone() {
    let colours = Colours { term: "xterm-256color".to_owned(), ..Colours::default() };
    for keys in ["", "?", "v", "/ga_cover<enter>", "/ga_swot<enter>i", "f"] {
        let contrast = drawn(keys, Theme::chosen(ThemeName::Contrast, &colours), (120, 40));
        assert!(contrast.content().iter().all(|cell| cell.bg != Color::Reset && cell.fg != Color::Reset), "{keys}");
        for name in [ThemeName::Dark, ThemeName::Light, ThemeName::Auto] {
            let buffer = drawn(keys, Theme::chosen(name, &colours), (120, 40));
            let painted = buffer.content().iter().filter(|cell| cell.bg != Color::Reset).count();
            assert!(painted < buffer.content().len() / 4, "{name:?} {keys}: {painted} cells have a background");
        }
    }
}
