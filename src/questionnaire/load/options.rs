//! The options a client chooses from.

use super::fields::{Fields, did_you_mean};
use super::goals::Around;
use super::ids::{Ids, Spelling, elements};
use super::reading::Reading;
use crate::questionnaire::GoalOption;

/// The options, in order; their ids are choices of the option question.
pub(super) fn options(reading: &mut Reading<'_>, fields: &mut Fields<'_>, around: &Around<'_>) -> Vec<GoalOption> {
    let mut ids = Ids::default();
    let mut options: Vec<GoalOption> = Vec::new();
    let mut usual = 0;
    for mut one in elements(reading, fields, "goal_option", "goal option", None) {
        let id = ids.read(reading, &mut one, Spelling::Word);
        if let Some(id) = &id {
            choice(reading, &one, id, around);
        }
        let option = option(reading, &mut one, id);
        usual += usize::from(one.has("otherwise"));
        if usual > 1 && one.has("otherwise") {
            let message = "two options are recommended when nothing else is";
            reading.error(one.place("otherwise"), message, "Keep 'otherwise' for one of them");
        }
        one.finish(reading);
        options.extend(option);
    }
    if let (0, Some(last)) = (usual, options.last()) {
        reading.missing(
            last.span.clone(),
            "no option is recommended when no condition of any is true",
            "Give one option 'otherwise' with the reason that is then printed",
        );
    }
    options
}

fn option(reading: &mut Reading<'_>, fields: &mut Fields<'_>, id: Option<String>) -> Option<GoalOption> {
    let letter = fields.need_string(reading, "letter").unwrap_or_default();
    let title = fields.need_text(reading, "title");
    let summary = fields.need_text(reading, "summary");
    let mut count = |key: &'static str| {
        let name = fields.name(key);
        fields.need(reading, key).and_then(|node| reading.whole_within(node, &name, 1, 100))
    };
    let (tactics, metrics) = (count("tactics"), count("metrics"));
    let name = fields.name("first_signs");
    let signs = fields.need(reading, "first_signs").and_then(|node| {
        let pair = reading.pair(node, &name);
        if pair.is_some_and(|(from, to)| from < 0.0 || from.fract() != 0.0 || to.fract() != 0.0) {
            reading.error(node.span(), format!("{name} must be whole days"), "Write for example [30, 60]");
        }
        pair
    });
    let (cause, risk) = (fields.need_text(reading, "cause"), fields.need_text(reading, "risk"));
    let mut recommend = Vec::new();
    for mut one in elements(reading, fields, "recommend", "reason", Some(id.as_deref().unwrap_or("the option"))) {
        let when = one.need_expression(reading, "when");
        let text = one.need_text(reading, "text");
        one.finish(reading);
        recommend.extend(when.map(|when| (when, text)));
    }
    let otherwise = fields.text(reading, "otherwise");
    let mut sentences = |key: &'static str| {
        let name = format!("each sentence of {}", fields.name(key));
        let nodes = fields.list(reading, key);
        nodes.into_iter().map(|node| reading.text(node, &name, true)).collect()
    };
    let (we, you) = (sentences("we"), sentences("you"));
    let (from, to) = signs.unwrap_or_default();
    Some(GoalOption {
        span: fields.place("id"),
        id: id?,
        letter,
        title,
        summary,
        tactics: tactics?,
        metrics: metrics?,
        first_signs: (from as u32, to as u32),
        cause,
        risk,
        recommend,
        otherwise,
        we,
        you,
    })
}

/// Reports an option that the option question does not offer.
fn choice(reading: &mut Reading<'_>, fields: &Fields<'_>, id: &str, around: &Around<'_>) {
    let question = around.uses.option.as_ref().and_then(|used| around.questions.iter().find(|one| one.id == *used));
    let Some(question) = question else { return };
    let known: Vec<&str> = question.choices().iter().map(|choice| choice.id.as_str()).collect();
    if !known.contains(&id) {
        let message = format!("'{id}' is no choice of the question '{}'", question.id);
        reading.missing(fields.place("id"), message, did_you_mean(id, &known));
    }
}
