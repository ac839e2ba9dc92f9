"""What is asked of a release as a whole: everybody in it, all its figures, all that is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from pr_assistant.facts.models import Facts
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, Statements, candidate
from pr_assistant.words import content_words, words

MOST = 50
"""Things of one kind that are given, the first of the text."""

_HEADS = {
    kind: frozenset(asked.split())
    for kind, asked in {
        "everybody": "people persons individuals everyone everybody names",
        "organisations": "organisations organizations companies institutions firms",
        "figures": "figures numbers statistics stats",
        "quotations": "quotes quotations",
        "dates": "dates",
    }.items()
}
"""Kind of candidate → what it is called where all of it is asked for."""
KINDS = frozenset(_HEADS)
_BESIDES = frozenset(
    "list name named show appear appears featured contain contains include includes included key"
    " main important all every each present referred cited appearing".split()
)
"""What may stand beside that; words like "mentioned" and "release" are stop words."""
_NAMES = frozenset("mentioned named listed appear appears".split())
_OPENING = frozenset(
    "who whom which what list name show give tell all everyone everybody key main".split()
)
_PARTICULAR = frozenset(
    "how number not no never without other else more than after before it its he him his she her"
    " hers they them their we us our you i that when where why can could will"
    " would should may say says said think from".split()
)
"""Words with which something in particular is asked: "Who was it named after?"."""


@lru_cache(maxsize=256)
def asked_for(question: str) -> str | None:
    """The kind of candidate of which a question wants all there are in the release; None if it is
    about anything in particular."""
    said = words(question)
    if not said or said[0] not in _OPENING or _PARTICULAR & set(said):
        return None
    asked = {word for word in content_words(question) if word not in _BESIDES}
    if not asked:
        return "everybody" if "who" in said and _NAMES & set(said) else None
    return next((kind for kind, heads in _HEADS.items() if asked <= heads), None)


def of_whole(
    facts: Facts, there: Statements, people: Sequence[Span], figures: Sequence[Span]
) -> Iterator[Candidate]:
    """One candidate a kind; people and figures as they are given with what stands beside them."""
    standing = [Span(one.start, one.end) for one in facts.boilerplate]

    def news(start: int) -> bool:
        return not any(one.start <= start < one.end for one in standing)

    found = {
        "everybody": people,
        "organisations": [Span(one.start, one.end) for one in facts.organisations],
        "figures": [figure for figure in figures if news(figure.start)],
        "quotations": [Span(q.start, q.end) for q in facts.quotations if not q.indirect],
        "dates": [Span(date.start, date.end) for date in facts.dates if news(date.start)],
    }
    for kind, spans in found.items():
        if given := _disjoint(spans):
            yield candidate(kind, given[:MOST], there.of(given[:MOST]), frozenset())


def _disjoint(spans: Sequence[Span]) -> list[Span]:
    """Those that do not overlap one before them."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found
