//! The way from the command line to plain prompts.

use std::io::{self, BufReader};

use super::failure::Failure;
use super::installation::{Installation, today};
use super::interview::known;
use super::office::Office;
use super::output::Output;
use super::past::Past;
use crate::assessment::AssessmentFile;
use crate::interview::Interview;
use crate::plain;
use crate::questionnaire::Selection;

/// One sitting in plain lines; its end is the end of the input, and nothing is wrong with that.
pub(super) fn interview(
    installation: &Installation,
    file: AssessmentFile,
    selection: Selection,
    at: Option<&str>,
) -> Result<Output, Failure> {
    known(&selection, at)?;
    let past = Past::of(installation, file.path(), file.assessment());
    let talk = past.talk.clone();
    let mut interview = past.beside(Interview::new(selection.clone(), file.assessment().clone(), today()));
    interview = interview.with_library(&installation.library);
    interview = interview.kept_locked(file.key().is_some());
    if let Some(id) = at {
        interview = interview.begun_at(id);
    }
    let mut office = Office::new(installation, file, selection, past);
    let mut input = BufReader::new(io::stdin());
    let mut output = io::stdout();
    let ended = match plain::run(interview, &mut input, &mut output, &mut office) {
        Ok(ended) => office.close(ended.assessment())?,
        // Whoever read along has gone; all that was answered is saved.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => String::new(),
        Err(error) => {
            let message = format!("the input could not be read: {error}");
            return Err(Failure::work(message, "What was answered has been saved; go on with `gapwise interview`"));
        }
    };
    Ok(Output::default().and_say(installation.talk()).and_say(talk).and_say(ended))
}
