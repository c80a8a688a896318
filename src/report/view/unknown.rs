//! What is not known yet, and what the client was going to send.

use serde::Serialize;

use super::Material;

/// What is not known yet.
#[derive(Debug, Serialize)]
pub(super) struct Unknown {
    pub(super) headline: String,
    /// Don't-know findings, in the questionnaire's order.
    figures: Vec<Figure>,
    /// Answers somebody is looking up.
    owed: Vec<Owed>,
}

#[derive(Debug, Serialize)]
struct Figure {
    statement: String,
    area: String,
}

#[derive(Debug, Serialize)]
struct Owed {
    what: String,
    who: Option<String>,
    by: Option<String>,
}

/// Builds the part; nothing when everything asked is known.
pub(super) fn build(material: &Material) -> Option<Unknown> {
    let all = material.evaluation.questionnaires.iter().flat_map(|one| &one.findings);
    let figures: Vec<_> = all
        .filter(|fired| fired.dont_know.is_some())
        .map(|fired| Figure {
            statement: material.finding_statement(fired),
            area: material.area_title(fired.area.as_deref()),
        })
        .collect();
    let owed: Vec<_> = material
        .owed()
        .map(|(question, who, by)| Owed {
            what: material.text(&question.label).to_owned(),
            who: Some(who).filter(|who| !who.is_empty()),
            by: by.map(|date| material.show.date(date)),
        })
        .collect();
    let headline = match (figures.len(), owed.len()) {
        (0, 0) => return None,
        (0, owed) => material.words.counted("unknown.headline_owed", owed, &[]),
        (figures, _) => material.words.counted("unknown.headline", figures, &[]),
    };
    Some(Unknown { headline, figures, owed })
}
