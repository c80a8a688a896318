//! Reads everything but the answers: the head, client and consultant, notes, next step, reactions.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fields::Reader;
use crate::assessment::{Assessment, CallClock, Mode, NextStep, Note, NoteKind, Party, Progress, Reveal};

/// Everything that may stand at the top of the file.
const SECTIONS: [&str; 19] = [
    "format",
    "questionnaires",
    "mode",
    "status",
    "locale",
    "currency",
    "date",
    "follows",
    "consent",
    "client",
    "consultant",
    "call",
    "accounts",
    "answers",
    "notes",
    "goals",
    "plan",
    "next_step",
    "reveal",
];

const PARTY: [&str; 7] = ["name", "contact", "email", "phone", "address", "website", "size"];

impl Reader<'_> {
    /// The assessment, as far as it can be made out; nothing when the file is of another kind.
    pub(super) fn assessment(&mut self, document: &DeTable<'_>) -> Option<Assessment> {
        if !self.is_assessment(document) {
            return None;
        }
        self.known_keys(document, &SECTIONS, "at the top of the file");
        let mode = [("consultant", Mode::Consultant), ("self", Mode::SelfAssessment)];
        let mode = self.word(document, "mode", &mode).unwrap_or(Mode::Consultant);
        let questionnaires = self.questionnaires(document);
        let date = self.date(document, "date");
        if date.is_none() && document.get("date").is_none() {
            self.error(0..0, "the date is missing", "Add a line such as date = 2026-11-22 at the top");
        }
        let mut assessment = Assessment::new(questionnaires, mode, date.unwrap_or_default());
        let progress = [("in_progress", Progress::InProgress), ("completed", Progress::Completed)];
        assessment.progress = self.word(document, "status", &progress).unwrap_or(Progress::InProgress);
        if let Some(locale) = self.text(document, "locale") {
            assessment.locale = locale;
        }
        if let Some(currency) = self.currency(document) {
            assessment.currency = currency;
        }
        assessment.follows = self.text(document, "follows");
        assessment.consent = self.timestamp(document, "consent");
        assessment.client = self.party(document, "client");
        assessment.consultant = self.party(document, "consultant");
        assessment.call = self.call(document);
        assessment.accounts = self.account_list(document);
        assessment.answers = self.answers(document);
        assessment.notes = self.entries(document, "notes", Self::note);
        assessment.goals = self.entries(document, "goals", Self::goal);
        assessment.moved = self.moved(document);
        assessment.reveal = self.entries(document, "reveal", Self::reveal);
        assessment.next_step = self.next_step(document);
        Some(assessment)
    }

    /// Says what kind of file it is instead, when it is none of ours.
    fn is_assessment(&mut self, document: &DeTable<'_>) -> bool {
        if document.get("question").is_some() {
            self.error(0..1, "this is a questionnaire, not an assessment", "Name a file that holds a client's answers");
            return false;
        }
        match document.get("format").map(|field| (field.span(), field.get_ref())) {
            Some((_, DeValue::Integer(number))) if number.as_str() == "1" => true,
            Some((span, _)) => {
                self.error(
                    span,
                    "this format is not known",
                    format!("An assessment begins with format = {}", super::FORMAT),
                );
                false
            }
            None => {
                self.error(
                    0..0,
                    "this is not an assessment: it does not say which format it has",
                    format!("An assessment begins with format = {}", super::FORMAT),
                );
                false
            }
        }
    }

    fn questionnaires(&mut self, document: &DeTable<'_>) -> Vec<String> {
        let remedy = "Write for example questionnaires = [\"gap-analysis@1.0.0\"]";
        let Some(field) = document.get("questionnaires") else {
            self.error(0..0, "the questionnaires are missing", remedy);
            return Vec::new();
        };
        let entries = field.get_ref().as_array().map(|array| array.iter().collect::<Vec<_>>()).unwrap_or_default();
        let names: Vec<_> =
            entries.iter().filter_map(|entry| entry.get_ref().as_str()).filter(|name| !name.is_empty()).collect();
        if names.is_empty() || names.len() != entries.len() {
            self.error(field.span(), "'questionnaires' is not a list of names", remedy);
        }
        names.into_iter().map(str::to_owned).collect()
    }

    fn currency(&mut self, document: &DeTable<'_>) -> Option<String> {
        let currency = self.text(document, "currency")?;
        if currency.len() == 3 && currency.chars().all(|letter| letter.is_ascii_uppercase()) {
            return Some(currency);
        }
        let span = document.get("currency").map_or(0..0, Spanned::span);
        self.error(
            span,
            format!("'{currency}' is not the code of a currency"),
            "Write three capital letters such as EUR",
        );
        None
    }

    fn party(&mut self, document: &DeTable<'_>, key: &str) -> Party {
        let Some(field) = document.get(key) else { return Party::default() };
        let Some(table) = self.table(field, &format!("'{key}'")) else { return Party::default() };
        self.known_keys(table, &PARTY, &format!("in [{key}]"));
        let mut text = |key| self.text(table, key).unwrap_or_default();
        Party {
            name: text("name"),
            contact: text("contact"),
            email: text("email"),
            phone: text("phone"),
            address: text("address"),
            website: text("website"),
            size: text("size"),
        }
    }

    /// The clock; nothing without the time it began.
    fn call(&mut self, document: &DeTable<'_>) -> Option<CallClock> {
        let field = document.get("call")?;
        let table = self.table(field, "'call'")?;
        self.known_keys(table, &["route", "began", "paused"], "in [call]");
        let route = self.text(table, "route").unwrap_or_default();
        let paused = self.timestamp(table, "paused");
        Some(CallClock { route, began: self.timestamp(table, "began")?, paused })
    }

    fn next_step(&mut self, document: &DeTable<'_>) -> Option<NextStep> {
        let field = document.get("next_step")?;
        let table = self.table(field, "'next_step'")?;
        self.known_keys(table, &["text", "date", "who"], "in [next_step]");
        Some(NextStep {
            text: self.text(table, "text").unwrap_or_default(),
            date: self.date(table, "date"),
            who: self.text(table, "who").unwrap_or_default(),
        })
    }

    /// The entries of an array of tables.
    pub(super) fn entries<T>(
        &mut self,
        document: &DeTable<'_>,
        key: &str,
        one: fn(&mut Self, &DeTable<'_>) -> T,
    ) -> Vec<T> {
        let Some(field) = document.get(key) else { return Vec::new() };
        let Some(array) = field.get_ref().as_array() else {
            self.wrong_type(field, &format!("'{key}'"), &format!("entries that begin with [[{key}]]"));
            return Vec::new();
        };
        let entry = format!("an entry of '{key}'");
        array.iter().filter_map(|field| self.table(field, &entry).map(|table| one(self, table))).collect()
    }

    fn note(&mut self, table: &DeTable<'_>) -> Note {
        self.known_keys(table, &["at", "area", "kind", "text"], "in [[notes]]");
        let kinds = [("note", NoteKind::Note), ("todo", NoteKind::Todo), ("scratch", NoteKind::Scratch)];
        Note {
            at: self.timestamp(table, "at"),
            area: self.text(table, "area").unwrap_or_default(),
            kind: self.word(table, "kind", &kinds).unwrap_or(NoteKind::Note),
            text: self.text(table, "text").unwrap_or_default(),
        }
    }

    fn reveal(&mut self, table: &DeTable<'_>) -> Reveal {
        self.known_keys(table, &["finding", "reaction", "disputed"], "in [[reveal]]");
        Reveal {
            finding: self.text(table, "finding").unwrap_or_default(),
            reaction: self.text(table, "reaction").unwrap_or_default(),
            disputed: self.flag(table, "disputed").unwrap_or_default(),
        }
    }
}
