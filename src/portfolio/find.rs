//! Finds an assessment by its path or by a part of its client's name.

use std::path::{Path, PathBuf};

use super::list::files;
use crate::assessment::{OpenError, load};
use crate::problem::nearest;

/// Why an assessment was not found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// There is no such file and no such client.
    #[error("no assessment '{wanted}' was found: it is neither a file nor a part of a client's name")]
    NotFound {
        /// What was wanted.
        wanted: String,
        /// A client with a similar name.
        nearest: Option<String>,
    },
    /// Several clients have that in their name.
    #[error("'{wanted}' fits several assessments: {}", list(candidates))]
    Ambiguous {
        /// What was wanted.
        wanted: String,
        /// Their clients and files.
        candidates: Vec<(String, PathBuf)>,
    },
}

fn list(candidates: &[(String, PathBuf)]) -> String {
    let lines = candidates.iter().map(|(client, path)| format!("\n  {client}  {}", path.display()));
    lines.collect()
}

impl FindError {
    /// What to do about it.
    pub fn remedy(&self) -> String {
        match self {
            Self::NotFound { nearest: Some(near), .. } => {
                format!("Did you mean '{near}'? `gapwise list` shows the assessments there are")
            }
            Self::NotFound { .. } => "`gapwise list` shows the assessments there are".to_owned(),
            Self::Ambiguous { .. } => "Write more of the name, or the path".to_owned(),
        }
    }
}

/// The file of an assessment: a path, a file's name in the folder, or a unique part of a client's name.
///
/// # Errors
/// When nothing fits, or several do.
pub fn find(folder: &Path, wanted: &str) -> Result<PathBuf, FindError> {
    let path = Path::new(wanted);
    if path.exists() {
        return Ok(path.to_owned());
    }
    let not_found = |nearest| FindError::NotFound { wanted: wanted.to_owned(), nearest };
    let is_a_path = path.components().count() != 1;
    if is_a_path || wanted.trim().is_empty() {
        return Err(not_found(None));
    }
    let files = files(folder);
    let named = |path: &&PathBuf| {
        path.file_name().is_some_and(|name| name == wanted) || path.file_stem().is_some_and(|stem| stem == wanted)
    };
    if let Some(path) = files.iter().find(named) {
        return Ok(path.clone());
    }
    let client = |path: &PathBuf| match load(path) {
        Ok((reading, _)) => Some((reading.assessment.client.name, path.clone())),
        // Of one that is locked only the file's name can be read.
        Err(OpenError::Locked { .. }) => Some((path.file_stem()?.to_string_lossy().into_owned(), path.clone())),
        Err(_) => None,
    };
    let clients: Vec<(String, PathBuf)> = files.iter().filter_map(client).collect();
    let part = wanted.to_lowercase();
    let mut candidates: Vec<_> =
        clients.iter().filter(|(name, _)| name.to_lowercase().contains(&part)).cloned().collect();
    match candidates.len() {
        0 => Err(not_found(nearest(wanted, clients.iter().map(|(name, _)| name.as_str())).map(str::to_owned))),
        1 => Ok(candidates.swap_remove(0).1),
        _ => Err(FindError::Ambiguous { wanted: wanted.to_owned(), candidates }),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (file, client) in [("a.toml", "Brightwater Coffee"), ("b.toml", "Bright Minds"), ("c.toml", "Ölmühle")] {
            let text =
                format!("format = 1\nquestionnaires = [\"g@1\"]\ndate = 2026-11-22\n[client]\nname = \"{client}\"\n");
            fs::write(folder.path().join(file), text).unwrap();
        }
        fs::write(folder.path().join("broken.toml"), "= bright").unwrap();
        folder
    }

    #[test]
    fn a_name_a_part_or_a_path_leads_to_the_file() {
        let folder = folder();
        let path = folder.path().join("a.toml");
        for (wanted, file) in
            [("coffee", "a.toml"), ("MINDS", "b.toml"), ("ölm", "c.toml"), ("b", "b.toml"), ("broken", "broken.toml")]
        {
            assert_eq!(find(folder.path(), wanted), Ok(folder.path().join(file)), "{wanted}");
        }
        assert_eq!(find(folder.path(), path.to_str().unwrap()), Ok(path));
    }

    #[test]
    fn what_is_not_clear_is_asked_about() {
        let folder = folder();
        let error = find(folder.path(), "bright").unwrap_err();
        assert!(matches!(&error, FindError::Ambiguous { candidates, .. } if candidates.len() == 2));
        assert!(error.to_string().contains("Bright Minds  "));
        let error = find(folder.path(), "Brihgtwater Coffee").unwrap_err();
        assert!(error.remedy().contains("Did you mean 'Brightwater Coffee'?"));
        assert!(matches!(find(folder.path(), "no/such.toml"), Err(FindError::NotFound { .. })));
        assert!(matches!(find(folder.path(), ""), Err(FindError::NotFound { .. })));
    }
}
