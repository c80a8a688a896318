//! The loop between marketing and sales, drawn: which flows work, which are weak or missing.

use gapwise::evaluation::evaluate;
use gapwise::report::{Audience, Format, ReportOptions, render};

use super::closed_loop::EXAMPLE;
use super::systems::{given, selection};

fn reported(answers: &str, format: Format) -> String {
    let selection = selection(&["closed-loop"]);
    let assessment = given("closed-loop", answers);
    let evaluation = evaluate(&selection, &assessment);
    let options = ReportOptions::new(Audience::Client, format);
    render(&selection, &assessment, &evaluation, &options).expect("a report").replace('\u{a0}', " ")
}

#[test]
fn every_flow_of_the_example_is_drawn_and_listed() {
    let html = reported(EXAMPLE, Format::Html);
    let (_, part) = html.split_once("id=\"flows\"").expect("the part");
    let (part, _) = part.split_once("</section>").expect("its end");
    assert_eq!(part.matches("class=\"f-place\"").count(), 4, "{part}");
    // Topics 50, media 25, responses 25, rules 25, tagged 75 under 80, next steps 50 and contacted again 20 under 50.
    assert_eq!(part.matches("<line class=\"f-weak\"").count(), 6, "{part}");
    assert_eq!(part.matches("class=\"f-head ").count(), 6);
    assert!(part.contains("<h2>Nothing of the loop is missing; weak in six of six places</h2>"), "{part}");
    assert!(part.contains("<title>topics, from Your records to What you say: weak; media, from"), "{part}");
    for said in
        ["Rules for passing enquiries on: Only in people", "Answered in time: 50% (likely 38–62%)", "Sales → Contact"]
    {
        assert!(part.contains(said), "{said}\n{part}");
    }
    let markdown = reported(EXAMPLE, Format::Markdown);
    assert!(markdown.contains("```mermaid\nflowchart LR\n    p0[\"Your records\"]\n"), "{markdown}");
    assert!(markdown.contains("    p3 -->|\"next steps#58; weak\"| p2\n```"), "{markdown}");
    let row = "| What became of each enquiry comes back. | Sales → Your records | With an outcome noted: 75% (likely 63–84%) (calculated) | **weak** |";
    assert!(markdown.contains(row), "{markdown}");
    assert_eq!(html, reported(EXAMPLE, Format::Html), "the same bytes");
}

#[test]
fn what_works_what_is_missing_and_what_nobody_knows_differ() {
    let markdown = |answers: &str| reported(answers, Format::Markdown);
    let open = markdown("answers.cl_d2c.value = 4\nanswers.cl_t2d.value = 0");
    assert!(open.contains("## The loop is open in one place: responses"), "{open}");
    for line in [
        "    p0 ==>|\"topics#58; works\"| p1",
        "    p1 -.->|\"media#58; not known yet\"| p2",
        "    p2 -.->|\"responses#58; missing\"| p0",
    ] {
        assert!(open.contains(line), "{line}\n{open}");
    }
    // A rate counts as working from where its finding is silent: 79 of 100 is weak, 80 is not.
    let tagged = |number: u32| {
        format!("answers.cl_d2c.value = 4\nanswers.cl_handed.value = 100\nanswers.cl_tagged.value = {number}")
    };
    assert!(markdown(&tagged(79)).contains("outcomes#58; weak"), "{}", markdown(&tagged(79)));
    assert!(markdown(&tagged(80)).contains("outcomes#58; works"), "{}", markdown(&tagged(80)));
    // The rules are used, but whether anybody answers in time is not known: neither is the flow.
    let rules = markdown("answers.cl_d2c.value = 4\nanswers.cl_t2d.value = 3\nanswers.cl_rule.value = 4");
    assert!(
        rules.contains("enquiries#58; not known yet") && rules.contains("## What is known of the loop works"),
        "{rules}"
    );
    // Without an agreed time no rate applies, and the rules alone tell.
    let without = markdown("answers.cl_d2c.value = 4\nanswers.cl_sla.value = 0\nanswers.cl_rule.value = 4");
    assert!(without.contains("enquiries#58; works"), "{without}");
}

#[test]
fn one_flow_is_no_loop() {
    let html = reported("answers.cl_d2c.value = 4", Format::Html);
    assert!(!html.contains("f-place\"") && !html.contains("The loop is"), "{html}");
}
