//! Following up: the file an assessment goes on from, those that go on from it, and a new one that does.
//!
//! `follows` holds a file's name. It is looked for beside the assessment, then in the folder of assessments; a path that
//! leads elsewhere is not read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;

use super::list::files;
use crate::assessment::{AccountList, Assessment, Goal, GoalStatus, OpenError, load};

/// The assessment that another one follows up on.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier {
    /// Its file.
    pub path: PathBuf,
    /// Its content, as the file has it.
    pub assessment: Assessment,
}

/// Why the earlier assessment cannot be had; the later one can be worked with all the same.
#[derive(Debug, thiserror::Error)]
pub enum EarlierError {
    /// There is no such file.
    #[error("the earlier assessment {name} is neither beside {} nor among the assessments", file.display())]
    Missing {
        /// The name that stands under `follows`.
        name: String,
        /// The file it stands in.
        file: PathBuf,
    },
    /// It is a path, not a name.
    #[error("'{name}', which {} follows, is not the name of a file", file.display())]
    Elsewhere {
        /// What stands under `follows`.
        name: String,
        /// The file it stands in.
        file: PathBuf,
    },
    /// It cannot be read.
    #[error("the earlier assessment cannot be used: {cause}")]
    Unusable {
        /// Why.
        cause: OpenError,
    },
    /// It goes on, over one or several files, from the very one that follows it.
    #[error("these assessments follow each other in a circle: {}", names.join(" → "))]
    Circle {
        /// The files' names, the first one again at the end.
        names: Vec<String>,
    },
}

impl EarlierError {
    /// What to do about it.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "Put it back beside the other one, or correct the line `follows`",
            Self::Elsewhere { .. } => "Write the name of a file in the same folder after `follows`",
            Self::Unusable { cause: OpenError::Locked { .. } } => {
                "Both would open together if they had one passphrase: `gapwise unlock` and `gapwise lock` give it that"
            }
            Self::Unusable { .. } => "`gapwise check` says what is wrong with it",
            Self::Circle { .. } => "Correct the line `follows` in one of them",
        }
    }
}

/// The assessment that `assessment`, read from `file`, follows up on; nothing when it follows none.
///
/// # Errors
/// When it is missing, cannot be read, or the files follow each other in a circle.
pub fn earlier(folder: &Path, file: &Path, assessment: &Assessment) -> Result<Option<Earlier>, EarlierError> {
    let Some(name) = &assessment.follows else { return Ok(None) };
    let found = read(folder, file, name)?;
    let mut chain = vec![file.to_owned(), found.path.clone()];
    let mut seen: BTreeSet<PathBuf> = BTreeSet::from([place(file)]);
    let mut at = found.clone();
    loop {
        if !seen.insert(place(&at.path)) {
            return Err(EarlierError::Circle { names: circle(&chain) });
        }
        // what is wrong further back does not concern this one
        let Some(next) = at.assessment.follows.as_ref().and_then(|name| read(folder, &at.path, name).ok()) else {
            return Ok(Some(found));
        };
        chain.push(next.path.clone());
        at = next;
    }
}

fn read(folder: &Path, file: &Path, name: &str) -> Result<Earlier, EarlierError> {
    let mut parts = Path::new(name).components();
    let (Some(Component::Normal(_)), None) = (parts.next(), parts.next()) else {
        return Err(EarlierError::Elsewhere { name: name.to_owned(), file: file.to_owned() });
    };
    let places = [file.parent().unwrap_or(Path::new("")).join(name), folder.join(name)];
    let Some(path) = places.into_iter().find(|path| path.exists()) else {
        return Err(EarlierError::Missing { name: name.to_owned(), file: file.to_owned() });
    };
    let (reading, _) = load(&path).map_err(|cause| EarlierError::Unusable { cause })?;
    Ok(Earlier { path, assessment: reading.assessment })
}

