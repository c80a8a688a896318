//! What a document is made of, between the page it is read from and the file it is written to.

/// One block of a document, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    /// A heading of level 1 to 6, with the name it can be linked by.
    Heading { level: usize, spans: Vec<Span>, anchor: Option<String> },
    /// A paragraph in one of the document's styles.
    Paragraph { style: Style, spans: Vec<Span>, anchor: Option<String> },
    /// A list, numbered from a number or not at all; each entry holds blocks.
    List { from: Option<usize>, items: Vec<Vec<Block>> },
    /// A table.
    Table(Table),
    /// A drawing.
    Picture(Picture),
    /// What follows begins on a new page.
    PageBreak,
}

/// The paragraph styles of the document; each becomes one that a word processor lists by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Running text.
    Body,
    /// The name of the report.
    Title,
    /// Client, date and consultant under it.
    Subtitle,
    /// The topic above a heading.
    Topic,
    /// The client's own words.
    Quote,
    /// How to read a chart, notes, captions.
    Small,
    /// A warning that stands out.
    Banner,
}

/// A piece of text that looks the same throughout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Span {
    /// Text, never holding a line break.
    Text { text: String, look: Look },
    /// A new line in the same paragraph.
    Break,
}

/// How a piece of text looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Stands out.
    pub(super) strong: bool,
    /// Steps back.
    pub(super) quiet: bool,
    /// The place in the document it leads to.
    pub(super) link: Option<String>,
}

/// A table: rows of cells, those of the head first.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Table {
    /// All rows.
    pub(super) rows: Vec<Row>,
    /// Without lines: terms and what they mean.
    pub(super) is_plain: bool,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Row {
    /// Its cells, from the left.
    pub(super) cells: Vec<Cell>,
    /// Repeated at the top of each page.
    pub(super) is_head: bool,
    /// The sum of those above.
    pub(super) is_total: bool,
}

/// One cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Cell {
    /// What it holds.
    pub(super) blocks: Vec<Block>,
    /// Names its row or column.
    pub(super) is_heading: bool,
    /// Aligned on the right.
    pub(super) is_number: bool,
    /// How many columns it covers, from 1.
    pub(super) columns: usize,
    /// How dark its ground is, from 1 to 4; 0 for none.
    pub(super) shade: usize,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    /// The drawing: SVG, or a PNG file's bytes.
    pub(super) image: Image,
    /// What it shows, in words; empty where the text around it says so.
    pub(super) words: String,
}

/// What a drawing is kept in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Image {
    /// A whole SVG element.
    Svg(String),
    /// An SVG file that the page holds: a logo, drawn small.
    Symbol(String),
    /// The bytes of a PNG file.
    Png(Vec<u8>),
}

impl Block {
    /// How many letters it holds: how wide a column wants to be.
    pub(super) fn letters(&self) -> usize {
        match self {
            Self::Heading { spans, .. } | Self::Paragraph { spans, .. } => letters(spans),
            Self::List { items, .. } => items.iter().flatten().map(Self::letters).max().unwrap_or(0),
            Self::Table(_) => 40,
            Self::Picture(_) | Self::PageBreak => 0,
        }
    }
}

/// The letters of the longest line.
fn letters(spans: &[Span]) -> usize {
    let lines = spans.split(|span| *span == Span::Break);
    let length = |line: &[Span]| {
        let count = |span: &Span| match span {
            Span::Text { text, .. } => text.chars().count(),
            Span::Break => 0,
        };
        line.iter().map(count).sum()
    };
    lines.map(length).max().unwrap_or(0)
}
