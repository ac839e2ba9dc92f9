"""What everybody asks of a firm and its standing text tells: how many work there, and since when.

Only where every word of the question is accounted for, and one organisation alone can be meant, is
it taken for the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pr_assistant.asking import Asked
from pr_assistant.facts.models import Boilerplate, Organisation
from pr_assistant.live import Source
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, candidate, stems_of
from pr_assistant.words import stem, stems

LIKELY = 0.5
"""The chance that a number or a date is asked for from which one is looked up."""
_STAFF = frozenset(map(stem, "people person employee staff worker workforce headcount".split()))
_AT_WORK = _STAFF | frozenset(
    map(stem, "work employ have job today current currently now total altogether number size"
    " company firm group there worldwide globally overall roughly about big"
    " large".split())
)  # fmt: skip
_BEGUN = frozenset(
    map(
        stem,
        "founded established set start started formed created begin began".split(),
    )
)
_SINCE = _BEGUN | frozenset(
    map(stem, "year date company firm group yard university first business old".split())
)
_STAFFED = re.compile(
    r"\b(?:employ(?:s|ed|ing)?|ha[sd]|have|with|workforce|headcount|staff)\b[^.;]*$", re.IGNORECASE
)
"""What stands before a figure that says how many work there."""
_FOUNDED = re.compile(
    r"\b(?:[Ff]ounded|[Ee]stablished|[Ss]et up|[Ff]ormed|[Cc]reated)\b"
    r"[^.;,\d]{0,40}?\bin\s+(?:[A-Z][a-z]+\s+)?(?P<year>(?:1[5-9]|20)\d\d)\b"
)


def profiled(asked: Asked, source: Source, found: Sequence[Candidate]) -> Candidate | None:
    """How many work for an organisation, or when it was founded, by its standing text; None where
    that is not asked or not certain."""
    said = frozenset(stems(asked.text))
    counts = asked.kinds.get("number", 0.0) >= LIKELY and said & _STAFF
    dates = sum(asked.kinds.get(kind, 0.0) for kind in ("when", "number")) >= LIKELY
    fit = list(_meant(said, source))
    if len(fit) != 1:
        return None
    about, whose = fit[0]
    if counts and said <= _AT_WORK | whose:
        spans = list(_headcounts(source, about))
    elif dates and said & _BEGUN and said <= _SINCE | whose:
        text = source.release.text
        spans = [
            Span(*one.span("year"))
            for one in _FOUNDED.finditer(text, about.start, about.end)
            if _is_own(text[about.start : one.start()], whose)
        ]
    else:
        return None
    homes = [
        one.statements[0]
        for one in found
        if one.kind == "statement"
        and any(one.answer[0].start <= span.start < one.answer[0].end for span in spans)
    ]
    if len(spans) != 1 or not homes:
        return None
    return candidate("profile", spans, homes[:1], homes[0].stems)


def _meant(said: frozenset[str], source: Source) -> Iterator[tuple[Boilerplate, frozenset[str]]]:
    """The standing texts of what a question names, each with the stems of its names."""
    for about in source.facts.boilerplate:
        names = _names(about, source.facts.organisations)
        if any((whole := stems_of(name)) and whole - _FORMS <= said | _SMALL for name in names):
            yield about, frozenset[str]().union(*map(stems_of, names))


_FORMS = frozenset(
    map(stem, "plc ltd limited inc corp corporation ag as asa nv gmbh co llc".split())
)
_SMALL = frozenset(("the", "of", "and", "for"))


def _names(about: Boilerplate, bodies: Sequence[Organisation]) -> list[str]:
    """All that the organisation of a standing text is called."""
    names = [about.organisation]
    for body in bodies:
        called = [body.name, *(" ".join(alias.text.split()) for alias in body.aliases)]
        if about.organisation in called:
            names += called
    return [*names, *(name.split()[0] for name in names if len(name.split()[0]) > _SHORTEST)]


_SHORTEST = 4
"""Letters of the first word of a name by which alone something may be called."""


_STOP = re.compile(r"[.;](?=\s)")


def _headcounts(source: Source, about: Boilerplate) -> Iterator[Span]:
    """The figures of a standing text that say how many work there."""
    text = source.release.text
    for figure in source.facts.figures:
        unit = stem(figure.unit.lower()) if figure.unit else ""
        before = _STOP.split(text[about.start : figure.start])[-1]
        if not (about.start <= figure.start < about.end and _STAFFED.search(before)):
            continue
        if unit in _STAFF or (not unit and _STAFF_OF.search(before)):
            counted = figure.measures
            near = counted is not None and 0 <= counted.start - figure.end <= 1
            yield Span(figure.start, counted.end if counted and near else figure.end)


_STAFF_OF = re.compile(r"\b(?:staff|workforce|team|headcount) (?:of|is|was)\s+$", re.IGNORECASE)
"""What makes a bare number one of people: "a staff of 85"."""


def _is_own(before: str, whose: frozenset[str]) -> bool:
    """Whether a sentence that begins so is about the organisation itself: not "Its foundation"."""
    begins = _STOP.split(before)[-1].strip()
    names = {stem(word.lower()) for word in _CAPITAL.findall(begins)}
    return not _OF_IT.search(begins) and names <= whose | _SUBJECTS


_CAPITAL = re.compile(r"\b[A-Z][\w-]*")
_OF_IT = re.compile(r"\b(?:its|their|his|her|whose)\b|['’]s\b", re.IGNORECASE)
_SUBJECTS = _FORMS | frozenset(map(stem, "the it we about a an group company".split()))
