//! The firm's logo: a picture that can neither run nor fetch anything, as part of the page.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use resvg::tiny_skia::Pixmap;
use resvg::usvg::{self, roxmltree};

/// The largest file: it becomes a part of every report.
const MOST_BYTES: u64 = 512 * 1024;

/// The longest side of a PNG, in points.
const MOST_POINTS: u32 = 4000;

/// A logo that has been looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Logo {
    kind: &'static str,
    bytes: Vec<u8>,
}

/// Why a file cannot be the logo.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LogoError {
    #[error("the logo {path} could not be read: {source}. The report has none")]
    Read { path: PathBuf, source: std::io::Error },
    #[error("the logo {path} lies outside the settings' folder. Put a copy of it into {folder}; the report has none")]
    Outside { path: PathBuf, folder: PathBuf },
    #[error("the logo {path} is larger than {} KB. Save it smaller; the report has none", MOST_BYTES / 1024)]
    TooLarge { path: PathBuf },
    #[error("the logo {path} cannot be used: {reason}. Save it as a plain SVG or as PNG; the report has none")]
    NotOne { path: PathBuf, reason: String },
}

impl Logo {
    /// Reads and checks a logo, which has to lie in the folder, links followed.
    pub(super) fn read(path: &Path, folder: Option<&Path>) -> Result<Self, LogoError> {
        let failed = |source| LogoError::Read { path: path.to_owned(), source };
        if let Some(folder) = folder {
            let real = path.canonicalize().map_err(failed)?;
            if !folder.canonicalize().is_ok_and(|folder| real.starts_with(folder)) {
                return Err(LogoError::Outside { path: path.to_owned(), folder: folder.to_owned() });
            }
        }
        let file = File::open(path).map_err(failed)?;
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(LogoError::NotOne { path: path.to_owned(), reason: "it is not a file".to_owned() });
        }
        let mut bytes = Vec::new();
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(LogoError::TooLarge { path: path.to_owned() });
        }
        Self::of(bytes).map_err(|reason| LogoError::NotOne { path: path.to_owned(), reason })
    }

    /// Checks what a file holds: by its content, whatever its name says.
    fn of(bytes: Vec<u8>) -> Result<Self, String> {
        if bytes.starts_with(b"\x89PNG") {
            return png(bytes);
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) if text.contains("<svg") => {
                svg(text)?;
                Ok(Self { kind: "image/svg+xml", bytes })
            }
            _ => Err("it is neither an SVG nor a PNG picture".to_owned()),
        }
    }

    /// The logo as an address that holds it.
    pub(super) fn address(&self) -> String {
        format!("data:{};base64,{}", self.kind, STANDARD.encode(&self.bytes))
    }
}

fn png(bytes: Vec<u8>) -> Result<Logo, String> {
    let (width, height) = png_size(&bytes).ok_or("it begins like a PNG picture and is none")?;
    if width > MOST_POINTS || height > MOST_POINTS {
        return Err(format!("it is {width} by {height} points large; {MOST_POINTS} is the most"));
    }
    Pixmap::decode_png(&bytes).map_err(|error| format!("the PNG picture is damaged ({error})"))?;
    Ok(Logo { kind: "image/png", bytes })
}

/// Width and height that a PNG file's head names; nothing when it has no such head.
pub(crate) fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    if head.get(4..8)? != b"IHDR" {
        return None;
    }
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    let (width, height) = (number(8)?, number(12)?);
    (width > 0 && height > 0).then_some((width, height))
}

/// Refuses what could run or fetch something, then draws it once: a browser would do the same with every report.
fn svg(text: &str) -> Result<(), String> {
    if text.contains("<!ENTITY") {
        return Err("the SVG picture declares entities".to_owned());
    }
    let options = roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: 50_000, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options)
        .map_err(|error| format!("the SVG picture cannot be read ({error})"))?;
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        if matches!(name, "script" | "foreignObject" | "iframe" | "audio" | "video" | "animate" | "set" | "image") {
            return Err(format!("the SVG picture holds the element <{name}>"));
        }
        if name == "style" && node.text().is_some_and(leads_outside) {
            return Err("the style of the SVG picture names something outside of it".to_owned());
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value().trim());
            if name.len() > 2 && name.to_ascii_lowercase().starts_with("on") {
                return Err(format!("the SVG picture holds the script {name}"));
            }
            let is_link = name == "href" && !value.starts_with('#') && node.tag_name().name() != "a";
            if is_link || leads_outside(value) {
                return Err(format!("the SVG picture names something outside of it: {name}"));
            }
        }
    }
    let mut options = usvg::Options::default();
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    let tree =
        usvg::Tree::from_str(text, &options).map_err(|error| format!("the SVG picture cannot be drawn ({error})"))?;
    let size = tree.size();
    let drawable = size.width() > 0.0 && size.height() > 0.0;
    drawable.then_some(()).ok_or_else(|| "the SVG picture is empty".to_owned())
}

/// Whether a style names anything that is not in the picture itself.
fn leads_outside(value: &str) -> bool {
    let small = value.to_ascii_lowercase();
    let outside = |inner: &str| !inner.trim_start_matches([' ', '"', '\'']).starts_with('#');
    small.contains("@import") || small.contains("javascript:") || small.split("url(").skip(1).any(outside)
}
