//! The two formats of a report say the same: their headings and tables are equal, and everything in them is well formed.

use std::collections::BTreeSet;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use gapwise::assessment::Assessment;
use gapwise::report::{Audience, Format};
use scraper::{ElementRef, Html, Selector};

use crate::combined::{all_six, report};
use crate::shared::brightwater;
use crate::three::{everything, five_answers};

/// A document without its looks: headings with their level, tables with the number of their columns and rows.
#[derive(Debug, PartialEq, Eq, Clone)]
enum Block {
    Heading(u8, String),
    Table(usize, usize),
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The blocks of an HTML page; a table's columns and rows are not compared where one format draws a column more.
fn of_page(html: &str) -> Vec<Block> {
    let page = Html::parse_document(html);
    let blocks = Selector::parse("main h1, main h2, main h3, main h4, header h1, main table").expect("a selector");
    let rows = Selector::parse("tr").expect("a selector");
    let of = |element: ElementRef| match element.value().name() {
        "table" => Block::Table(0, element.select(&rows).count()),
        name => {
            let level = name.trim_start_matches('h').parse().expect("a level");
            Block::Heading(level, squeezed(&element.text().collect::<String>()))
        }
    };
    page.select(&blocks).map(of).collect()
}

fn text_of<'a>(node: &'a AstNode<'a>) -> String {
    let mut text = String::new();
    for inner in node.descendants() {
        match &inner.data.borrow().value {
            NodeValue::Text(one) => text.push_str(one),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            _ => {}
        }
    }
    squeezed(&text)
}

fn of_markdown(markdown: &str) -> Vec<Block> {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    let root = parse_document(&arena, markdown, &options);
    let mut blocks = Vec::new();
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Heading(heading) => blocks.push(Block::Heading(heading.level, text_of(node))),
            NodeValue::Table(_) => blocks.push(Block::Table(0, node.children().count())),
            _ => {}
        }
    }
    blocks
}

fn assert_equal_structure(assessment: &Assessment, audience: Audience) {
    let page = of_page(&report(assessment, audience, Format::Html));
    let markdown = of_markdown(&report(assessment, audience, Format::Markdown));
    for (at, (one, other)) in page.iter().zip(&markdown).enumerate() {
        assert_eq!(one, other, "block {at} differs; before it: {:?}", at.checked_sub(1).map(|at| &page[at]));
    }
    assert_eq!(page.len(), markdown.len());
}

#[test]
fn the_formats_have_the_same_headings_and_tables() {
    for assessment in [brightwater(), five_answers(), everything()] {
        for audience in [Audience::Client, Audience::Internal] {
            assert_equal_structure(&assessment, audience);
        }
    }
}

#[test]
fn so_have_those_of_several_questionnaires() {
    for audience in [Audience::Client, Audience::Internal] {
        assert_equal_structure(&all_six(), audience);
    }
}

#[test]
fn headings_go_down_one_level_at_a_time_and_are_never_empty() {
    for assessment in [brightwater(), five_answers(), everything(), all_six()] {
        let mut before = 0;
        for block in of_page(&report(&assessment, Audience::Internal, Format::Html)) {
            let Block::Heading(level, text) = block else { continue };
            assert!(level <= before + 1, "“{text}” is at level {level} after {before}");
            assert!(!text.is_empty(), "a heading of level {level} is empty");
            before = level;
        }
    }
}

#[test]
fn ids_are_unique_and_every_link_leads_somewhere() {
    for assessment in [brightwater(), five_answers(), everything(), all_six()] {
        let html = report(&assessment, Audience::Internal, Format::Html);
        let page = Html::parse_document(&html);
        let select = |what: &str| Selector::parse(what).expect("a selector");
        let ids: Vec<_> = page.select(&select("[id]")).filter_map(|one| one.attr("id")).collect();
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        let links: Vec<_> = page.select(&select("a[href]")).filter_map(|one| one.attr("href")).collect();
        assert!(links.len() > 3);
        for link in links {
            let id = link.strip_prefix('#').expect("a link inside the page");
            assert!(ids.contains(&id), "{link} leads nowhere");
        }
    }
}

#[test]
fn every_drawing_has_words_or_is_left_out_of_what_is_read_aloud() {
    let html = report(&everything(), Audience::Internal, Format::Html);
    let page = Html::parse_document(&html);
    let drawings = Selector::parse("svg").expect("a selector");
    let title = Selector::parse(":scope > title").expect("a selector");
    let mut seen = 0;
    for drawing in page.select(&drawings) {
        let inside = drawing.ancestors().filter_map(ElementRef::wrap).any(|one| one.value().name() == "svg");
        if inside || drawing.attr("aria-hidden") == Some("true") {
            continue;
        }
        assert_eq!(drawing.attr("role"), Some("img"));
        let words = drawing.select(&title).next().map(|one| one.text().collect::<String>()).unwrap_or_default();
        assert!(!words.trim().is_empty(), "{}", drawing.html());
        seen += 1;
    }
    assert!(seen > 10, "only {seen} drawings");
}

#[test]
fn no_name_of_the_words_or_of_a_place_to_fill_is_left_in_a_report() {
    for assessment in [brightwater(), five_answers()] {
        for (audience, format) in [
            (Audience::Client, Format::Markdown),
            (Audience::Internal, Format::Markdown),
            (Audience::Client, Format::Html),
            (Audience::Internal, Format::Html),
        ] {
            let text = report(&assessment, audience, format);
            let text = text.rsplit("</style>").next().unwrap_or_default();
            assert!(!text.contains('{') && !text.contains('}'), "a place was not filled");
            for group in ["goals", "options", "plan", "figures", "pictures", "summary", "findings", "internal"] {
                let mut rest = text;
                while let Some((_, after)) = rest.split_once(&format!("{group}.")) {
                    assert!(!after.starts_with(|c: char| c.is_ascii_lowercase()), "{group}.{}", &after[..30]);
                    rest = after;
                }
            }
        }
    }
}
