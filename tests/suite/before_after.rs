//! Before and after in the report of a follow-up.

use super::commands::{BRIGHTWATER, Home};

const GOALS: &str = "\n[[goals]]\nmetric = \"enquiries\"\nwanted = 80\ndeadline = 2027-11-22\nowner = \"Sales\"\n\
    status = \"agreed\"\nagreed = 2026-11-22\nbaseline = 40\nlow = 43\nbase = 46\nhigh = 49\nplanned = 9.692\n\
    \n[[goals]]\nmetric = \"repurchase\"\nwanted = 60\ndeadline = 2027-11-22\nowner = \"Service\"\nstatus = \"agreed\"\n\
    agreed = 2026-11-22\nbaseline = 50\nlow = 51.5\nbase = 52.6\nhigh = 53.7\nplanned = 3.8\n";

/// The example, and what follows up on it four months later.
fn home() -> Home {
    let home = Home::new();
    home.write("assessments/first.toml", format!("{BRIGHTWATER}{GOALS}"));
    home.write("assessments/second.toml", later("first.toml"));
    home.run(&["set", "second", "ga_leads=150", "ga_icp=3", "ga_strategy=3", "ga_reply=26"]).done();
    home
}

fn later(follows: &str) -> String {
    let text = format!("{BRIGHTWATER}{GOALS}");
    text.replacen("date = 2026-11-22\n", &format!("date = 2027-03-24\nfollows = \"{follows}\"\n"), 1)
}

fn report(home: &Home, audience: &str, format: &str) -> String {
    home.run(&["report", "second", "--audience", audience, "--format", format, "--out", "-"]).done().out
}

/// The part of a Markdown report under the heading that begins like this.
fn part<'a>(report: &'a str, heading: &str) -> &'a str {
    let start = report.find(&format!("## {heading}")).unwrap_or_else(|| panic!("no {heading}\n{report}"));
    let rest = &report[start + 3..];
    &rest[..rest.find("\n## ").unwrap_or(rest.len())]
}

#[test]
fn the_client_reads_what_changed_and_what_did_not() {
    let home = home();
    let text = report(&home, "client", "md").replace('\u{a0}', " ");
    let part = part(&text, "Since 22 November 2026: two parts clearly higher");
    for wanted in [
        "22 November 2026 beside 24 March 2027, 122 days apart",
        // 34.0 and 48.3 points, 10 of 24 signs and a mark at the 8th
        "| Audience | `████████┃███············` | 34 | **48** | clearly higher |",
        "| Content | `█████████┃··············` | 38 | **38** | no clear change |",
        // 40 to 46, 50 now
        "| Enquiries a month | `┃███████████████████████` | 40 | 40 | 50 | 46 | reached |",
        "too early to tell",
        "what moves first tells how it goes: Follow-ups sent on time",
        // 2√(120 + 150) = 32.9
        "| Enquiries | 120 | 150 | not clear: within 32 |",
        "different seasons",
        "answered both times",
    ] {
        assert!(part.contains(wanted), "{wanted}\n{part}");
    }
    assert!(!part.contains("stated") && !part.contains("reported"), "evidence is the consultant's\n{part}");
    assert!(text.find("## Since").expect("there") > text.find("## Marketing mix").unwrap_or(0));
}

#[test]
fn the_drawing_has_words_and_the_contents_lead_to_it() {
    let home = home();
    let html = report(&home, "client", "html").replace('\u{a0}', " ");
    for wanted in [
        "<section class=\"before\" id=\"before\">",
        "href=\"#before\"",
        "<title>Audience: 34 then, 48 now, clearly higher</title>",
        "<title>Enquiries a month: from 40 to 46; 50 now, reached</title>",
        "<caption class=\"skip\">Scores of all parts, then and now</caption>",
    ] {
        assert!(html.contains(wanted), "{wanted}");
    }
}

#[test]
fn the_consultant_reads_more() {
    let home = home();
    let text = report(&home, "internal", "md").replace('\u{a0}', " ");
    let part = part(&text, "Since 22 November 2026");
    for wanted in ["### Points in full", "\\+14.3", "better, reported", "| stated |", "### Other numbers that changed"]
    {
        assert!(part.contains(wanted), "{wanted}\n{part}");
    }
}

