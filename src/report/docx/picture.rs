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
        Self { options, has_fonts: false }
    }

    /// Draws one SVG element in a given width, in points of the page; nothing when it is no drawing.
    pub(super) fn draw(&mut self, svg: &str, width: f32) -> Option<Png> {
        if svg.contains("<text") && !self.has_fonts {
            let mut fonts = fontdb::Database::new();
            fonts.load_system_fonts();
            let usual = ["Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans"];
            if let Some(name) = usual.into_iter().find(|name| has_family(&fonts, name)) {
                fonts.set_sans_serif_family(name);
                name.clone_into(&mut self.options.font_family);
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

/// A drawing of a page as a document of its own, as wide as its place.
fn standing_alone(drawing: &str, width: f32) -> String {
    // HTML writes the no-break space by a name that XML does not know.
    let drawing = drawing.replace("&nbsp;", "\u{a0}");
    let inner = drawing.find("<svg").and_then(|start| Some(&drawing[start..start + drawing[start..].find('>')?]));
    let number = |name: &str| {
        let value = inner?.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0;
        value.trim_end_matches("px").parse::<f32>().ok()
    };
    let view = inner.and_then(|open| {
        let open = open.replace("viewbox", "viewBox");
        let view = open.split_once("viewBox=\"")?.1.split_once('"')?.0.to_owned();
        let sides: Vec<f32> = view.split([' ', ',']).filter_map(|side| side.parse().ok()).collect();
        (sides.len() == 4 && sides[2] > 0.0).then(|| (sides[2], sides[3]))
    });
    let height = match (number("height"), number("width"), view) {
        // a picture keeps its shape
        (Some(height), Some(own), _) if own > 0.0 => height * (width / own).min(1.0),
        (None, _, Some((wide, high))) => width * high / wide,
        (Some(height), ..) => height,
        (None, ..) => width / 4.0,
    };
    let namespaces = "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    format!("<svg {namespaces} width=\"{width:.2}\" height=\"{height:.2}\">{drawing}</svg>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_of_the_page_becomes_a_picture() {
        let svg = "<svg width=\"100%\" height=\"10\"><title>a&nbsp;b</title><rect class=\"d\" width=\"50%\" height=\"10\"></rect></svg>";
        let drawing = format!("<g class=\"around\">{svg}</g>");
        let png =
            Painter::new(&Sheet::of(".around svg .d { fill: #ff0000 }")).draw(&drawing, 100.0).expect("a drawing");
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
