"""A question for a rank in a ranking that it names: "Where does Acme stand in the Pearl Ranking?".

Only where every word of the question is accounted for, and one rank alone can be meant, is it taken
for the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pr_assistant.asking import Asked
from pr_assistant.live import Source
from pr_assistant.rankings import GENERIC, NAMED, YEAR, Rank, ranks
from pr_assistant.statements import Candidate, candidate, stems_of
from pr_assistant.words import stem, stems

LIKELY = 0.5
"""The chance that a rank is asked for from which one is looked up."""
_SMALL = frozenset(map(stem, ("in", "of", "the", "for", "among", "within")))
_ASKS = re.compile(r"\b(?:rank|position|place|stand|league|table|come)", re.IGNORECASE)
_WHETHER = re.compile(r"\btop\b|\branked\b|\bfirst\b|\b\d{1,3}(?:st|nd|rd|th)\b", re.IGNORECASE)
"""What tells that it is a rank whose truth is asked for: "Is it in the top 60?"."""
_HELD = frozenset(
    map(stem, "top among within best better higher than first really according".split())
)
_PLACE = re.compile(r"\d{1,3}(?:st|nd|rd|th)?|st|nd|rd|th")
_EARLIER = re.compile(
    r"\b(?:last|previous|prior|preceding) (?:year|edition)|\byear (?:before|earlier)"
)

_OF_OTHERS = re.compile(
    r"(?:(?:in|for|by)\s+)?(?:which|what)\s+(?!rank|position|place|spot|is\b|was\b|are\b|does\b|did\b)",
    re.IGNORECASE,
)
"""How a question begins that asks for something else: "In which subjects is Acme first?"."""
_COMPARED = re.compile(
    r"\b(?:from|up|down|\w+er than|last year|previous|year before)\b|\bin 20\d\d\)"
)
"""Where a rank is held against an earlier one."""


def ranked(asked: Asked, source: Source, found: Sequence[Candidate]) -> Candidate | None:
    """The rank that is asked for among `found`; None where that is not certain."""
    whether = _whether(asked)
    of_number = asked.kinds.get("number", 0.0) >= LIKELY and _ASKS.search(asked.text)
    if asked.kinds.get("rank", 0.0) < LIKELY and not (whether or of_number):
        return None
    if _EARLIER.search(asked.text) or _OF_OTHERS.match(asked.text):
        return None
    said = _said(asked.text)
    if whether:
        said -= _HELD | {word for word in said if _PLACE.fullmatch(word)}
    fit = _of_ranking(said, ranks(source, found))
    named = frozenset[str]().union(*(stems_of(one.group()) for one in NAMED.finditer(asked.text)))
    named -= {word for word in named if word.isdigit()}
    if not fit:
        return None
    years = set(YEAR.findall(asked.text))
    fit = [one for one in fit if not years or one.year in years]
    scopes = said & frozenset[str]().union(*(one.scope for one in fit))
    near = [one for one in fit if (scopes <= one.scope if scopes else not one.scope)]
    for one in near:
        whose = _whose(said, source, one)
        known = one.ranking | one.scope | GENERIC | years | whose
        if said <= known and named <= one.name | whose:
            alone = len({other.value for other in near}) == 1
            return candidate("ranked", [one.span], [one.home], one.home.stems) if alone else None
    return None


def missing_edition(asked: Asked, source: Source, found: Sequence[Candidate]) -> str | None:
    """The year of a ranking that is asked for and of which the release gives no rank, "" for the
    last one; None if it gives one, or no year or ranking of the release is named."""
    if asked.kinds.get("rank", 0.0) < LIKELY and not _whether(asked):
        return None
    fit = _of_ranking(_said(asked.text), ranks(source, found))
    if not fit:
        return None
    if _EARLIER.search(asked.text):
        return None if any(_COMPARED.search(one.home.text) for one in fit) else ""
    years = YEAR.findall(asked.text)
    text = " ".join(one.home.text for one in fit)
    scopes = frozenset[str]().union(*(one.scope for one in ranks(source, found)))
    if (near := _said(asked.text) & scopes - _SMALL) and not any(near <= one.scope for one in fit):
        return ""  # at home, of which it says only what the rank in the world is
    return next((year for year in years if all(one.year for one in fit) and year not in text), None)


def _whether(asked: Asked) -> bool:
    """Whether a question for yes or no is about a rank."""
    return asked.kinds.get("yesno", 0.0) >= LIKELY and bool(_WHETHER.search(asked.text))


def _said(question: str) -> frozenset[str]:
    """Stems of what a question says, the short form THE among them."""
    return frozenset(stems(question)) | (
        {"the"} if re.search(r"\bTHE\b", question) else frozenset()
    )


def _of_ranking(said: frozenset[str], given: Sequence[Rank]) -> list[Rank]:
    """The ranks in the ranking whose name a question has most of, and least beyond."""
    fits = {one.ranking: (len(one.ranking & said), -len(one.ranking - said)) for one in given}
    best = max(fits.values(), default=(0, 0))
    names = {name for name, fit in fits.items() if fit == best}
    if best[0] == 0 or len(names) > 1:
        return []
    return [one for one in given if one.ranking in names]


def _whose(said: frozenset[str], source: Source, rank: Rank) -> frozenset[str]:
    """Stems of the names of those whose rank it may be, as far as the question says them."""
    known = frozenset[str]()
    for one in source.facts.organisations:
        names = [one.name, *(alias.text for alias in one.aliases)]
        stands_there = any(
            rank.home.span.start <= m.start < rank.home.span.end for m in one.mentions
        )
        below = any(
            b.start <= rank.span.start < b.end and b.organisation.lower() in _lower(names)
            for b in source.facts.boilerplate
        )
        if stands_there or below:
            known |= frozenset[str]().union(*(stems_of(name) for name in names))
    return known & said


def _lower(names: Sequence[str]) -> set[str]:
    return {name.lower().removeprefix("the ") for name in names} | {name.lower() for name in names}
