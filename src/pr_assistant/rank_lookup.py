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
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, candidate, stems_of
from pr_assistant.words import stem, stems

LIKELY = 0.5
"""The chance that a rank is asked for from which one is looked up."""
_ASKS = re.compile(r"\b(?:rank|position|place|stand|league|table|come)", re.IGNORECASE)
_WHETHER = re.compile(r"\btop\b|\branked\b|\bfirst\b|\b\d{1,3}(?:st|nd|rd|th)\b", re.IGNORECASE)
"""What tells that it is a rank whose truth is asked for: "Is it in the top 60?"."""
_HELD = frozenset(
    map(stem, "top among within best better higher than first really according".split())
)
_PLACE = re.compile(r"\d{1,3}(?:st|nd|rd|th)?|st|nd|rd|th")
_COUNTS = re.compile(r"\bhow (?:many|much)\b|\bnumber of\b|\bscore\b", re.IGNORECASE)
"""What is asked for is no rank: "How many universities are in the Pearl Ranking?"."""
_EDITION = re.compile(
    rf"{NAMED.pattern}|\b20\d\d (?:\w+ ){{0,2}}(?:edition|[Rr]ankings?)\b"
    r"|\b(?:rankings?|edition|table) (?:of )?20\d\d\b"
)
"""A year that is that of a ranking."""
_WHERE = re.compile(
    r"\b(?:in|within|inside|among|across|other)\s+(?:the\s+|other\s+)?[\w’'-]+(?:\s[\w’'-]+){0,2}",
    re.IGNORECASE,
)
"""Where a rank is counted, as a question says it."""
_EARLIER = re.compile(
    r"\b(?:last|previous|prior|preceding) (?:year|edition)|\byear (?:before|earlier)"
)

_OF_OTHERS = re.compile(
    r"^(?:(?:in|for|by)\s+)?(?:which|what)\s+(?!rank|position|place|spot|is\b|was\b|are\b|does\b|did\b)",
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
    if any(other.search(asked.text) for other in (_EARLIER, _OF_OTHERS, _COUNTS)):
        return None
    said = _said(asked.text)
    if whether:
        said -= _HELD | {word for word in said if _PLACE.fullmatch(word)}
    fit = _of_ranking(said - _bodies(source), ranks(source, found))
    named = frozenset[str]().union(*(stems_of(one.group()) for one in NAMED.finditer(asked.text)))
    named -= {word for word in named if word.isdigit()}
    years = set(YEAR.findall(asked.text))
    fit = [one for one in fit if not years or one.year in years]
    near = _in_scope(asked.text, fit)
    meant = [one for one in near if _is_about(said, named, years, one, _whose(said, source, one))]
    if len({one.value for one in meant}) != 1:
        return None
    return candidate("ranked", [meant[0].span], [meant[0].home], meant[0].home.stems)


def _is_about(
    said: frozenset[str],
    named: frozenset[str],
    years: set[str],
    rank: Rank,
    whose: frozenset[str],
) -> bool:
    """Whether every word of a question is about a rank, its ranking or whose it is."""
    known = rank.ranking | rank.scope | GENERIC | years | whose
    return said <= known and named <= rank.name | whose


def missing_edition(asked: Asked, source: Source, found: Sequence[Candidate]) -> str | None:
    """The year of a ranking that is asked for and of which the release gives no rank, "" for the
    last one or a country; None if it gives one, or no year or ranking of the release is named."""
    if asked.kinds.get("rank", 0.0) < LIKELY and not _whether(asked):
        return None
    if _COUNTS.search(asked.text) or _OF_OTHERS.search(asked.text):
        return None
    given = ranks(source, found)
    fit = _of_ranking(_said(asked.text) - _bodies(source), given)
    if not fit:
        return None
    if _EARLIER.search(asked.text):
        return None if any(_COMPARED.search(one.home.text) for one in fit) else ""
    scope = _scope(asked.text, given)
    if scope and not any(scope <= one.scope for one in fit):
        return ""  # at home, of which it says only what the rank in the world is
    editions = [year for one in _EDITION.finditer(asked.text) for year in YEAR.findall(one.group())]
    known = all(one.year for one in fit) and not any(one.year in editions for one in fit)
    return editions[0] if editions and known else None


def _scope(question: str, given: Sequence[Rank]) -> frozenset[str]:
    """Stems of where a question asks for a rank: "in Norway", "among other Norse universities"."""
    there = frozenset[str]().union(*(stems_of(one.group()) for one in _WHERE.finditer(question)))
    return there & frozenset[str]().union(*(one.scope for one in given))


def _in_scope(question: str, fit: Sequence[Rank]) -> list[Rank]:
    """The ranks for where a question asks: for the world, where it does not say."""
    scope = _scope(question, fit)
    return [one for one in fit if (scope <= one.scope if scope else not one.scope)]


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


def _bodies(source: Source) -> frozenset[str]:
    """Stems of the names of the organisations of a release, but of those that name a ranking."""
    text = source.release.text
    rankings = [one.group() for one in NAMED.finditer(text)]
    names = [
        name
        for one in source.facts.organisations
        for name in (one.name, *(alias.text for alias in one.aliases))
        if not any(name in ranking for ranking in rankings)
    ]
    return frozenset[str]().union(*map(stems_of, names))


def _whose(said: frozenset[str], source: Source, rank: Rank) -> frozenset[str]:
    """Stems of the names of the one whose rank it is, as far as the question says them; none where
    its sentence names several."""
    home = rank.home.span
    rankings = [Span(*one.span()) for one in NAMED.finditer(source.release.text, *home)]
    there = [
        one
        for one in source.facts.organisations
        if any(
            home.start <= m.start < home.end
            and not any(name.start <= m.start < name.end for name in rankings)
            for m in one.mentions
        )
    ]
    if len(there) > 1:
        return frozenset()
    below = {
        b.organisation.lower()
        for b in source.facts.boilerplate
        if b.start <= rank.span.start < b.end
    }
    whose = there or [
        one
        for one in source.facts.organisations
        if below & _lower([one.name, *(alias.text for alias in one.aliases)])
    ]
    names = [name for one in whose for name in (one.name, *(a.text for a in one.aliases))]
    return frozenset[str]().union(*map(stems_of, names)) & said


def _lower(names: Sequence[str]) -> set[str]:
    return {name.lower().removeprefix("the ") for name in names} | {name.lower() for name in names}
