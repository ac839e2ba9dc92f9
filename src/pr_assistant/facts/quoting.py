"""Words between quotation marks, paragraph by paragraph."""

from __future__ import annotations

import re

from pr_assistant.facts.attributing import Attribution
from pr_assistant.facts.attributing_before import by_lead, is_fragment
from pr_assistant.facts.layout import sentences_of
from pr_assistant.facts.models import Person, Quotation, Slice
from pr_assistant.facts.saying import CALLING, SAYING
from pr_assistant.facts.voices import Voices
from pr_assistant.quotations import inner, is_open
from pr_assistant.sentences import Span, trim

_OWN_PRONOUN = re.compile(rf"\s*,?\s*(?:(?:he|she|they)\s+{SAYING}|{SAYING}\s+(?:he|she|they))\b")
_SHORT_FORM = re.compile(
    r"(?<=\b(?:Adj|Gen|Col|Maj|Sgt|Rev|Eng|Sen|Rep|Gov|Hon))\.(?=\s[A-Z])|(?<=\bAssoc)\.(?=\s[A-Z])"
)
"""A full stop that ends no sentence: "said Adj. Prof. Roe"."""
_AND_CALLS = re.compile(rf",?\s+(?:and|but)\s+(?:{CALLING}|{SAYING})\b[^.;:“”\"]*")


class QuotationReader:
    """Finds the speaker of each quotation and adds it to the voices."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.layout = voices.layout
        self.text = voices.text
        self.attribution = Attribution(voices)

    def read(self) -> None:
        """Quoted words, paragraph by paragraph."""
        open_speaker: tuple[Person, str | None] | None = None
        waiting: list[Span] = []  # open pieces whose speaker is named in a later paragraph
        above: Span | None = None
        quoted = list(self.layout.quoted)
        for paragraph in self.layout.paragraphs:
            if self.layout.kind(paragraph.start) in ("contact", "metadata"):
                continue
            marks = [q for q in quoted if paragraph.start <= q.start < paragraph.end]
            begin = paragraph.start
            last: tuple[Person, str | None] | None = None
            last_end = paragraph.start
            for index, mark in enumerate(marks):
                following = marks[index + 1].start if index + 1 < len(marks) else paragraph.end
                found = self.attribution.of(begin, mark, following, paragraph)
                if found is None and mark.start == paragraph.start and open_speaker:
                    found = (*open_speaker, None)
                if (
                    found is None
                    and last
                    and (self._carries_on(last_end, mark) or self._goes_on(last_end, mark))
                ):
                    found = (*last, None)
                if found is None and above and mark.start == paragraph.start:
                    found = by_lead(self.voices, above, mark, above.start)
                if found:
                    person, verb, at = found
                    if mark.start == paragraph.start:
                        for earlier in waiting:
                            self._add(earlier, person, verb, None)
                    waiting = []
                    self._add(mark, person, verb, at)
                    last, last_end = (person, verb), mark.end
                else:
                    last = None
                begin = mark.end
            open_speaker = None
            lines = sentences_of(self.text, *paragraph)
            above = lines[-1] if lines and self.text[paragraph.end - 1] in ":," else None
            open_at_end = marks and marks[-1].end == paragraph.end and is_open(self.text, marks[-1])
            waiting = [*waiting, marks[-1]] if open_at_end and not last else []
            if marks and last and marks[-1].end == paragraph.end and is_open(self.text, marks[-1]):
                open_speaker = last

    def _add(self, mark: Span, person: Person, verb: str | None, at: Slice | None) -> None:
        start, end = trim(self.text, *inner(self.text, mark))
        if start >= end:
            return
        self.voices.found.append(
            Quotation(start, end, self.text[start:end], person.name, False, verb, at)
        )
        self.voices.speakers.append((start, person))

    def _carries_on(self, end: int, mark: Span) -> bool:
        """Whether only the attribution of the last quotation stands before this one."""
        between = _SHORT_FORM.sub("", self.text[end : mark.start])
        if _OWN_PRONOUN.match(self.text, mark.end):
            return False  # somebody else's, or it would have been found by the pronoun
        return (
            len(sentences_of(between, 0, len(between))) == 1
            and between.rstrip()[-1:] in (".", ",", ":", ";", "—", "–")
        ) or (not between.strip())

    def _goes_on(self, end: int, mark: Span) -> bool:
        """Whether the speaker of the last piece is the subject of the verb before this one, too."""
        between = _AND_CALLS.fullmatch(self.text, end, mark.start)
        return bool(
            between
            and is_fragment(self.text[slice(*inner(self.text, mark))])
            and not self.voices.within(end, mark.start)
        )
