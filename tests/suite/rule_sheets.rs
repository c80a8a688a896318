//! The rules of the closed loop: proposed, changed in the interview, printed on one page to be signed, handed over as a table.

use gapwise::assessment::{Assessment, Mode};
use gapwise::report::{Audience, Format, ReportOptions, render_rules, rule_sheets};

use crate::adding::{SIZES, of, sit};
use crate::commands::Home;
use crate::systems::selection;

fn sheets(assessment: &Assessment) -> Vec<gapwise::report::RuleSheet> {
    rule_sheets(&selection(&["closed-loop"]).questionnaires[0], assessment)
}

#[test]
fn what_is_proposed_is_taken_by_one_key_and_changed() {
    let proposed = sheets(&of("closed-loop", Mode::Consultant));
    let ids: Vec<(&str, usize, bool)> =
        proposed.iter().map(|sheet| (sheet.id.as_str(), sheet.rows.len(), sheet.proposed)).collect();
    assert_eq!(ids, [("cl_handover_rules", 5, true), ("cl_outcomes", 10, true)]);

    // Taken, then the time of the first outcome changed: three cells to the right, typed over.
    let sat = sit(of("closed-loop", Mode::Consultant), "/cl_tags<enter>yi<tab><tab><tab>1 day<enter>", (80, 24));
    let saved = sat.saved.last().expect("it was saved");
    let agreed = &sheets(saved)[1];
    assert!(!agreed.proposed);
    assert_eq!(agreed.rows.len(), 10);
    assert_eq!(agreed.rows[0], ["Contacted, interested", "Arrange a conversation", "Sales", "1 day"]);
    assert!(sheets(saved)[0].proposed, "the other sheet is still a proposal");

    let undone = sit(of("closed-loop", Mode::Consultant), "/cl_tags<enter>yz", (80, 24));
    assert!(undone.interview.assessment().value("cl_tags").is_none());
    let none = sit(of("closed-loop", Mode::Consultant), "/cl_tags<enter>0/cl_tags<enter>", (80, 24));
    assert!(none.interview.usual_rows().is_empty(), "what has been answered is proposed no more");
}

#[test]
fn the_rules_hold_what_was_agreed() {
    let rule = |sat: &Assessment| sheets(sat)[0].rows[3][1].clone();
    for (keys, said) in [
        ("", "Within ……, and noted."),
        ("/cl_sla<enter>5<enter><esc>", "Within 5 days, and noted."),
        ("/cl_sla<enter>0<enter><esc>", "Within ……, and noted."),
    ] {
        let sat = sit(of("closed-loop", Mode::Consultant), keys, (80, 24));
        assert_eq!(rule(sat.interview.assessment()).replace('\u{a0}', " "), said, "{keys}");
        // What is taken from there is the same.
        let taken = sit(of("closed-loop", Mode::Consultant), &format!("{keys}/cl_rules<enter>y"), (80, 24));
        assert_eq!(rule(taken.interview.assessment()).replace('\u{a0}', " "), said, "{keys}");
    }
}

#[test]
fn the_screens_are_as_they_were() {
    for (at, size) in SIZES.into_iter().enumerate() {
        let asked = sit(of("closed-loop", Mode::Consultant), "/cl_tags<enter>", size).screen;
        insta::assert_snapshot!(format!("rules_asked_{at}"), asked);
        let taken = sit(of("closed-loop", Mode::SelfAssessment), "/cl_rules<enter>y", size).screen;
        insta::assert_snapshot!(format!("rules_taken_{at}"), taken);
        let rates = "/cl_sla<enter>5<enter>60<enter>30<enter>50<enter>45<enter><esc>F";
        let loop_ = sit(of("closed-loop", Mode::Consultant), rates, size).screen;
        insta::assert_snapshot!(format!("loop_{at}"), loop_);
    }
}

#[test]
fn small_numbers_are_said_to_be_small() {
    let keys = "/cl_sla<enter>5<enter>6<enter>3<enter><esc>F";
    let screen = sit(of("closed-loop", Mode::Consultant), keys, (100, 40)).screen;
    // Wilson, 3 of 6: 50%, and anything from 18.8 to 81.2
    assert!(screen.contains("50%   somewhere in 18.8–81.2%"), "{screen}");
}

#[test]
fn one_page_is_signed_by_all_three() {
    let mut assessment = of("closed-loop", Mode::Consultant);
    assessment.client.name = "<b>Kettle</b> & Sons".to_owned();
    let options = ReportOptions::new(Audience::Client, Format::Html);
    let page = render_rules(&assessment, &sheets(&assessment), "Closed loop", &options).expect("it renders");
    for part in [
        "<h1>Closed loop: what we agree on</h1>",
        "A proposal. Change what does not fit before anyone signs.",
        "<div><dt>Leadership</dt><dd>Name</dd><dd>Signature</dd><dd>Date</dd></div>",
        "<dt>Sales</dt>",
        "<dt>Marketing</dt>",
        "<td data-label=\"Outcome\">Could not be reached</td>",
        "&lt;b&gt;Kettle",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("<b>") && !page.contains("<script"), "client text is escaped");
    let options = ReportOptions::new(Audience::Client, Format::Markdown);
    let page = render_rules(&assessment, &sheets(&assessment), "Closed loop", &options).expect("it renders");
    insta::assert_snapshot!("rules.md", page);
}

#[test]
fn the_command_writes_page_and_table_and_overwrites_nothing() {
    let home = Home::new();
    let answers = "[[answers.cl_tags.value]]\noutcome = \"=1+1\"\nnext = \"Call, then write\"\nowner = \"Ada\"\n";
    let head = "format = 1\nquestionnaires = [\"closed-loop@1.0.0\"]\ndate = 2026-11-22\n";
    home.write("assessments/loop.toml", format!("{head}{answers}"));
    let table = home.run(&["sheet", "loop", "--rules", "cl_outcomes", "--format", "csv", "--out", "-"]).done();
    let expected = "\u{feff}Outcome,Next step,Looked after by,Due\r\n'=1+1,\"Call, then write\",Ada,\r\n";
    assert_eq!(table.out, expected, "no cell is a formula");
    let page = home.run(&["sheet", "loop", "--rules"]).done();
    assert!(page.out.ends_with("loop-closed-loop-rules.html\n"), "{}", page.out);
    assert!(home.read("assessments/loop-closed-loop-rules.html").contains("Call, then write"));
    home.run(&["sheet", "loop", "--rules"]).failed(1, &["exists already"]);
    home.run(&["sheet", "loop", "--rules", "cl_outcome"]).failed(2, &["Did you mean 'cl_outcomes'?"]);
    home.run(&["sheet", "loop", "--rules", "--format", "csv"]).failed(2, &["cl_handover_rules, cl_outcomes"]);
    home.run(&["sheet", "loop", "--rules", "--goal", "x"]).failed(2, &["cannot be used with"]);
    home.write("assessments/core.toml", head.replace("closed-loop", "gap-analysis"));
    home.run(&["sheet", "core", "--rules"]).failed(1, &["there are no rules in gap-analysis"]);
}
