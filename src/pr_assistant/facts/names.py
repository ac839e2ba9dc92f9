"""Where names of people may stand: words with a capital, initials and particles between them."""

from __future__ import annotations

import re

from pr_assistant.facts.honorifics import HONORIFIC as HONORIFIC
from pr_assistant.facts.lexicon import (
    FUNCTIONS,
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
_SHORTENED = r"(?:St|Ste|Sta|Ma|Mohd|Muhd|Md|Abd|Wm|Jos|Hj|Hjh|Th|Chr|Joh)\."
_PARTICLE = (
    r"(?:"
    + "|".join(sorted((p for p in PARTICLES if p[-1].isalpha()), key=len, reverse=True))
    + r")(?![\w’'])"
)
_GAP = r"(?:[ \t\u00a0]+|[ \t]*\n(?!\s*\n)[ \t]*)"
_PART = rf"(?:{_SHORTENED}(?={_GAP}[{UPPER}])|(?!(?:Jr|Sr)\b){WORD}|{_INITIAL})"
NICKNAME = rf"[“\"‘'][{UPPER}][\w.-]{{0,14}}[”\"’'](?=(?:{_GAP}{_PARTICLE}){{0,3}}{_GAP}[{UPPER}])"
"""A name that friends use, in its quotation marks between given name and surname."""
_GENERATION = rf"(?:,?{_GAP}(?:Jr|Sr)\b\.?|{_GAP}(?:I{{2,3}}|IV)\b)"
SUFFIX = re.compile(_GENERATION)
"""Tells father from son, and belongs to the name."""
RUN = re.compile(
    rf"(?<![\w'’.@/&°-]){_PART}(?:(?:{_GAP}{_PARTICLE}){{0,3}}{_GAP}{_PART}"
    rf"|{_GAP}(?:[dD]['’]|(?:a[ldrst]|ash|el|ul)-){WORD}|{_GAP}{NICKNAME}){{0,11}}(?:,?{_GAP}(?:Jr|Sr)\b\.?)?"
)
"""A run of capitalised words, which may be a name or anything else."""
GLUED = re.compile(RUN.pattern.removeprefix(r"(?<![\w'’.@/&°-])"))
"""The same, also right after a full stop ("Mr.Jason Zhang")."""
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
GIVEN_TOO = frozenset(("Ben", "Ole"))
"""Particles that are given names where they stand first."""
_SURE = NOT_NAMES - SOFT


def without_suffix(name: str) -> str:
    """A name without what tells father from son."""
    return SUFFIX.sub("", name) if "r" in name[-4:] or "I" in name[-4:] else name


def words(text: str, span: Span) -> list[str]:
    """The words of a span."""
    return text[slice(*span)].split()


def is_name(name: str, least: int = 2, sure: bool = False) -> bool:
    """Whether words may be the name of a person: so many of them, and none that speaks against it.

    `sure` where the place speaks for a name: then "Park" or "King" may be one.
    """
    parts = [p.strip("“”\"‘’'") for p in without_suffix(name).split()]
    barred = _SURE if sure else NOT_NAMES
    real = [p for p in parts if p.lower() not in PARTICLES]
    if parts and parts[0] in GIVEN_TOO:
        real.insert(0, parts[0])
    if not least <= len(real) <= 6 or any(c.isdigit() or c in "&/@" for c in "".join(real)):
        return False
    if all(p.lower() in FUNCTIONS for p in real):
        return False
    if all(p.isupper() and len(p) > 1 for p in real) and len(real) > 1 and "." not in name:
        return len(real) <= 3 and not any(p.lower() in barred for p in parts)
    if len(real) == 1 and real[0].isupper() and len(real[0]) > 1 and least > 1:
        return False
    lowered = [p.lower().rstrip(".") for p in parts if len(p.rstrip(".")) > 1]
    if any(p in barred for p in lowered):
        return False
    return not any(_is_camel(part) or _DOING.search(part) for part in parts)


def _is_camel(word: str) -> bool:
    """Whether a capital follows a small letter, as in no name but "McAllister" and its like."""
    if word.startswith(_PREFIXES):
        return False
    return any(c.isupper() and word[i - 1].islower() for i, c in enumerate(word) if i)


_NOUNS = ORGANISATION_NOUNS - SOFT
_DOING = re.compile(r"-[a-z]{3,}ing$")
_COMPOUND = re.compile(
    r"^(?!(?:march|fair|bur|ew|eu|winde|mill|brock|fir|cruick|more|green)bank$).*(?:\w{3}|^)(?:bank(?:en)?|kassen?|werke?|gruppen?|gesellschaft|verband|verein|stiftung|pharma"
    r"|chemie|motoren|versicherung(?:en)?|logistik|technik|elektronik|muse(?:um|et|o)|muzeum)$"
)
"""Nouns of organisations at the end of Germanic compounds: "Sparebanken"."""


def looks_like_organisation(name: str) -> bool:
    """Whether the words of a name speak of an organisation."""
    parts = [p.lower().strip(",.") for p in name.split()]
    return (
        any(p in _NOUNS for p in parts)
        or any(map(_is_camel, name.split()))
        or any(map(_COMPOUND.search, parts))
    )


def key(name: str) -> str:
    """What two spellings of one name share: its letters, in lower case."""
    return re.sub(r"[\W_]+", "", name).casefold()