#[test]
fn nothing_is_said_where_nothing_goes_before() {
    let home = home();
    let text = home.run(&["report", "first", "--format", "md", "--out", "-"]).done().out;
    assert!(!text.contains("Since 22"), "{text}");
}

#[test]
fn what_stands_in_the_way_is_the_consultants_to_know() {
    for (file, content, said) in [
        ("gone.toml", None, "was not found"),
        ("old.toml", Some(BRIGHTWATER.replace("gap-analysis@1.0.0", "gap-analysis@0.9.0")), "it was version 0"),
        ("broken.toml", Some("= x".to_owned()), "could not be read"),
        ("second.toml", None, "in a circle"),
        ("late.toml", Some(BRIGHTWATER.replacen("date = 2026-11-22", "date = 2028-01-01", 1)), "after this one"),
    ] {
        let home = Home::new();
        home.write("assessments/second.toml", later(file));
        if let Some(content) = content {
            home.write(&format!("assessments/{file}"), content);
        }
        let client = report(&home, "client", "md");
        let alone = {
            home.write("assessments/second.toml", later(file).replace(&format!("follows = \"{file}\"\n"), ""));
            let alone = report(&home, "client", "md");
            home.write("assessments/second.toml", later(file));
            alone
        };
        assert_eq!(client, alone, "{file}: the client's report is as if nothing went before");
        let internal = report(&home, "internal", "md").replace('\\', "");
        assert!(internal.contains(said), "{file}: {internal}");
        assert!(!internal.contains(&*home.path("assessments").to_string_lossy()), "{file}: no places of files");
    }
}

#[test]
fn a_follow_up_without_answers_says_what_is_known_of_the_goals() {
    let home = Home::new();
    home.write("assessments/first.toml", format!("{BRIGHTWATER}{GOALS}"));
    let path = home.run(&["follow-up", "first", "--date", "2027-03-24"]).done().out;
    let path = path.trim();
    let client = home.run(&["report", path, "--format", "md", "--out", "-"]).done().out;
    assert!(!client.contains("Since 22"), "nothing was answered yet\n{client}");
    let internal = home.run(&["report", path, "--audience", "internal", "--format", "md", "--out", "-"]).done().out;
    assert!(internal.contains("not known"), "{internal}");
}

#[test]
fn a_self_assessment_can_follow_up_too() {
    let home = home();
    for name in ["first", "second"] {
        let file = format!("assessments/{name}.toml");
        home.write(&file, home.read(&file).replace("mode = \"consultant\"", "mode = \"self\""));
    }
    let text = report(&home, "client", "md").replace('\u{a0}', " ");
    assert!(text.contains("## Since 22 November 2026"), "{text}");
}

#[test]
fn the_email_says_what_moved_clearly_or_that_it_is_too_early() {
    let home = home();
    let said = |home: &Home| report(home, "client", "email").replace(['\u{a0}', '\n'], " ");
    let letter = said(&home);
    let since = "Since 22 November 2026 audience and strategy stand clearly higher, and the goal for enquiries a month is \
                 reached.";
    assert!(letter.contains(since), "{letter}");
    // as they were: nothing has moved, and a goal's effect cannot show yet
    home.write("assessments/second.toml", later("first.toml"));
    home.run(&["set", "second", "ga_icp=1"]).done();
    let letter = said(&home);
    assert!(letter.contains("For a clear change since 22 November 2026 it is still too early"), "{letter}");
    home.write("assessments/second.toml", BRIGHTWATER);
    assert!(!said(&home).contains("ince 22 November 2026"), "without an earlier assessment nothing is compared");
}

#[test]
fn a_goal_agreed_before_says_where_it_stands_today() {
    let home = home();
    let text = report(&home, "client", "md").replace('\u{a0}', " ");
    for wanted in [
        "46 enquiries a month by 22 November 2027 was agreed; today it is 50 enquiries a month",
        "Agreed on 22 November 2026: from 40 to 46 enquiries a month by 22 November 2027, with a likely range of 43–49. \
         Today it is 50 enquiries a month.",
    ] {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
    assert!(!text.contains("From 40 today"), "{text}");
}
