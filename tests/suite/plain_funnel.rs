//! The funnel in words: after the table of stages, and whenever it is asked for.

use std::io::Cursor;

use gapwise::assessment::{Assessment, Mode};
use gapwise::interview::Interview;
use gapwise::plain;
use jiff::civil::date;

use super::adding::of;
use super::journey::TestDesk;
use super::systems::selection;

fn talk(assessment: Assessment, questionnaire: &str, lines: &str) -> String {
    let mut output = Vec::new();
    let interview = Interview::new(selection(&[questionnaire]), assessment, date(2026, 11, 22));
    plain::run(interview, &mut Cursor::new(lines.as_bytes()), &mut output, &mut TestDesk::default())
        .expect("no errors");
    String::from_utf8(output).expect("text").replace('\u{a0}', " ")
}

/// Down one column after the other, as the question says: people, the period before, cost to win, upkeep, days.
const COLUMNS: &str = "4000\n1200\n600\n150\n40\n30\n3600\n1200\n650\n180\n45\n8\n800\n600\n400\n900\n1200\n100\n\
    100\n100\n100\n100\n100\n20\n10\n12\n8\n20\n9\n\n";

#[test]
fn the_funnel_is_said_after_the_stages_and_on_demand() {
    // 1200 ÷ 4000 = 30%, 1200 ÷ 3600 = 33.3%, (600 + 100) ÷ 1200 = 0.58; connection fell by a tenth, more than any other step.
    let line = "Connection: 1,200, 30% of the stage before, 33.3% in the period before, 10 days after the stage before, \
        €0.58 each, the weakest step.";
    for (mode, whose) in [(Mode::Consultant, "consultant"), (Mode::SelfAssessment, "self")] {
        let said = talk(of("pipeline", mode), "pipeline", &format!("/go pl_stages\n{COLUMNS}/quit\n"));
        assert_eq!(said.matches(line).count(), 1, "{whose}\n{said}");
        assert!(said.contains("Contact: 4,000, €0.23 each."), "{said}");
        assert!(said.contains("The weakest step is from contact to connection"), "{said}");
        let again = talk(of("pipeline", mode), "pipeline", &format!("/go pl_stages\n{COLUMNS}/funnel\n/quit\n"));
        assert_eq!(again.matches(line).count(), 2, "{whose}\n{again}");
    }
}

#[test]
fn without_stages_it_says_what_is_missing() {
    let said = talk(of("pipeline", Mode::Consultant), "pipeline", "?\n/funnel\n/quit\n");
    assert!(said.contains("/funnel says how many"), "the help names it: {said}");
    assert!(said.contains("two stages that are counted are enough"), "{said}");
    let core = talk(of("gap-analysis", Mode::Consultant), "gap-analysis", "?\n/funnel\n/quit\n");
    assert!(!core.contains("/funnel says how many") && core.contains("the pipeline does"), "{core}");
    // Walking through the table without a change says nothing anew.
    let passed = talk(of("pipeline", Mode::Consultant), "pipeline", "/go pl_stages\n/done\n/quit\n");
    assert!(!passed.contains("two stages that are counted"), "{passed}");
}

#[test]
fn the_quick_check_ends_in_its_picture() {
    // Choices 1 to 4 again and again, the reply not known: as in the example of the domain, by other places.
    let lines = "1\n2\n3\n4\n1\n2\n3\n4\n1\n/unknown\n3\n4\n/quit\n";
    let said = talk(of("quick-check", Mode::SelfAssessment), "quick-check", lines);
    // (0 + 33 + 67 + 100) × 2 + 0 + 67 + 100 = 567, ÷ 11 = 51.5; of twelve, 567 ÷ 12 = 47.3 to 667 ÷ 12 = 55.6, answers being guesses.
    let (_, end) = said.split_once("That was the last question").expect("the end");
    for part in [
        "52 of 100, organised, possible: ",
        "Where to look first:\n1. One current list: ",
        "A first step: ",
        "Not known yet: ",
    ] {
        assert!(end.contains(part), "{part}\n{said}");
    }
    let begun = talk(of("quick-check", Mode::SelfAssessment), "quick-check", "?\n1\n/score\n/quit\n");
    assert!(
        begun.contains("/score says how it looks") && begun.contains("Too little is answered yet for a score."),
        "{begun}"
    );
    let rates = "/go cl_sla\n5\n6\n3\n/score\n/quit\n";
    let loop_ = talk(of("closed-loop", Mode::Consultant), "closed-loop", rates);
    // Wilson, 3 of 6.
    assert!(loop_.contains("Answered in time: 50%, somewhere in 18.8–81.2%"), "{loop_}");
}
