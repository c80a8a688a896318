//! The pages to hand over: one for each way to go on, in the consultant's version alone, with nothing private on them.

use gapwise::assessment::{Assessment, Reveal};
use gapwise::report::{Audience, Format};
use scraper::{Html, Selector};

use crate::shared::brightwater;
use crate::three::{five_answers, report};

/// The texts of all pages to hand over.
fn pages(assessment: &Assessment, audience: Audience) -> Vec<String> {
    let html = report(assessment, audience, Format::Html);
    let page = Html::parse_document(&html);
    let offers = Selector::parse("section.offer").expect("a selector");
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&offers).map(|one| words(one.text().collect::<Vec<_>>().join(" "))).collect()
}

#[test]
fn each_way_has_a_page_that_says_who_does_what_for_how_long() {
    let pages = pages(&brightwater(), Audience::Internal);
    assert_eq!(pages.len(), 3);
    let expected = [
        &[
            "Way A, Focused · recommended",
            "46 enquiries a month (likely range 43–49) by 22 November 2027",
            "28 hours a month: 12 hours for the one activity, 16 hours for the actions below",
            "30–60 days after the start, so between 31 December 2026 and 30 January 2027",
            "1 December 2026, or another day that suits you",
            "Name one person who has the hours for the activity and looks after it.",
        ][..],
        &[
            "Way B, Balanced",
            "45 enquiries a month (likely range 43–47)",
            "14 hours for the three activities, 14 hours for the actions below",
            "The three activities done in full would take about 36 hours a month.",
        ],
        &[
            "Way C, Many",
            "42 enquiries a month (likely range 41–43)",
            "The six activities done in full would take about 72 hours a month.",
        ],
    ];
    for (page, expected) in pages.iter().zip(expected) {
        for words in expected {
            assert!(page.contains(words), "“{words}” is missing: {page}");
        }
        // what is written in by hand ends the page, with nothing after it
        assert!(page.ends_with("Fee Agreed (date, names)"), "{page}");
        assert!(page.contains("For Brightwater Coffee Systems, 22 November 2026 · Prepared by Tom Adler"), "{page}");
    }
    // domain.md 6.6: what option A leaves, 16 hours a month, is laid out in this order
    let order = ["Call ten customers", "For each activity without a purpose", "Decide together whether"];
    let places: Vec<_> = order.iter().map(|action| pages[0].find(action).expect("an action")).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn a_start_without_a_date_and_hours_nobody_knows_are_said() {
    let mut assessment = brightwater();
    assessment.next_step = None;
    let page = &pages(&assessment, Audience::Internal)[0];
    assert!(page.contains("30–60 days after the start Start A day that suits you"), "{page}");
    assessment.answers.remove("ga_spare_hours");
    let markdown = report(&assessment, Audience::Internal, Format::Markdown);
    assert!(!markdown.contains("### What we do"), "without hours nothing can be offered yet");
}

#[test]
fn neither_the_client_nor_anything_private_is_on_a_page() {
    assert!(pages(&brightwater(), Audience::Client).is_empty());
    assert!(pages(&five_answers(), Audience::Internal).is_empty());
    let mut assessment = brightwater();
    for answer in assessment.answers.values_mut() {
        answer.note = Some("PRIVATE".to_owned());
    }
    let reaction = "PRIVATE".to_owned();
    assessment.reveal.push(Reveal { finding: "G12".to_owned(), reaction, disputed: true });
    for page in pages(&assessment, Audience::Internal) {
        for word in ["PRIVATE", "Call ten customers", "G25", "Priority"] {
            assert!(!page.contains(word), "{word}: {page}");
        }
    }
}

#[test]
fn markdown_has_the_same_pages_with_a_place_for_the_fee() {
    let markdown = report(&brightwater(), Audience::Internal, Format::Markdown);
    assert_eq!(markdown.matches("- Fee: \\_").count() + markdown.matches("- Fee: _").count(), 3);
    assert_eq!(markdown.matches("### What we do").count(), 3);
}
