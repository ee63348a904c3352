//! What has been read of a journal's text.

use crate::progress::{Entry, Line};

/// How many unreadable lines are kept for showing.
const SHOWN: usize = 1000;

/// Why nothing may be added to a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) enum Refusal {
    /// It has a newer format.
    Newer(u64),
    /// It is the journal of the roadmap with this id.
    OtherRoadmap(String),
}

/// Whether an unterminated line that cannot be read is torn for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Tail {
    /// Nobody is writing: the lock is held, or nothing was known before.
    Settled,
    /// Another program may be in the middle of writing it.
    MayGrow,
}

/// The part of a journal's text that has been read, from its beginning on.
#[derive(Debug, Default)]
pub(in crate::store) struct Text {
    length: usize,
    hash: Hash,
    lines: usize,
    /// The last line has no line break yet.
    open: bool,
    /// The hash of a last line that looked torn and may just have been under way.
    suspect: Option<Hash>,
    has_format: bool,
    refusal: Option<Refusal>,
    unreadable: Vec<(usize, String)>,
}

impl Text {
    /// Whether a text only continues what has been read.
    pub(super) fn continues_in(&self, text: &[u8]) -> bool {
        let Some((read, rest)) = text.split_at_checked(self.length) else {
            return false;
        };
        let line_is_whole = !self.open || rest.first().is_none_or(|next| *next == b'\n');
        line_is_whole && Hash::default().and(read) == self.hash
    }

    /// Reads what a text has beyond what has been read of it; hands over the entries.
    pub(in crate::store) fn read(
        &mut self,
        text: &[u8],
        roadmap_id: &str,
        tail: Tail,
        mut found: impl FnMut(Entry),
    ) {
        let suspect = self.suspect.take();
        let mut rest = text.get(self.length..).unwrap_or_default();
        if self.open && rest.first() == Some(&b'\n') {
            self.open = false;
            rest = self.pass(rest, 1);
        }
        while !rest.is_empty() {
            let end = rest.iter().position(|byte| *byte == b'\n');
            let line = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
            let meaning = Line::parse(line);
            if end.is_none() && meaning.is_err() && tail == Tail::MayGrow {
                let hash = Hash::default().and(line);
                if suspect != Some(hash) {
                    self.suspect = Some(hash);
                    return;
                }
            }
            self.lines += 1;
            self.open = end.is_none();
            match meaning {
                Ok(Line::Nothing) => {}
                Ok(Line::Format { roadmap, .. }) => self.take_format(roadmap, roadmap_id),
                Ok(Line::Newer(format)) => {
                    self.has_format = true;
                    self.refusal = Some(Refusal::Newer(format));
                }
                Ok(Line::Entry(entry)) => found(entry),
                Err(reason) => self.take_unreadable(reason.to_string()),
            }
            rest = self.pass(rest, end.map_or(rest.len(), |end| end + 1));
        }
    }

    fn pass<'a>(&mut self, rest: &'a [u8], length: usize) -> &'a [u8] {
        let (read, rest) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        self.length += read.len();
        self.hash = self.hash.and(read);
        rest
    }

    fn take_format(&mut self, roadmap: String, roadmap_id: &str) {
        self.has_format = true;
        if roadmap != roadmap_id && self.refusal.is_none() {
            self.refusal = Some(Refusal::OtherRoadmap(roadmap));
        }
    }

    fn take_unreadable(&mut self, reason: String) {
        if self.unreadable.len() < SHOWN {
            self.unreadable.push((self.lines, reason));
        }
    }

    /// Whether the last line that was read lacks its line break.
    pub(super) const fn is_open(&self) -> bool {
        self.open
    }

    /// Whether all of the text was read, so that reading it again would tell nothing.
    pub(super) const fn is_settled(&self) -> bool {
        self.suspect.is_none()
    }

    /// Whether a format line was read.
    pub(super) const fn has_format(&self) -> bool {
        self.has_format
    }

    /// Why nothing may be added.
    pub(in crate::store) const fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// The lines that cannot be read, by their number from 1 on, and why.
    pub(in crate::store) fn unreadable(&self) -> &[(usize, String)] {
        &self.unreadable
    }
}

