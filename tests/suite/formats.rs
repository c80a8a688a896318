//! Reports as files: e-mail, DOCX, PDF, whose they are, and what becomes of files that cannot be written.

use std::fs;

use crate::commands::Home;

/// A logo that is one.
const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 10\"><rect width=\"40\" height=\"10\" fill=\"#123456\"/></svg>";

fn report(home: &Home, more: &[&str]) -> String {
    let run = home.run(&[&["report", "brightwater", "--out", "-"], more].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

#[test]
fn the_email_is_half_a_page_in_the_consultants_voice() {
    let home = Home::with_brightwater();
    let text = report(&home, &["--format", "email"]);
    insta::assert_snapshot!("email", text);
    assert!(text.lines().count() <= 34 && text.lines().all(|line| line.chars().count() <= 72), "{text}");
    let internal = home.run(&["report", "brightwater", "--format", "email", "--audience", "internal"]);
    assert_eq!(internal.code, 2, "{}", internal.err);
}

#[test]
fn what_the_client_was_going_to_send_is_named() {
    let home = Home::with_brightwater();
    let path = home.path("assessments/brightwater.toml");
    let text = fs::read_to_string(&path).unwrap();
    let owed = "[answers.ga_gap_days]\nstatus = \"owed\"\nwho = \"bookkeeper\"\nby = 2026-11-29\n";
    fs::write(&path, text.replace("[answers.ga_gap_days]\nstatus = \"unknown\"\n", owed)).unwrap();
    let text = report(&home, &["--format", "email"]);
    assert!(
        text.contains("You were going to send:") && text.contains("(bookkeeper), by 29\u{a0}November 2026"),
        "{text}"
    );
}

#[test]
fn the_same_report_is_the_same_docx() {
    let home = Home::with_brightwater();
    let write = |name: &str| {
        let out = home.path(name);
        let run = home.run(&["report", "brightwater", "--out", out.to_str().unwrap()]);
        assert_eq!(run.code, 0, "{}", run.err);
        fs::read(out).unwrap()
    };
    let first = write("one.docx");
    assert!(first.starts_with(b"PK") && first == write("two.docx"));
    let text = String::from_utf8_lossy(&first);
    for part in
        ["word/document.xml", "word/styles.xml", "word/header1.xml", "Heading2", "<w:tbl>", "<w:drawing>", "descr=\""]
    {
        assert!(text.contains(part), "{part} is missing");
    }
    assert!(text.contains("Fewer customers are returning than before") && text.contains("rIdImage1"));
}

#[test]
fn the_firm_is_on_the_report() {
    let home = Home::with_brightwater();
    home.write("logo.svg", LOGO);
    home.write(
        "config.toml",
        "[brand]\nfirm = \"Hollis & Reed\"\nlogo = \"logo.svg\"\naccent = \"#7a1fa2\"\nfont = \"Georgia\"\nfooter = \"Quay 4\"\nlegal = \"No. 123\"\n",
    );
    let page = report(&home, &[]);
    for part in
        ["--accent: #7a1fa2", "\"Georgia\"", "<p>Quay 4</p>", "No. 123", "img-src data:", "alt=\"Hollis &amp; Reed\""]
    {
        assert!(page.contains(part), "{part} is missing");
    }
    // the policy still knows the one style element
    let (_, sheet) = page.split_once("<style>").unwrap();
    let (sheet, _) = sheet.split_once("</style>").unwrap();
    let hash = {
        use base64::Engine;
        use sha2::Digest;
        base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(sheet.as_bytes()))
    };
    assert!(
        page.contains(&format!("sha256-{hash}").replace('/', "&#x2F;")) || page.contains(&format!("sha256-{hash}"))
    );
    assert!(report(&home, &["--format", "md"]).trim_end().ends_with("No. 123"));
}

#[test]
fn a_logo_that_is_none_is_said_and_the_report_is_made() {
    let home = Home::with_brightwater();
    home.write("logo.png", "not a picture");
    home.write("config.toml", "[brand]\nlogo = \"logo.png\"\naccent = \"#ffee00\"\n");
    let run = home.run(&["report", "brightwater", "--out", "-"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("</html>") && !run.out.contains("<img"));
    assert!(run.err.contains("neither an SVG nor a PNG") && run.err.contains("needs 4.5"), "{}", run.err);
    let check = home.run(&["check"]);
    assert!(check.code == 0 && check.out.contains("config.toml:2:8"), "{}", check.out);
}

#[test]
fn a_report_takes_its_place_as_a_whole_or_not_at_all() {
    let home = Home::with_brightwater();
    let old = home.write("old.html", "the old one");
    let broken = home.write("report-templates/client.html", "{% if %}");
    let run = home.run(&["report", "brightwater", "--out", old.to_str().unwrap()]);
    assert_eq!((run.code, fs::read_to_string(&old).unwrap().as_str()), (1, "the old one"));
    assert!(run.err.contains("report-templates/client.html:1:"), "{}", run.err);
    fs::remove_file(broken).unwrap();

    let missing = home.path("nowhere/x.html");
    let run = home.run(&["report", "brightwater", "--out", missing.to_str().unwrap()]);
    assert!(run.code == 1 && run.err.contains("there is no folder") && run.err.contains("nowhere"), "{}", run.err);
    let folder = home.path("assessments");
    let run = home.run(&["report", "brightwater", "--out", folder.to_str().unwrap()]);
    assert!(run.code == 1 && run.err.contains("is a folder"), "{}", run.err);
}

#[test]
fn what_was_there_is_replaced_whole() {
    let home = Home::with_brightwater();
    for (name, end) in [("old.html", "</html>"), ("old.md", "from Gap analysis 1.0.0.")] {
        let old = home.write(name, "what was there before ".repeat(50_000));
        let run = home.run(&["report", "brightwater", "--out", old.to_str().unwrap()]);
        assert_eq!(run.code, 0, "{}", run.err);
        let now = fs::read_to_string(&old).unwrap();
        assert!(now.trim_end().ends_with(end) && !now.contains("what was there before"), "{name}");
    }
    let left: Vec<_> = fs::read_dir(home.path("")).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn where_nobody_may_write_it_is_said_and_nothing_is_left() {
    let home = Home::with_brightwater();
    // even the administrator cannot write here
    for (out, format) in [("/proc/report.html", "html"), ("/proc/report.docx", "docx"), ("/proc/report.txt", "email")] {
        let run = home.run(&["report", "brightwater", "--format", format, "--out", out]);
        assert!(run.code == 1 && run.err.contains(out), "{}", run.err);
        assert!(!run.err.contains("panicked") && run.out.is_empty(), "{}{}", run.out, run.err);
    }
}

#[test]
fn without_a_browser_it_is_said_what_to_do() {
    let home = Home::with_brightwater();
    home.write("config.toml", "[report]\nbrowser = \"/nowhere/chromium\"\n");
    let out = home.path("x.pdf");
    let run = home.run(&["report", "brightwater", "--out", out.to_str().unwrap()]);
    assert!(run.code == 1 && run.err.contains("there is no browser at /nowhere/chromium"), "{}", run.err);
    assert!(!out.exists());
}

#[test]
fn a_pdf_is_whole_tagged_and_on_the_right_paper() {
    if gapwise::report::pdf::find(None).is_err() {
        eprintln!("no browser is installed: PDF is not tried");
        return;
    }
    let home = Home::with_brightwater();
    let out = home.path("x.pdf");
    let run = home.run(&["report", "brightwater", "--out", out.to_str().unwrap(), "--paper", "letter"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let text = String::from_utf8_lossy(&fs::read(&out).unwrap()).into_owned();
    for part in ["%PDF-", "/MarkInfo", "/Outlines", "/StructTreeRoot", "0 0 612 792", "%%EOF"] {
        assert!(text.contains(part), "{part} is missing");
    }
}
