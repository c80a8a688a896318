//! Choosing the file: a path that is typed and completed, beside the lists there are.

use std::path::is_separator;

use crate::interview::{Edit, Line, step};

use super::FoundFile;

/// A file being chosen.
#[derive(Debug, Clone, Default)]
pub struct FileChoice {
    /// What is typed.
    pub line: Line,
    /// What there is in the folder that is typed.
    pub files: Vec<FoundFile>,
    /// The one under the cursor, among those shown; nothing while what is typed counts.
    pub cursor: Option<usize>,
    /// Why the last one could not be read.
    pub trouble: Option<String>,
    /// Whether a list is being looked at.
    pub waits: bool,
}

/// What comes of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Chosen {
    /// It stays open.
    Stay,
    /// Another folder is typed.
    Find(String),
    /// That file.
    Take(String),
}

impl FileChoice {
    /// Begins with a path, perhaps an empty one.
    pub(super) fn new(path: &str) -> Self {
        Self { line: Line::new(path), ..Self::default() }
    }

    /// The folder that is typed, its last separator included; empty for the usual places.
    pub fn folder(&self) -> &str {
        split(self.line.text()).0
    }

    /// What there is to choose from: what is typed is part of its name.
    pub fn shown(&self) -> Vec<&FoundFile> {
        let typed = split(self.line.text()).1.to_lowercase();
        self.files.iter().filter(|file| split(trimmed(&file.path)).1.to_lowercase().contains(&typed)).collect()
    }

    /// Follows one edit.
    pub(super) fn edit(&mut self, edit: &Edit) -> Chosen {
        let shown = self.shown().len();
        match edit {
            Edit::Up | Edit::Down if shown > 0 => {
                self.cursor = step(self.cursor, shown, *edit == Edit::Down);
                Chosen::Stay
            }
            Edit::Up | Edit::Down | Edit::BackTab => Chosen::Stay,
            Edit::Tab => self.complete(),
            Edit::Enter => {
                let under = self.cursor.and_then(|at| self.shown().get(at).map(|&file| file.clone()));
                match under {
                    Some(file) if file.is_folder => self.retype(file.path),
                    Some(file) => {
                        self.line = Line::new(file.path.clone());
                        self.cursor = None;
                        Chosen::Take(file.path)
                    }
                    None if self.line.text().trim().is_empty() => Chosen::Stay,
                    None => Chosen::Take(self.line.text().trim().to_owned()),
                }
            }
            _ => {
                let before = self.folder().to_owned();
                self.line.edit(edit);
                (self.cursor, self.trouble) = (None, None);
                if self.folder() == before { Chosen::Stay } else { Chosen::Find(self.folder().to_owned()) }
            }
        }
    }

    /// Completes what is typed: by the one under the cursor, or as far as all that match agree.
    fn complete(&mut self) -> Chosen {
        let shown = self.shown();
        let under = self.cursor.and_then(|at| shown.get(at).copied());
        let typed = self.line.text().to_lowercase();
        let completed = match (under, shown.as_slice()) {
            (Some(file), _) => Some(file.path.clone()),
            (None, [file]) => Some(file.path.clone()),
            _ => {
                let begun: Vec<&str> = shown
                    .iter()
                    .map(|file| file.path.as_str())
                    .filter(|path| path.to_lowercase().starts_with(&typed))
                    .collect();
                common_start(&begun).filter(|start| start.len() > typed.len())
            }
        };
        completed.map_or(Chosen::Stay, |path| self.retype(path))
    }

    fn retype(&mut self, path: String) -> Chosen {
        let before = self.folder().to_owned();
        self.line = Line::new(path);
        (self.cursor, self.trouble) = (None, None);
        if self.folder() == before { Chosen::Stay } else { Chosen::Find(self.folder().to_owned()) }
    }
}

/// Folder and name of a path.
fn split(path: &str) -> (&str, &str) {
    path.split_at(path.rfind(is_separator).map_or(0, |at| at + 1))
}

fn trimmed(path: &str) -> &str {
    path.trim_end_matches(is_separator)
}

fn common_start(texts: &[&str]) -> Option<String> {
    let (first, rest) = texts.split_first()?;
    let same = |length: usize| rest.iter().all(|other| other.get(..length) == first.get(..length));
    let end = first.char_indices().map(|(at, one)| at + one.len_utf8()).take_while(|&end| same(end)).last()?;
    Some(first[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice() -> FileChoice {
        let file = |path: &str| FoundFile { path: path.into(), is_folder: path.ends_with('/'), bytes: 1 };
        let files = ["accounts-2025.csv", "accounts-2026.csv", "Exports/", "prospects.csv"].map(file).to_vec();
        FileChoice { files, ..FileChoice::new("") }
    }

    fn typed(choice: &mut FileChoice, text: &str) {
        choice.edit(&Edit::Insert(text.into()));
    }

    #[test]
    fn what_is_typed_is_completed_as_far_as_it_is_clear() {
        let mut one = choice();
        typed(&mut one, "acc");
        assert_eq!(one.shown().len(), 2);
        assert_eq!(one.edit(&Edit::Tab), Chosen::Stay);
        assert_eq!(one.line.text(), "accounts-202");
        typed(&mut one, "6");
        one.edit(&Edit::Tab);
        assert_eq!(one.line.text(), "accounts-2026.csv");
        assert_eq!(one.edit(&Edit::Enter), Chosen::Take("accounts-2026.csv".into()));
    }

    #[test]
    fn the_arrows_choose_and_a_folder_is_opened() {
        let mut one = choice();
        one.edit(&Edit::Down);
        one.edit(&Edit::Down);
        one.edit(&Edit::Down);
        assert_eq!(one.edit(&Edit::Enter), Chosen::Find("Exports/".into()));
        assert_eq!((one.line.text(), one.folder()), ("Exports/", "Exports/"));
        assert_eq!(one.edit(&Edit::EraseLine), Chosen::Find(String::new()));
        assert_eq!(one.edit(&Edit::Enter), Chosen::Stay, "nothing is chosen yet");
        one.edit(&Edit::Up);
        assert_eq!(one.edit(&Edit::Enter), Chosen::Take("prospects.csv".into()));
    }
}
