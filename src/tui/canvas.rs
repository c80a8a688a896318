//! What is drawn on: the terminal's cells, each frame shown as a whole, and never more of them than fit the memory.

use std::io::{self, BufWriter, Stdout, stdout};

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::safe::JOINER;
use crate::display::is_harmless;

/// The most columns and rows that are drawn on: a terminal may claim to have 65,535 of both.
pub const LARGEST: Size = Size { width: 640, height: 300 };

/// The terminal's cells; a frame is written in one go, and terminals that can show it at once are asked to.
pub struct Canvas {
    inner: CrosstermBackend<BufWriter<Stdout>>,
}

impl Canvas {
    /// The standard output's cells.
    pub fn new() -> Self {
        Self { inner: CrosstermBackend::new(BufWriter::with_capacity(1 << 16, stdout())) }
    }
}

/// Whether the terminal shows what a cell holds and does nothing else; the joiner is part of an emoji.
fn is_safe(symbol: &str) -> bool {
    let joined = symbol.len() > JOINER.len_utf8();
    symbol.chars().all(|one| is_harmless(one) || (joined && one == JOINER))
}

/// What stands in place of a cell that is not safe.
static MARK: Cell = Cell::new("\u{fffd}");

/// A size within what is drawn on.
pub fn clamped(size: Size) -> Size {
    Size { width: size.width.min(LARGEST.width), height: size.height.min(LARGEST.height) }
}

impl Backend for Canvas {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        queue!(self.inner, BeginSynchronizedUpdate)?;
        // Whoever draws makes texts harmless; should one ever forget, nothing of it gets out of here.
        let safe = |(x, y, cell): (u16, u16, &'a Cell)| (x, y, if is_safe(cell.symbol()) { cell } else { &MARK });
        self.inner.draw(content.map(safe))
    }

    fn flush(&mut self) -> io::Result<()> {
        queue!(self.inner, EndSynchronizedUpdate)?;
        Backend::flush(&mut self.inner)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size().map(clamped)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        let size = self.inner.window_size()?;
        Ok(WindowSize { columns_rows: clamped(size.columns_rows), ..size })
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.inner.append_lines(lines)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, crossterm::cursor::Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, crossterm::cursor::Show)
    }

    /// The top left: asking the terminal would wait for its answer among the keys, and the whole screen is drawn anyway.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        queue!(self.inner, crossterm::cursor::MoveTo(x, y))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }
}
