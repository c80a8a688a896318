//! Faults that tests ask for: a panic at a place of the program, at a moment of their choice. None in what is released.

/// Panics when `GAPWISE_FAULT` names this place and a file that exists: `place:/path/of/the/file`.
pub(crate) fn asked_for(place: &str) {
    if cfg!(debug_assertions)
        && let Some(wanted) = std::env::var_os("GAPWISE_FAULT")
        && let Some((named, moment)) = wanted.to_string_lossy().split_once(':')
    {
        assert!(named != place || !std::path::Path::new(moment).exists(), "a fault was asked for");
    }
}
