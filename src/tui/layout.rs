//! Where things stand: three columns on a wide screen, one on a small one.

use ratatui::layout::Rect;

/// The smallest screen the interview fits on.
pub const SMALLEST: (u16, u16) = (60, 15);
/// The widest a question and its field become: lines of more are hard to read.
const WIDEST: u16 = 72;
const OUTLINE: u16 = 34;
const SIDE: u16 = 42;

/// The parts of the screen; absent ones are folded into others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// Client, questionnaire, save status.
    pub header: Rect,
    /// Areas and questions.
    pub outline: Option<Rect>,
    /// The question.
    pub main: Rect,
    /// What the consultant may ask and listen for.
    pub side: Option<Rect>,
    /// One line for messages.
    pub message: Rect,
    /// The keys.
    pub keys: Rect,
}

/// Whether a screen is too small for anything.
pub fn is_too_small(area: Rect) -> bool {
    area.width < SMALLEST.0 || area.height < SMALLEST.1
}

/// Divides the screen; `table` gives a wide answer the room of the hints.
pub fn places(area: Rect, table: bool, with_side: bool) -> Places {
    let airy = u16::from(area.height >= 30);
    let row = |y: u16| Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
    let top = area.y + airy + 2;
    let bottom = area.bottom().saturating_sub(2 + airy);
    let body = Rect { x: area.x + 1, y: top, width: area.width - 2, height: bottom.saturating_sub(top) };
    let outline = (body.width >= 98).then_some(Rect { width: OUTLINE, ..body });
    let has_side = with_side && !table && body.width >= 130;
    let side = has_side.then(|| Rect { x: body.right() - SIDE, width: SIDE, ..body });
    let left = outline.map_or(body.x + 1, |outline| outline.right() + 4);
    let right = side.map_or(body.right() - 1, |side| side.x - 3);
    let most = if table { 120 } else { WIDEST };
    let main = Rect { x: left, width: (right - left).min(most), ..body };
    Places {
        header: row(area.y + airy),
        outline,
        main,
        side,
        message: row(area.bottom().saturating_sub(2 + airy)),
        keys: row(area.bottom().saturating_sub(1 + airy)),
    }
}

/// The columns a long text has inside its box, for the cursor to go up and down by what is seen.
pub fn text_width(area: Rect, with_side: bool) -> u16 {
    if is_too_small(area) { 40 } else { places(area, false, with_side).main.width.saturating_sub(4) }
}
