//! The screens of a live call.

use super::{adding, agreement, next_step, pace, picture, preview, reveal, swot, why};
use crate::interview::Call;
use crate::tui::look::Look;
use crate::tui::pen::Pen;

/// Draws a screen of the call in the place of the question; gives how far it can be scrolled by lines.
pub fn call(pen: &mut Pen<'_>, look: &Look<'_>, call: &Call) -> usize {
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
        Call::Adding(adding) => adding::adding(pen, look, *adding),
        Call::Picture(picture) => return picture::picture(pen, look, picture.scroll),
    }
    0
}
