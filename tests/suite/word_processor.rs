//! The document for a word processor: whatever a client wrote, every part of it is strict XML and says what the page says.

use std::io::{Cursor, Read};

use gapwise::report::docx::from_html;
use gapwise::report::{Audience, Format, Paper};
use resvg::usvg::roxmltree::{Document, Node};
use zip::ZipArchive;

use crate::shared::brightwater;
use crate::three::{everything, five_answers, report};

/// The parts of a document that are XML, by name.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a part");
        let name = file.name().to_owned();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let mut text = String::new();
            file.read_to_string(&mut text).expect("XML is UTF-8");
            parts.push((name, text));
        }
    }
    parts
}

fn document(assessment: &gapwise::assessment::Assessment, audience: Audience) -> Vec<(String, String)> {
    let page = report(assessment, audience, Format::Html);
    parts(&from_html(&page, Paper::A4).expect("a document"))
}

fn part<'p>(parts: &'p [(String, String)], name: &str) -> &'p str {
    parts.iter().find(|(one, _)| one == name).map(|(_, text)| text.as_str()).unwrap_or_else(|| panic!("no {name}"))
}

fn named<'a, 'i>(document: &'a Document<'i>, name: &str) -> Vec<Node<'a, 'i>> {
    document.descendants().filter(|node| node.tag_name().name() == name).collect()
}

#[test]
fn every_part_is_strict_xml_without_control_characters() {
    for assessment in [brightwater(), five_answers(), everything()] {
        for audience in [Audience::Client, Audience::Internal] {
            let parts = document(&assessment, audience);
            assert!(parts.len() > 8, "{:?}", parts.iter().map(|(name, _)| name).collect::<Vec<_>>());
            for (name, text) in &parts {
                Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
                let control = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
                assert_eq!(control, None, "{name}");
            }
        }
    }
}

#[test]
fn what_is_referred_to_is_there() {
    let parts = document(&everything(), Audience::Internal);
    let body = Document::parse(part(&parts, "word/document.xml")).expect("XML");
    let links = Document::parse(part(&parts, "word/_rels/document.xml.rels")).expect("XML");
    let known: Vec<_> = named(&links, "Relationship").iter().filter_map(|one| one.attribute("Id")).collect();
    let used = named(&body, "blip");
    assert!(used.len() > 20, "only {} pictures", used.len());
    for picture in used {
        let id = picture.attributes().find(|one| one.name() == "embed").expect("an id").value();
        assert!(known.contains(&id), "{id}");
    }
    let styles = Document::parse(part(&parts, "word/styles.xml")).expect("XML");
    let value = |node: &Node, name: &str| {
        node.attributes().find(|one| one.name() == name).map(|one| one.value().to_owned()).unwrap_or_default()
    };
    let styles: Vec<_> = named(&styles, "style").iter().map(|one| value(one, "styleId")).collect();
    for style in named(&body, "pStyle") {
        let style = value(&style, "val");
        assert!(styles.contains(&style), "there is no style {style}");
    }
    let anchors: Vec<_> = named(&body, "bookmarkStart").iter().map(|one| value(one, "name")).collect();
    for link in named(&body, "hyperlink").iter().map(|one| value(one, "anchor")).filter(|anchor| !anchor.is_empty()) {
        assert!(anchors.contains(&link), "{link} leads nowhere");
    }
}

#[test]
fn tables_have_whole_rows_and_heads_that_repeat() {
    let parts = document(&everything(), Audience::Internal);
    let body = Document::parse(part(&parts, "word/document.xml")).expect("XML");
    let children = |node: &Node, name: &str| node.children().filter(|one| one.tag_name().name() == name).count();
    let tables = named(&body, "tbl");
    assert!(tables.len() > 20);
    for table in &tables {
        let columns: usize = table
            .children()
            .filter(|one| one.tag_name().name() == "tblGrid")
            .map(|grid| children(&grid, "gridCol"))
            .sum();
        for row in table.children().filter(|one| one.tag_name().name() == "tr") {
            let spans = |cell: Node| {
                let span = cell.descendants().find(|one| one.tag_name().name() == "gridSpan")?;
                span.attributes().find(|one| one.name() == "val")?.value().parse::<usize>().ok()
            };
            let cells = row.children().filter(|one| one.tag_name().name() == "tc");
            assert_eq!(cells.map(|cell| spans(cell).unwrap_or(1)).sum::<usize>(), columns);
        }
    }
    let heads = named(&body, "tblHeader");
    assert!(heads.len() > 10, "only {} heads repeat", heads.len());
    for head in heads {
        let row = head.ancestors().find(|one| one.tag_name().name() == "tr").expect("a row");
        let before = row.prev_siblings().skip(1).filter(|one| one.tag_name().name() == "tr").count();
        assert_eq!(before, 0, "only the first row of a table can repeat");
    }
    assert!(!part(&parts, "word/document.xml").contains("999999"));
}
