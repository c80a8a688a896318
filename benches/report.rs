//! Rendering of a report, by format: from an evaluated assessment to its text, words read and templates parsed included, as
//! each run of `gapwise report` does it; and Jinja2 in the same run, with the very same templates and context
//! (`benches/peers/report_jinja.py` says what is equal and what is not).
//!
//! Jinja2 is handed the finished context. So there are two ratios: to the whole report, where Gapwise's making of that
//! context (words, tables, pictures) and its escaping for Markdown count against Gapwise; and engine to engine, both
//! with parsed templates and escaping for HTML.
//!
//! The templates of the HTML report draw their pictures with Tera's components, which Jinja2 does not know: no ratio there.
//!
//! `GAPWISE_BENCH_PYTHON` names a Python that has Jinja2; without one those columns stay empty.

#[allow(dead_code)]
#[path = "../tests/suite/shared.rs"]
mod shared;
#[allow(dead_code)]
#[path = "../tests/suite/three.rs"]
mod three;

use std::error::Error;
use std::hint::black_box;
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use gapwise::assessment::Assessment;
use gapwise::evaluation::evaluate;
use gapwise::report::{Audience, Format, Paper, ReportOptions, built_in_template, docx, pdf, render, sandbox};
use serde_json::Value;
use tera::{Context, Tera};

/// How often everything is done.
const TIMES: usize = 41;

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::args().nth(1).is_some_and(|one| one == sandbox::SUBCOMMAND) {
        return hand_back();
    }
    println!("medians of {TIMES} renderings, ms");
    println!(
        "{:<34} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "", "report", "Jinja2", "ratio", "engine", "Jinja2", "ratio"
    );
    for (name, assessment) in [("Brightwater", shared::brightwater()), ("everything answered", three::everything())] {
        for (format, audience, of) in [
            (Format::Markdown, Audience::Client, "md, client"),
            (Format::Markdown, Audience::Internal, "md, internal"),
            (Format::Html, Audience::Client, "html, client"),
            (Format::Html, Audience::Internal, "html, internal"),
            (Format::Email, Audience::Client, "email"),
        ] {
            line(&format!("{name}, {of}"), &assessment, ReportOptions::new(audience, format))?;
        }
    }
    println!("\nmade from the finished page: medians, ms, and as a multiple of rendering that page");
    for (name, assessment) in [("Brightwater", shared::brightwater()), ("everything answered", three::everything())] {
        files(name, &assessment)?;
    }
    Ok(())
}

/// The two formats that are made from the HTML page: by our own writer, and by a browser where one is installed.
fn files(name: &str, assessment: &Assessment) -> Result<(), Box<dyn Error>> {
    let options = ReportOptions::new(Audience::Client, Format::Html);
    let selection = shared::core();
    let evaluation = evaluate(&selection, assessment);
    let page = render(&selection, assessment, &evaluation, &options)?;
    let whole = median(TIMES, || drop(black_box(render(&selection, assessment, &evaluation, &options))));
    let written = median(9, || drop(black_box(docx::from_html(&page, Paper::A4))));
    println!("{:<34} {written:>8.1} {:>7.1}×", format!("{name}, docx"), written / whole);
    match pdf::find(None) {
        Ok(browser) => {
            let printed = median(3, || drop(black_box(pdf::print(&browser, &page))));
            println!(
                "{:<34} {printed:>8.1} {:>7.1}×  (the browser's start included)",
                format!("{name}, pdf"),
                printed / whole
            );
        }
        Err(_) => println!("{:<34}        –  no browser is installed", format!("{name}, pdf")),
    }
    Ok(())
}

