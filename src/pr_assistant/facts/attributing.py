"""Whose the words between quotation marks are, by what stands before and behind them."""

from __future__ import annotations

import re
from bisect import bisect_right

from pr_assistant.facts.attributing_before import Found, by_lead, is_fragment
from pr_assistant.facts.attributing_behind import MAX_FRAME, by_tail
from pr_assistant.facts.attributing_view import by_view
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import sentences_of
from pr_assistant.facts.saying import CALLING, SAYING
from pr_assistant.facts.voices import Voices
from pr_assistant.quotations import inner
from pr_assistant.sentences import Span

_SIGNED = re.compile(r"\s*[–—-]{1,2}\s*(?=[^\W\d_])|[ \t]*\n[ \t]*(?=[A-Z])")
_ACCORDING = re.compile(r"\baccording to\s", re.IGNORECASE)
_OPENS = re.compile(r"(?:(?:For|Not so)\s+)?(?:[^,.;:“”\"]{0,40}\s)?")
"""What stands before the subject of a sentence that begins with it."""
_WHOLE = re.compile(r"^[^\W\d_a-z][^\n]*[.!?]$")
_JOINED = re.compile(rf",?\s+(?:and|but)\s+(?:{SAYING})\b")
_INVERTED = re.compile(rf",\s+{SAYING}\s[^,.;:“”\"]{{0,60}}(?:,\s)?(?:[A-Z][\w.]{{0,4}}\s)*$")
_LAST = re.compile(r"(?:,[^.;:“”\"]{2,90})?\.")
_SAID = re.compile(rf"\b{SAYING}\b")
_CALLING = re.compile(rf"\b{CALLING}\b")


class Attribution:
    """Finds the speaker of quoted words."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.text = voices.text

    def of(self, begin: int, mark: Span, following: int, paragraph: Span) -> Found | None:
        before = sentences_of(self.text, begin, mark.start)
        if before and (found := by_lead(self.voices, before[-1], mark, begin)):
            return found
        if found := self._by_whole_lead(begin, mark):
            return found
        if found := by_tail(self.voices, mark, following, paragraph):
            return found
        if found := by_view(self.voices, before, mark):
            return found
        for sentence in reversed(before[-3:] if _are_complete(self.text, before) else []):
            if found := self._by_sentence_before(sentence, mark):
                return found
            if self.voices.within(*sentence):
                return None
        if before:
            return None
        return self._by_signature(mark)

    def _by_whole_lead(self, begin: int, mark: Span) -> Found | None:
        """The subject of the sentence behind other quoted words: "called it “fair” but warned"."""
        if not _JOINED.match(self.text, begin, mark.start):
            return None
        sentences = self.voices.layout.sentences
        at = bisect_right(sentences, begin, key=lambda s: s.start) - 1
        if at < 0 or not sentences[at].start < begin < sentences[at].end:
            return None
        return by_lead(self.voices, Span(sentences[at].start, mark.start), mark, begin)

    def _by_signature(self, mark: Span) -> Found | None:
        """A quotation set apart, signed below or behind it: "– Jane Roe, chief executive"."""
        gap = _SIGNED.match(self.text, mark.end)
        signed = self.voices.within(gap.end(), gap.end() + MAX_FRAME) if gap else []
        if gap is None or not signed or self.text.find("\n", gap.end(), signed[0][0].start) >= 0:
            return None
        if signed[0][0].start - gap.end() > 12:
            return None
        return signed[0][1], None, cut(self.text, *signed[0][0])

    def _by_sentence_before(self, before: Span, mark: Span) -> Found | None:
        """A quotation that stands alone behind a sentence that reports what its speaker said."""
        text = self.text
        if text[before.end - 1] != "." or is_fragment(text[slice(*inner(text, mark))]):
            return None
        for verb in (*_SAID.finditer(text, *before), *_CALLING.finditer(text, *before)):
            if subject := self.voices.subject(before.start, verb.start()):
                return subject[0], None, cut(text, *subject[1])
        named = self.voices.speakers_within(*before)
        if (
            named
            and _LAST.fullmatch(text, named[0][0].end, before.end)
            and _INVERTED.search(text, before.start, named[0][0].start)
        ):
            return named[0][1], None, cut(text, *named[0][0])  # 'It stays, says X. "…"'
        if not named or len({id(person) for _, person in self.voices.within(*before)}) > 1:
            return None
        source = _ACCORDING.search(text, before.start, named[0][0].start)
        whole = _WHOLE.search(text[slice(*inner(text, mark))].strip())
        if source or (whole and _OPENS.fullmatch(text, before.start, named[0][0].start)):
            return named[0][1], None, cut(text, *named[0][0])  # 'X is having none of it. "…"'
        return None


def _are_complete(text: str, before: list[Span]) -> bool:
    """Whether the sentences before a quotation are complete, so that it stands alone."""
    return bool(before) and text[before[-1].end - 1] in ".?"
