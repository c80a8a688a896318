//! What is read from a page: the same words in the same order.

use super::*;

fn blocks(body: &str) -> Vec<Block> {
    page(&format!("<html lang=de><head><title>A  b</title><style>x{{}}</style></head><body>{body}</body></html>"))
        .blocks
}

fn words(spans: &[Span]) -> String {
    let text = |span: &Span| match span {
        Span::Text { text, .. } => text.clone(),
        Span::Break => "\n".to_owned(),
    };
    spans.iter().map(text).collect()
}

fn shape(blocks: &[Block]) -> Vec<String> {
    let one = |block: &Block| match block {
        Block::Heading { level, spans, anchor } => format!("h{level} {} {anchor:?}", words(spans)),
        Block::Paragraph { style, spans, .. } => format!("{style:?} {}", words(spans)),
        Block::List { from, items } => {
            format!("list {from:?} {}", items.iter().map(|item| shape(item).join("+")).collect::<Vec<_>>().join("|"))
        }
        Block::Table(table) => {
            let row =
                |row: &Row| row.cells.iter().map(|cell| shape(&cell.blocks).join("+")).collect::<Vec<_>>().join("|");
            format!("table {} {}", table.is_plain, table.rows.iter().map(row).collect::<Vec<_>>().join("//"))
        }
        Block::Picture(picture) => format!("picture {}", picture.words),
        Block::PageBreak => "page".to_owned(),
    };
    blocks.iter().map(one).collect()
}

#[test]
fn what_a_browser_shows_is_read_in_its_order() {
    let body = "<a class=skip href=#r>Skip</a><div class=topic>Topic</div><h2 id=x>A <b>bold</b>\n  head</h2>\
        <p>one<br>two</p><ol><li><span class=no>1</span><span>first</span></li><li>second<ul><li>in</li></ul></li></ol>\
        <dl><div><dt>Term</dt><dd>is <span class=terms>this</span></dd></div></dl>\
        <table><thead><tr><th>H<span class=unit>€</span></th><th></th></tr></thead><tbody><tr><td>a</td>\
        <td><svg width=\"100%\" height=\"9\"><title>drawn</title></svg></td></tr></tbody></table><blockquote>“q”</blockquote>";
    assert_eq!(
        shape(&blocks(body)),
        [
            "Topic Topic",
            "h2 A bold head Some(\"x\")",
            "Body one\ntwo",
            "list Some(1) Body first|Body second+list None Body in",
            "table true Body Term|Body is \nthis",
            "table false Small H\n€|//Body a|picture drawn",
            "Quote “q”",
        ]
    );
}

#[test]
fn the_page_says_its_title_and_language() {
    let page = page("<html lang=de><head><title>A\n b</title><style>s</style></head><body>x</body></html>");
    assert_eq!((&*page.title, &*page.language, &*page.sheet), ("A b", "de", "s"));
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    let body =
        "<script>alert(1)</script><img src=\"https://evil.example/x.png\"><img src=\"file:///etc/passwd\"><p>x\u{1}y";
    assert_eq!(shape(&blocks(body)), ["Body x\u{fffd}y"]);
}
