//! Locked assessments on the first screen: a passphrase is typed there, never while the terminal is somebody else's.

use super::failure::Failure;
use super::installation::Installation;
use super::new_key::{existing, key_of_sitting, locks_new, refuse_short};
use super::secret::{SHORTEST, from_file, key_file, open_silently, opens};
use crate::assessment::{OpenError, load, read_bytes};
use crate::interview::{Home, HomeStep, Opens, Passphrase, PassphraseSaid};
use crate::sealed::{self, Key, SealError, Secret};

/// What has to be typed before a step of the first screen can be performed; nothing when nothing has.
pub(super) fn needed(installation: &Installation, step: &HomeStep) -> Result<Option<Passphrase>, Failure> {
    match step {
        HomeStep::Resume(path) | HomeStep::FollowUp(path) => match load(path) {
            Err(OpenError::Locked { path }) if !open_silently(&path)? => {
                return Ok(Some(Passphrase::new(Opens::File(path), step.clone())));
            }
            _ => {}
        },
        _ => {}
    }
    let begins = match step {
        HomeStep::Create(_) => true,
        // it is locked as the earlier one is
        HomeStep::FollowUp(path) => read_bytes(path).is_ok_and(|bytes| !sealed::is_sealed(&bytes)),
        _ => false,
    };
    let asks = begins
        && locks_new(installation)
        && key_of_sitting().is_none()
        && key_file()?.is_none()
        && from_file()?.is_none();
    Ok(asks.then(|| Passphrase::new(Opens::New(None), step.clone())))
}

/// Tries what was typed: the step to be performed now, if it opens; otherwise it is asked again.
pub(super) fn tried(
    installation: &Installation,
    home: &mut Home,
    asked: Passphrase,
) -> Result<Option<HomeStep>, Failure> {
    let secret = Secret::passphrase(asked.typed.clone());
    let then = (*asked.then).clone();
    let again = match &asked.opens {
        Opens::File(path) => match opens(&read_bytes(path)?, &secret) {
            Ok(()) => return Ok(Some(then)),
            Err(SealError::WrongPassphrase) => asked.again(PassphraseSaid::Wrong),
            Err(cause) => return Err(OpenError::Sealed { path: path.clone(), cause }.into()),
        },
        Opens::New(None) if refuse_short(&secret).is_err() => asked.again(PassphraseSaid::Short(SHORTEST)),
        Opens::New(None) => match existing(installation, &secret) {
            Some(key) => {
                sealed::remember(&key);
                return Ok(Some(then));
            }
            None => Passphrase { opens: Opens::New(Some(asked.typed.clone())), ..asked }.again(PassphraseSaid::Again),
        },
        Opens::New(Some(first)) if *first == asked.typed => {
            let key = Key::made(&secret).map_err(|error| Failure::work(error.to_string(), "Nothing was begun"))?;
            sealed::remember(&key);
            return Ok(Some(then));
        }
        Opens::New(Some(_)) => Passphrase { opens: Opens::New(None), ..asked }.again(PassphraseSaid::Different),
    };
    home.ask_passphrase(again);
    Ok(None)
}
