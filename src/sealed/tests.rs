use super::*;

/// A key that is made quickly.
fn key(passphrase: &str) -> Key {
    Key::made_with(&Secret::passphrase(passphrase), 4).unwrap()
}

const PLAIN: &[u8] = b"format = 1\n[client]\nname = \"Brightwater\"\n";

#[test]
fn what_is_sealed_opens_with_its_passphrase_alone() {
    let sealed = key("correct horse").seal(PLAIN).unwrap();
    assert!(is_sealed(&sealed) && !is_sealed(PLAIN));
    assert_eq!(opens_with(&sealed), Ok(OpensWith::Passphrase));
    assert!(!sealed.windows(11).any(|part| part == b"Brightwater"));
    let opened = Key::of(&sealed, &Secret::passphrase("correct horse")).unwrap();
    assert_eq!(opened.open(&sealed).as_deref(), Ok(PLAIN));
    assert_eq!(Key::of(&sealed, &Secret::passphrase("wrong horse")), Err(SealError::WrongPassphrase));
    let (file, _) = Secret::new_key_file();
    assert_eq!(Key::of(&sealed, &file), Err(SealError::NeedsPassphrase));
    assert_eq!(key("correct horse").open(&sealed), Err(SealError::Locked), "another key of the same passphrase");
}

#[test]
fn a_key_file_opens_what_was_sealed_for_it() {
    let (secret, text) = Secret::new_key_file();
    let text = age::secrecy::ExposeSecret::expose_secret(&text).to_owned();
    let sealed = Key::made(&secret).unwrap().seal(PLAIN).unwrap();
    assert_eq!(opens_with(&sealed), Ok(OpensWith::KeyFile));
    let read = Secret::of_key_file(&text).unwrap();
    assert_eq!(Key::of(&sealed, &read).unwrap().open(&sealed).as_deref(), Ok(PLAIN));
    assert_eq!(Key::of(&sealed, &Secret::new_key_file().0), Err(SealError::WrongKeyFile));
    assert_eq!(Key::of(&sealed, &Secret::passphrase("any")), Err(SealError::NeedsKeyFile));
    assert!(Secret::of_key_file("nothing of the kind").is_none());
    assert_eq!(format!("{secret:?} {:?}", key("a")), "KeyFile(…) Key(…)", "nothing is told by accident");
}

#[test]
fn a_save_keeps_the_key_block_and_changes_the_rest() {
    let key = key("a");
    let (one, other) = (key.seal(PLAIN).unwrap(), key.seal(PLAIN).unwrap());
    assert_ne!(one, other);
    assert_eq!(Blocks::of(&one).unwrap().key, Blocks::of(&other).unwrap().key);
    assert!(key.belongs_to(&other));
    remember(&key);
    assert_eq!(known(&other), Some(key.clone()));
    assert_eq!(known(&self::key("a").seal(PLAIN).unwrap()), None);
    // git on Windows changes line ends
    let carried = String::from_utf8(one).unwrap().replace('\n', "\r\n").into_bytes();
    assert_eq!(key.open(&carried).as_deref(), Ok(PLAIN));
}

#[test]
fn one_byte_more_or_less_is_noticed() {
    let key = key("a");
    let sealed = key.seal(PLAIN).unwrap();
    let content = sealed.windows(10).rposition(|part| part == b"-----BEGIN").unwrap();
    for at in content..sealed.len() - 40 {
        let mut changed = sealed.clone();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        assert!(key.open(&changed).is_err(), "byte {at}");
        assert!(key.open(&sealed[..at]).is_err(), "cut at {at}");
    }
    assert_eq!(Blocks::of(b"-----BEGIN AGE ENCRYPTED FILE-----\nhalf"), Err(SealError::Damaged));
    let one = Blocks::of(&sealed).unwrap().key;
    assert_eq!(Blocks::of(one.as_bytes()), Err(SealError::NotOurs));
}

#[test]
fn a_file_that_asks_for_all_memory_is_refused() {
    let key = Key::made_with(&Secret::passphrase("a"), 2).unwrap();
    let sealed = String::from_utf8(key.seal(PLAIN).unwrap()).unwrap();
    let block = Blocks::of(sealed.as_bytes()).unwrap().key;
    let body: String = block.lines().filter(|line| !line.starts_with("-----")).collect();
    use base64::Engine;
    let bytes = base64::engine::general_purpose::STANDARD.decode(body).unwrap();
    let at = bytes.windows(3).position(|part| part == b" 2\n").unwrap();
    let costly = [&bytes[..at], b" 40\n", &bytes[at + 3..]].concat();
    let armored = base64::engine::general_purpose::STANDARD.encode(costly);
    let lines: Vec<String> = armored.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into()).collect();
    let hostile = sealed.replace(&block, &format!("{BEGIN}\n{}\n{END}\n", lines.join("\n")));
    assert_eq!(Key::of(hostile.as_bytes(), &Secret::passphrase("a")), Err(SealError::TooCostly));
}
