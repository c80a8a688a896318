//! Reads a rendered HTML report as blocks: what a browser would show, in the order in which it stands.
//!
//! The page is the one source of both: whatever a template says, also a person's own, says the same here.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use scraper::{ElementRef, Html, Node, Selector};

use super::blocks::{Block, Image, Look, Picture, Row, Span, Style, Table};
use super::tables;

/// What is read from a page.
#[derive(Debug)]
pub(super) struct Page {
    /// The page's title.
    pub(super) title: String,
    /// Its language.
    pub(super) language: String,
    /// Its style sheet, from which drawings take their colours.
    pub(super) sheet: String,
    /// Its content.
    pub(super) blocks: Vec<Block>,
}

/// Reads a page.
pub(super) fn page(html: &str) -> Page {
    let document = Html::parse_document(html);
    let find = |selector: &str| {
        let selector = Selector::parse(selector).ok()?;
        document.select(&selector).next()
    };
    let text = |selector: &str| find(selector).map(|one| one.text().collect::<String>()).unwrap_or_default();
    let mut flow = Flow::default();
    if let Some(body) = find("body") {
        flow.children(body, &Look::default(), Style::Body);
    }
    Page {
        title: text("title").split_ascii_whitespace().collect::<Vec<_>>().join(" "),
        language: document.root_element().attr("lang").unwrap_or("en").to_owned(),
        sheet: text("head style"),
        blocks: flow.finish(Style::Body),
    }
}

/// Blocks read so far, and the text of the paragraph that is not finished.
#[derive(Debug, Default)]
pub(super) struct Flow {
    blocks: Vec<Block>,
    spans: Vec<Span>,
    anchor: Option<String>,
    number: Option<String>,
}

/// Elements that stand in a line of text; every other one begins a block of its own.
const IN_LINE: &[&str] = &[
    "span", "strong", "b", "em", "i", "a", "small", "abbr", "code", "time", "mark", "cite", "q", "label", "sup", "sub",
];

/// Classes of elements in a line that the style sheet puts on lines of their own.
const OWN_LINE: &[&str] = &["unit", "also", "terms"];

impl Flow {
    /// Reads the children of an element.
    pub(super) fn children(&mut self, parent: ElementRef, look: &Look, style: Style) {
        for child in parent.children() {
            match child.value() {
                Node::Text(text) => self.text(text, look),
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.element(element, look, style);
                    }
                }
                _ => {}
            }
        }
    }

    /// Ends the last paragraph and gives everything read.
    pub(super) fn finish(mut self, style: Style) -> Vec<Block> {
        self.end_paragraph(style);
        self.blocks
    }

    fn element(&mut self, element: ElementRef, look: &Look, style: Style) {
        let name = element.value().name();
        let has = |class: &str| element.value().classes().any(|one| one == class);
        if has("skip")
            || has("spoken")
            || has("sign")
            || has("no-docx")
            || matches!(name, "script" | "style" | "template" | "noscript" | "title")
        {
            return;
        }
        let inner = look_of(element, look);
        if has("no") {
            // the entry of a list has its number already; a heading's stands before its words
            let is_listed = element.parent().and_then(ElementRef::wrap).is_some_and(|one| one.value().name() == "li");
            self.number = (!is_listed).then(|| words_of(element));
            return;
        }
        if IN_LINE.contains(&name) {
            let own_line = OWN_LINE.iter().any(|class| has(class));
            if own_line && self.spans.is_empty() {
                // Before the words it belongs to, it ends its line instead of beginning one.
                self.children(element, &inner, style);
                return self.spans.push(Span::Break);
            }
            if own_line {
                self.spans.push(Span::Break);
            } else if self.touches_element(element) {
                self.text(" ", look);
            }
            return self.children(element, &inner, style);
        }
        match name {
            "br" => self.spans.push(Span::Break),
            "svg" => self.picture(Image::Svg(in_place(element)), words_of_drawing(element), style),
            "img" => self.image(element, style),
            "ul" | "ol" => {
                self.end_paragraph(style);
                let items = element.child_elements().map(|item| read_blocks(item, &inner, Style::Body));
                let items: Vec<_> = items.filter(|item| !item.is_empty()).collect();
                if !items.is_empty() {
                    let from = (name == "ol").then(|| printed_number(element).unwrap_or(1));
                    self.blocks.push(Block::List { from, items });
                }
            }
            "dl" => {
                self.end_paragraph(style);
                let rows = tables::terms(element);
                self.table(Table { rows, is_plain: true });
            }
            "table" => {
                self.end_paragraph(style);
                self.table(Table { rows: tables::rows(element), is_plain: false });
            }
            // the name of the report, on its cover
            "h1" if style == Style::Subtitle => {
                self.end_paragraph(style);
                self.children(element, look, Style::Title);
                self.end_paragraph(Style::Title);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_paragraph(style);
                let mut heading = Flow::default();
                if let Some(number) = self.number.take() {
                    heading.text(&format!("{number}. "), look);
                }
                heading.children(element, look, style);
                let level = name[1..].parse().unwrap_or(6);
                let anchor = anchor_of(element).or_else(|| self.anchor.take());
                self.blocks.push(Block::Heading { level, spans: trimmed(heading.spans), anchor });
            }
            _ => {
                let own = style_of(element).unwrap_or(style);
                self.end_paragraph(style);
                if has("new-page") {
                    self.blocks.push(Block::PageBreak);
                }
                self.anchor = anchor_of(element).or_else(|| self.anchor.take());
                self.children(element, &inner, own);
                self.end_paragraph(own);
                if has("cover") {
                    self.blocks.push(Block::PageBreak);
                }
            }
        }
    }

    /// White space as HTML reads it: any amount is one space, none at the start of a paragraph.
    fn text(&mut self, text: &str, look: &Look) {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            if !c.is_ascii_whitespace() {
                // what XML cannot hold was made visible before; this is the second lock
                out.push(if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c });
            } else if !(out.ends_with(' ') || out.is_empty() && self.ends_in_space()) {
                out.push(' ');
            }
        }
        if !out.is_empty() {
            self.spans.push(Span::Text { text: out, look: look.clone() });
        }
    }

    fn ends_in_space(&self) -> bool {
        match self.spans.last() {
            Some(Span::Text { text, .. }) => text.ends_with(' '),
            _ => true,
        }
    }

    /// Whether an element follows another one without anything between: on the page, columns keep them apart.
    fn touches_element(&self, element: ElementRef) -> bool {
        element.prev_sibling().is_some_and(|before| before.value().is_element()) && !self.ends_in_space()
    }

    fn end_paragraph(&mut self, style: Style) {
        let spans = trimmed(std::mem::take(&mut self.spans));
        if !spans.is_empty() {
            self.blocks.push(Block::Paragraph { style, spans, anchor: self.anchor.take() });
        }
    }

    fn picture(&mut self, image: Image, words: String, style: Style) {
        self.end_paragraph(style);
        self.blocks.push(Block::Picture(Picture { image, words }));
    }

    /// Only what is in the page itself: nothing is ever fetched.
    fn image(&mut self, element: ElementRef, style: Style) {
        let words = element.attr("alt").unwrap_or_default().to_owned();
        let Some((kind, data)) = element.attr("src").and_then(|source| source.split_once(";base64,")) else { return };
        let Ok(bytes) = STANDARD.decode(data) else { return };
        match kind {
            "data:image/png" => self.picture(Image::Png(bytes), words, style),
            "data:image/svg+xml" => {
                if let Ok(svg) = String::from_utf8(bytes) {
                    self.picture(Image::Symbol(svg), words, style);
                }
            }
            _ => {}
        }
    }

    fn table(&mut self, table: Table) {
        if table.rows.iter().any(|row: &Row| !row.cells.is_empty()) {
            self.blocks.push(Block::Table(table));
        }
    }
}

