//! What the follow-up e-mail says beyond what the report says.

use serde::Serialize;

use super::{Material, since};

/// The e-mail's own lines.
#[derive(Debug, Serialize)]
pub(super) struct Letter {
    /// What stands in the subject line.
    subject: String,
    /// The greeting, with the name of the person spoken to where it is known.
    greeting: String,
    /// Thanks for the conversation, with its date.
    thanks: String,
    /// What has moved clearly since the assessment before, or that it is too early to tell; absent without one.
    since: Option<String>,
    /// Who writes, one line each: person, firm, how to reach them.
    signature: Vec<String>,
}

/// Builds the lines.
pub(super) fn build(material: &Material) -> Letter {
    let words = material.words;
    let client = material.client_name();
    let contact = material.assessment.client.contact.trim();
    let consultant = &material.assessment.consultant;
    let reach = [&consultant.contact, &consultant.name, &consultant.email, &consultant.phone, &consultant.website];
    let date = material.show.date(material.assessment.date);
    Letter {
        subject: words.fill("email.subject", &[("title", &material.title("title")), ("client", &client)]),
        greeting: match contact {
            "" => words.get("email.greeting").to_owned(),
            name => words.fill("email.greeting_to", &[("name", name)]),
        },
        thanks: words.fill("email.thanks", &[("date", &date)]),
        since: since::sentence(material),
        signature: reach.into_iter().filter(|line| !line.trim().is_empty()).cloned().collect(),
    }
}