/// FNV-1a, which may be fed piece by piece. It tells a file that was added to from one that was
/// rewritten; it is no defence against someone who wants to be mistaken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn and(self, bytes: &[u8]) -> Self {
        let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        Self(bytes.iter().fold(self.0, step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DONE: &str = r#"- {at: "2026-11-22T21:06:01.123+01:00", topic: web.http, status: done}"#;
    const BEGUN: &str =
        r#"- {at: "2026-11-22T21:06:02.000+01:00", topic: web.dns, status: learning}"#;

    fn read(text: &mut Text, bytes: &[u8], tail: Tail) -> Vec<String> {
        let mut topics = Vec::new();
        text.read(bytes, "backend", tail, |entry| {
            topics.push(entry.change.topic().unwrap().to_owned());
        });
        topics
    }

    fn fresh(bytes: &[u8]) -> (Text, Vec<String>) {
        let mut text = Text::default();
        let topics = read(&mut text, bytes, Tail::Settled);
        (text, topics)
    }

    #[test]
    fn only_what_is_new_is_read_again() {
        let (mut text, topics) = fresh(format!("{DONE}\n").as_bytes());
        assert_eq!(topics, ["web.http"]);
        let longer = format!("{DONE}\n{BEGUN}\n");
        assert!(text.continues_in(longer.as_bytes()));
        assert_eq!(
            read(&mut text, longer.as_bytes(), Tail::MayGrow),
            ["web.dns"]
        );
        assert!(!text.continues_in(format!("{BEGUN}\n{DONE}\n").as_bytes()));
        assert!(!text.continues_in(DONE.as_bytes()));
    }

    #[test]
    fn an_unterminated_line_that_can_be_read_counts_and_may_get_its_line_break() {
        let (mut text, topics) = fresh(DONE.as_bytes());
        assert_eq!(topics, ["web.http"]);
        assert!(text.is_open());
        let longer = format!("{DONE}\nnonsense\n");
        assert!(text.continues_in(longer.as_bytes()));
        assert!(read(&mut text, longer.as_bytes(), Tail::Settled).is_empty());
        assert_eq!(text.unreadable().first().map(|torn| torn.0), Some(2));
        assert!(!text.is_open());
    }

    #[test]
    fn an_unterminated_line_that_grew_is_another_line() {
        let (text, _) = fresh(DONE.as_bytes());
        assert!(text.continues_in(DONE.as_bytes()));
        assert!(!text.continues_in(format!("{DONE} # so far\n").as_bytes()));
    }

    #[test]
    fn a_torn_end_is_reported_once_it_has_stayed() {
        let mut text = Text::default();
        let torn = format!("{BEGUN}\n- {{at: ");
        assert_eq!(read(&mut text, torn.as_bytes(), Tail::MayGrow), ["web.dns"]);
        assert_eq!((text.unreadable(), text.is_settled()), (&[][..], false));
        let mut whole = Text::default();
        read(&mut whole, torn.as_bytes(), Tail::MayGrow);
        read(&mut text, torn.as_bytes(), Tail::MayGrow);
        assert_eq!(text.unreadable().len(), 1);
        assert!(text.is_settled());
        let grown = format!("{BEGUN}\n{}{DONE}\n", "");
        assert!(whole.continues_in(grown.as_bytes()));
        assert_eq!(
            read(&mut whole, grown.as_bytes(), Tail::MayGrow),
            ["web.http"]
        );
        assert!(whole.unreadable().is_empty());
    }

    #[test]
    fn a_newer_format_is_seen_even_where_its_line_says_more_than_is_known() {
        for (line, format) in [
            ("- {format: 2, roadmap: backend}", 2),
            ("- {format: 2, roadmap: backend, device: desk}", 2),
            ("- {format: 99999999999999999999, roadmap: x}", u64::MAX),
            ("- {format:3", 3),
            ("- { format: 2, roadmap: backend, device: desk }", 2),
            ("- {roadmap: backend, format: 2, device: desk}", 2),
            (r#"- {"format": 2, kinds: [a, b]}"#, 2),
            ("\u{feff}- {format: 2, device: desk}", 2),
        ] {
            let (text, _) = fresh(line.as_bytes());
            assert_eq!(text.refusal(), Some(&Refusal::Newer(format)), "{line}");
        }
        for line in ["- {format: 1, road", "- {format: one}", "- {format:"] {
            assert_eq!(fresh(line.as_bytes()).0.refusal(), None, "{line}");
        }
    }

    #[test]
    fn another_roadmaps_journal_is_seen() {
        let (text, _) = fresh(b"- {format: 1, roadmap: frontend}\n");
        assert_eq!(
            text.refusal(),
            Some(&Refusal::OtherRoadmap("frontend".to_owned()))
        );
    }

    #[test]
    fn a_file_of_nonsense_does_not_fill_the_memory_with_reasons() {
        let (text, topics) = fresh(format!("{}{DONE}", "?\n".repeat(5000)).as_bytes());
        assert_eq!(text.unreadable().len(), SHOWN);
        assert_eq!(topics, ["web.http"]);
    }

    #[test]
    fn strange_line_ends_marks_and_bytes_stop_nothing() {
        let bytes = [
            b"\xef\xbb\xbf# marked\r\n\r\n\xff\xfe\n".to_vec(),
            format!("{DONE}\r\n").into_bytes(),
        ]
        .concat();
        let (text, topics) = fresh(&bytes);
        assert_eq!(topics, ["web.http"]);
        assert_eq!(text.unreadable(), [(3, "it is not UTF-8".to_owned())]);
    }

    proptest! {
        #[test]
        fn reading_in_pieces_is_reading_at_once(
            pieces in proptest::collection::vec(
                prop_oneof![
                    Just(format!("{DONE}\n")), Just(format!("{BEGUN}\r\n")), Just("\n".to_owned()),
                    Just("- {at: \n".to_owned()), Just(DONE.to_owned()), Just("# x".to_owned()),
                    Just("- {format: 1, roadmap: backend}\n".to_owned()),
                ],
                0..12,
            ),
        ) {
            let (whole, all) = fresh(pieces.concat().as_bytes());
            let mut text = Text::default();
            let (mut topics, mut so_far) = (Vec::new(), String::new());
            for piece in pieces {
                so_far.push_str(&piece);
                if !text.continues_in(so_far.as_bytes()) {
                    text = Text::default();
                    topics.clear();
                }
                topics.extend(read(&mut text, so_far.as_bytes(), Tail::Settled));
            }
            prop_assert_eq!(topics, all);
            prop_assert_eq!(text.unreadable(), whole.unreadable());
            prop_assert_eq!((text.length, text.hash, text.lines), (whole.length, whole.hash, whole.lines));
        }
    }
}
