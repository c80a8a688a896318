//! Which characters may reach a terminal as they are: the one judgement that screens, plain lines and messages share.

/// Whether a character is seen as what it is: no control, direction or zero-width character, and none that looks like nothing.
///
/// Line feeds and tabs are control characters here; who allows them says so.
pub fn is_harmless(one: char) -> bool {
    match u32::from(one) {
        0x20..=0x7e => true,
        0..=0x9f => false,
        // Soft hyphen, Arabic letter mark, Mongolian and Hangul fillers, zero-width marks, bidi controls, tags.
        0xad | 0x34f | 0x61c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f => false,
        0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfeff | 0xffa0 => false,
        0xfff0..=0xfffb | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff => false,
        _ => true,
    }
}
