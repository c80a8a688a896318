//! Stand-in until the file work is merged.
#![allow(missing_docs)]
use super::*;
use crate::questionnaire::NumberSpec;

#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    Value { value: Value, evidence: Option<Evidence>, low: Option<f64>, high: Option<f64> },
    Unknown,
    NotApplicable { reason: String },
    Owed { who: String, by: Option<Date> },
    Clear,
    Quote(Option<String>),
    Shareable(bool),
    Pain(bool),
    Note(Option<String>),
    Later(bool),
    Evidence(Evidence),
}
use jiff::Timestamp;
use jiff::civil::Date;
impl Assessment {
    pub fn record(&mut self, id: &str, change: Change, now: Timestamp) {
        let a = self.answers.entry(id.to_owned()).or_default();
        match change {
            Change::Value { value, evidence, low, high } => {
                a.status = Status::Answered(value);
                a.evidence = evidence;
                a.low = low;
                a.high = high;
            }
            Change::Unknown => a.status = Status::Unknown,
            Change::NotApplicable { reason } => a.status = Status::NotApplicable { reason },
            Change::Owed { who, by } => a.status = Status::Owed { who, by },
            Change::Clear => a.status = Status::Open,
            Change::Quote(q) => a.quote = q,
            Change::Shareable(s) => a.shareable = s,
            Change::Pain(p) => a.pain = p,
            Change::Note(n) => a.note = n,
            Change::Later(l) => a.later = l,
            Change::Evidence(e) => a.evidence = Some(e),
        }
        a.at = Some(now);
    }
}
pub struct Entered {
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub guess: bool,
}
pub fn parse_number(text: &str, spec: &NumberSpec) -> Result<Entered, String> {
    let t = text.trim().trim_end_matches('%');
    let guess = t.starts_with('~');
    let t = t.trim_start_matches('~');
    let (t, f) = if let Some(t) = t.strip_suffix('k') { (t, 1000.0) } else { (t, 1.0) };
    let value: f64 = t.parse::<f64>().map_err(|_| "this is not a number".to_owned())? * f;
    if value < spec.bounds.0 || value > spec.bounds.1 {
        return Err(format!("it lies between {} and {}", spec.bounds.0, spec.bounds.1));
    }
    Ok(Entered { value, low: None, high: None, guess })
}
