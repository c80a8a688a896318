//! What a report makes of the hourglass: maps drawn and in words, who answers for what, what could run by itself, sheets.

use gapwise::assessment::{Assessment, Mode};
use gapwise::evaluation::evaluate;
use gapwise::report::{Audience, Format, ReportOptions, render};

use super::systems::{given, selection};

const WHOLE: &str = r#"
[[answers.hg_map.value]]
system = "Webinar"
half = "marketing"
nodes = [
  { id = "start", kind = "start", text = "Visitor signs up", next = "mail" },
  { id = "mail", kind = "task", text = "Reminder mail", owner = "Marketing", metric = "open seats", next = "booked" },
  { id = "booked", kind = "decision", text = "Booked a call?", yes = "call", no = "nurture" },
  { id = "call", kind = "task", text = "Call", owner = "Sales", next = "end" },
  { id = "nurture", kind = "task", text = "Nurture mails", next = "mail" },
  { id = "end", kind = "end", text = "" },
]

[answers.hg_stages.value]
know = { activity = "search ads", owner = "Marketing", metric = "visits", works = 3 }
trust = { activity = "", owner = "", metric = "", works = 0 }

[answers.hg_steps.value]
weekly_review = 3

[[answers.hg_channels.value]]
name = "search ads"
family = "paid"
hours = 12
cost = 1200

[[answers.hg_channels.value]]
name = "trade fair"
family = "person"
hours = 6
cost = 900

[[answers.hg_tasks.value]]
task = "copy enquiries"
hours = 3
rule_based = true
setup_hours = 12

[[answers.hg_tasks.value]]
task = "offers"
hours = 5
rule_based = false
setup_hours = 40

[[answers.hg_tasks.value]]
task = "reminder mails"
hours = 1.5
rule_based = true
setup_hours = 3
"#;

/// Words that explain a figure beside another that counts more.
#[test]
fn hours_freed_say_what_they_are_a_part_of() {
    let some = WHOLE.replace("hours = 1.5", "hours = 0.5");
    // 3 × 52 are worth freeing; half an hour a week is too little, and counts among (3 + 0.5) × 52.
    let markdown = report(&consulted(&some), Audience::Client, Format::Markdown);
    assert!(markdown.contains("One task could run by itself and free 156 hours a year"), "{markdown}");
    assert!(markdown.contains("take 182 hours a year in all; 156 of them are counted here"), "{markdown}");
    assert!(markdown.contains("Hours a year in tasks that always go the same way: **182 hours a year**"), "{markdown}");
    // Where all of them are worth it there is nothing to explain.
    let all = report(&consulted(WHOLE), Audience::Client, Format::Markdown);
    assert!(all.contains("free 234 hours a year") && !all.contains("are counted here"), "{all}");
}

#[test]
fn readiness_says_of_how_much() {
    let markdown = report(&consulted(super::hourglass::EXAMPLE), Audience::Client, Format::Markdown);
    let line = markdown.lines().find(|line| line.contains("Readiness up to the first purchase: ")).expect("the line");
    assert!(line.contains("55 of 100"), "{line}");
}

fn report(assessment: &Assessment, audience: Audience, format: Format) -> String {
    let selection = selection(&["hourglass"]);
    let evaluation = evaluate(&selection, assessment);
    render(&selection, assessment, &evaluation, &ReportOptions::new(audience, format))
        .expect("a report")
        .replace('\u{a0}', " ")
}

fn consulted(answers: &str) -> Assessment {
    Assessment { mode: Mode::Consultant, ..given("hourglass", answers) }
}

fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

