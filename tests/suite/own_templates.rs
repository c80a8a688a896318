//! A person's own templates: copies, other names, and what goes wrong in them.

use std::fs;
use std::time::{Duration, Instant};

use crate::commands::Home;

#[test]
fn a_copy_is_used_from_then_on_and_never_overwritten() {
    let home = Home::with_brightwater();
    let run = home.run(&["templates", "copy", "parts/told.md"]);
    let copy = home.path("report-templates/parts/told.md");
    assert_eq!((run.code, run.out.trim()), (0, copy.to_str().unwrap()));
    fs::write(&copy, "OURS\n").unwrap();
    let run = home.run(&["templates", "copy", "parts/told.md"]);
    assert!(run.code == 1 && run.err.contains("is left as it is"), "{}", run.err);
    assert_eq!(fs::read_to_string(&copy).unwrap(), "OURS\n");
    let report = home.run(&["report", "brightwater", "--format", "md", "--out", "-"]);
    assert!(report.out.contains("OURS") && !report.out.contains("In your own words"), "{}", report.err);
}

#[test]
fn a_copy_under_another_name_is_asked_for_by_it() {
    let home = Home::with_brightwater();
    assert_eq!(home.run(&["templates", "copy", "client.md", "--as", "board.md"]).code, 0);
    fs::write(home.path("report-templates/board.md"), "For the board of {{ client }}\n").unwrap();
    let run = home.run(&["report", "brightwater", "--format", "md", "--template", "board", "--out", "-"]);
    assert_eq!(run.out, "For the board of Brightwater Coffee Systems\n", "{}", run.err);
    let run = home.run(&["report", "brightwater", "--template", "board", "--out", "-"]);
    assert!(run.code == 1 && run.err.contains("there is no template board.html"), "{}", run.err);
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    let home = Home::with_brightwater();
    for name in ["../x.md", "/tmp/x.md", "parts/../x.md", ".x.md", "a/b.md", "x.html", ""] {
        let run = home.run(&["templates", "copy", "client.md", "--as", name]);
        assert_eq!(run.code, 2, "{name}: {}", run.err);
    }
    let run = home.run(&["templates", "copy", "clint.md"]);
    assert!(run.code == 1 && run.err.contains("Did you mean 'client.md'?"), "{}", run.err);
    assert!(!home.path("report-templates").exists());
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let home = Home::with_brightwater();
    let cases = [
        ("{{ client }}\n\n  {% for x in %}", "client.md:3:"),
        ("{{ cliant }}", "client.md:1:4"),
        ("{% include \"parts/none.md\" %}", "none.md"),
        ("{{ summary.scor }}", "client.md:1:"),
    ];
    for (text, place) in cases {
        home.write("report-templates/client.md", text);
        let out = home.path("x.md");
        let run = home.run(&["report", "brightwater", "--out", out.to_str().unwrap()]);
        assert!(run.code == 1 && run.err.contains(place), "{text}: {}", run.err);
        assert!(!out.exists(), "{text}");
        let check = home.run(&["check"]);
        assert!(check.code == 3 && check.out.contains("client.md"), "{text}: {}", check.out);
    }
}

#[test]
fn a_template_that_never_ends_is_ended() {
    let home = Home::with_brightwater();
    let endless = "{% for a in range(end=30000) %}{% for b in range(end=30000) %}{% for c in range(end=30000) %}{% endfor %}{% endfor %}{% endfor %}";
    home.write("report-templates/client.md", endless);
    let start = Instant::now();
    let run = home.run(&["report", "brightwater", "--format", "md", "--out", "-"]);
    assert!(run.code == 1 && run.err.contains("was not done after 5 seconds"), "{}", run.err);
    assert!(start.elapsed() < Duration::from_secs(60) && run.out.is_empty());
}

#[test]
#[cfg(target_os = "linux")]
fn a_template_that_grows_for_ever_is_ended() {
    let home = Home::with_brightwater();
    let growing =
        "{% set_global t = \"0123456789\" %}{% for a in range(end=60) %}{% set_global t = t ~ t %}{% endfor %}{{ t }}";
    home.write("report-templates/client.md", growing);
    let run = home.run(&["report", "brightwater", "--format", "md", "--out", "-"]);
    assert!(run.code == 1 && run.err.contains("more than 256 MB"), "{}", run.err);
}
