//! Built-in templates, and a person's own over them.

use std::path::Path;

use include_dir::{Dir, include_dir};
use serde::Serialize;
use serde_json::Value;

use super::brand::Brand;
use super::hidden::marked;
use super::job::{Job, Markup, PREFIX};
use super::names::Source;
use super::outline::Outline;
use super::style::{self, RunningHead};
use super::words::Words;
use super::{ReportError, ReportOptions, letter, sandbox};

/// The templates that are part of the program.
static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/report-templates");

/// The style sheet's name; it is no template.
const STYLE: &str = "style.css";

/// The outline's name.
const OUTLINE: &str = "outline.toml";

/// The page that says what templates may print.
const REFERENCE: &str = "CONTEXT.md";

/// Templates, words and outline, a person's own laid over the built-in ones.
pub(super) struct Templates {
    files: Vec<(String, String)>,
    /// Whether a person's own files hold more than words and colours.
    has_own_code: bool,
    css: String,
    pub(super) words: Words,
    pub(super) outline: Outline,
}

impl Templates {
    /// Loads the built-in templates and those of a folder over them.
    pub(super) fn load(folder: Option<&Path>, locale: &str) -> Result<Self, ReportError> {
        let mut files = Vec::new();
        built_in(&BUILT_IN, &mut files);
        let own = folder.map(own_files).transpose()?.unwrap_or_default();
        let find = |name: &str| {
            own.iter().find(|(one, _)| one == name).map(|(_, text)| (name.to_owned(), text.as_str())).or_else(|| {
                let text = BUILT_IN.get_file(name)?.contents_utf8()?;
                Some((format!("{PREFIX}{name}"), text))
            })
        };
        let css = find(STYLE).map(|(_, text)| text.to_owned()).unwrap_or_default();
        let outline = find(OUTLINE).unwrap_or_default();
        let outline = parse(&outline.0, outline.1)?;

        let mut base = toml::Table::new();
        let languages = ["en", locale.split('-').next().unwrap_or(locale), locale];
        let mut words = None;
        for name in languages.map(|language| format!("words.{language}.toml")) {
            let built_in = BUILT_IN.get_file(&name).and_then(|file| file.contents_utf8());
            let mine = own.iter().find(|(one, _)| *one == name).map(|(_, text)| text.as_str());
            for (file, text) in [(format!("{PREFIX}{name}"), built_in), (name.clone(), mine)] {
                let Some(text) = text else { continue };
                let laid = Words::layered(base, parse(&file, text)?);
                base = laid.table().clone();
                words = Some(laid);
            }
        }
        let words = words.unwrap_or_else(|| Words::layered(toml::Table::new(), toml::Table::new()));
        let built_in = files.len();
        files.extend(own.into_iter().filter(|(name, _)| is_template(name)));
        Ok(Self { has_own_code: files.len() > built_in, files, css, words, outline })
    }

    /// The templates' texts by their names, without the prefix of built-in ones.
    pub(super) fn sources(&self) -> Vec<Source<'_>> {
        let files = self.files.iter();
        files
            .map(|(file, text)| match file.strip_prefix(PREFIX) {
                Some(name) => Source { name, text, is_own: false },
                None => Source { name: file, text, is_own: true },
            })
            .collect()
    }

    /// Renders one template of a view.
    pub(super) fn render<V: Serialize>(
        &self,
        root: String,
        options: &ReportOptions,
        view: &V,
        running: &RunningHead,
    ) -> Result<String, ReportError> {
        let markup = Markup::of(options.format);
        let failed = |error: serde_json::Error| ReportError::Templates { reason: error.to_string() };
        let mut context = serde_json::to_value(view).map_err(failed)?;
        if let Value::Object(context) = &mut context {
            context.insert("w".to_owned(), serde_json::to_value(self.words.table()).map_err(failed)?);
            let brand = options.brand.map(Brand::shown).cloned().unwrap_or_default();
            context.insert("brand".to_owned(), marked(&brand).map_err(failed)?);
            if markup == Markup::Html {
                let css = format!("{}{}", self.css, options.brand.map(Brand::css).unwrap_or_default());
                let sheet = style::sheet(&css, running, options.paper);
                let policy = style::policy(&sheet, options.brand.is_some_and(Brand::has_logo));
                context.insert("policy".to_owned(), policy.into());
                context.insert("style".to_owned(), sheet.into());
            }
        }
        let known = |root: &str| self.files.iter().any(|(file, _)| file.strip_prefix(PREFIX).unwrap_or(file) == root);
        if !known(&root) {
            return Err(ReportError::NoTemplate { name: root });
        }
        let job = Job { files: self.files.clone(), root, markup, context };
        let rendered = match options.runner.filter(|_| self.has_own_code) {
            Some(program) => sandbox::run(program, &job)?,
            None => job.run()?,
        };
        Ok(match markup {
            Markup::Html => rendered,
            Markup::Markdown => tidied(&rendered),
            Markup::Plain => letter::wrapped(&rendered),
        })
    }
}

