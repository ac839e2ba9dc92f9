"""Text → the quotations of people in it, each with the slice that names its speaker.

Quoted names and titles ("Art and Design") are not quotations: only words that somebody said are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pr_assistant.sentences import Span, split

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
_HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Hon)\b\.?\s*)*"
_CAPITALISED = r"[A-Z][\w'’-]*\.?"
_NAME = re.compile(
    rf"{_HONORIFIC}{_CAPITALISED}"
    rf"(?:\s+(?:{_CAPITALISED}|(?:de|der|den|van|von|al|bin|binti|la|le|di|da|dos|du)\b))*"
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")
_MALE = re.compile(r"(?:Mr|Sir)\b")
_FEMALE = re.compile(r"(?:Mrs|Ms|Dame)\b")
_SETTING = re.compile(
    r"\s*(?:In|At|On|For|With|As|To|Commenting|Speaking|Asked|Addressing|Following|After)\b"
)
_SAID_LENGTH = 120
"""How far after "said" a speaker's name may begin and end, in characters."""
_MIN_WORDS = 4
"""A shorter quoted string without an attribution is a name or a phrase."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Something somebody said: `start:end` with its quotation marks; the speaker as a slice."""

    start: int
    end: int
    speaker: Span | None


def find(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """Quotations in `paragraphs` (spans of `text`, in order), each within one paragraph.

    A quotation takes its speaker from the words before it, else from those after it, else from
    the quotation before it, where its paragraph only carries on ("..." said X. "...").
    """
    found: list[Quotation] = []
    carried_on = False  # the paragraph before ended inside a quotation
    for paragraph in paragraphs:
        speaker: Span | None = found[-1].speaker if carried_on and found else None
        carried_on = False
        begin = paragraph.start
        for match in _QUOTED.finditer(text, paragraph.start, paragraph.end):
            quoted = Span(match.start(), match.end())
            named = _speaker(text, begin, quoted, paragraph.end)
            begin = quoted.end
            if named is None and not (speaker and _is_speech(text, quoted)):
                continue
            if named and _PRONOUN.fullmatch(text, named.start, named.end):
                named = _antecedent(text, named, speaker or (found[-1].speaker if found else None))
            speaker = named or speaker
            found.append(Quotation(quoted.start, quoted.end, speaker))
            carried_on = text[quoted.end - 1] not in '"”'
    return found


def _antecedent(text: str, pronoun: Span, last: Span | None) -> Span | None:
    """The speaker before, unless an honorific says that the pronoun means somebody else."""
    if last is None:
        return None
    other = _MALE if text[pronoun.start : pronoun.end].lower() == "she" else _FEMALE
    return None if other.match(text, last.start, last.end) else last


def _is_speech(text: str, quoted: Span) -> bool:
    words = text[quoted.start : quoted.end].split()
    return len(words) >= _MIN_WORDS


def _speaker(text: str, begin: int, quoted: Span, end: int) -> Span | None:
    """The slice that names who is quoted, by the words just before or just after."""
    before = split(text, begin, quoted.start)
    if before and (verb := _LEAD_IN.search(text, before[-1].start, quoted.start)):
        return _name(text, before[-1].start, verb.start())
    if text[quoted.end - 2] not in ",?!…-—–":
        return None
    if verb := _VERB_FIRST.match(text, quoted.end, end):
        return _name(text, verb.end(), min(end, verb.end() + _SAID_LENGTH))
    if subject := _NAME_FIRST.match(text, quoted.end, end):
        return _name(text, *subject.span("name"))
    return None


def _name(text: str, start: int, end: int) -> Span | None:
    """The name in a clause: the first run of capitals that is no setting ("In a statement,")."""
    begin = start
    for comma in [*re.finditer(",", text[start:end]), None]:
        stop = start + comma.start() if comma else end
        if not _SETTING.match(text, begin, stop) and (match := _NAME.search(text, begin, stop)):
            if _PRONOUN.fullmatch(match.group()):
                return Span(*match.span())
            return Span(match.start(), match.start() + len(match.group().rstrip(" .")))
        begin = stop + 1
    if match := _PRONOUN.search(text, start, end):
        return Span(*match.span())
    return None
