//! Where assessments, settings, own questionnaires and own templates live.

use std::path::{Path, PathBuf};

/// The environment variable that puts everything under one folder.
pub const HOME_VARIABLE: &str = "GAPWISE_HOME";

/// The folders Gapwise uses; none of them need exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Assessments, one file each.
    pub assessments: PathBuf,
    /// Questionnaires of one's own, and own assumptions and benchmarks.
    pub questionnaires: PathBuf,
    /// Report templates of one's own.
    pub templates: PathBuf,
    /// Settings.
    pub config: PathBuf,
    /// Logs.
    pub state: PathBuf,
}

/// There is no folder to put anything.
#[derive(Debug, thiserror::Error)]
#[error("no home folder was found; set {HOME_VARIABLE} to a folder of your choice")]
pub struct NoHome;

impl Places {
    /// The folders of this person: under `GAPWISE_HOME` when it is set, otherwise where the system wants them.
    ///
    /// # Errors
    /// When the system names no home folder.
    pub fn find() -> Result<Self, NoHome> {
        if let Some(home) = std::env::var_os(HOME_VARIABLE).filter(|home| !home.is_empty()) {
            let home = std::path::absolute(&home).map_err(|_| NoHome)?;
            return Ok(Self::under(&home));
        }
        let system = directories::ProjectDirs::from("", "", "gapwise").ok_or(NoHome)?;
        let config = system.config_dir();
        Ok(Self {
            assessments: system.data_dir().join("assessments"),
            questionnaires: config.join("questionnaires"),
            templates: config.join("report-templates"),
            config: config.to_owned(),
            state: system.state_dir().unwrap_or_else(|| system.data_local_dir()).to_owned(),
        })
    }

    /// The folders under one.
    pub fn under(home: &Path) -> Self {
        Self {
            assessments: home.join("assessments"),
            questionnaires: home.join("questionnaires"),
            templates: home.join("report-templates"),
            config: home.to_owned(),
            state: home.join("state"),
        }
    }
}
