//! Puts the finished parts into one file, and adds what the library has no words for.

use std::io::Cursor;

use docx_rs::Docx;

use super::DocxError;

/// Marks a row that is repeated on each page its table goes on to: a height no row has.
pub(super) const HEAD_ROW: f32 = 999_999.0;

/// The file's bytes: drawings get their words and numbers of their own, head rows repeat, the language is named.
pub(super) fn packed(docx: Docx, title: &str, language: &str, words: &[String]) -> Result<Vec<u8>, DocxError> {
    let failed = |error: &dyn std::fmt::Display| DocxError::Package(error.to_string());
    // A fixed time: the same report is the same file.
    let mut parts = docx.created_at("2000-01-01T00:00:00Z").updated_at("2000-01-01T00:00:00Z").build();
    let document = String::from_utf8(parts.document).map_err(|error| failed(&error))?;
    let mark = format!("<w:trHeight w:val=\"{HEAD_ROW}\" w:hRule=\"atLeast\" />");
    let document = document.replace(&mark, "<w:tblHeader />");
    parts.document = described(&document, words).into_bytes();
    let core = String::from_utf8(parts.doc_props.core).map_err(|error| failed(&error))?;
    let named = format!("<dc:title>{}</dc:title></cp:coreProperties>", escaped(title));
    parts.doc_props.core = core.replace("</cp:coreProperties>", &named).into_bytes();
    let styles = String::from_utf8(parts.styles).map_err(|error| failed(&error))?;
    let spoken = format!("<w:lang w:val=\"{0}\" w:eastAsia=\"{0}\" /></w:rPr></w:rPrDefault>", escaped(language));
    parts.styles = styles.replacen("</w:rPr></w:rPrDefault>", &spoken, 1).into_bytes();
    let mut file = Cursor::new(Vec::new());
    parts.pack(&mut file).map_err(|error| failed(&error))?;
    Ok(file.into_inner())
}

/// Gives each drawing its own number and the words for those who do not see it.
fn described(document: &str, words: &[String]) -> String {
    const MARK: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";
    let mut out = String::with_capacity(document.len() + 64 * words.len());
    let mut parts = document.split(MARK);
    out.push_str(parts.next().unwrap_or_default());
    for (number, part) in (1..).zip(parts) {
        let words = words.get(number - 1).map(String::as_str).unwrap_or_default();
        let described = escaped(words);
        out.push_str(&format!("<wp:docPr id=\"{number}\" name=\"Figure {number}\" descr=\"{described}\" />"));
        out.push_str(part);
    }
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