#[test]
fn a_map_is_drawn_said_and_listed() {
    let html = report(&consulted(WHOLE), Audience::Client, Format::Html);
    let (_, drawing) = html.split_once("<div class=\"map\">").expect("a map");
    let (drawing, _) = drawing.split_once("</section>").expect("its end");
    // A start and an end rounded, three tasks, one diamond, a head for each of the six ways.
    assert_eq!(count(drawing, "class=\"m-shape m-round\""), 2, "{drawing}");
    assert_eq!(count(drawing, "<rect class=\"m-shape\""), 3);
    assert_eq!(count(drawing, "<polygon class=\"m-shape\""), 1);
    assert_eq!(count(drawing, "class=\"m-head\""), 6);
    assert_eq!(count(drawing, "class=\"m-back\""), 1, "the loop");
    for label in [">yes</text>", ">no</text>", ">End</text>", ">Marketing · open seats</text>"] {
        assert_eq!(count(drawing, label), 1, "{label}");
    }
    assert!(drawing.contains("aria-label=\"Webinar. 1. Visitor signs up, then 2."), "{drawing}");
    assert!(drawing.contains("yes: 4, no: 6"), "{drawing}");
    assert_eq!(html, report(&consulted(WHOLE), Audience::Client, Format::Html), "the same bytes");

    let markdown = report(&consulted(WHOLE), Audience::Client, Format::Markdown);
    assert!(markdown.contains("```mermaid\nflowchart TD\n    s0([\"Visitor signs up\"])\n"), "{markdown}");
    assert!(markdown.contains("    s2 -->|\"no\"| s4\n"), "{markdown}");
    assert!(markdown.contains("| 3 | Booked a call? | decision |"), "{markdown}");
}

#[test]
fn a_broad_map_has_its_steps_one_below_the_other_for_a_telephone() {
    let narrow = report(&consulted(WHOLE), Audience::Client, Format::Html);
    assert!(!narrow.contains("<ol class=\"narrow"), "two steps side by side fit");
    // A decision after a decision, each with a branch of two steps: three columns.
    let broad = r#"
[[answers.hg_map.value]]
system = "Enquiry"
nodes = [
  { id = "a", kind = "start", text = "Enquiry", next = "b" },
  { id = "b", kind = "decision", text = "Fits us?", yes = "c", no = "f" },
  { id = "c", kind = "decision", text = "Urgent?", yes = "d", no = "e" },
  { id = "d", kind = "task", text = "Call at once", owner = "Ada", metric = "hours", next = "g" },
  { id = "e", kind = "task", text = "Write an offer", next = "g" },
  { id = "f", kind = "task", text = "Decline kindly", next = "b" },
  { id = "g", kind = "end", text = "Noted" },
]
"#;
    let html = report(&consulted(broad), Audience::Client, Format::Html);
    assert!(html.contains("<div class=\"map broad\">"), "{html}");
    let (_, list) = html.split_once("<ol class=\"narrow no-docx\">").expect("the list");
    let (list, _) = list.split_once("</ol>").expect("its end");
    assert_eq!(count(list, "<li class=\"n-"), 7);
    assert_eq!(count(list, "<li class=\"n-decision\">"), 2);
    for said in [
        "<p class=\"step\">1. Enquiry</p><p class=\"way on\">↓ </p>",
        "<b>yes</b> ↓ 3. Urgent?</p>",
        "<b>no</b> → 7. Decline kindly</p>",
        "4. Call at once<span class=\"who\">Ada · hours</span>",
        "<p class=\"way\">→ 2. Fits us?</p>",
    ] {
        assert!(list.contains(said), "{said}\n{list}");
    }
}

#[test]
fn hostile_steps_stay_words() {
    let hostile = r#"
[[answers.hg_map.value]]
system = "</title></svg><script>alert(1)</script>"
half = "marketing"
nodes = [
  { id = "a\"]; click a \"javascript:x\"", kind = "start", text = "```\n<script>alert(1)</script>", owner = "\"><img src=x onerror=alert(1)>", next = "q" },
  { id = "q", kind = "decision", text = "%%{init: {}}%% \"] --> x[\"?", yes = "nowhere" },
]
"#;
    let html = report(&consulted(hostile), Audience::Client, Format::Html);
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    let markdown = report(&consulted(hostile), Audience::Client, Format::Markdown);
    // One fence opens and one closes; nothing inside ends it or its quotes.
    let lines: Vec<&str> = markdown.lines().collect();
    let open = lines.iter().position(|line| *line == "```mermaid").expect("a drawing");
    let inner: Vec<&str> = lines[open + 1..].iter().take_while(|line| **line != "```").copied().collect();
    assert_eq!(inner.len(), 6, "{inner:?}");
    let quotes = |line: &&&str| count(line, "\"").is_multiple_of(2);
    assert!(inner.iter().all(|line| quotes(&line) && !line.contains(['`', '<', '%'])), "{inner:?}");
    assert!(!markdown.contains("<script"), "{markdown}");
}

