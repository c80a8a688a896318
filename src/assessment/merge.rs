//! Two people, or two programs, changed one assessment: both changes are kept, answer by answer.

use super::Assessment;

/// Something that both changed, differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The id of the question; or the name of the part, such as `client`.
    pub what: String,
}

/// Brings together what became of `base` here and elsewhere.
///
/// What only one side changed is taken from that side. Where both changed the same to different things, ours holds, since it
/// was said last, and the place is listed; whoever calls keeps theirs. Notes of both sides are kept.
pub fn merge(base: &Assessment, ours: &Assessment, theirs: &Assessment) -> (Assessment, Vec<Contradiction>) {
    let mut merged = ours.clone();
    let mut contradictions = Vec::new();
    let mut settle =
        |what: &str, changed_here: bool, changed_there: bool, same: bool| match (changed_here, changed_there) {
            (_, false) => false,
            (false, true) => true,
            (true, true) => {
                if !same {
                    contradictions.push(Contradiction { what: what.to_owned() });
                }
                false
            }
        };
    let mut ids: Vec<&String> = base.answers.keys().chain(theirs.answers.keys()).chain(ours.answers.keys()).collect();
    ids.sort();
    ids.dedup();
    for id in ids {
        let (before, here, there) = (base.answers.get(id), ours.answers.get(id), theirs.answers.get(id));
        if settle(id, here != before, there != before, here == there) {
            match there {
                Some(answer) => drop(merged.answers.insert(id.clone(), answer.clone())),
                None => drop(merged.answers.remove(id)),
            }
        }
    }
    macro_rules! parts {
        ($($part:ident),*) => {$(
            let (before, here, there) = (&base.$part, &ours.$part, &theirs.$part);
            if settle(stringify!($part), here != before, there != before, here == there) {
                merged.$part = there.clone();
            }
        )*};
    }
    parts!(
        questionnaires,
        mode,
        progress,
        locale,
        currency,
        date,
        follows,
        consent,
        client,
        consultant,
        call,
        accounts,
        goals,
        moved,
        next_step,
        reveal
    );
    // A note is never changed in place by two: what they added comes behind ours, what they removed goes.
    merged.notes.retain(|note| !base.notes.contains(note) || theirs.notes.contains(note));
    let added = theirs.notes.iter().filter(|note| !base.notes.contains(note) && !ours.notes.contains(note));
    merged.notes.extend(added.cloned());
    (merged, contradictions)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::assessment::{Change, Mode, Note, NoteKind, Value};

    fn with(answers: &[(&str, f64)]) -> Assessment {
        let mut one = Assessment::new(Vec::new(), Mode::Consultant, date(2026, 11, 22));
        for (id, number) in answers {
            one.record(id, Change::value(Value::Number(*number)), "2026-11-22T09:14:03Z".parse().unwrap());
        }
        one
    }

    fn note(text: &str) -> Note {
        Note { at: None, area: String::new(), kind: NoteKind::Note, text: text.to_owned() }
    }

    #[test]
    fn changes_of_both_sides_are_kept() {
        for (base, ours, theirs, merged, contradictory) in [
            (&[][..], &[("a", 1.0)][..], &[("b", 2.0)][..], &[("a", 1.0), ("b", 2.0)][..], &[][..]),
            (&[("a", 1.0)], &[("a", 1.0)], &[("a", 2.0)], &[("a", 2.0)], &[]),
            (&[("a", 1.0)], &[("a", 2.0)], &[("a", 1.0)], &[("a", 2.0)], &[]),
            (&[("a", 1.0)], &[("a", 2.0)], &[("a", 2.0)], &[("a", 2.0)], &[]),
            (&[("a", 1.0)], &[("a", 2.0)], &[("a", 3.0)], &[("a", 2.0)], &["a"]),
            (&[("a", 1.0)], &[("a", 1.0)], &[], &[], &[]),
            (&[("a", 1.0)], &[("a", 2.0)], &[], &[("a", 2.0)], &["a"]),
            (&[("a", 1.0)], &[], &[("a", 3.0)], &[], &["a"]),
        ] {
            let (found, told) = merge(&with(base), &with(ours), &with(theirs));
            assert_eq!(found, with(merged), "{base:?} {ours:?} {theirs:?}");
            assert_eq!(told.iter().map(|one| one.what.as_str()).collect::<Vec<_>>(), contradictory);
        }
    }

    #[test]
    fn notes_of_both_sides_are_kept_and_parts_are_compared() {
        let (mut base, mut ours, mut theirs) = (with(&[]), with(&[]), with(&[]));
        base.notes = vec![note("old"), note("gone")];
        ours.notes = vec![note("old"), note("gone"), note("mine")];
        theirs.notes = vec![note("old"), note("theirs")];
        theirs.client.name = "Anna".to_owned();
        let (merged, told) = merge(&base, &ours, &theirs);
        assert_eq!(merged.notes, [note("old"), note("mine"), note("theirs")]);
        assert_eq!((merged.client.name.as_str(), told.len()), ("Anna", 0));
        ours.client.name = "Anne".to_owned();
        assert_eq!(merge(&base, &ours, &theirs).1[0].what, "client");
    }
}
