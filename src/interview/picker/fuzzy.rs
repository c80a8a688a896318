//! How well a question fits what is typed.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32String};

use crate::questionnaire::Question;

/// A question as it is searched.
#[derive(Debug, Clone)]
pub struct Searchable {
    id: String,
    /// Label, area, id without its prefix, then the words it is asked in.
    fields: [Utf32String; 5],
    words: [String; 2],
}

/// A question that was found, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its id.
    pub id: String,
    /// The characters of its label that match, by number.
    pub in_label: Vec<u32>,
    /// The characters of its area's title that match.
    pub in_area: Vec<u32>,
    /// Where its words match and its label does not: the words around, and the matching part in bytes.
    pub in_words: Option<(String, std::ops::Range<usize>)>,
}

/// What a match in each field is worth, in hundredths: a label tells more than the words.
const WORTH: [u32; 5] = [200, 130, 180, 100, 100];
/// The part of a perfect match, in hundredths, below which letters only happen to be there.
const LEAST: u32 = 72;
/// Characters shown before a match in the words.
const BEFORE: usize = 16;

impl Searchable {
    /// A question and the title of its area, in a language.
    pub fn new(question: &Question, area: &str, locale: &str) -> Self {
        let label = question.label.get(locale);
        let id = question.id.split_once('_').map_or(question.id.as_str(), |(_, rest)| rest);
        let wording = &question.wording;
        let words = [wording.consultant.get(locale).to_owned(), wording.self_assessment.get(locale).to_owned()];
        let fields = [label, area, id, &words[0], &words[1]].map(Utf32String::from);
        Self { id: question.id.clone(), fields, words }
    }

    fn found(&self) -> Found {
        Found { id: self.id.clone(), in_label: Vec::new(), in_area: Vec::new(), in_words: None }
    }
}

/// Those that fit every word typed, the best first; all of them, as they are, while nothing is typed.
///
/// Letters may be left out of label, area and id as long as the match stays dense; the words a question is asked in must
/// hold what is typed as it is, or any letters would be found in them.
pub(super) fn search(places: &[Searchable], typed: &str) -> Vec<Found> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let words: Vec<Typed<'_>> = typed.split_whitespace().map(|word| Typed::new(word, &mut matcher)).collect();
    let phrase = (words.len() > 1).then(|| exact(typed.trim()));
    let mut found: Vec<(u32, &Searchable, Found)> = places
        .iter()
        .filter_map(|place| {
            let mut found = place.found();
            let mut score = 0;
            for word in &words {
                score += word.fit(place, &mut found, &mut matcher)?;
            }
            // Words that stand side by side as they were typed mean more than the same words apart.
            for field in phrase.iter().flat_map(|_| &place.fields) {
                let side_by_side = phrase.as_ref().and_then(|phrase| phrase.score(field.slice(..), &mut matcher));
                score += side_by_side.map_or(0, |score| u32::from(score) * WORTH[0]);
            }
            found.in_label.sort_unstable();
            found.in_label.dedup();
            Some((score, place, found))
        })
        .collect();
    // Of equally good matches the shorter label is the one that was meant.
    found.sort_by_key(|(score, place, _)| {
        (std::cmp::Reverse(*score), if *score == 0 { 0 } else { place.fields[0].len() })
    });
    found.into_iter().map(|(.., found)| found).collect()
}

/// What must occur as it is.
fn exact(text: &str) -> Atom {
    Atom::new(text, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring, false)
}

/// One word that is typed.
struct Typed<'a> {
    word: &'a str,
    loose: Atom,
    exact: Atom,
    /// The score of a word that begins with it.
    perfect: u32,
}

impl<'a> Typed<'a> {
    fn new(word: &'a str, matcher: &mut Matcher) -> Self {
        let atom = |kind| Atom::new(word, CaseMatching::Ignore, Normalization::Smart, kind, false);
        let (loose, exact) = (atom(AtomKind::Fuzzy), atom(AtomKind::Substring));
        let itself = Utf32String::from(word);
        let perfect = loose.score(itself.slice(..), matcher).map_or(1, u32::from);
        Self { word, loose, exact, perfect }
    }

    /// How well a question fits, marking where; nothing when it does not.
    fn fit(&self, place: &Searchable, found: &mut Found, matcher: &mut Matcher) -> Option<u32> {
        let mut best: Option<(u32, usize, Vec<u32>)> = None;
        for (at, field) in place.fields.iter().enumerate() {
            let mut letters = Vec::new();
            let atom = if at < 3 { &self.loose } else { &self.exact };
            let Some(score) = atom.indices(field.slice(..), matcher, &mut letters).map(u32::from) else { continue };
            if score * 100 < self.perfect * LEAST {
                continue;
            }
            let worth = score * WORTH[at];
            if best.as_ref().is_none_or(|(other, ..)| worth > *other) {
                best = Some((worth, at, letters));
            }
        }
        // The whole id is for those who know it.
        if place.id.eq_ignore_ascii_case(self.word) || place.fields[2].to_string().eq_ignore_ascii_case(self.word) {
            return Some(u32::MAX / 64);
        }
        let Some((worth, at, letters)) = best else { return self.fits_id(place) };
        match at {
            0 => found.in_label.extend(letters),
            1 => found.in_area.extend(letters),
            2 => {}
            _ => found.in_words = self.around(&place.words[at - 3], &letters),
        }
        Some(worth)
    }

    /// A part of an id that is typed with its prefix.
    fn fits_id(&self, place: &Searchable) -> Option<u32> {
        place.id.starts_with(&self.word.to_lowercase()).then_some(self.perfect * WORTH[2])
    }

    fn around(&self, words: &str, letters: &[u32]) -> Option<(String, std::ops::Range<usize>)> {
        use unicode_segmentation::UnicodeSegmentation;
        let first = *letters.first()? as usize;
        let clusters: Vec<&str> = words.graphemes(true).collect();
        let mut start = first.saturating_sub(BEFORE);
        while start > 0 && start < first && !clusters[start - 1].trim().is_empty() {
            start += 1;
        }
        let before: String = clusters.get(start..first)?.concat();
        let hit: String = clusters.get(first..first + letters.len())?.concat();
        let after: String = clusters.get(first + letters.len()..)?.concat();
        let lead = if start > 0 { "…" } else { "" };
        let from = lead.len() + before.len();
        Some((format!("{lead}{before}{hit}{after}"), from..from + hit.len()))
    }
}
