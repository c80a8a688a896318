use std::fs;

use jiff::civil::date;

use super::*;
use crate::assessment::{Change, Mode, Value};

fn assessment() -> Assessment {
    Assessment::new(vec!["g@1".into()], Mode::Consultant, date(2026, 11, 22))
}

fn answered(mut it: Assessment, number: f64) -> Assessment {
    it.record("a", Change::value(Value::Number(number)), "2026-11-22T09:14:03Z".parse().unwrap());
    it
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_is_saved_is_there_when_opened_again() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("deep/er/a.toml");
    let mut file = AssessmentFile::create(&path, &assessment(), FileOrder::default()).unwrap();
    let wanted = answered(assessment(), 7.0);
    assert!(file.save(&wanted).unwrap());
    assert!(!file.save(&wanted).unwrap(), "nothing new, nothing written");
    let bytes = fs::read(&path).unwrap();
    drop(file);
    assert_eq!(names(path.parent().unwrap()), ["a.toml"], "neither lock nor temporary file is left");
    let mut file = AssessmentFile::open(&path).unwrap();
    assert_eq!(file.assessment(), &wanted);
    file.save(&answered(wanted.clone(), 8.0)).unwrap();
    file.save(&wanted).unwrap();
    assert_eq!(fs::read(&path).unwrap(), bytes, "the same content gives the same bytes");
}

#[cfg(unix)]
#[test]
fn files_and_folders_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("data/a.toml");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let mut file = AssessmentFile::create(&path, &assessment(), FileOrder::default()).unwrap();
    file.save(&answered(assessment(), 1.0)).unwrap();
    assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    file.save(&answered(assessment(), 2.0)).unwrap();
    assert_eq!(mode(&path), 0o640, "a person's own choice stays");
}

#[test]
fn a_second_one_may_only_read() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.toml");
    let first = AssessmentFile::create(&path, &assessment(), FileOrder::default()).unwrap();
    let mut second = AssessmentFile::open(&path).unwrap();
    assert!(second.read_only().unwrap().contains("another Gapwise"));
    assert!(matches!(second.save(&answered(assessment(), 1.0)), Err(SaveError::ReadOnly { .. })));
    drop((first, second));
    assert!(AssessmentFile::open(&path).unwrap().read_only().is_none());
}

#[test]
fn what_someone_else_wrote_is_never_overwritten() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.toml");
    let mut file = AssessmentFile::create(&path, &assessment(), FileOrder::default()).unwrap();
    fs::write(&path, "mine").unwrap();
    assert!(matches!(file.save(&answered(assessment(), 1.0)), Err(SaveError::ChangedOnDisk { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    fs::remove_file(&path).unwrap();
    assert!(file.save(&answered(assessment(), 1.0)).unwrap(), "a deleted file is written again");
    drop(file);
    assert!(matches!(
        AssessmentFile::create(&path, &assessment(), FileOrder::default()),
        Err(SaveError::Exists { .. })
    ));
}

#[test]
fn a_failed_save_changes_nothing_and_can_be_repeated() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("folder/a.toml");
    let mut file = AssessmentFile::create(&path, &assessment(), FileOrder::default()).unwrap();
    let away = home.path().join("away");
    fs::rename(home.path().join("folder"), &away).unwrap();
    let wanted = answered(assessment(), 1.0);
    assert!(matches!(file.save(&wanted), Err(SaveError::Failed { .. })));
    assert_eq!(file.assessment(), &assessment());
    fs::rename(&away, home.path().join("folder")).unwrap();
    assert!(file.save(&wanted).unwrap());
}

#[test]
fn leftovers_of_a_killed_save_are_removed_a_day_after() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.toml");
    drop(AssessmentFile::create(&path, &assessment(), FileOrder::default()).unwrap());
    let old = home.path().join(".a.toml.Xy1z.gapwise-tmp");
    fs::write(&old, "half").unwrap();
    fs::write(home.path().join(".a.toml.Xy2z.gapwise-tmp"), "of today").unwrap();
    let days_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * 24 * 3600);
    fs::File::options().write(true).open(&old).unwrap().set_modified(days_ago).unwrap();
    fs::write(home.path().join(".b.toml.Xy1z.gapwise-tmp"), "another's").unwrap();
    drop(AssessmentFile::open(&path).unwrap());
    assert_eq!(names(home.path()), [".a.toml.Xy2z.gapwise-tmp", ".b.toml.Xy1z.gapwise-tmp", "a.toml"]);
}

#[test]
fn marks_and_line_ends_are_given_back() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.toml");
    let text = "\u{feff}format = 1\r\nquestionnaires = [\"g@1\"]\r\ndate = 2026-11-22\r\n";
    fs::write(&path, text).unwrap();
    let mut file = AssessmentFile::open(&path).unwrap();
    file.save(&answered(file.assessment().clone(), 1.0)).unwrap();
    let saved = fs::read_to_string(&path).unwrap();
    assert!(saved.starts_with(text), "{saved:?}");
    assert_eq!(saved.matches('\n').count(), saved.matches("\r\n").count());
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let home = tempfile::tempdir().unwrap();
    let (path, link) = (home.path().join("a.toml"), home.path().join("link.toml"));
    drop(AssessmentFile::create(&path, &assessment(), FileOrder::default()).unwrap());
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let mut file = AssessmentFile::open(&link).unwrap();
    file.save(&answered(assessment(), 1.0)).unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(load(&path).unwrap().0.assessment.answers.len(), 1);
}

#[test]
fn what_is_no_assessment_is_refused_in_a_line() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.toml");
    fs::write(&path, b"format = 1\n\xff").unwrap();
    assert!(matches!(load(&path), Err(OpenError::NotText { at: 12, .. })));
    fs::write(&path, vec![b'#'; 9 * 1024 * 1024]).unwrap();
    assert!(matches!(load(&path), Err(OpenError::TooLarge { .. })));
    assert!(matches!(load(home.path()), Err(OpenError::Folder { .. })));
    assert!(matches!(load(Path::new("/dev/null")), Err(OpenError::NotAFile { .. })));
    assert!(matches!(load(&home.path().join("none.toml")), Err(OpenError::Unreadable { .. })));
}
