//! The reports of the example: as they read, what they keep back, and what no text can do to them.

use std::path::Path;

use gapwise::assessment::{Assessment, Cell, Mode, Note, NoteKind, Reveal, Status, Value};
use gapwise::evaluation::evaluate;
use gapwise::report::{Audience, Format, ReportError, ReportOptions, render};

use crate::shared::{brightwater, core};

const BOTH: [Format; 2] = [Format::Markdown, Format::Html];

fn report(assessment: &Assessment, audience: Audience, format: Format) -> String {
    with_templates(assessment, audience, format, None).expect("the built-in templates render")
}

fn with_templates(
    assessment: &Assessment,
    audience: Audience,
    format: Format,
    templates: Option<&Path>,
) -> Result<String, ReportError> {
    let selection = core();
    let evaluation = evaluate(&selection, assessment);
    render(&selection, assessment, &evaluation, &ReportOptions { templates, ..ReportOptions::new(audience, format) })
}

/// A page without its style sheet, which is not what a reader of the snapshot looks for.
fn without_style(html: &str) -> String {
    let (head, rest) = html.split_once("<style>").expect("a style element");
    let (_, tail) = rest.split_once("</style>").expect("its end");
    let (before, policy) = head.split_once("sha256-").expect("a policy");
    let (_, after) = policy.split_once("; base-uri").expect("its end");
    format!("{before}…; base-uri{after}{tail}")
}

#[test]
fn the_example_reads_like_this() {
    let example = brightwater();
    insta::assert_snapshot!("client.md", report(&example, Audience::Client, Format::Markdown));
    insta::assert_snapshot!("internal.md", report(&example, Audience::Internal, Format::Markdown));
    insta::assert_snapshot!("client.html", without_style(&report(&example, Audience::Client, Format::Html)));
    insta::assert_snapshot!("internal.html", without_style(&report(&example, Audience::Internal, Format::Html)));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in BOTH {
        let first = report(&brightwater(), Audience::Internal, format);
        assert_eq!(first, report(&brightwater(), Audience::Internal, format));
    }
}

#[test]
fn the_three_key_gaps_are_those_of_the_example() {
    let text = report(&brightwater(), Audience::Client, Format::Markdown);
    let at = |line: &str| text.find(line).unwrap_or_else(|| panic!("{line} is missing"));
    let gaps = [
        "1. **Fewer customers are returning than before**",
        "2. **Some enquiries receive no personal reply**",
        "3. **Results are reviewed rarely**",
    ];
    assert!(at(gaps[0]) < at(gaps[1]) && at(gaps[1]) < at(gaps[2]));
    assert!(text.contains("## Building: 34 of 100"));
    assert!(text.contains("anything from 29 to 41 would fit"));
}

/// Marks everything a client must not read, and counts the marks.
fn marked(mut assessment: Assessment) -> (Assessment, Vec<String>) {
    let selection = core();
    let mut marks = Vec::new();
    let mut mark = |what: &str| {
        let word = format!("PRIVATE{}{what}", marks.len());
        marks.push(word.clone());
        word
    };
    for question in selection.questions() {
        let answer = assessment.answers.entry(question.id.clone()).or_default();
        answer.note = Some(mark("note"));
        if !answer.shareable {
            answer.quote = Some(mark("quote"));
        }
        let is_text = matches!(answer.status, Status::Answered(Value::Text(_)) | Status::Open)
            && matches!(question.kind, gapwise::questionnaire::Kind::Text { .. });
        if !question.report && is_text {
            answer.status = Status::Answered(Value::Text(mark("answer")));
        }
    }
    if let Some(margin) = assessment.answers.get_mut("ga_margin") {
        margin.status = Status::NotApplicable { reason: mark("reason") };
    }
    assessment.notes.push(Note {
        at: None,
        area: "audience".to_owned(),
        kind: NoteKind::Scratch,
        text: mark("scratch"),
    });
    for (finding, disputed) in [("G12", false), ("G25", true)] {
        let reaction = mark("reaction");
        assessment.reveal.push(Reveal { finding: finding.to_owned(), reaction, disputed });
    }
    (assessment, marks)
}

