"""Words between quotation marks: whose they are, by what stands before and behind them."""

from __future__ import annotations

import re

from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import sentences_of
from pr_assistant.facts.models import Person, Quotation, Slice
from pr_assistant.facts.saying import SAYING
from pr_assistant.facts.voices import APPOSITION, Voices
from pr_assistant.quotations import inner, is_open
from pr_assistant.sentences import Span, trim

_VERB = re.compile(rf"\b(?P<verb>{SAYING}|Said)\b")
_VERB_FIRST = re.compile(rf"\s*[,–—-]?\s*(?P<verb>{SAYING})\b")
_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)
_OWN_PRONOUN = re.compile(rf"\s*,?\s*(?:(?:he|she|they)\s+{SAYING}|{SAYING}\s+(?:he|she|they))\b")
_TITLE_STOP = re.compile(r"(?<=\b[A-Z])\.|(?<=Mr|Ms|Dr)\.|(?<=Mrs)\.|(?<=Prof|-Ing)\.")
_ONLY_NAME = re.compile(r"(?:,[^:.!?“”\"]{2,90})?:\s*")
_WORD = re.compile(r"\w")
_AND = re.compile(r"(?:,[^.;“”\"]{2,80},)?\s+and\s+(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s*)?")
_MAX_FRAME = 160


_SAID = re.compile(rf"\b{SAYING}\b")
_FOR = re.compile(r"(?:For|To)\s+")
_CALLING = re.compile(
    r"\b(?P<verb>called|calls|calling|dubbed|termed|labelled|spoke of|speaks of)\b"
)