fn line(name: &str, assessment: &Assessment, options: ReportOptions<'_>) -> Result<(), Box<dyn Error>> {
    let selection = shared::core();
    let evaluation = evaluate(&selection, assessment);
    let whole = median(TIMES, || drop(black_box(render(&selection, assessment, &evaluation, &options))));
    let mut job = job(assessment, options)?;
    let (engine, text) = engine(&job)?;
    job["rendered"] = text.into();
    print!("{name:<34} {whole:>8.2}");
    if options.format == Format::Html {
        println!(" {:>8} {:>8} {engine:>8.2}", "–", "");
        return Ok(());
    }
    match jinja(&job) {
        Ok((anew, once, same)) => {
            let (of_whole, of_engine) = (anew / whole, once / engine);
            let same = if same { "" } else { "  (texts differ)" };
            println!(" {anew:>8.2} {of_whole:>7.1}× {engine:>8.2} {once:>8.2} {of_engine:>7.1}×{same}");
        }
        Err(why) => println!(" {:>8} {:>8} {engine:>8.2}   no figure of Jinja2: {why}", "", ""),
    }
    Ok(())
}

/// The median time of doing something, in milliseconds.
fn median(often: usize, mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..often)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[often / 2]
}

/// The template engine alone: parsed templates, escaping for HTML whatever the format, as Jinja2 does it.
fn engine(job: &Value) -> Result<(f64, String), Box<dyn Error>> {
    let root = job["root"].as_str().unwrap_or_default();
    let ending = &root[root.rfind('.').unwrap_or_default()..];
    let files = job["files"].as_array().into_iter().flatten();
    let files = files.filter_map(|file| Some((file[0].as_str()?, file[1].as_str()?)));
    let mut tera = Tera::default();
    tera.set_fallback_prefixes(["builtin/"])?;
    tera.autoescape_on([".md", ".html", ".txt"]);
    tera.add_raw_templates(files.filter(|(name, _)| name.ends_with(ending)))?;
    let context = Context::from_serialize(&job["context"])?;
    let text = tera.render(root, &context)?;
    Ok((median(TIMES, || drop(black_box(tera.render(root, &context)))), text))
}

/// The same by Jinja2: templates parsed anew, parsed once, and whether the text is the same.
fn jinja(job: &Value) -> Result<(f64, f64, bool), Box<dyn Error>> {
    let python = std::env::var("GAPWISE_BENCH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/report_jinja.py");
    let mut child = Command::new(python)
        .args([script, &TIMES.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // a script that fails reads no more; what it said is what counts
        let _ = stdin.write_all(&serde_json::to_vec(job)?);
    }
    let done = child.wait_with_output()?;
    let (said, why) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    let mut lines = said.lines();
    let mut number = || lines.next()?.parse::<f64>().ok();
    match (number(), number(), number()) {
        (Some(anew), Some(once), Some(same)) => Ok((anew * 1e3, once * 1e3, same > 0.0)),
        _ => Err(why.lines().last().unwrap_or("it said nothing").into()),
    }
}

/// Templates and context as the report hands them to whoever renders them.
///
/// A person's own templates are rendered by a second Gapwise; here that is this file, which hands back what it got.
fn job(assessment: &Assessment, options: ReportOptions<'_>) -> Result<Value, Box<dyn Error>> {
    let own = tempfile::tempdir()?;
    std::fs::write(own.path().join("client.md"), built_in_template("client.md").unwrap_or_default())?;
    let program = std::env::current_exe()?;
    let handed = ReportOptions { templates: Some(own.path()), runner: Some(&program), ..options };
    let selection = shared::core();
    let mut text = render(&selection, assessment, &evaluate(&selection, assessment), &handed)?;
    // an e-mail's lines are wrapped
    text.retain(|c| !c.is_whitespace());
    Ok(serde_json::from_slice(&STANDARD.decode(text)?)?)
}

/// Started in place of Gapwise to render a template: hands the job back instead.
fn hand_back() -> Result<(), Box<dyn Error>> {
    let mut job = Vec::new();
    std::io::stdin().read_to_end(&mut job)?;
    let outcome: Result<String, String> = Ok(STANDARD.encode(job));
    Ok(serde_json::to_writer(std::io::stdout(), &outcome)?)
}