#[test]
fn nothing_private_reaches_the_client() {
    let (assessment, marks) = marked(brightwater());
    assert!(marks.len() > 100);
    for format in BOTH {
        let client = report(&assessment, Audience::Client, format);
        assert!(!client.contains("PRIVATE"), "{}", context(&client, "PRIVATE"));
        for word in ["Priority", "Severity", "G12", "pain"] {
            assert!(!without(&client).contains(word), "{}", context(&without(&client), word));
        }
        // The control: the same marks do reach the consultant.
        let internal = report(&assessment, Audience::Internal, format);
        for mark in &marks {
            assert!(internal.contains(mark), "{mark} is not in the internal version");
        }
    }
}

#[test]
fn a_disputed_finding_is_for_the_consultant_alone() {
    let (assessment, _) = marked(brightwater());
    let statement = "have no stated purpose";
    assert!(!report(&assessment, Audience::Client, Format::Markdown).contains(statement));
    assert!(report(&assessment, Audience::Internal, Format::Markdown).contains(statement));
}

fn without(text: &str) -> String {
    if text.contains("<style>") { without_style(text) } else { text.to_owned() }
}

fn context(text: &str, word: &str) -> String {
    let at = text.find(word).unwrap_or(0);
    let start = text.floor_char_boundary(at.saturating_sub(200));
    text[start..text.floor_char_boundary(at + 200)].to_owned()
}

/// Every text a client gave, replaced.
fn rewritten(mut assessment: Assessment, text: &str) -> Assessment {
    text.clone_into(&mut assessment.client.name);
    text.clone_into(&mut assessment.consultant.name);
    for (id, answer) in &mut assessment.answers {
        if answer.quote.is_some() {
            answer.quote = Some(text.to_owned());
        }
        if answer.note.is_some() {
            answer.note = Some(text.to_owned());
        }
        match &mut answer.status {
            Status::Answered(Value::Table(rows)) => {
                for row in rows {
                    for (column, cell) in row.iter_mut() {
                        let is_name = ["name", "claim", "learn", "statement", "message", "offer", "owner"];
                        if let Cell::Text(cell) = cell
                            && is_name.contains(&column.as_str())
                            && !cell.is_empty()
                        {
                            text.clone_into(cell);
                        }
                    }
                }
            }
            Status::Answered(Value::Text(said)) if ["ga_pain", "ga_vision", "ga_praise"].contains(&id.as_str()) => {
                text.clone_into(said);
            }
            _ => {}
        }
    }
    for note in &mut assessment.notes {
        text.clone_into(&mut note.text);
    }
    if let Some(step) = &mut assessment.next_step {
        text.clone_into(&mut step.text);
        text.clone_into(&mut step.who);
    }
    assessment
}

const HOSTILE: &str = "x</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\" onload=\"y' | a\n\n# b\n- c `d` [e](javascript:f) {{ 7 * 7 }} {% raw %} {names} {money} &lt; \u{202e}";

/// The elements of a page, without texts and attribute values.
fn elements(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in without_style(html).split('<').skip(1) {
        let tag = part.split_once('>').map_or(part, |(tag, _)| tag);
        found.push(tag.split([' ', '\n']).next().unwrap_or_default().to_owned());
    }
    found
}

/// The blocks of a Markdown text: what each line begins with, and its unescaped column marks.
fn blocks(markdown: &str) -> Vec<(String, usize)> {
    let marks = |line: &str| {
        let mut before = ' ';
        let mut count = 0;
        for c in line.chars() {
            count += usize::from(c == '|' && before != '\\');
            before = if before == '\\' && c == '\\' { ' ' } else { c };
        }
        count
    };
    let start = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let is_mark = |word: &String| word.chars().all(|c| "#>-|".contains(c));
    markdown.lines().map(|line| (Some(start(line)).filter(is_mark).unwrap_or_default(), marks(line))).collect()
}

#[test]
fn no_text_changes_the_document_around_it() {
    for audience in [Audience::Client, Audience::Internal] {
        let benign = rewritten(brightwater(), "Something plain, and somewhat long");
        let hostile = rewritten(brightwater(), HOSTILE);
        let (plain, attacked) = (report(&benign, audience, Format::Html), report(&hostile, audience, Format::Html));
        assert_eq!(elements(&plain), elements(&attacked));
        assert!(!attacked.contains("<script") && attacked.contains("&lt;script"));
        assert!(!attacked.contains(" 49 "), "a text was read as a template");
        let (plain, attacked) =
            (report(&benign, audience, Format::Markdown), report(&hostile, audience, Format::Markdown));
        assert_eq!(blocks(&plain), blocks(&attacked));
        assert!(!attacked.contains("<script") && !attacked.contains("[e](javascript"));
    }
}

