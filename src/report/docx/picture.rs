//! Drawings as pictures: the page's own SVG in the page's own colours, three times as fine as a screen.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::sheet::Sheet;

/// How many points of a picture make one of the page's.
const FINE: f32 = 3.0;

/// A picture as a PNG file, with its size on the page in points of 1/96 inch.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Png {
    /// The file.
    pub(super) bytes: Vec<u8>,
    /// Width on the page.
    pub(super) width: f32,
    /// Height on the page.
    pub(super) height: f32,
}

/// Draws SVG elements with the style sheet of the page they come from.
pub(super) struct Painter {
    options: Options<'static>,
    has_fonts: bool,
}

impl Painter {
    /// A painter for the drawings of one page.
    pub(super) fn new(sheet: &Sheet) -> Self {
        let mut options = Options { style_sheet: Some(sheet.for_drawings()), ..Options::default() };
        // Nothing outside the page is ever read, whatever a drawing names.
        options.image_href_resolver.resolve_string = Box::new(|_, _| None);
        "sans-serif".clone_into(&mut options.font_family);
        Self { options, has_fonts: false }
    }

    /// Draws one SVG element in a given width, in points of the page; nothing when it is no drawing.
    pub(super) fn draw(&mut self, svg: &str, width: f32) -> Option<Png> {
        if svg.contains("<text") && !self.has_fonts {
            let mut fonts = fontdb::Database::new();
            fonts.load_system_fonts();
            if let Some(name) = ["Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans"]
                .into_iter()
                .find(|name| has_family(&fonts, name))
            {
                fonts.set_sans_serif_family(name);
            }
            self.options.fontdb = Arc::new(fonts);
            self.has_fonts = true;
        }
        let tree = Tree::from_str(&standing_alone(svg, width), &self.options).ok()?;
        let size = tree.size();
        // A drawing that is wider than its place is made smaller as a whole.
        let scale = (width / size.width()).min(1.0);
        let (width, height) = (size.width() * scale, size.height() * scale);
        // Sizes are those of a page: far below what a whole number can hold.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let points = |length: f32| (length * FINE).ceil().clamp(1.0, 6000.0) as u32;
        let mut pixels = Pixmap::new(points(width), points(height))?;
        resvg::render(&tree, Transform::from_scale(FINE * scale, FINE * scale), &mut pixels.as_mut());
        Some(Png { bytes: pixels.encode_png().ok()?, width, height })
    }
}

fn has_family(fonts: &fontdb::Database, name: &str) -> bool {
    fonts.faces().any(|face| face.families.iter().any(|(family, _)| family == name))
}

/// An SVG element of a page as a document of its own, as wide as its place.
fn standing_alone(svg: &str, width: f32) -> String {
    // HTML writes the no-break space by a name that XML does not know.
    let svg = svg.replace("&nbsp;", "\u{a0}");
    let Some((open, rest)) = svg.split_once('>') else { return svg };
    let open = open.replacen("width=\"100%\"", &format!("width=\"{width:.2}\""), 1);
    let namespace = if open.contains("xmlns=") { "" } else { " xmlns=\"http://www.w3.org/2000/svg\"" };
    let sized = if open.contains("viewBox") || open.contains("viewbox") || open.contains("width=") {
        String::new()
    } else {
        format!(" width=\"{width:.2}\"")
    };
    let (open, close) = open.strip_suffix('/').map_or((open.as_str(), ""), |open| (open, "/"));
    format!("{open}{namespace}{sized}{close}>{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_of_the_page_becomes_a_picture() {
        let svg = "<svg width=\"100%\" height=\"10\"><title>a&nbsp;b</title><rect class=\"d\" width=\"50%\" height=\"10\"></rect></svg>";
        let png = Painter::new(&Sheet::of(".d { fill: #ff0000 }")).draw(svg, 100.0).expect("a drawing");
        assert_eq!((png.width, png.height), (100.0, 10.0));
        let pixels = Pixmap::decode_png(&png.bytes).expect("a PNG file");
        let red = |x| {
            pixels.pixel(x, 15).is_some_and(|pixel| pixel.red() == 255 && pixel.green() == 0 && pixel.alpha() == 255)
        };
        assert!(red(10) && red(140) && !red(160));
    }

    #[test]
    fn what_is_no_drawing_is_left_out() {
        assert_eq!(Painter::new(&Sheet::of("")).draw("<svg", 100.0), None);
    }
}
