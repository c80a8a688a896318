//! The screens of a live call.

use super::{agreement, next_step, pace, preview, reveal, swot, why};
use crate::interview::Call;
use crate::tui::look::Look;
use crate::tui::pen::Pen;

/// Draws a screen of the call in the place of the question.
pub fn call(pen: &mut Pen<'_>, look: &Look<'_>, call: &Call) {
    match call {
        Call::Pace => pace::pace(pen, look),
        Call::Opening => pace::opening(pen, look),
        Call::Routes(choice) => pace::routes(pen, look, choice),
        Call::Reveal(revealing) => reveal::reveal(pen, look, revealing),
        Call::Agreement(agreeing) => agreement::agreement(pen, look, agreeing),
        Call::Why(why) => why::why(pen, look, why),
        Call::Swot(drafting) => swot::swot(pen, look, drafting),
        Call::NextStep(form) => next_step::next_step(pen, look, form),
        Call::Preview(preview) => preview::preview(pen, look, preview),
    }
}