/// The blocks inside an element.
pub(super) fn read_blocks(element: ElementRef, look: &Look, style: Style) -> Vec<Block> {
    let mut flow = Flow::default();
    flow.children(element, look, style);
    flow.finish(style)
}

fn look_of(element: ElementRef, look: &Look) -> Look {
    let has = |classes: &[&str]| element.value().classes().any(|class| classes.contains(&class));
    let name = element.value().name();
    let link = element.attr("href").and_then(|target| target.strip_prefix('#')).map(str::to_owned);
    Look {
        strong: look.strong || matches!(name, "strong" | "b") || has(&["strong"]) || name == "span" && has(&["topic"]),
        quiet: look.quiet || has(&["grey", "quiet", "mark", "unit", "also", "terms", "about"]),
        link: link.or_else(|| look.link.clone()),
    }
}

/// The paragraph style that an element asks for.
fn style_of(element: ElementRef) -> Option<Style> {
    let named = element.value().classes().find_map(|class| match class {
        "topic" => Some(Style::Topic),
        "note" | "read" | "why" | "small" | "tags" | "context" | "private" | "colophon" => Some(Style::Small),
        "banner" => Some(Style::Banner),
        "what" | "title" => Some(Style::Title),
        "masthead" | "cover" => Some(Style::Subtitle),
        _ => None,
    });
    named.or(match element.value().name() {
        "blockquote" => Some(Style::Quote),
        "caption" | "figcaption" | "summary" => Some(Style::Small),
        _ => None,
    })
}

fn anchor_of(element: ElementRef) -> Option<String> {
    element.attr("id").filter(|id| !id.is_empty()).map(str::to_owned)
}

/// The number that the first entry of a list prints, where it prints one.
fn printed_number(list: ElementRef) -> Option<usize> {
    let first = list.child_elements().next()?.child_elements().next()?;
    let is_number = first.value().classes().any(|class| class == "no");
    words_of(first).parse().ok().filter(|_| is_number)
}

fn words_of(element: ElementRef) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// The words a drawing carries for those who do not see it.
fn words_of_drawing(svg: ElementRef) -> String {
    let title = svg.child_elements().find(|child| child.value().name() == "title");
    title.map(|title| title.text().collect()).unwrap_or_default()
}

/// A drawing among elements with the classes of those around it: rules may speak of both.
fn in_place(svg: ElementRef) -> String {
    let around: Vec<String> = svg
        .ancestors()
        .filter_map(ElementRef::wrap)
        .filter_map(|element| element.attr("class"))
        .map(|classes| classes.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_')).collect())
        .collect();
    let open: String = around.iter().rev().map(|classes| format!("<g class=\"{classes}\">")).collect();
    format!("{open}{}{}", svg.html(), "</g>".repeat(around.len()))
}

/// Without white space and line breaks at the ends.
fn trimmed(mut spans: Vec<Span>) -> Vec<Span> {
    let is_empty = |span: &Span| match span {
        Span::Text { text, .. } => text.trim_matches(' ').is_empty(),
        Span::Break => true,
    };
    while spans.last().is_some_and(is_empty) {
        spans.pop();
    }
    let start = spans.iter().position(|span| !is_empty(span)).unwrap_or(spans.len());
    spans.drain(..start);
    if let Some(Span::Text { text, .. }) = spans.first_mut() {
        *text = text.trim_start_matches(' ').to_owned();
    }
    if let Some(Span::Text { text, .. }) = spans.last_mut() {
        *text = text.trim_end_matches(' ').to_owned();
    }
    spans
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
