"""Who stands between a clause and the verb of saying that closes it."""

from __future__ import annotations

import re

from pr_assistant.facts import clauses
from pr_assistant.facts.models import Person
from pr_assistant.facts.voices import APPOSITION, SETTING, Voices
from pr_assistant.sentences import Span

_TAIL_WHO = re.compile(r",\s+(?P<who>[^,“”\"]{2,60})\s+$")
_TAIL_PRONOUN = re.compile(r"(he|she|they)(?: also| later)?")
_AND = re.compile(r"(?:,[^.;:“”\"]{2,80},)?\s+and\s+(?:[A-Z][\w.]{0,4}\s)*")
_TITLED = re.compile(
    r"(?:[^.;:“”\"]{0,40},)?\s+(?:(?:[A-Z][\w-]+-)?[a-z]+\s){0,3}(?:[A-Z][\w.-]{0,9}\.?\s)*"
)
"""Between a title and the name that it explains."""
_APPOSED = re.compile(r",\s(?:the|its|an?|[A-Z][\w’'-]+[’']s)\s[^,.;:“”\"]{2,60}$")


def told_behind(voices: Voices, start: int, verb: int) -> tuple[Person, Span, int] | None:
    """Who stands between a clause and the verb at `verb` that closes it: person, where, and

    where the clause ends: "…, she said", "…, Jane Roe, head of Acme, said".
    """
    text = voices.text
    found: tuple[Person, Span, int] | None = None
    for comma in re.compile(r",\s").finditer(text, start, verb):
        match = _TAIL_WHO.match(text, comma.start(), verb)
        if match is None:
            continue
        if pronoun := _TAIL_PRONOUN.fullmatch(match["who"]):
            person = voices.antecedent(
                match.start("who"),
                pronoun[1],
                told=Span(_told_from(text, start, match.start()), match.start()),
            )
            if person:
                found = (person, Span(*match.span("who")), match.start())
        elif mentions := voices.within(match.start("who"), verb):
            span, speaker = mentions[-1]
            if span.end >= match.end("who") - 1 and not _are_two(text, mentions):
                found = (speaker, span, match.start())
    if found:
        return found
    for span, speaker in voices.within(start, verb):
        before = text[start : span.start].rstrip()
        if (stop := _before_title(text, start, span, speaker)) and (
            APPOSITION.fullmatch(text, span.end, verb) and clauses.has_verb(text, start, stop)
        ):
            return speaker, span, stop
        if (
            before.endswith(",")
            and APPOSITION.fullmatch(text, span.end, verb)
            and not SETTING.match(text, start, verb)
            and clauses.is_clause(text, start + (text[start] == " "), span.start)
        ):
            return speaker, span, start + len(before) - 1
    return None


def _are_two(text: str, mentions: list[tuple[Span, Person]]) -> bool:
    """Whether two speak at once, neither alone: "directors Jane Roe and Max Lund said"."""
    return len(mentions) > 1 and bool(
        _AND.fullmatch(text, mentions[-2][0].end, mentions[-1][0].start)
    )


def _before_title(text: str, start: int, name: Span, person: Person) -> int | None:
    """Where a clause ends before "…, the town's mayor, Jane Roe": its last comma."""
    title = person.title
    if title is None or not start < title.start < title.end <= name.start:
        return None
    if not _TITLED.fullmatch(text, title.end, name.start):
        return None
    comma = text.rfind(", ", start, title.start)
    further = _APPOSED.search(text, start, max(start, comma))
    if further and not clauses.has_verb(text, *further.span()):
        comma = further.start()  # "…, the trustee, attorney Jane Roe, said"
    return comma if comma > start and title.start - comma < 90 else None


def _told_from(text: str, start: int, stop: int) -> int:
    """Where what is told begins, which a colon or semicolon may part from words before it."""
    return max(start, *(text.rfind(mark, start, stop) + 2 for mark in (": ", "; ")))
