//! Which characters a file is written in, and its text as UTF-8 with plain line ends.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) encoding: &'static Encoding,
    /// The first line that is not UTF-8, when that is how it became clear.
    pub(super) not_utf8: Option<u64>,
}

/// Why a file is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotText {
    /// A spreadsheet's own file.
    Workbook,
    /// A byte in this line that no text has.
    Binary(u64),
}

/// What came of looking at a file.
pub(super) type Surveyed = Result<Written, NotText>;

/// Looks at a whole file: byte order mark, zeros in every second place, UTF-8 throughout, or else Windows-1252.
pub(super) fn survey(mut source: impl Read) -> io::Result<Surveyed> {
    let mut buffer = vec![0; 1 << 16];
    let mut filled = read_full(&mut source, &mut buffer)?;
    let start = &buffer[..filled];
    if start.starts_with(b"PK\x03\x04") || start.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Ok(Err(NotText::Workbook));
    }
    if let Some((encoding, _)) = Encoding::for_bom(start) {
        return Ok(Ok(Written { encoding, not_utf8: None }));
    }
    if let Some(encoding) = utf16(start) {
        return Ok(Ok(Written { encoding, not_utf8: None }));
    }
    let (mut line, mut not_utf8) = (1, None);
    let mut kept = 0;
    loop {
        let bytes = &buffer[..filled];
        if bytes[kept..].contains(&0) {
            let at = bytes[kept..].iter().take_while(|byte| **byte != 0).count();
            return Ok(Err(NotText::Binary(line + lines(&bytes[..kept + at]))));
        }
        let ended = filled < buffer.len();
        let mut rest = 0;
        if let Err(error) = std::str::from_utf8(bytes)
            && not_utf8.is_none()
        {
            let cut_short = error.error_len().is_none() && !ended;
            if cut_short {
                rest = filled - error.valid_up_to();
            } else {
                not_utf8 = Some(line + lines(&bytes[..error.valid_up_to()]));
            }
        }
        line += lines(&bytes[..filled - rest]);
        if ended {
            break;
        }
        buffer.copy_within(filled - rest..filled, 0);
        kept = rest;
        let more = read_full(&mut source, &mut buffer[kept..])?;
        filled = kept + more;
    }
    let encoding = if not_utf8.is_some() { WINDOWS_1252 } else { UTF_8 };
    Ok(Ok(Written { encoding, not_utf8 }))
}

/// How many lines end in some bytes.
pub(super) fn lines(bytes: &[u8]) -> u64 {
    // a small sum for each few bytes: many of them are counted at once then
    let few = |bytes: &[u8]| bytes.iter().map(|byte| u8::from(*byte == b'\n')).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(|bytes| u64::from(few(bytes))).sum()
}

/// UTF-16 without a mark: in most writing systems of lists, every second byte is mostly zero.
fn utf16(start: &[u8]) -> Option<&'static Encoding> {
    let start = &start[..start.len().min(4096)];
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let most = start.len() / 2 * 2 / 5;
    let (even, odd) = (zeros(0), zeros(1));
    match (even, odd) {
        _ if start.len() < 4 => None,
        (_, odd) if odd > most && odd > even => Some(UTF_16LE),
        (even, _) if even > most => Some(UTF_16BE),
        _ => None,
    }
}

fn read_full(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match source.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// The text of a file in UTF-8: no byte order mark, every line ended by one line feed, the last one too.
pub(super) struct Text<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    /// Room for the text of a block; between `at` and `end` stands what has not been given yet.
    text: Vec<u8>,
    at: usize,
    end: usize,
    ended: bool,
    after_return: bool,
    last: u8,
    line: u64,
    /// The first line with characters that the encoding does not have.
    pub(super) unreadable: Option<u64>,
    /// How many bytes of the source have been read.
    pub(super) consumed: u64,
    /// How many bytes of text have been given.
    given: u64,
}

impl<R: Read> Text<R> {
    pub(super) fn new(source: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        let raw = vec![0; 1 << 16];
        let room = decoder.max_utf8_buffer_length(raw.len()).unwrap_or(raw.len() * 4) + 64;
        Self {
            source,
            decoder,
            raw,
            text: vec![0; room],
            at: 0,
            end: 0,
            ended: false,
            after_return: false,
            last: b'\n',
            line: 1,
            unreadable: None,
            consumed: 0,
            given: 0,
        }
    }