#[test]
fn forty_steps_stand_on_pages_each_in_one_piece() {
    let step = |at: usize| {
        let next = if at == 40 { String::new() } else { format!(", next = \"s{}\"", at + 1) };
        let kind = match at {
            1 => "start",
            40 => "end",
            _ => "task",
        };
        format!("{{ id = \"s{at}\", kind = \"{kind}\", text = \"Step {at} of the delivery\"{next} }}")
    };
    let nodes: Vec<String> = (1..=40).map(step).collect();
    let answers = format!("[[answers.hg_map.value]]\nsystem = \"Delivery\"\nnodes = [{}]\n", nodes.join(", "));
    let html = report(&consulted(&answers), Audience::Client, Format::Html);
    let (_, map) = html.split_once("<div class=\"map\">").expect("a map");
    let (map, _) = map.split_once("<details").expect("the table");
    let heights: Vec<f64> = map
        .split("<svg ")
        .skip(1)
        .map(|svg| svg.split_once("height=\"").and_then(|(_, rest)| rest.split_once('"')).expect("a height").0)
        .map(|height| height.parse().expect("a number"))
        .collect();
    assert!(heights.len() > 2 && heights.iter().all(|height| *height <= 760.0), "{heights:?}");
    for at in 1..=40 {
        assert_eq!(count(map, &format!(">Step {at} of the")), 1, "step {at}");
    }
}

#[test]
fn who_answers_for_what() {
    let markdown = report(&consulted(WHOLE), Audience::Client, Format::Markdown);
    assert!(markdown.contains("## One of two stages has nobody who looks after it"), "{markdown}");
    // (3 thirds of 50) + 12.5 × 3 = 87.5
    assert!(markdown.contains("| Know | Marketing | visits | every week | 88 |"), "{markdown}");
    assert!(markdown.contains("| Trust | **nobody yet** | no sign yet | every week | 0 |"), "{markdown}");
    // The decision and the nurture mails have nobody.
    assert!(
        markdown.contains("| Process: Webinar | Marketing and Sales; 2 steps have nobody | open seats | every week |"),
        "{markdown}"
    );
}

#[test]
fn what_could_run_by_itself_begins_with_the_quickest_payback() {
    let markdown = report(&consulted(WHOLE), Audience::Client, Format::Markdown);
    // 3 ÷ 1.5 = 2 weeks, 1.5 × 52 = 78; 12 ÷ 3 = 4 weeks, 3 × 52 = 156; the offers differ each time.
    let part = markdown.split_once("## Two tasks could run by themselves and free 234 hours a year").expect("a part").1;
    let rows: Vec<&str> = part.lines().filter(|line| line.starts_with("| ")).skip(1).take(2).collect();
    assert_eq!(rows[0], "| reminder mails | 1\\.5 | 3 | 2 | 78 |");
    assert_eq!(rows[1], "| copy enquiries | 3 | 12 | 4 | 156 |");
    assert!(part.contains("are back after about 2 weeks"), "{part}");
    // 12 of 18 hours go to what is paid for, none to what is earned.
    assert!(markdown.contains("Most of it goes into one family: Paid for, 12 of 18"), "{markdown}");
}

#[test]
fn the_sheets_are_for_whoever_runs_the_reviews() {
    let internal = report(&consulted(WHOLE), Audience::Internal, Format::Markdown);
    let client = report(&consulted(WHOLE), Audience::Client, Format::Markdown);
    for text in ["## Weekly review, 30 minutes", "## Quarterly planning, half a day", "| Last week |"] {
        assert!(internal.contains(text), "{text}\n{internal}");
        assert!(!client.contains(text), "{text}");
    }
    let alone = Assessment { mode: Mode::SelfAssessment, ..given("hourglass", WHOLE) };
    assert!(report(&alone, Audience::Client, Format::Markdown).contains("## Weekly review, 30 minutes"));
}
