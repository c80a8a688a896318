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
fn pages_of_rules_are_checked_like_reports() {
    let home = Home::with_brightwater();
    // a name that is none, and what only shows when a page is rendered
    home.write("report-templates/rules.html", "{{ title }}\n{{ cliant }}");
    home.write("report-templates/rules.md", "{% for sheet in sheets %}\n{{ sheet.rows[99][0] }}{% endfor %}");
    let run = home.run(&["check", home.path("report-templates").to_str().unwrap()]);
    for place in ["rules.html:2:4", "rules.md:2:4"] {
        assert!(run.code == 3 && run.out.contains(place), "{place}: {}{}", run.out, run.err);
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

#[test]
fn the_check_ends_too_when_a_template_does_not() {
    let home = Home::with_brightwater();
    let endless = "{% for a in range(end=30000) %}{% for b in range(end=30000) %}{% for c in range(end=30000) %}{% endfor %}{% endfor %}{% endfor %}";
    home.write("report-templates/client.md", endless);
    let start = Instant::now();
    let run = home.run(&["check"]);
    assert!(run.code == 3 && run.out.contains("was not done after 5 seconds"), "{}{}", run.out, run.err);
    assert!(start.elapsed() < Duration::from_secs(90));
}

#[test]
#[cfg(target_os = "linux")]
fn the_check_ends_too_when_a_template_grows_for_ever() {
    let home = Home::with_brightwater();
    let growing =
        "{% set_global t = \"0123456789\" %}{% for a in range(end=60) %}{% set_global t = t ~ t %}{% endfor %}{{ t }}";
    home.write("report-templates/client.md", growing);
    let run = home.run(&["check"]);
    assert!(run.code == 3 && run.out.contains("more than 256 MB"), "{}{}", run.out, run.err);
}

#[test]
#[cfg(unix)]
fn links_that_lead_out_of_their_folder_are_refused() {
    use std::os::unix::fs::symlink;
    let home = Home::with_brightwater();
    let secret = home.write("elsewhere/secret.md", "SECRET");
    fs::create_dir_all(home.path("report-templates")).unwrap();
    symlink(&secret, home.path("report-templates/client.md")).unwrap();
    for command in [&["report", "brightwater", "--format", "md", "--out", "-"][..], &["check"], &["templates"]] {
        let run = home.run(command);
        assert!(run.code != 0 && !run.out.contains("SECRET"), "{command:?}: {}", run.out);
        assert!(format!("{}{}", run.out, run.err).contains("leads out of the folder"), "{command:?}: {}", run.err);
    }
    // a link inside the folder stays one
    fs::remove_file(home.path("report-templates/client.md")).unwrap();
    home.write("report-templates/ours.md", "OURS");
    symlink(home.path("report-templates/ours.md"), home.path("report-templates/client.md")).unwrap();
    let run = home.run(&["report", "brightwater", "--format", "md", "--out", "-"]);
    assert_eq!(run.out, "OURS\n", "{}", run.err);
    // and the same for the whole folder of parts
    symlink(home.path("elsewhere"), home.path("report-templates/parts")).unwrap();
    let run = home.run(&["report", "brightwater", "--format", "md", "--out", "-"]);
    assert!(run.code == 1 && run.err.contains("leads out of the folder"), "{}", run.err);
}

#[test]
#[cfg(unix)]
fn a_logo_from_elsewhere_is_left_out_and_said() {
    let home = Home::with_brightwater();
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 1\"><rect width=\"4\" height=\"1\"/></svg>";
    let outside = tempfile::tempdir().unwrap();
    let path = outside.path().join("logo.svg");
    fs::write(&path, logo).unwrap();
    std::os::unix::fs::symlink(&path, home.path("link.svg")).unwrap();
    for given in [path.to_str().unwrap(), "link.svg"] {
        home.write("config.toml", format!("[brand]\nlogo = \"{given}\"\n"));
        let run = home.run(&["report", "brightwater", "--out", "-"]);
        assert!(run.code == 0 && !run.out.contains("<img"), "{given}");
        assert!(run.err.contains("lies outside the settings' folder"), "{given}: {}", run.err);
    }
    home.write("logo.svg", logo);
    home.write("config.toml", "[brand]\nlogo = \"logo.svg\"\n");
    assert!(home.run(&["report", "brightwater", "--out", "-"]).out.contains("<img"));
}

#[test]
fn an_unknown_name_is_told_wherever_it_stands_with_the_nearest() {
    let home = Home::with_brightwater();
    // rendering would never come by either of them
    home.write("report-templates/client.md", "{{ title }}\n{% if not client %}\n  {{ cliant }}{% endif %}\n");
    home.write("report-templates/parts/told.html", "{% if not client %}{{ told.quote }}{% endif %}");
    home.write("report-templates/parts/tolt.md", "never printed");
    let run = home.run(&["check"]);
    assert_eq!(run.code, 3, "{}{}", run.out, run.err);
    for said in [
        "client.md:3:6",
        "there is no name 'cliant' here",
        "Did you mean 'client'?",
        "parts/told.html:1:28",
        "'told' has no name 'quote'",
        "Did you mean 'quotes'?",
        "parts/tolt.md:1:1",
        "no template includes this file",
        "2 errors, 1 warning",
    ] {
        assert!(format!("{}{}", run.out, run.err).contains(said), "{said}: {}{}", run.out, run.err);
    }
    let whole = home.path("report-templates");
    let one = home.run(&["check", whole.to_str().unwrap()]);
    assert_eq!(one.out, run.out);
}

#[test]
fn copies_of_every_template_are_in_order() {
    let home = Home::with_brightwater();
    let listed = home.run(&["templates"]).out;
    let names = listed.lines().filter_map(|line| line.split_whitespace().next());
    for name in names.filter(|name| [".html", ".md", ".txt"].iter().any(|end| name.ends_with(end))) {
        assert_eq!(home.run(&["templates", "copy", name]).code, 0, "{name}");
    }
    let run = home.run(&["check"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
}

#[test]
fn the_page_of_names_is_printed() {
    let run = Home::new().run(&["templates", "context"]);
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("# What report templates may print") && run.out.contains("| `gaps` | list of"));
    assert_eq!(run.out, include_str!("../../report-templates/CONTEXT.md"));
}