class QuotationReader:
    """Finds the speaker of each quotation and adds it to the voices."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.layout = voices.layout
        self.text = voices.text

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
                found = self._attributed(begin, mark, following, paragraph)
                if found is None and mark.start == paragraph.start and open_speaker:
                    found = (*open_speaker, None)
                if found is None and last and self._carries_on(last_end, mark):
                    found = (*last, None)
                if found is None and above and mark.start == paragraph.start:
                    found = self._by_lead(above, mark, above.start)
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
        between = self.text[end : mark.start]
        if _OWN_PRONOUN.match(self.text, mark.end):
            return False  # somebody else's, or it would have been found by the pronoun
        return (
            len(sentences_of(between, 0, len(between))) == 1
            and between.rstrip()[-1:] in (".", ",", ":", ";", "—", "–")
        ) or (not between.strip())

    def _attributed(
        self, begin: int, mark: Span, following: int, paragraph: Span
    ) -> tuple[Person, str | None, Slice | None] | None:
        before = sentences_of(self.text, begin, mark.start)
        if before and (found := self._by_lead(before[-1], mark, begin)):
            return found
        if found := self._by_tail(mark, following, paragraph):
            return found
        return self._by_sentence_before(before[-1], mark) if before else None

    def _by_sentence_before(
        self, before: Span, mark: Span
    ) -> tuple[Person, str | None, Slice | None] | None:
        """A quotation that stands alone behind a sentence that reports what its speaker said."""
        text = self.text
        if text[before.end - 1] != "." or _is_fragment(text[slice(*inner(text, mark))]):
            return None
        for verb in _SAID.finditer(text, *before):
            if subject := self.voices.subject(before.start, verb.start()):
                return subject[0], None, cut(text, *subject[1])
        return None

    def _by_lead(
        self, lead: Span, mark: Span, begin: int
    ) -> tuple[Person, str | None, Slice | None] | None:
        text = self.text
        words = text[slice(*inner(text, mark))]
        verbs = list(_VERB.finditer(text, lead.start, mark.start))
        if not verbs and _is_fragment(words):
            verbs = list(_CALLING.finditer(text, lead.start, mark.start))
        named = self.voices.within(lead.start, mark.start)
        if (
            not verbs
            and named
            and _ONLY_NAME.fullmatch(text, named[0][0].end, mark.start)
            and not _WORD.search(text[lead.start : named[0][0].start][:-5])
        ):
            return named[0][1], None, cut(text, *named[0][0])  # 'Jane Doe, Acme: "..."'
        if (
            not verbs
            and named
            and named[0][0].start - lead.start < 90
            and re.fullmatch(r"[^.;]*:\s*", text[named[0][0].end : mark.start])
            and words[:1].isupper()
            and not re.search(
                r"\b(?:and|or|of|with|by|to)\s+$", text[lead.start : named[0][0].start]
            )
        ):
            return named[0][1], None, cut(text, *named[0][0])  # 'X was more cautious: "..."'
        view = _FOR.match(text, *lead)
        if (
            view
            and named
            and named[0][0].start - view.end() < 12
            and text[named[0][0].end] == ","
            and _is_fragment(words)
        ):
            return named[0][1], None, cut(text, *named[0][0])  # 'For X, it is "only a start"'
        if according := _ACCORDING.search(text, lead.start, mark.start):
            mentions = self.voices.within(according.end(), mark.start)
            whole = re.search(r"[,:]\s*$", text[lead.start : mark.start])
            opens = according.start() == lead.start and _is_fragment(words)
            if mentions and (whole or opens):
                return mentions[0][1], "according to", cut(text, *mentions[0][0])
        if not verbs:
            return None
        verb = verbs[-1]
        direct = bool(
            re.fullmatch(r"(?:\s+(?:that|how))?\s*[,:–—]?\s*", text[verb.end() : mark.start])
        ) or (
            re.search(r"[:,]\s*$", text[verb.end() : mark.start]) is not None
            and len(text[verb.end() : mark.start]) < 100
        )
        if not direct and not _is_fragment(words):
            return None
        subject = self.voices.subject(lead.start, verb.start())
        if subject is None and verb.start() - lead.start < 3:  # 'Said Jane Doe: "..."'
            mentions = self.voices.within(verb.end(), mark.start)
            subject = (mentions[0][1], mentions[0][0]) if mentions else None
        if subject is None:
            return None
        return subject[0], verb["verb"], cut(text, *subject[1])

    def _by_tail(
        self, mark: Span, following: int, paragraph: Span
    ) -> tuple[Person, str | None, Slice | None] | None:
        text = self.text
        tail_end = min(following, paragraph.end, mark.end + _MAX_FRAME + 120)
        tails = sentences_of(text, mark.end, tail_end)
        if (
            not tails
            or text[mark.end : tails[0].start].strip()
            or "\n\n" in text[mark.end : tails[0].start]
        ):
            return None
        tail = tails[0]
        closes = text[mark.end - 2] in ",?!…-—–." if mark.end - 2 > mark.start else False
        comma = text[mark.end : mark.end + 1] == ","
        dash = text[mark.end : mark.end + 2] in (" –", " —")
        spoken = re.match(r"\s+(?:said|says|according)\b", text[mark.end : mark.end + 12])
        if not (closes or comma or dash or spoken):
            return None
        if according := re.compile(r"\s*,?\s*according to\s+", re.I).match(
            text, mark.end, tail.end
        ):
            mentions = self.voices.within(according.end(), tail.end)
            return (
                (mentions[0][1], "according to", cut(text, *mentions[0][0])) if mentions else None
            )
        if verb := _VERB_FIRST.match(text, mark.end, tail.end):
            mentions = self.voices.within(verb.end(), tail.end)
            gap = _TITLE_STOP.sub("", text[verb.end() : mentions[0][0].start]) if mentions else ""
            if len(mentions) > 1 and _AND.fullmatch(text, mentions[0][0].end, mentions[1][0].start):
                return None  # two speak at once: neither alone
            if mentions and not re.search(r"[.;]\s|\bthat\b", gap):
                return mentions[0][1], verb["verb"], cut(text, *mentions[0][0])
            pronoun = re.compile(r"\s+(he|she|they)\b").match(text, verb.end(), tail.end)
            if pronoun and (person := self.voices.antecedent(mark.start, pronoun[1])):
                return person, verb["verb"], cut(text, *pronoun.span(1))
            return None
        verb = _VERB.search(text, mark.end, tail.end)
        if verb is None:
            return None
        if pronoun := re.compile(
            r"\s*,?\s*(he|she|they)\s+(?:also |then |later |further )?$"
        ).match(text, mark.end, verb.start()):
            person = self.voices.antecedent(mark.start, pronoun[1])
            return (person, verb["verb"], cut(text, *pronoun.span(1))) if person else None
        mentions = self.voices.within(mark.end, verb.start())
        if mentions and APPOSITION.fullmatch(text, mentions[0][0].end, verb.start()):
            lead = text[mark.end : mentions[0][0].start]
            if len(lead) < 100 and not re.search(r"\b(?:and|but|that|which|to|of the)\b", lead):
                return mentions[0][1], verb["verb"], cut(text, *mentions[0][0])
        return None


def _is_fragment(words: str) -> bool:
    """Whether quoted words within a reported clause are somebody's, not the name of a thing."""
    parts = words.split()
    return len(parts) >= 2 and parts[0][0].islower()
