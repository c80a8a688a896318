//! How the document looks in a word processor: its styles, by the names under which they can be changed there.

use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, IndentLevel, Level, LevelJc, LevelText, LineSpacing, LineSpacingType,
    NumberFormat, Numbering, NumberingId, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders,
    ParagraphProperty, RunFonts, SpecialIndentType, Start, Style as WordStyle, StyleType,
};

use super::blocks::Style;
use super::sheet::Sheet;
use crate::report::Paper;

/// The width of the text on A4 with margins of 20 mm, in twentieths of a point.
pub(super) const TEXT_WIDTH: usize = 9638;

/// Ink, quiet text, and lines.
pub(super) const INK: &str = "1C2127";
/// Text that steps back.
pub(super) const QUIET: &str = "55606A";
/// Thin lines.
pub(super) const HAIR: &str = "CCD2D6";

/// The number of the list style without numbers; numbered lists come after it, each counting from one.
const BULLETS: usize = 2;

/// The colours that a firm may choose.
#[derive(Debug, Clone)]
pub(super) struct Colours {
    /// For topics and headings that lead.
    pub(super) accent: String,
    /// Grounds from light to dark.
    pub(super) shades: [String; 4],
    /// What is written on dark grounds.
    pub(super) on_shade: String,
}

impl Colours {
    /// The colours of a page; the built-in ones where it names none that a word processor can read.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let colour = |name: &str, other: &str| {
            let value = sheet.value(name).and_then(|value| Some(value.strip_prefix('#')?.to_ascii_uppercase()));
            let is_colour = |value: &String| value.len() == 6 && value.chars().all(|c| c.is_ascii_hexdigit());
            value.filter(is_colour).unwrap_or_else(|| other.to_owned())
        };
        Self {
            accent: colour("--accent", "0B5F73"),
            shades: [
                colour("--tint-1", "DCEBEE"),
                colour("--tint-2", "A9CFD7"),
                colour("--tint-3", "5B9DAB"),
                colour("--tint-4", "0B5F73"),
            ],
            on_shade: colour("--on-tint", "FFFFFF"),
        }
    }
}

/// The first family a page names for its text.
pub(super) fn font(sheet: &Sheet) -> String {
    let families = sheet.property("body", "font-family").unwrap_or_default();
    let first = families.split(',').next().unwrap_or_default().trim().trim_matches('"').to_owned();
    // A word processor has no list to fall back on: what every system draws alike.
    if first.is_empty() || first == "Segoe UI" { "Arial".to_owned() } else { first }
}

/// The name of a style in the file.
pub(super) fn style_id(style: Style) -> &'static str {
    match style {
        Style::Body => "Normal",
        Style::Title => "Title",
        Style::Subtitle => "Subtitle",
        Style::Topic => "Topic",
        Style::Quote => "Quote",
        Style::Small => "Note",
        Style::Banner => "Banner",
    }
}

/// Gives a document its page, styles and list styles.
pub(super) fn dressed(docx: Docx, colours: &Colours, font: &str, numbered_lists: &[usize], paper: Paper) -> Docx {
    let (width, height) = match paper {
        Paper::A4 => (11906, 16838),
        Paper::Letter => (12240, 15840),
    };
    let side = i32::try_from((width as usize - TEXT_WIDTH) / 2).unwrap_or(1134);
    let fonts = RunFonts::new().ascii(font).hi_ansi(font).cs(font);
    let mut docx = docx
        .page_size(width, height)
        .page_margin(docx_rs::PageMargin {
            top: 1304,
            bottom: 1134,
            left: side,
            right: side,
            header: 624,
            footer: 567,
            gutter: 0,
        })
        .default_fonts(fonts)
        .default_size(21)
        .default_line_spacing(spacing(0, 120, 276));
    for style in styles(&colours.accent) {
        docx = docx.add_style(style);
    }
    docx = docx.add_abstract_numbering(list(BULLETS, "bullet", 1)).add_numbering(Numbering::new(BULLETS, BULLETS));
    for (number, from) in (1..).zip(numbered_lists) {
        let id = BULLETS + number;
        docx = docx.add_abstract_numbering(list(id, "decimal", *from)).add_numbering(Numbering::new(id, id));
    }
    docx
}