    /// Whether a reader that stands at this byte of the text has seen all of it.
    pub(super) fn is_at_end(&self, byte: u64) -> bool {
        self.ended && self.at == self.end && self.given == byte
    }

    fn fill(&mut self) -> io::Result<()> {
        let read = read_full(&mut self.source, &mut self.raw)?;
        self.consumed += read as u64;
        let last = read < self.raw.len();
        // the buffer has room for the worst case, so one call takes everything
        let (_, _, written, faulty) = self.decoder.decode_to_utf8(&self.raw[..read], &mut self.text, last);
        (self.at, self.end) = (0, self.with_one_line_end(written));
        let text = &self.text[..self.end];
        if faulty && self.unreadable.is_none() {
            let replaced = text.windows(3).position(|three| three == "\u{fffd}".as_bytes());
            self.unreadable = Some(self.line + lines(&text[..replaced.unwrap_or(0)]));
        }
        self.line += lines(text);
        self.last = text.last().copied().unwrap_or(self.last);
        if last {
            self.ended = true;
            if self.last != b'\n' {
                self.text[self.end] = b'\n';
                self.end += 1;
            }
        }
        Ok(())
    }

    /// Makes every line of so many bytes end with one line feed; gives how many bytes are left.
    fn with_one_line_end(&mut self, written: usize) -> usize {
        let text = &mut self.text[..written];
        if !self.after_return && !text.contains(&b'\r') {
            return written;
        }
        let mut end = 0;
        for at in 0..written {
            let byte = text[at];
            if byte != b'\n' || !self.after_return {
                text[end] = if byte == b'\r' { b'\n' } else { byte };
                end += 1;
            }
            self.after_return = byte == b'\r';
        }
        end
    }
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.at == self.end && !self.ended {
            self.fill()?;
        }
        let length = out.len().min(self.end - self.at);
        out[..length].copy_from_slice(&self.text[self.at..self.at + length]);
        self.at += length;
        self.given += length as u64;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (Surveyed, String) {
        let surveyed = survey(bytes).unwrap();
        let mut text = String::new();
        if let Ok(written) = surveyed {
            Text::new(bytes, written.encoding).read_to_string(&mut text).unwrap();
        }
        (surveyed, text)
    }

    #[test]
    fn every_way_of_writing_gives_the_same_text() {
        let wanted = "Käufer;Ort\nMüller;Wien\n";
        let utf16 = |swap: bool| -> Vec<u8> {
            let bytes = |unit: u16| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() };
            wanted.encode_utf16().flat_map(bytes).collect()
        };
        let windows: Vec<u8> = wanted.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        let mut marked = vec![0xef, 0xbb, 0xbf];
        marked.extend(wanted.replace('\n', "\r\n").as_bytes());
        let mut marked16 = vec![0xff, 0xfe];
        marked16.extend(utf16(false));
        let cases = [wanted.trim_end().as_bytes().to_vec(), marked, utf16(false), utf16(true), marked16, windows];
        for (at, bytes) in cases.iter().enumerate() {
            let (surveyed, text) = text(bytes);
            assert_eq!(text, wanted, "case {at}");
            assert_eq!(surveyed.unwrap().not_utf8, (at == 5).then_some(1), "case {at}");
        }
    }

    #[test]
    fn the_first_line_that_is_not_utf8_is_told_across_blocks() {
        let mut bytes = "ü,b\n".repeat(40_000).into_bytes();
        assert_eq!(text(&bytes).0, Ok(Written { encoding: UTF_8, not_utf8: None }));
        bytes.extend(b"M\xfcller\n");
        bytes.extend("ü,b\n".repeat(40_000).into_bytes());
        assert_eq!(text(&bytes).0, Ok(Written { encoding: WINDOWS_1252, not_utf8: Some(40_001) }));
    }

    #[test]
    fn what_is_no_text_is_told() {
        assert_eq!(text(b"PK\x03\x04rest").0, Err(NotText::Workbook));
        assert_eq!(text(b"a,b\nc\0d,e,f,g,h,i,j,k,l\n").0, Err(NotText::Binary(2)));
        assert_eq!(text(b"").1, "");
    }

    #[test]
    fn line_ends_become_one_kind() {
        assert_eq!(text(b"a\r\nb\rc\nd").1, "a\nb\nc\nd\n");
    }
}
