//! The glossary explains the words a report says, and no others.

use gapwise::assessment::Assessment;
use gapwise::evaluation::evaluate;
use gapwise::report::{Audience, Format, ReportOptions, render};

use super::commands::Home;
use super::shared::{brightwater, core};
use super::systems::{given, selection};

fn of(assessment: &Assessment, questionnaires: &[&str], format: Format) -> String {
    let selection = selection(questionnaires);
    let evaluation = evaluate(&selection, assessment);
    render(&selection, assessment, &evaluation, &ReportOptions::new(Audience::Client, format)).expect("a report")
}

/// The words that are explained, in either format.
fn explained(report: &str) -> Vec<&str> {
    let (list, open, close) = match report.split_once("<dl class=\"terms-list\">") {
        Some((_, list)) => (list, "<dt>", "</dt>"),
        None => (report.split_once("### Words used here").map_or("", |(_, list)| list), "- **", ".**"),
    };
    list.split(open).skip(1).filter_map(|one| Some(one.split_once(close)?.0)).collect()
}

#[test]
fn five_answers_need_few_words() {
    let few = "answers.ga_contacts.value = 400\nanswers.ga_icp.value = 1\nanswers.ga_segment.value = 0";
    let assessment = given("gap-analysis", few);
    let all = core().questionnaires[0].terms.len();
    for format in [Format::Html, Format::Markdown] {
        let report = of(&assessment, &["gap-analysis"], format);
        let terms = explained(&report);
        assert!(!terms.is_empty() && terms.len() < all, "{terms:?}");
        // Nothing was said of tests, of content for groups, of strengths and threats.
        for word in ["SWOT", "A/B test", "A&#x2F;B test", "Content coverage", "Standard"] {
            assert!(!terms.contains(&word), "{word}: {terms:?}");
        }
    }
    let full = brightwater();
    let (html, markdown) = (of(&full, &["gap-analysis"], Format::Html), of(&full, &["gap-analysis"], Format::Markdown));
    assert!(explained(&html).contains(&"Gap") && explained(&markdown).contains(&"Gap"));
    assert!(explained(&html).len() > 8, "{:?}", explained(&html));
}

#[test]
fn what_several_questionnaires_explain_is_explained_once() {
    let both = ["pipeline", "closed-loop"];
    let mut assessment = given("closed-loop", super::closed_loop::EXAMPLE);
    assessment.questionnaires.insert(0, "pipeline@1.0.0".to_owned());
    let report = of(&assessment, &both, Format::Markdown);
    let terms = explained(&report);
    assert_eq!(terms.iter().filter(|term| **term == "Confidence").count(), 1, "{terms:?}");
}

#[test]
fn without_a_word_to_explain_there_is_no_glossary() {
    let home = Home::with_brightwater();
    let own = "{% if method.terms %}GLOSSARY{% endif %}nothing that needs a word";
    home.write("report-templates/client.md", own);
    let run = home.run(&["report", "brightwater", "--format", "md", "--out", "-"]);
    assert_eq!(run.out.trim(), "nothing that needs a word", "{}", run.err);
    home.write("report-templates/client.md", format!("{own}: enquiries"));
    let run = home.run(&["report", "brightwater", "--format", "md", "--out", "-"]);
    assert_eq!(run.out.trim(), "GLOSSARYnothing that needs a word: enquiries", "{}", run.err);
}
