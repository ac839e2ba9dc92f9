"""Whose a piece is in a sentence without a verb of saying: the view of its subject, or of the
speaker before."""

from __future__ import annotations

import re

from pr_assistant.facts.attributing_before import Found, is_fragment
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.models import Person
from pr_assistant.facts.saying import SAYING
from pr_assistant.facts.voices import SETTING, Voices
from pr_assistant.quotations import inner
from pr_assistant.sentences import Span

_OWN = re.compile(r"\b(?:I|I['’]\w+|[Ww]e|we['’]\w+|my|our|us|me)\b")
"""Who speaks of themselves is quoted."""
_TOLD = re.compile(r"\b(?:would|had|could|might)\b")
"""What is told on in the words of the speaker before."""
_SAID = re.compile(rf"\b{SAYING}\b")
_HELD = re.compile(rf"\b(?:{SAYING}|(?:found|ruled|thinks|believes|expects)(?= that))\b")
"""In the sentence before, what a speaker holds is gone on with, too."""
_OPENER = re.compile(r"(?:But |And |Yet |For (?:his|her) part,? )?(?P<who>[Hh]e|[Ss]he)\s")
_TITLED = re.compile(r"[^.;:“”\"]{0,90}")
_WHO = re.compile(r",\s+who(?:se|m)?\b")
_HONOURED = re.compile(
    r"(?:,[^,.;:“”\"]{2,80},)?\s+(?:(?:also|then|has|had)\s+)*(?:(?:was|is|been)\s+(?:\w+ly\s+)?"
    r"(?:honou?red|awarded|praised|named|described|called|dubbed|elected|appointed|recogni[sz]ed"
    r"|cited|hailed|born|known|given|made|chosen|seen|told)|receiv|won\b|wins\b|accept|got\b|gets\b"
    r"|read|reads|heard|earn)"
)
"""Behind somebody whom others speak of."""


def by_view(voices: Voices, before: list[Span], mark: Span) -> Found | None:
    """The speaker of a piece at the end of the sentences `before`, none of which says so."""
    text = voices.text
    words = text[slice(*inner(text, mark))]
    if not before or not (is_fragment(words) and len(words.split()) >= 3):
        return None
    sentence = Span(before[-1].start, mark.start)
    if found := _by_subject(voices, sentence):
        return found
    own = _OWN.search(words)
    if (
        voices.within(*sentence)
        or _SAID.search(text, *sentence)
        or not (own or _TOLD.search(text, *sentence))
    ):
        return None
    return _by_speaker_before(voices, before[-2::-1][: 3 if own else 1])


def _by_subject(voices: Voices, sentence: Span) -> Found | None:
    """ "She does not rule it out, “but first we want figures”"."""
    text = voices.text
    if SETTING.match(text, *sentence) or _SAID.search(text, *sentence):
        return None
    if opener := _OPENER.match(text, *sentence):
        person = voices.antecedent(sentence.start, opener["who"].lower())
        if person is None or _HONOURED.match(text, opener.end("who")):
            return None
        return person, None, cut(text, *opener.span("who"))
    named = voices.speakers_within(*sentence)
    if not named or len({id(p) for _, p in named}) > 1:
        return None
    span, person = named[0]
    if not _TITLED.fullmatch(text, sentence.start, span.start) or _HONOURED.match(text, span.end):
        return None
    if _WHO.match(text, span.end):
        return None  # "Jane Roe, who has kept it since it was “the size of a plum”"
    if span.start - sentence.start > 12 and not _describes(person, sentence, span):
        return None
    return person, None, cut(text, *span)


def _describes(person: Person, sentence: Span, name: Span) -> bool:
    """Whether a title stands between the beginning of a sentence and the name."""
    title = person.title
    return title is not None and sentence.start <= title.start and title.end <= name.start


def _by_speaker_before(voices: Voices, before: list[Span]) -> Found | None:
    """Who speaks in the sentences before, the nearest first, if nobody else is named since."""
    text = voices.text
    for sentence in before:
        for verb in _HELD.finditer(text, *sentence):
            if subject := voices.subject(sentence.start, verb.start()):
                return subject[0], None, cut(text, *subject[1])
        if len(before) > 1 and (found := _by_subject(voices, sentence)):
            return found
        if voices.within(*sentence):
            return None
    return None
