//! The report for a word processor, so that a consultant can edit it before it is sent.
//!
//! It is read from the finished HTML page, not built beside it: headings, lists, tables and drawings are those of the
//! page in a word processor's own elements, so both say the same by construction, with a person's own templates too.

mod blocks;
mod look;
mod package;
mod picture;
mod read;
mod sheet;
mod tables;
mod widths;
mod write;

use docx_rs::{AlignmentType, Docx, Footer, Header, NumPages, PageNum, Paragraph, Run, Tab, TabValueType};

use super::Paper;
use look::{Colours, QUIET, TEXT_WIDTH};
use picture::Painter;
use sheet::Sheet;
use write::Writer;

/// Why a report could not be written for a word processor.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// The page holds nothing that could be written.
    #[error("the HTML report is empty, so there is nothing to write; check the template it was made with")]
    Empty,
    /// The file could not be put together.
    #[error("the document could not be put together: {0}")]
    Package(String),
}

/// A rendered HTML report as the bytes of a DOCX file; the same page gives the same bytes on one computer.
///
/// Drawings with text in them are drawn with the fonts of the system.
///
/// # Errors
/// When the page is empty or the file cannot be put together.
pub fn from_html(html: &str, paper: Paper) -> Result<Vec<u8>, DocxError> {
    let page = read::page(html);
    if page.blocks.is_empty() {
        return Err(DocxError::Empty);
    }
    let sheet = Sheet::of(&page.sheet);
    let colours = Colours::of(&sheet);
    let mut writer = Writer::new(Painter::new(&sheet), colours.clone());
    let docx = writer.add(Docx::new(), &page.blocks);
    let docx = look::dressed(docx, &colours, &look::font(&sheet), &writer.numbered_lists, paper)
        .header(Header::new().add_paragraph(running(&page.title)))
        .footer(Footer::new().add_paragraph(page_number()));
    package::packed(docx, &page.title, &page.language, &writer.words)
}

/// What stands at the head of each page.
fn running(title: &str) -> Paragraph {
    Paragraph::new().style("Note").add_run(Run::new().add_text(title).color(QUIET))
}

/// Page and pages, at the right.
fn page_number() -> Paragraph {
    Paragraph::new()
        .style("Note")
        .align(AlignmentType::Right)
        .add_tab(Tab::new().val(TabValueType::Right).pos(TEXT_WIDTH))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" / ").color(QUIET))
        .add_num_pages(NumPages::new())
}