#[test]
fn a_page_loads_and_runs_nothing() {
    let page = report(&brightwater(), Audience::Client, Format::Html);
    for word in ["<script", "<link", "<img", "<iframe", " style=", " onload", "url(", "@import", "http://", "https://"]
    {
        assert!(!page.contains(word), "the page has {word}");
    }
    assert!(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-"));
}

fn five_answers() -> Assessment {
    let mut assessment = brightwater();
    let kept = ["ga_pain", "ga_enquiry_fit", "ga_icp", "ga_strategy", "ga_contacts"];
    assessment.answers.retain(|id, _| kept.contains(&id.as_str()));
    assessment.next_step = None;
    assessment.notes.clear();
    assessment.reveal.clear();
    assessment
}

#[test]
fn a_report_of_five_answers_is_short_and_says_what_is_missing() {
    let text = report(&five_answers(), Audience::Client, Format::Markdown);
    assert!(text.contains("Too little is known yet for a score"), "{text}");
    assert!(text.contains("These answers would tell most next"));
    for absent in ["Next step", "small improvements", "## Activities", "of 100"] {
        assert!(!text.contains(absent), "{absent}");
    }
    let found = text.split("## How this picture was made").next().unwrap_or_default();
    assert!(found.lines().count() < 90, "{found}");
    insta::assert_snapshot!("five_answers.md", text);
}

#[test]
fn a_report_of_no_answers_still_reads() {
    let mut assessment = five_answers();
    assessment.answers.clear();
    assessment.client.name.clear();
    for format in BOTH {
        let text = report(&assessment, Audience::Client, format);
        assert!(text.contains("Too little is known yet for a score"));
    }
}

#[test]
fn a_self_assessment_has_no_internal_report() {
    let mut assessment = brightwater();
    assessment.mode = Mode::SelfAssessment;
    let refused = with_templates(&assessment, Audience::Internal, Format::Html, None);
    assert!(matches!(refused, Err(ReportError::NoInternalVersion)));
    assert!(with_templates(&assessment, Audience::Client, Format::Html, None).is_ok());
}

#[test]
fn a_persons_own_files_override_the_built_in_ones() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    write("parts/told.md", "## Mine: {{ w.told.headline }}\n");
    write("words.en.toml", "[told]\nheadline = \"As you said\"\n");
    let own = |format| with_templates(&brightwater(), Audience::Client, format, Some(folder.path()));
    let text = own(Format::Markdown).expect("the own part renders");
    assert!(text.contains("## Mine: As you said") && text.contains("### Next step"));
    assert!(own(Format::Html).expect("the other format is untouched").contains("As you said"));

    write("parts/told.md", "one\ntwo {{ no_such_name }}\n");
    let told = own(Format::Markdown).expect_err("the name is unknown").to_string();
    assert!(told.starts_with("parts/told.md:2:") && told.contains("no_such_name"), "{told}");
    write("parts/told.md", "{% if told %}");
    let told = own(Format::Markdown).expect_err("the tag is open").to_string();
    assert!(told.starts_with("parts/told.md:1:"), "{told}");
    write("words.en.toml", "[told\n");
    let told = own(Format::Markdown).expect_err("the words are broken").to_string();
    assert!(told.starts_with("words.en.toml:1:"), "{told}");
}

#[test]
fn the_words_blame_nobody_and_use_no_long_dash() {
    for format in BOTH {
        let text = without(&report(&brightwater(), Audience::Client, format));
        for word in ["—", " fault", "fail", "bad", "wrong", "poor", "excellent", "world-class"] {
            assert!(!text.contains(word), "{}", context(&text, word));
        }
        // A key that has no words would show as itself.
        for key in ["summary.", "areas.", "findings.", "answers.", "worth.", "method.", "internal."] {
            let shown = text.split(key).skip(1).any(|after| after.starts_with(|c: char| c.is_ascii_lowercase()));
            assert!(!shown, "{}", context(&text, key));
        }
    }
}