/// The list style of a bulleted list, or of the numbered list with this number, from 1.
pub(super) fn numbering(numbered: Option<usize>, depth: usize) -> (NumberingId, IndentLevel) {
    (NumberingId::new(BULLETS + numbered.unwrap_or(0)), IndentLevel::new(depth.min(2)))
}

fn list(id: usize, format: &str, from: usize) -> AbstractNumbering {
    let level = |depth: usize| {
        let left = 340 * (i32::try_from(depth).unwrap_or(0) + 1);
        let text = if format == "decimal" { format!("%{}.", depth + 1) } else { "–".to_owned() };
        let start = Start::new(if depth == 0 { from } else { 1 });
        Level::new(depth, start, NumberFormat::new(format), LevelText::new(text), LevelJc::new("left")).indent(
            Some(left),
            Some(SpecialIndentType::Hanging(340)),
            None,
            None,
        )
    };
    (0..3).fold(AbstractNumbering::new(id), |list, depth| list.add_level(level(depth)))
}

fn spacing(before: u32, after: u32, line: i32) -> LineSpacing {
    LineSpacing::new().before(before).after(after).line(line).line_rule(LineSpacingType::Auto)
}

fn styles(accent: &str) -> Vec<WordStyle> {
    let paragraph = |id: &str, name: &str| {
        WordStyle::new(id, StyleType::Paragraph).name(name).based_on("Normal").next("Normal").q_format(true)
    };
    let heading = |level: usize, size: usize, before: u32| {
        let id = format!("Heading{level}");
        let style = paragraph(&id, &format!("heading {level}"));
        keeping(style.size(size).bold().color(INK).line_spacing(spacing(before, 80, 252)).outline_lvl(level - 1))
    };
    let bar = |size: usize| ParagraphBorder::new(ParagraphBorderPosition::Left).color(accent).size(size).space(10);
    let mut quote = paragraph("Quote", "Quote").size(24).color(INK).line_spacing(spacing(120, 160, 288)).indent(
        Some(284),
        None,
        None,
        None,
    );
    quote.paragraph_property = quote.paragraph_property.set_borders(ParagraphBorders::with_empty().set(bar(12)));
    let mut banner = paragraph("Banner", "Banner").bold().color(accent).line_spacing(spacing(120, 240, 276));
    banner.paragraph_property = banner.paragraph_property.set_borders(ParagraphBorders::with_empty().set(bar(24)));
    vec![
        WordStyle::new("Normal", StyleType::Paragraph).name("Normal").size(21).color(INK).q_format(true),
        paragraph("Title", "Title").size(40).bold().color(INK).line_spacing(spacing(0, 60, 252)),
        paragraph("Subtitle", "Subtitle").size(22).color(QUIET).line_spacing(spacing(0, 60, 264)),
        keeping(paragraph("Topic", "Topic").size(18).bold().color(accent).line_spacing(spacing(360, 0, 252))),
        paragraph("Note", "Note").size(17).color(QUIET).line_spacing(spacing(40, 100, 252)),
        quote,
        banner,
        heading(1, 32, 240),
        heading(2, 30, 280),
        heading(3, 24, 220),
        heading(4, 21, 160),
        heading(5, 21, 120),
        heading(6, 21, 120),
    ]
}

/// With what follows it on one page.
fn keeping(mut style: WordStyle) -> WordStyle {
    style.paragraph_property = style.paragraph_property.keep_next(true).keep_lines(true);
    style
}

/// The property of a paragraph in a table: no space around it.
pub(super) fn in_cell(property: ParagraphProperty, is_number: bool) -> ParagraphProperty {
    let property = property.line_spacing(spacing(40, 40, 252));
    if is_number { property.align(AlignmentType::Right) } else { property }
}
