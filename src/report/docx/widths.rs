//! How wide the columns of a table are.

use super::blocks::{Block, Image, Picture, Row, Span, Table};

/// What a column with drawings gets of the width, in hundredths: in a table of few columns, and in one with more to read.
const PICTURE_SHARE: [usize; 2] = [34, 22];

/// About how wide a letter is, in twentieths of a point.
const LETTER: usize = 100;

/// The longest word that a column makes room for, in letters: longer ones may break.
const LONGEST_WORD: usize = 16;

/// Beyond this a longer text asks for no more room, in letters.
const LONGEST_TEXT: usize = 56;

/// What one column wants, in letters.
#[derive(Clone, Copy)]
struct Wish {
    /// Its longest text, within limits.
    text: usize,
    /// Its longest word, within limits: a value stays with its unit.
    word: usize,
    /// Whether it holds drawings as wide as their place.
    draws: bool,
}

/// The width of each column: room for its longest word, the rest by its longest text, drawings by a fixed share.
pub(super) fn widths(table: &Table, width: usize) -> Vec<usize> {
    let wishes = wishes(&table.rows);
    if table.is_plain && wishes.len() == 2 {
        return vec![width * 26 / 100, width - width * 26 / 100];
    }
    let drawings = wishes.iter().filter(|one| one.draws).count();
    let is_full = drawings > 1 || wishes.len() > 4;
    let drawing = width * PICTURE_SHARE[usize::from(is_full)] / 100;
    let room = width.saturating_sub(drawing * drawings);
    let written = || wishes.iter().filter(|one| !one.draws);
    let words: usize = written().map(|one| one.word * LETTER).sum();
    let texts: usize = written().map(|one| one.text).sum();
    // Where not even the words fit, all give way alike.
    let least = |one: &Wish| if words > room { 0 } else { one.word * LETTER };
    let rest = if words > room { room } else { room - words };
    let share = |one: &Wish| if one.draws { drawing } else { least(one) + rest * one.text / texts.max(1) };
    wishes.iter().map(share).collect()
}

fn wishes(rows: &[Row]) -> Vec<Wish> {
    let columns = rows.iter().map(|row| row.cells.iter().map(|cell| cell.columns).sum()).max().unwrap_or(0);
    let mut wishes = vec![Wish { text: 4, word: 4, draws: false }; columns];
    for row in rows {
        let mut at = 0;
        for cell in &row.cells {
            if cell.columns == 1 && at < columns {
                let most = |letters: fn(&Block) -> usize| cell.blocks.iter().map(letters).max().unwrap_or(0);
                let wish = &mut wishes[at];
                wish.text =
                    wish.text.max(most(Block::letters).clamp(4, if row.is_head { 16 } else { LONGEST_TEXT }) + 2);
                wish.word = wish.word.max(most(longest_word).min(LONGEST_WORD) + 2);
                wish.draws |= !row.is_head && cell.blocks.iter().any(is_wide);
            }
            at += cell.columns;
        }
    }
    wishes
}

/// The letters of the longest word; what a no-break space holds together is one.
fn longest_word(block: &Block) -> usize {
    let words = |spans: &[Span]| {
        let longest = |span: &Span| match span {
            Span::Text { text, .. } => text.split(' ').map(|word| word.chars().count()).max().unwrap_or(0),
            Span::Break => 0,
        };
        spans.iter().map(longest).max().unwrap_or(0)
    };
    match block {
        Block::Heading { spans, .. } | Block::Paragraph { spans, .. } => words(spans),
        Block::List { items, .. } => items.iter().flatten().map(longest_word).max().unwrap_or(0),
        Block::Table(_) | Block::Picture(_) | Block::PageBreak => 0,
    }
}

/// Whether a drawing is as wide as its place; a sign is as wide as it is.
fn is_wide(block: &Block) -> bool {
    matches!(block, Block::Picture(Picture { image: Image::Svg(svg), .. }) if svg.contains("width=\"100%\""))
}

#[cfg(test)]
mod tests {
    use super::super::blocks::{Cell, Look, Style};
    use super::*;

    fn row(texts: &[&str]) -> Row {
        let cell = |text: &&str| Cell {
            blocks: vec![Block::Paragraph {
                style: Style::Body,
                spans: vec![Span::Text { text: (*text).to_owned(), look: Look::default() }],
                anchor: None,
            }],
            columns: 1,
            ..Cell::default()
        };
        Row { cells: texts.iter().map(cell).collect(), ..Row::default() }
    }

    #[test]
    fn a_value_stays_with_its_unit_beside_a_long_text() {
        let long = "Call ten customers who have stopped buying, ask what changed, and list their reasons.";
        let rows = vec![row(&[long, "Owner or managing director", "27.5\u{a0}hours", "Weeks\u{a0}9–12"])];
        let table = Table { rows, is_plain: false };
        let widths = widths(&table, 6000);
        assert!(widths[2] >= 10 * LETTER && widths[3] >= 10 * LETTER, "{widths:?}");
        assert!(widths[0] > widths[1] && widths.iter().sum::<usize>() <= 6000, "{widths:?}");
        // not even the words fit: all give way
        assert!(super::widths(&table, 1000).iter().all(|width| *width > 50));
    }
}
