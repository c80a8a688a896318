//! The style element of the HTML report and the policy that allows it and nothing else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::Paper;

/// What stands at the head of each printed page.
#[derive(Debug)]
pub(super) struct RunningHead {
    /// Title and client.
    pub(super) left: String,
    /// The date.
    pub(super) right: String,
    /// The warning on each page of the internal version.
    pub(super) internal: Option<String>,
}

/// The whole style sheet: the template's, then the running head of printed pages.
pub(super) fn sheet(css: &str, running: &RunningHead, paper: Option<Paper>) -> String {
    let left = css_string(&running.left);
    let right = css_string(running.internal.as_deref().unwrap_or(&running.right));
    let size = match paper {
        Some(Paper::A4) => "size: A4; ",
        Some(Paper::Letter) => "size: letter; ",
        None => "",
    };
    // Offer pages are handed over: they bear the date in place of the warning.
    let date = css_string(&running.right);
    format!(
        "{css}\n@page {{ {size}@top-left {{ content: {left}; }} @top-right {{ content: {right}; }} }}\n\
         @page offer {{ @top-right {{ content: {date}; }} }}\n"
    )
}

/// Nothing may be loaded or run; the one style element is known by its hash, and a logo lies in the page itself.
pub(super) fn policy(sheet: &str, has_logo: bool) -> String {
    let hash = STANDARD.encode(Sha256::digest(sheet.as_bytes()));
    let pictures = if has_logo { " img-src data:;" } else { "" };
    format!("default-src 'none'; style-src 'sha256-{hash}';{pictures} base-uri 'none'; form-action 'none'")
}

/// A text as a CSS string in which nothing can end the string or the style element.
fn css_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            out.push_str(&format!("\\{:x} ", u32::from(c)));
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_css_string() {
        assert_eq!(css_string("Bär & Co"), "\"Bär \\26  Co\"");
        assert_eq!(css_string("\"}</style>\n"), "\"\\22 \\7d \\3c \\2f style\\3e \\a \"");
    }

    #[test]
    fn the_policy_names_the_hash_of_the_sheet() {
        // printf 'a' | openssl dgst -sha256 -binary | base64
        assert!(policy("a", false).contains("'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"));
    }
}
