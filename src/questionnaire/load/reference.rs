//! Names in one file that another file, or a later part of the same one, gives a meaning.

use crate::problem::Span;

/// What a name must stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Any question.
    Question,
    /// A question answered with a number.
    NumericQuestion,
    /// A question answered with a list of texts.
    ListQuestion,
    /// A question whose fixed rows are areas, each rated with a wanted level.
    Levels,
    /// A question of any table kind.
    Table,
    /// These columns of a question.
    Columns(Vec<(String, Span)>),
    /// An assumption with low, base and high.
    Cases,
    /// An assumption that is a single number.
    Factor,
    /// A benchmark a client may read.
    ClientBenchmark,
    /// Any benchmark.
    Benchmark,
    /// A finding of any questionnaire, which need not be installed.
    Finding,
    /// A metric of any installed questionnaire; with `text`, one that is a text.
    Metric {
        /// Whether it must be a text.
        text: bool,
    },
    /// A questionnaire, which need not be installed.
    Questionnaire,
    /// One of these words, or a metric that is a text.
    WordOrTextMetric(Vec<String>),
}

/// A name to be looked up once everything has been read.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub id: String,
    pub span: Span,
    /// How problems call the place, for example `'at_most' of question 'ga_customers'`.
    pub what: String,
    pub wanted: Wanted,
}
