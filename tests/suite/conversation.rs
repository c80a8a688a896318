//! All of Brightwater, entered by keys alone.

use std::collections::BTreeMap;

use gapwise::assessment::{Answer, Assessment, Mode};

use super::journey::{empty, play};
use super::shared::brightwater;

/// What a consultant presses during the call, area by area.
pub const CALL: &[&str] = &[
    // Story
    "<enter>Customers buy a machine and then we lose sight of them. And nobody can tell me what the agency does for its \
     money.<esc>\"They buy the machine, and then they are gone. I only hear of them again when it breaks.<enter>y!<enter>",
    "A loyalty card two years ago. It was given up after one summer.<enter>",
    "Twice as many enquiries, and customers who come back without being chased.<esc>\
     \"I want the phone to ring because of something we did.<enter>y<enter>",
    "1<enter>",
    // Profile
    "Jana Weiss, together with her brother, who keeps the books<enter>",
    "1<enter>1<enter>j<enter>60<enter>3k<enter>30<enter>900<enter>35%<enter>",
    // Audience
    "nLooked at his colleague before saying it. Sales and marketing do not agree here.<enter>uu",
    "1<enter>1<enter>4k<tab><tab><enter>600<tab><tab><enter>30<tab><tab><enter>500<tab><tab><enter>700<tab><tab><enter>",
    // Repeat purchase
    "1<enter>u",
    "3\"Every year a few more do not come back, and we notice in December.<enter>y!<enter>",
    "1<enter>1<enter>0<enter>640<enter>320<enter>",
    // Activities and the strategy behind them
    "search ads<tab>p<tab>enquiries<tab>agency<tab>1200<tab>6<tab>r<tab>",
    "newsletter<tab>pp<tab><tab>office<tab>100<tab>6<tab>a<tab>",
    "social<tab>e<tab><tab>office<tab>0<tab>10<tab>n<tab>",
    "trade fair<tab>pp<tab>enquiries<tab>sales<tab>900<tab>6<tab>r<tab>",
    "SEO agency<tab>e<tab><tab>agency<tab>800<tab>2<tab>a<tab>",
    "referral cards<tab>pp<tab>referrals<tab>sales<tab>0<tab>2<tab>n<tab><enter>",
    "1nSays there is one; could not find it.<enter><enter>2<enter>1<enter>",
    // Content
    "3<enter>2<enter>1<enter>office managers<enter>finance<enter><enter>212100111000<enter>1<enter>",
    "newsletter<tab>e-mail<tab>1<tab>m<tab>social<tab>posts<tab>8<tab>m<tab>blog<tab>articles<tab>1<tab>a<tab><enter>",
    // Enquiries and sales
    "120<enter>24<enter>1<enter><bs>\"One or two always slip through. It makes me furious.<enter>n!<enter>",
    "~30<enter>1<enter>1<enter>0<enter>3<enter>",
    // Market
    "machines<tab>55<tab>flat<tab>s<tab>y<tab>",
    "beans<tab>35%<tab>ff<tab>m<tab>n<tab>service<tab>10<tab>r<tab>m<tab>n<tab><enter>",
    "Kaffeewerk<tab>Installed within 48 hours<tab>y<tab>a date is promised before the order<tab>k<tab>",
    "BeanOffice<tab>No contract, cancel any month<tab>n<tab>plain terms on one page<tab>k<tab>",
    "Office Barista<tab>Carbon-neutral beans<tab>n<tab>shows where the beans come from<tab>k<tab>",
    "CupDirect<tab>A third cheaper per cup<tab>n<tab>a calculator on the website<tab>k<tab><enter>",
    "The technicians: friendly, on time, and the machine works afterwards.<enter>",
    "Invoices that nobody understands.<enter>2<enter>",
    "Own technicians in the region<tab>f<tab><tab>Machines that run for ten years<tab>f<tab><tab><enter>",
    "Nobody calls after the installation<tab>f<tab>Service calls every buyer after 30 days<tab>",
    "Beans are sold by waiting for the order<tab>f<tab><tab>The website speaks to engineers<tab>o<tab><tab><enter>",
    "Offices are filling up again<tab>o<tab><tab><enter>",
    "Rentals without a contract<tab>f<tab>Offer a three-month trial contract<tab>",
    "Bean prices keep rising<tab>f<tab><tab><enter>",
    // Mix, measurement
    "3233111<enter>1<enter>12<enter>1<enter>1<enter><enter><enter>",
    // Agreement
    "58<enter><down>3<enter>1<enter>80<enter>12<enter>28<enter>0<enter>7<enter>1<enter>",
];

fn without_times(assessment: &Assessment) -> BTreeMap<String, Answer> {
    let answers = assessment.answers.iter();
    answers.map(|(id, answer)| (id.clone(), Answer { at: None, ..answer.clone() })).collect()
}

#[test]
fn all_of_brightwater_is_entered_by_keys_alone() {
    let played = play(empty(Mode::Consultant), &CALL.concat());
    let (found, expected) = (without_times(played.interview.assessment()), without_times(&brightwater()));
    for (id, answer) in &expected {
        assert_eq!(found.get(id), Some(answer), "{id}\n{}", played.screen);
    }
    assert_eq!(found.len(), expected.len());
    assert_eq!(without_times(played.saved.last().expect("it was saved")), expected);
    let (own, example) = (played.interview.evaluation(), super::shared::evaluated(&brightwater()));
    assert_eq!(own.questionnaires, example.questionnaires);
}
