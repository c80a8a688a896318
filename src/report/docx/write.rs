//! Writes blocks as a document for a word processor.

use docx_rs::{
    BreakType, Docx, Hyperlink, HyperlinkType, Paragraph, ParagraphChild, Pic, Run, Shading, ShdType,
    Table as WordTable, TableBorder, TableBorderPosition, TableBorders, TableCell, TableCellBorder,
    TableCellBorderPosition, TableCellBorders, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::blocks::{Block, Cell, Image, Look, Picture, Row, Span, Style, Table};
use super::look::{self, Colours, HAIR, INK, QUIET, TEXT_WIDTH};
use super::package;
use super::picture::{Painter, Png};
use super::widths::widths;

/// How wide a logo may be, in points of 1/96 inch.
const SYMBOL_WIDTH: f32 = 180.0;

/// A document being written.
pub(super) struct Writer {
    painter: Painter,
    colours: Colours,
    /// The words of each drawing, in the order in which they were added.
    pub(super) words: Vec<String>,
    /// What each numbered list counts from.
    pub(super) numbered_lists: Vec<usize>,
    bookmarks: usize,
}

/// What may stand in the document or in a cell.
enum Piece {
    Paragraph(Box<Paragraph>),
    Table(Box<WordTable>),
}

impl Writer {
    /// A writer for a page with a style sheet.
    pub(super) fn new(painter: Painter, colours: Colours) -> Self {
        Self { painter, colours, words: Vec::new(), numbered_lists: Vec::new(), bookmarks: 0 }
    }

    /// Adds all blocks to a document.
    pub(super) fn add(&mut self, mut docx: Docx, blocks: &[Block]) -> Docx {
        let mut after_table = false;
        for piece in self.pieces(blocks, TEXT_WIDTH, 0) {
            docx = match piece {
                Piece::Paragraph(paragraph) => {
                    after_table = false;
                    docx.add_paragraph(*paragraph)
                }
                Piece::Table(table) => {
                    // Two tables without anything between would be read as one.
                    let docx = if after_table { docx.add_paragraph(styled(Style::Small)) } else { docx };
                    after_table = true;
                    docx.add_table(*table)
                }
            };
        }
        docx
    }

    fn pieces(&mut self, blocks: &[Block], width: usize, depth: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut new_page = false;
        for block in blocks {
            let first = pieces.len();
            match block {
                Block::PageBreak => new_page = true,
                Block::Heading { level, spans, anchor } => {
                    let paragraph = Paragraph::new().style(&format!("Heading{level}"));
                    pieces.push(text(self.anchored(self.filled(paragraph, spans), anchor.as_deref())));
                }
                Block::Paragraph { style, spans, anchor } => {
                    pieces.push(text(self.anchored(self.filled(styled(*style), spans), anchor.as_deref())));
                }
                Block::List { from, items } => pieces.extend(self.list(*from, items, width, depth)),
                Block::Table(table) => {
                    pieces.extend(self.table(table, width).map(|table| Piece::Table(Box::new(table))))
                }
                Block::Picture(picture) => pieces.extend(self.picture(picture, width).map(text)),
            }
            if let (true, Some(Piece::Paragraph(paragraph))) = (new_page, pieces.get_mut(first)) {
                let property = std::mem::take(&mut paragraph.property);
                paragraph.property = property.page_break_before(true);
                new_page = false;
            }
        }
        pieces
    }

    /// Every paragraph of an entry belongs to it; only the first carries its number.
    fn list(&mut self, from: Option<usize>, items: &[Vec<Block>], width: usize, depth: usize) -> Vec<Piece> {
        self.numbered_lists.extend(from);
        let number = from.map(|_| self.numbered_lists.len());
        let mut pieces = Vec::new();
        for item in items {
            let mut is_first = true;
            for piece in self.pieces(item, width.saturating_sub(340), depth + 1) {
                let Piece::Paragraph(paragraph) = piece else {
                    pieces.push(piece);
                    continue;
                };
                let has_number = paragraph.has_numbering;
                pieces.push(text(if is_first && !has_number {
                    let (id, level) = look::numbering(number, depth);
                    paragraph.numbering(id, level)
                } else if has_number {
                    *paragraph
                } else {
                    let left = 340 * (i32::try_from(depth).unwrap_or(0) + 1);
                    paragraph.indent(Some(left), None, None, None)
                }));
                is_first = false;
            }
        }
        pieces
    }

    fn table(&mut self, table: &Table, width: usize) -> Option<WordTable> {
        let widths = widths(table, width);
        if widths.is_empty() {
            return None;
        }
        let rows = table.rows.iter().map(|row| self.row(table, row, &widths)).collect();
        let lines = if table.is_plain {
            TableBorders::with_empty().clear_all()
        } else {
            let line = |position| TableBorder::new(position).color(HAIR).size(4);
            TableBorders::with_empty().set(line(TableBorderPosition::InsideH)).set(line(TableBorderPosition::Bottom))
        };
        let margins = TableCellMargins::new().margin(20, 100, 20, 0);
        Some(
            WordTable::new(rows)
                .set_grid(widths.clone())
                .width(widths.iter().sum(), WidthType::Dxa)
                .layout(TableLayoutType::Fixed)
                .margins(margins)
                .set_borders(lines),
        )
    }

    fn row(&mut self, table: &Table, row: &Row, widths: &[usize]) -> TableRow {
        let mut at = 0;
        let mut cells = Vec::new();
        for cell in &row.cells {
            if at >= widths.len() {
                break;
            }
            let end = (at + cell.columns).min(widths.len());
            cells.push(self.cell(table, row, cell, end - at, widths[at..end].iter().sum()));
            at = end;
        }
        // A row that is too short is filled up: a word processor wants every row to be whole.
        while at < widths.len() {
            cells.push(TableCell::new().width(widths[at], WidthType::Dxa).add_paragraph(Paragraph::new()));
            at += 1;
        }
        let line = TableRow::new(cells).cant_split();
        // The library has no word for a head row that is repeated on each page; `package` writes it at this mark.
        if row.is_head { line.row_height(package::HEAD_ROW) } else { line }
    }

    fn cell(&mut self, table: &Table, row: &Row, cell: &Cell, columns: usize, width: usize) -> TableCell {
        let mut out = TableCell::new().width(width, WidthType::Dxa);
        if columns > 1 {
            out = out.grid_span(columns);
        }
        if row.is_head {
            out = out.set_borders(line(TableCellBorderPosition::Bottom)).vertical_align(VAlignType::Bottom);
        }
        if row.is_total && !table.is_plain {
            out = out.set_borders(line(TableCellBorderPosition::Top));
        }
        if let Some(ground) = cell.shade.checked_sub(1).and_then(|shade| self.colours.shades.get(shade)) {
            out = out.shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill(ground));
        }
        let mut has_text = false;
        for piece in self.pieces(&cell.blocks, width.saturating_sub(100), 0) {
            match piece {
                Piece::Paragraph(mut paragraph) => {
                    let property = std::mem::take(&mut paragraph.property);
                    let kept = row.is_head || (row.is_total && cell.is_heading);
                    paragraph.property = look::in_cell(property, cell.is_number).keep_next(kept);
                    if cell.shade > 2 {
                        paint(&mut paragraph, &self.colours.on_shade);
                    }
                    out = out.add_paragraph(*paragraph);
                    has_text = true;
                }
                Piece::Table(table) => {
                    // A cell must end with a paragraph.
                    out = out.add_table(*table);
                    has_text = false;
                }
            }
        }
        if has_text { out } else { out.add_paragraph(Paragraph::new()) }
    }

    fn picture(&mut self, picture: &Picture, width: usize) -> Option<Paragraph> {
        // Twentieths of a point to points of 1/96 inch; a page is a few hundred of them wide.
        #[allow(clippy::cast_precision_loss)]
        let width = width as f32 / 15.0;
        let png = match &picture.image {
            Image::Svg(svg) => self.painter.draw(svg, width)?,
            Image::Symbol(svg) => self.painter.draw(svg, width.min(SYMBOL_WIDTH))?,
            Image::Png(bytes) => sized(bytes, width)?,
        };
        // Points of 1/96 inch are 9525 of the format's own.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let length = |points: f32| (points * 9525.0).round().max(1.0) as u32;
        let id = format!("rIdImage{}", self.words.len() + 1);
        self.words.push(picture.words.clone());
        let pic = Pic::new_with_dimensions(png.bytes, 1, 1).id(id).size(length(png.width), length(png.height));
        Some(Paragraph::new().add_run(Run::new().add_image(pic)))
    }

    fn filled(&self, mut paragraph: Paragraph, spans: &[Span]) -> Paragraph {
        if reads_from_the_right(spans) {
            let property = std::mem::take(&mut paragraph.property);
            paragraph.property = property.bidi(true);
        }
        for span in spans {
            paragraph = match span {
                Span::Break => paragraph.add_run(Run::new().add_break(BreakType::TextWrapping)),
                Span::Text { text, look } => {
                    let run = self.run(text, look);
                    match look.link.as_deref().map(name) {
                        Some(target) => {
                            paragraph.add_hyperlink(Hyperlink::new(target, HyperlinkType::Anchor).add_run(run))
                        }
                        None => paragraph.add_run(run),
                    }
                }
            };
        }
        paragraph
    }

    fn run(&self, text: &str, look: &Look) -> Run {
        let mut run = Run::new().add_text(text);
        if look.strong {
            run = run.bold();
        }
        if look.link.is_some() {
            run = run.color(&self.colours.accent);
        } else if look.quiet {
            run = run.color(QUIET);
        }
        run
    }

    fn anchored(&mut self, mut paragraph: Paragraph, anchor: Option<&str>) -> Paragraph {
        let Some(anchor) = anchor.map(name) else { return paragraph };
        self.bookmarks += 1;
        let id = self.bookmarks;
        paragraph = paragraph.add_bookmark_start(id, anchor);
        paragraph.add_bookmark_end(id)
    }
}

