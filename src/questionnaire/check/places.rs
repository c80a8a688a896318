//! Every expression of a questionnaire, what it is for, and where it stands.

use crate::questionnaire::expression::Expression;
use crate::questionnaire::{GoalRules, Question, Questionnaire, Unit};

/// What an expression is for, which says what it may give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Something happens when it is true.
    Condition,
    /// It gives a metric's value.
    Formula(Unit),
    /// It gives a number.
    Number,
    /// It gives the names of rows.
    Names,
}

/// An expression and where it stands.
pub(super) struct Place<'a> {
    pub expression: &'a Expression,
    pub purpose: Purpose,
    /// How problems call it, for example `'when' of finding 'G12'`.
    pub what: String,
    /// The table whose rows `r` and `before` stand for, in the formulas of computed values.
    pub rows_of: Option<&'a Question>,
}

/// Every expression of a questionnaire, in the order of its parts.
pub(super) fn places(questionnaire: &Questionnaire) -> Vec<Place<'_>> {
    let mut places = Places(Vec::new());
    for question in &questionnaire.questions {
        places.condition(question.when.as_ref(), format!("'when' of question '{}'", question.id));
        for computed in &question.computed {
            let what = format!("'formula' of computed value '{}' of question '{}'", computed.id, question.id);
            let (expression, purpose) = (&computed.formula, Purpose::Number);
            places.0.push(Place { expression, purpose, what, rows_of: Some(question) });
        }
        for variant in &question.variants {
            places.condition(Some(&variant.when), format!("'when' of a variant of question '{}'", question.id));
        }
    }
    for metric in &questionnaire.metrics {
        places.add(
            Some(&metric.formula),
            Purpose::Formula(metric.unit),
            format!("'formula' of metric '{}'", metric.id),
        );
        places.condition(metric.needs.as_ref(), format!("'needs' of metric '{}'", metric.id));
        let ends = metric.interval.as_ref();
        places.add(ends.map(|ends| &ends.0), Purpose::Number, format!("'low' of metric '{}'", metric.id));
        places.add(ends.map(|ends| &ends.1), Purpose::Number, format!("'high' of metric '{}'", metric.id));
    }
    for finding in &questionnaire.findings {
        places.condition(Some(&finding.when), format!("'when' of finding '{}'", finding.id));
        places.add(finding.names.as_ref(), Purpose::Names, format!("'names' of finding '{}'", finding.id));
    }
    for strength in &questionnaire.strengths {
        places.condition(Some(&strength.when), format!("'when' of strength '{}'", strength.id));
        places.add(strength.names.as_ref(), Purpose::Names, format!("'names' of strength '{}'", strength.id));
    }
    for note in &questionnaire.consistency {
        places.condition(Some(&note.when), format!("'when' of consistency note '{}'", note.id));
    }
    for part in &questionnaire.worth.parts {
        places.add(Some(&part.formula), Purpose::Number, format!("'formula' of worth '{}'", part.id));
    }
    places.add(questionnaire.worth.margin.as_ref(), Purpose::Number, "'formula' of worth_margin".to_owned());
    if let Some(question) = &questionnaire.worth.question {
        places.add(Some(&question.formula), Purpose::Number, "'formula' of worth_question".to_owned());
        places.add(question.names.as_ref(), Purpose::Names, "'names' of worth_question".to_owned());
    }
    goals(&mut places, &questionnaire.goals);
    for next in &questionnaire.next {
        places.condition(Some(&next.when), format!("'when' of next '{}'", next.questionnaire));
    }
    places.0
}

fn goals<'a>(places: &mut Places<'a>, rules: &'a GoalRules) {
    for metric in &rules.metrics {
        let parts = [
            ("baseline", &metric.baseline),
            ("events", &metric.events),
            ("lag", &metric.lag),
            ("cost", &metric.cost),
            ("audience", &metric.audience),
            ("per_enquiry", &metric.per_enquiry),
        ];
        for (key, expression) in parts {
            places.add(expression.as_ref(), Purpose::Number, format!("'{key}' of goal metric '{}'", metric.id));
        }
    }
    for check in &rules.checks {
        places.condition(check.when.as_ref(), format!("'when' of goal check '{}'", check.id));
    }
    for slowdown in &rules.slowdowns {
        places.condition(Some(&slowdown.when), format!("'when' of goal slowdown '{}'", slowdown.id));
    }
    for option in &rules.options {
        for (when, _) in &option.recommend {
            places.condition(Some(when), format!("'when' of a reason of goal option '{}'", option.id));
        }
    }
    places.condition(rules.slow_sales.as_ref(), "'slow_sales' of goals".to_owned());
}

struct Places<'a>(Vec<Place<'a>>);

impl<'a> Places<'a> {
    fn condition(&mut self, expression: Option<&'a Expression>, what: String) {
        self.add(expression, Purpose::Condition, what);
    }

    fn add(&mut self, expression: Option<&'a Expression>, purpose: Purpose, what: String) {
        self.0.extend(expression.map(|expression| Place { expression, purpose, what, rows_of: None }));
    }
}
