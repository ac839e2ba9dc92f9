"""Where names of people may stand: words with a capital, initials and particles between them."""

from __future__ import annotations

import re

from pr_assistant.facts.lexicon import (
    HONORIFICS,
    NOT_NAMES,
    ORGANISATION_NOUNS,
    PARTICLES,
    SOFT,
)
from pr_assistant.sentences import Span

UPPER = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
    "ŌḌḤṢṬẒƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
_INITIAL = rf"[{UPPER}]\.(?:-?[{UPPER}]\.)*"
WORD = rf"(?:[{UPPER}][\w’'‑-]*[\w](?<!['’]s)|[{UPPER}](?=\s))"
_PARTICLE = (
    r"(?:" + "|".join(sorted((p for p in PARTICLES if p.isalpha()), key=len, reverse=True)) + r")"
)
_GAP = r"(?:[ \t\u00a0]+|[ \t]*\n(?!\s*\n)[ \t]*)"
RUN = re.compile(
    rf"(?<![\w'’.@/-])(?:{WORD}|{_INITIAL})(?:(?:{_GAP}{_PARTICLE}){{0,3}}{_GAP}(?:{WORD}"
    rf"|{_INITIAL})"
    rf"|{_GAP}[dD]['’]{WORD}){{0,11}}"
)
"""A run of capitalised words, which may be a name or anything else."""
GLUED = re.compile(RUN.pattern.removeprefix(r"(?<![\w'’.@/-])"))
"""The same, also right after a full stop ("Mr.Jason Zhang")."""
HONORIFIC = re.compile(
    r"(?<![\w-])(?P<honorific>(?:" + "|".join(HONORIFICS) + r")(?:\.?-?Ing)?)(?![\w'’])"
    r"(?!\s+(?:Mayor|Chancellor|Justice|Provost|Advocate|Chief|Minister|Emerit\w+)\b)"
    r"(?:\.|(?=\s))"
    r"[ \t\u00a0\n]*(?=\S)"
)
_PREFIXES = (
    "Mc",
    "Mac",
    "De",
    "Di",
    "La",
    "Le",
    "O'",
    "O’",
    "Van",
    "Von",
    "D'",
    "D’",
    "Du",
    "Fitz",
)
_SURE = NOT_NAMES - SOFT


def words(text: str, span: Span) -> list[str]:
    """The words of a span."""
    return text[slice(*span)].split()


def is_name(name: str, least: int = 2, sure: bool = False) -> bool:
    """Whether words may be the name of a person: so many of them, and none that speaks against it.

    `sure` where the place speaks for a name: then "Park" or "King" may be one.
    """
    parts = name.split()
    barred = _SURE if sure else NOT_NAMES
    real = [p for p in parts if p.lower() not in PARTICLES]
    if not least <= len(real) <= 5 or any(c.isdigit() or c in "&/@" for c in name):
        return False
    if all(p.isupper() and len(p) > 1 for p in real) and len(real) > 1 and "." not in name:
        return len(real) <= 3 and not any(p.lower() in barred for p in parts)
    if len(real) == 1 and real[0].isupper() and len(real[0]) > 1 and least > 1:
        return False
    lowered = [p.lower().rstrip(".") for p in parts if len(p.rstrip(".")) > 1]
    if any(p in barred for p in lowered):
        return False
    return not any(_is_camel(part) for part in parts)


def _is_camel(word: str) -> bool:
    """Whether a capital follows a small letter, as in no name but "McAllister" and its like."""
    if word.startswith(_PREFIXES):
        return False
    return any(c.isupper() and word[i - 1].islower() for i, c in enumerate(word) if i)


def looks_like_organisation(name: str) -> bool:
    """Whether the words of a name speak of an organisation."""
    parts = [p.lower().strip(",.") for p in name.split()]
    return any(p in ORGANISATION_NOUNS - SOFT for p in parts) or any(map(_is_camel, name.split()))


def key(name: str) -> str:
    """What two spellings of one name share: its letters, in lower case."""
    return re.sub(r"[\W_]+", "", name).casefold()