/// A path by which the same file is known again.
fn place(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// The names from the first file that comes twice to the same file again.
fn circle(chain: &[PathBuf]) -> Vec<String> {
    let last = chain.last().map(|path| place(path));
    let first = chain.iter().position(|path| Some(place(path)) == last).unwrap_or(0);
    chain[first..].iter().map(|path| name_of(path)).collect()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The assessments of a folder and of the file's own folder that follow up on a file, by date and path.
pub fn followers(folder: &Path, file: &Path) -> Vec<(Date, PathBuf)> {
    let own = place(file);
    let folders: BTreeSet<PathBuf> = [folder, own.parent().unwrap_or(folder)].into_iter().map(place).collect();
    let follows = |path: &PathBuf| {
        let (reading, _) = load(path).ok()?;
        let name = reading.assessment.follows.as_ref()?;
        let is_named = place(&path.with_file_name(name)) == own || place(&folder.join(name)) == own;
        is_named.then_some(reading.assessment.date)
    };
    let all = folders.iter().flat_map(|folder| files(folder)).filter(|path| place(path) != own);
    let mut found: Vec<_> = all.filter_map(|path| Some((follows(&path)?, path))).collect();
    found.sort();
    found
}

/// A new assessment of the same client: the same questionnaires without their versions, no answers, and the goals that were
/// agreed and are not over yet.
pub fn begin_follow_up(earlier: &Assessment, file_name: &str, date: Date) -> Assessment {
    let id = |reference: &String| reference.split_once('@').map_or(reference.as_str(), |(id, _)| id).to_owned();
    let mut follow_up = Assessment {
        locale: earlier.locale.clone(),
        currency: earlier.currency.clone(),
        follows: Some(file_name.to_owned()),
        client: earlier.client.clone(),
        consultant: earlier.consultant.clone(),
        accounts: AccountList { ranked: None, ..earlier.accounts.clone() },
        ..Assessment::new(earlier.questionnaires.iter().map(id).collect(), earlier.mode, date)
    };
    let carried: Vec<Goal> = earlier.goals.iter().filter(|goal| goal.status == GoalStatus::Agreed).cloned().collect();
    follow_up.set_goals(carried);
    follow_up
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, name: &str, follows: &str) -> PathBuf {
        let path = folder.join(name);
        let follows = if follows.is_empty() { String::new() } else { format!("follows = '{follows}'\n") };
        let text = format!("format = 1\nquestionnaires = [\"g@1\"]\ndate = 2026-11-22\n{follows}");
        fs::write(&path, text).unwrap();
        path
    }

    fn earlier_of(folder: &Path, path: &Path) -> Result<Option<Earlier>, EarlierError> {
        earlier(folder, path, &load(path).unwrap().0.assessment)
    }

    #[test]
    fn the_earlier_one_is_found_beside_it_or_among_the_assessments() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let first = write(folder.path(), "first.toml", "");
        let second = write(folder.path(), "second.toml", "first.toml");
        let away = write(elsewhere.path(), "away.toml", "first.toml");
        assert_eq!(earlier_of(folder.path(), &first).unwrap(), None);
        for path in [&second, &away] {
            assert_eq!(earlier_of(folder.path(), path).unwrap().unwrap().path, first);
        }
        assert_eq!(followers(folder.path(), &first), [(jiff::civil::date(2026, 11, 22), second)]);
    }

    #[test]
    fn what_cannot_be_had_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let missing = write(folder, "a.toml", "gone.toml");
        assert!(matches!(earlier_of(folder, &missing), Err(EarlierError::Missing { name, .. }) if name == "gone.toml"));
        for name in ["../a.toml", "/etc/passwd", "sub/a.toml", ".."] {
            let path = write(folder, "b.toml", name);
            assert!(matches!(earlier_of(folder, &path), Err(EarlierError::Elsewhere { .. })), "{name}");
        }
        fs::write(folder.join("broken.toml"), "= x").unwrap();
        let path = write(folder, "c.toml", "broken.toml");
        assert!(matches!(earlier_of(folder, &path), Err(EarlierError::Unusable { .. })));
    }

    #[test]
    fn circles_are_found_and_named() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let own = write(folder, "own.toml", "own.toml");
        let error = earlier_of(folder, &own).unwrap_err();
        assert!(error.to_string().ends_with("own.toml → own.toml"), "{error}");
        write(folder, "a.toml", "b.toml");
        write(folder, "b.toml", "c.toml");
        write(folder, "c.toml", "a.toml");
        let later = write(folder, "later.toml", "a.toml");
        let error = earlier_of(folder, &later).unwrap_err();
        assert!(error.to_string().ends_with("a.toml → b.toml → c.toml → a.toml"), "{error}");
    }
}
