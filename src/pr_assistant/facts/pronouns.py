"""Whom "he", "she" or "they" means before a verb of saying."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pr_assistant.facts.honorifics import gender
from pr_assistant.facts.lexicon import ROLE_HEADS
from pr_assistant.facts.models import Person
from pr_assistant.facts.saying import SAYING
from pr_assistant.sentences import Span

if TYPE_CHECKING:
    from pr_assistant.facts.voices import Voices

OWNING = re.compile(r"[’']s?\s")
"""Behind a name that only says whose somebody is: "Ms Roe's deputy"."""
_UNKNOWN_NAME = re.compile(
    r"(?<!\bthe )(?<!\bof )(?<!\bin )(?<!\bfrom )(?<!\bby )(?<!\bat )(?<!\bfor )\b"
    r"(?!(?:Her|His|Its|Their|Our|The|This|That|An?|In|At|On|For|But|And)\b)"
    r"[A-Z][a-z]+ [A-Z][a-z]+ [a-z]"
)
_GROUP = re.compile(
    r"\b(?:group|union|league|association|agency|bank|firm|company|maker|fund|party|club|campaign"
    r"|charity|society|federation|network|newspaper|brand|start-up|consultancy|retailer)\s$"
)
"""Before the name of what is nobody: "the consumer group Fair Fares"."""
_NAME = r"[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]*\.?|van|von|de|der|bin|al)){1,3}"
_UNKNOWN_SPEAKER = re.compile(
    rf"(?:,\s{_NAME},\s|\b{_NAME}(?:,[^,.;“”\"]{{3,80}},)?\s+)"
    rf"(?:{SAYING}|was|is|had|has|welcomed|called)\b"
)
"""Somebody who may have spoken and is not among the people known."""
_LIVING = (
    r"(?:(?:is|was) (?:born|retiring|stepping|leaving|married)|grew up|learned|learnt|studied|died"
    r"|married|retires|retired|coached|coaches|lives|lived|smiled|laughed|thanked|thanks|welcomed"
    r"|hopes|hoped|wants|wanted|denies|regrets|regretted)"
)
"""What ships and firms do not do."""
_ACTS = re.compile(
    r"(?:\s+\([^()]{1,40}\))?(?:\s+(?:of|at|from)\s+[^,.;:“”\"]{2,60})?(?:,(?:[^.;:“”\"]|\.\d){2,80})?"
    rf",?\s+(?:(?:also|then|has)\s+)?(?:{SAYING}|{_LIVING}|who|whose)\b"
)
_ACTED = re.compile(rf"\b(?:{SAYING}|to|by)\s+$")
_DEED = re.compile(
    r"\b(?:and|but|before)\s+(?:\w+\s+)?(?:thank|prais|congratulat|urg|invit|welcom|introduc|greet)\w+\s"
)
"""What the speaker does to somebody else in the same sentence."""
_BEFORE = re.compile(r"([a-z]+)\s+$")
_FURTHEST = 8
"""How many sentences back a pronoun may lead."""


def is_heard(text: str, person: Person) -> bool:
    """Whether a name has a title, an honorific or a verb of saying: it is no ship or firm."""
    if person.title or person.honorific:
        return True
    return any(
        _ACTS.match(text, m.end)
        or text.startswith((",", ":", " (", " –", " —"), m.end)
        or _ACTED.search(text, max(0, m.start - 40), m.start)
        or ((role := _BEFORE.search(text, max(0, m.start - 40), m.start)) and role[1] in ROLE_HEADS)
        for m in person.mentions
    )


def antecedent(voices: Voices, at: int, pronoun: str, told: Span | None) -> Person | None:
    """Whom a pronoun at `at` means: the subject of the nearest sentence that names one.

    Who is named in `told`, the clause that the pronoun tells, is somebody else: "Ms Roe, she said,
    had signed".
    """
    other = {"he": "she", "she": "he"}.get(pronoun, "nobody")
    about = [p for _, p in voices.within(*told)] if told else []
    sentences = voices.layout.sentences
    last_end = voices.found[-1].end if voices.found else 0
    index = bisect_left(sentences, at, key=lambda s: s.start)
    for back in range(index - 1, max(-1, index - 1 - _FURTHEST), -1):
        sentence = sentences[back]
        end = min(sentence.end, at)
        if told and sentence.start < told.end:
            end = min(end, told.start)
        mentions = _possible(voices, sentence.start, end, other)
        if mentions and sentence.start < last_end:
            since = _possible(voices, max(sentence.start, last_end), end, other)
            if since and not _DEED.search(voices.text, last_end, end):
                return since[0] if since[0] not in about else None
        if mentions:
            first, person = voices.within(*sentence)[0]
            titled = person.title.start if person.title else first.start
            stop = titled if sentence.start <= titled < first.start else first.start
            strangers = _UNKNOWN_NAME.finditer(voices.text, sentence.start, stop)
            if any(
                not voices.layout.quotation(m.start())
                and not _GROUP.search(voices.text, max(0, m.start() - 30), m.start())
                for m in strangers
            ):
                return None  # perhaps it is they who are meant
            last = voices.speakers[-1][1] if voices.speakers else None
            found = mentions[0]
            if last in mentions and len(set(map(id, mentions))) > 1:
                found = last
            return found if found not in about else None
        if end > sentence.start and _is_strange(voices, sentence.start, end):
            return None
    return None


def _possible(voices: Voices, start: int, end: int, other: str) -> list[Person]:
    """People named outside quotations who can be meant, owners only where nobody else can."""
    named = [
        (s, p) for s, p in voices.within(start, end)
        if not voices.layout.quotation(s.start) and gender(p.honorific) != other
    ]  # fmt: skip
    acting = [p for s, p in named if not OWNING.match(voices.text, s.end)]
    return acting or [p for _, p in named]


def _is_strange(voices: Voices, start: int, end: int) -> bool:
    """Whether somebody unknown may have spoken in a sentence that names nobody known."""
    return any(
        not voices.layout.quotation(m.start()) and not voices.within(m.start(), m.end())
        for m in _UNKNOWN_SPEAKER.finditer(voices.text, start, end)
    )