/// One line at a side of a cell, and none at the others.
fn line(position: TableCellBorderPosition) -> TableCellBorders {
    TableCellBorders::with_empty().set(TableCellBorder::new(position).color(INK).size(6))
}

fn text(paragraph: Paragraph) -> Piece {
    Piece::Paragraph(Box::new(paragraph))
}

fn styled(style: Style) -> Paragraph {
    match style {
        Style::Body => Paragraph::new(),
        _ => Paragraph::new().style(look::style_id(style)),
    }
}

/// A bookmark's name: what every word processor takes.
fn name(anchor: &str) -> String {
    let letters = anchor.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' });
    "_".chars().chain(letters).take(40).collect()
}

fn paint(paragraph: &mut Paragraph, colour: &str) {
    for child in &mut paragraph.children {
        if let ParagraphChild::Run(run) = child {
            let painted = std::mem::take(&mut **run).color(colour);
            **run = painted;
        }
    }
}

/// Whether the first letter that has a direction is of a script that is read from the right.
fn reads_from_the_right(spans: &[Span]) -> bool {
    let letters = spans.iter().flat_map(|span| match span {
        Span::Text { text, .. } => text.chars(),
        Span::Break => "".chars(),
    });
    let first = letters.into_iter().find(|c| c.is_alphabetic());
    first.is_some_and(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}

/// A PNG file as it is, no wider than its place and no higher than a letterhead.
fn sized(bytes: &[u8], most: f32) -> Option<Png> {
    let (width, height) = crate::report::brand::png_size(bytes)?;
    // No picture that passes the check is larger than a few thousand points.
    #[allow(clippy::cast_precision_loss)]
    let (width, height) = (width as f32, height as f32);
    let scale = (most / width).min(64.0 / height).min(1.0);
    Some(Png { bytes: bytes.to_vec(), width: width * scale, height: height * scale })
}