/// Every file a report is made from, by name, and whether it is a person's own.
pub(super) fn files(folder: Option<&Path>) -> Result<Vec<(String, bool)>, ReportError> {
    let mut names: std::collections::BTreeMap<String, bool> = std::collections::BTreeMap::new();
    let mut pending = vec![&BUILT_IN];
    while let Some(dir) = pending.pop() {
        pending.extend(dir.dirs());
        names.extend(dir.files().filter_map(|file| Some((file.path().to_str()?.to_owned(), false))));
    }
    let own = folder.map(own_files).transpose()?.unwrap_or_default();
    names.extend(own.into_iter().map(|(name, _)| (name, true)));
    Ok(names.into_iter().collect())
}

/// The text of a built-in file.
pub(super) fn built_in_text(name: &str) -> Option<&'static str> {
    BUILT_IN.get_file(name)?.contents_utf8()
}

/// Built-in templates under their prefix.
fn built_in(dir: &Dir<'static>, files: &mut Vec<(String, String)>) {
    for file in dir.files() {
        if let (Some(name), Some(text)) = (file.path().to_str(), file.contents_utf8())
            && is_template(name)
        {
            files.push((format!("{PREFIX}{name}"), text.to_owned()));
        }
    }
    for inner in dir.dirs() {
        built_in(inner, files);
    }
}

/// The largest file of a person's own folder, in bytes: thirty times the largest that the program carries.
const LARGEST: u64 = 1024 * 1024;

fn is_template(name: &str) -> bool {
    // the page about the context speaks of templates and is none
    name != REFERENCE && [".html", ".md", ".txt"].iter().any(|ending| name.ends_with(ending))
}

/// The files of a person's folder and of its `parts`, by their names relative to it, in order.
fn own_files(folder: &Path) -> Result<Vec<(String, String)>, ReportError> {
    let mut files = Vec::new();
    let home = folder.canonicalize().map_err(|source| ReportError::Read { path: folder.to_owned(), source })?;
    for (inner, prefix) in [(folder.to_owned(), ""), (folder.join("parts"), "parts/")] {
        if !prefix.is_empty() && !inner.is_dir() {
            continue;
        }
        let read = |source| ReportError::Read { path: inner.clone(), source };
        for entry in std::fs::read_dir(&inner).map_err(read)? {
            let path = entry.map_err(read)?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            let wanted = is_template(name) || [".toml", ".css"].iter().any(|end| name.ends_with(end));
            if wanted && path.is_file() {
                // what a report prints comes from this folder, whatever a link in it says
                if !path.canonicalize().is_ok_and(|real| real.starts_with(&home)) {
                    return Err(ReportError::Outside { path });
                }
                let size = path.metadata().map_err(|source| ReportError::Read { path: path.clone(), source })?.len();
                if size > LARGEST {
                    return Err(ReportError::TooLarge { path });
                }
                let text = std::fs::read_to_string(&path)
                    .map_err(|source| ReportError::Read { path: path.clone(), source })?;
                files.push((format!("{prefix}{name}"), text));
            }
        }
    }
    files.sort();
    Ok(files)
}

fn parse<T: serde::de::DeserializeOwned>(file: &str, text: &str) -> Result<T, ReportError> {
    let read = crate::toml_text::refuse_crowd(text).map_or_else(|| toml::from_str(text), Err);
    read.map_err(|error| {
        let source = crate::problem::Source::new(file, text);
        let (line, column) = source.line_and_column(error.span().map_or(0, |span| span.start));
        ReportError::Words { file: file.to_owned(), line, column, reason: error.message().to_owned() }
    })
}

/// Markdown without trailing spaces and with single empty lines, however a template's tags left them.
fn tidied(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 1;
    for line in text.lines().map(str::trim_end) {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
