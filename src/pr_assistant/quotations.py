"""Text → the quotations of people in it, each with the slice that names its speaker.

Quoted names and titles ("Art and Design") are not quotations: only words that somebody said are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pr_assistant.sentences import Span, split, trim

_VERB = (
    r"(?:said|says|remarked|remarks|added|adds|commented|comments|stated|states|noted|notes"
    r"|explained|explains|continued|continues|concluded|concludes|told|tells|announced|observed"
    r"|emphasi[sz]ed|stressed|highlighted|shared|warned|argued|wrote|declared|affirmed|recalled"
    r"|insisted|acknowledged|replied|asked)"
)
_QUOTED = re.compile(r'"[^"]*(?:"|$)|“[^”]*(?:”|$)')
_LEAD_IN = re.compile(rf"\b{_VERB}\b(?:[^.!?\"“”]{{0,60}}[,:])?\s*$")
_VERB_FIRST = re.compile(rf"\s*,?\s*{_VERB}\b")
_NAME_FIRST = re.compile(rf"\s*,?\s*(?P<name>[^;\"“”]{{2,90}}?)\s+{_VERB}\b")
_UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŽŻŹĆČĐİŐŰ"
_HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Hon)\b\.?\s*)"
_WORD = rf"(?:[{_UPPER}]\.|[{_UPPER}][\w'’-]*)"
_PARTICLE = r"(?:de|der|den|van|von|al|bin|binti|la|le|di|da|dos|du)\b"
_NAME = re.compile(rf"{_HONORIFIC}*{_WORD}(?:\s+(?:{_WORD}|{_PARTICLE}))*")
_FULL_NAME = re.compile(rf"{_HONORIFIC}+{_WORD}|{_WORD}\s+(?:{_PARTICLE}\s+)*{_WORD}")
_NO_NAME = re.compile(r"(?:A|An|The|This|Our|Its|One|Another|It|We|I|Then|But|And)\b(?!\s+[A-Z])")
_AFTER_NAME = re.compile(r"\.?\s*$|\s+(?:of|at|from|for|in|who)\b")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")
_MALE = re.compile(r"(?:Mr|Sir)\b")
_FEMALE = re.compile(r"(?:Mrs|Ms|Dame)\b")
_SETTING = re.compile(
    r"\s*(?:In|At|On|For|With|As|To|Commenting|Speaking|Asked|Addressing|Following|After)\b"
)
_SAID_LENGTH = 120
"""How far after "said" a speaker's name may begin and end, in characters."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Something somebody said: `start:end` with its quotation marks; the speaker as a slice."""

    start: int
    end: int
    speaker: Span | None


def find(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """Quotations in `paragraphs` (spans of `text`, in order), each within one paragraph.

    A quotation takes its speaker from the words before it, else from those after it, else from
    the quotation that it carries on ("...," said X. "..."). Its speaker is None where the words
    say that somebody speaks but not, for certain, who.
    """
    found: list[Quotation] = []
    carried_on = False  # the paragraph before ended inside a quotation
    for paragraph in paragraphs:
        begin = paragraph.start
        for match in _QUOTED.finditer(text, paragraph.start, paragraph.end):
            quoted = Span(*match.span())
            last = found[-1] if found else None
            carries_on = last is not None and (
                carried_on if quoted.start == paragraph.start else _joins(text, last, quoted.start)
            )
            named = _speaker(text, begin, quoted, paragraph.end)
            begin = quoted.end
            if named is not None:
                speaker = _resolve(text, named, last, quoted)
                found.append(Quotation(*quoted, speaker))
            elif carries_on and last is not None:
                found.append(Quotation(*quoted, last.speaker))
        carried_on = bool(found) and _is_open(text, found[-1], paragraph)
    return found


def _is_open(text: str, quotation: Quotation, paragraph: Span) -> bool:
    """Whether a quotation runs on into the next paragraph: nothing closes it at the end."""
    return quotation.end == paragraph.end and text[quotation.end - 1] not in '"”'


def _joins(text: str, last: Quotation, start: int) -> bool:
    """Whether nothing but its attribution stands between the last quotation and this one."""
    between = text[last.end : start]
    if "\n\n" in between or not (_VERB_FIRST.match(between) or _NAME_FIRST.match(between)):
        return False
    return len(split(between)) == 1 and between.rstrip()[-1:] in ".,:"


def _speaker(text: str, begin: int, quoted: Span, end: int) -> Span | None:
    """What names the speaker, by the words just before or just after; empty: nobody by name."""
    before = split(text, begin, quoted.start)
    if before and (verb := _LEAD_IN.search(text, before[-1].start, quoted.start)):
        return _name(text, before[-1].start, verb.start())
    if text[quoted.end - 2] not in ",?!…-—–":
        return None
    if verb := _VERB_FIRST.match(text, quoted.end, end):
        return _name(text, *split(text, verb.end(), min(end, verb.end() + _SAID_LENGTH))[0])
    if subject := _NAME_FIRST.match(text, quoted.end, end):
        return _name(text, *subject.span("name"))
    return None


def _name(text: str, start: int, end: int) -> Span:
    """Who a clause names: a part between commas that is all name, else a name that ends one.

    A setting ("In a statement,") names nobody. A pronoun is given as it is, nobody as nothing.
    """
    commas = [match.start() for match in re.finditer(",", text[start:end])]
    borders = [start, *(start + comma + 1 for comma in commas), end + 1]
    parts = [trim(text, one, two - 1) for one, two in pairwise(borders)]
    parts = [part for part in parts if not _SETTING.match(text, *part)]
    for part in parts:
        if _NAME.fullmatch(text, *part) and not _NO_NAME.match(text, *part):
            return _without_stop(text, part)
    for part in parts:
        names = [m for m in _NAME.finditer(text, *part) if not _NO_NAME.match(m.group())]
        if names:
            closing = (m for m in names if _AFTER_NAME.match(text, m.end(), part.end))
            return _without_stop(text, Span(*next(closing, names[-1]).span()))
    if pronoun := _PRONOUN.search(text, start, end):
        return Span(*pronoun.span())
    return Span(start, start)


def _without_stop(text: str, name: Span) -> Span:
    return Span(name.start, name.start + len(text[slice(*name)].rstrip(" .")))


def _resolve(text: str, named: Span, last: Quotation | None, quoted: Span) -> Span | None:
    """The named speaker; for a pronoun the last one, unless it may be somebody else."""
    if not _PRONOUN.fullmatch(text, *named):
        return named if named.start < named.end else None
    if last is None or last.speaker is None:
        return None
    other = _MALE if text[slice(*named)].lower() == "she" else _FEMALE
    if other.match(text, *last.speaker):
        return None
    since = [
        match.span()
        for match in _FULL_NAME.finditer(text, last.end, quoted.start)
        if not (match.start() < last.speaker.end and last.speaker.start < match.end())
    ]
    return None if since else last.speaker
