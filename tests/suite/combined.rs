//! Six questionnaires in one assessment: one summary across, then a part for each.

use gapwise::assessment::Assessment;
use gapwise::evaluation::evaluate;
use gapwise::questionnaire::Library;
use gapwise::report::{Audience, Format, ReportOptions, render};

use crate::shared::brightwater;
use crate::systems::given;

/// The example of the core with the worked examples of the other five.
pub fn all_six() -> Assessment {
    let mut all = brightwater();
    let others = [
        ("quick-check", crate::quick_check::EXAMPLE),
        ("pipeline", crate::pipeline::EXAMPLE),
        ("hourglass", crate::hourglass::EXAMPLE),
        ("accounts", crate::accounts_profile::EXAMPLE),
        ("closed-loop", crate::closed_loop::EXAMPLE),
    ];
    for (id, answers) in others {
        all.questionnaires.push(format!("{id}@1.0.0"));
        all.answers.extend(given(id, answers).answers);
    }
    all
}

/// The report of an assessment of built-in questionnaires.
pub fn report(assessment: &Assessment, audience: Audience, format: Format) -> String {
    let selection = Library::builtin().select(&assessment.questionnaires).expect("they are built in");
    let evaluation = evaluate(&selection, assessment);
    render(&selection, assessment, &evaluation, &ReportOptions::new(audience, format)).expect("it is rendered")
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn all_six_read_like_this() {
    insta::assert_snapshot!("all_six.md", report(&all_six(), Audience::Client, Format::Markdown));
}

#[test]
fn one_summary_across_then_a_part_for_each() {
    let text = plain(&report(&all_six(), Audience::Client, Format::Markdown));
    let titles = [
        "Gap analysis",
        "Quick check",
        "Six-C pipeline",
        "Marketing hourglass",
        "Ideal customer and accounts",
        "Closed loop",
    ];
    let places: Vec<_> = titles.map(|title| text.find(&format!("\n## {title}\n")).expect(title)).into();
    assert!(places.is_sorted(), "{places:?}");
    assert!(text.starts_with("# Marketing in six parts · Brightwater Coffee Systems\n"));
    // the summary has a line for each
    for title in titles {
        assert!(text[..places[0]].contains(&format!("| {title} |")), "{title} on the first page");
    }
    // the key gaps come from three questionnaires: the answer that hurts, the lowest part, the first foundation
    for gap in ["Gap analysis: Repeat purchase", "Marketing hourglass: Flow", "Closed loop: Handover"] {
        assert!(text[..places[0]].contains(gap), "{gap}");
    }
}

#[test]
fn each_part_has_what_only_it_can_tell() {
    let text = plain(&report(&all_six(), Audience::Client, Format::Markdown));
    let lines = [
        // 240 ÷ 900 against 330 ÷ 980: a fall of 20.8%
        "- The weakest step: **From connection to conversation**, it fell most against the period before (calculated)",
        "| Conversation | 240 | 330 | 27 | 34 | −21 |",
        // 1500 ÷ 900
        "| Connection | 1,000 | 500 | 1,500 | 1\\.67 | 20 |",
        // 6 and 12 of 30, Wilson 95%
        "- Won, from marketing: **20% (likely 10–37%)** (calculated)",
        "- Won, from anywhere else: **40% (likely 25–58%)** (calculated)",
        "### Whether origin makes a difference: no clear difference",
        "- Answered in time: **50% (likely 38–62%)** (calculated)",
        "- Use of what sales can take on: **120%** (calculated)",
        // 30 ÷ 3 weeks
        "| writing offers | 3 | yes | 30 | 10 | 156 |",
        "- **What becomes of enquiries:** Never",
        "- How soon a person replies to an enquiry is not known yet.",
    ];
    for line in lines {
        assert!(text.lines().any(|one| one == line), "{line}");
    }
    for nonsense in ["Two entries", "One entry", "8 in all", "(hours) |", "3: usually", "1 figures"] {
        assert!(!text.contains(nonsense), "{nonsense}");
    }
}

#[test]
fn the_quick_check_alone_says_nothing_of_parts() {
    let check = given("quick-check", crate::quick_check::EXAMPLE);
    let text = plain(&report(&check, Audience::Client, Format::Markdown));
    assert!(!text.contains("Each part is scored") && text.contains("The quick check is scored as a whole"));
    assert!(text.contains("## Three answers show where to look next"));
    assert!(text.contains("What a fuller look often finds"));
    assert!(!text.contains("figure is not known yet"), "an answer of the quick check is no figure to be recorded");
}

#[test]
fn a_questionnaire_that_was_not_begun_has_no_part() {
    let mut assessment = brightwater();
    assessment.questionnaires.push("closed-loop@1.0.0".to_owned());
    let text = plain(&report(&assessment, Audience::Client, Format::Markdown));
    assert!(!text.contains("\n## Closed loop\n") && text.contains("\n## Gap analysis\n"));
    assert!(
        text.contains("| Closed loop | `────────────────────────` | Too little is known yet for a score |"),
        "{text}"
    );
}
