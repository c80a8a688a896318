#![no_main]
#![forbid(unsafe_code)]

#[path = "../bodies/mod.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (_, body) = bodies::TARGETS.into_iter().find(|(name, _)| *name == "expression").expect("a target of that name");
    body(bytes);
});
