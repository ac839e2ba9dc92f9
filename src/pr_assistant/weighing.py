"""A candidate → the signals that speak for it as the answer to one question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial

from pr_assistant.asking import Asked
from pr_assistant.extraction import READ, UNREAD, Marked
from pr_assistant.known_words import share_of_names
from pr_assistant.models import Passage, ScoredPassage
from pr_assistant.near_misses import is_lesser, is_of_each
from pr_assistant.sentences import Span
from pr_assistant.settling import settles
from pr_assistant.signals import GIVES, Signals, fits
from pr_assistant.statements import Candidate, Statement

SLACK = 2
"""Word pieces by which a span that the reader marks may pass the ends of a fact."""

_LIKELY = 0.3
"""How much a fact must be what is asked for that its passage is read, too."""

Place = tuple[str, int]
"""Release and start of a passage."""


class Scale:
    """What candidates are weighed by for one question."""

    def __init__(
        self,
        asked: Asked,
        named: Sequence[str],
        passages: Sequence[ScoredPassage],
        marked: Mapping[Place, Marked],
    ) -> None:
        self._asked, self._named, self._marked = asked, named, marked
        self._found = {place_of(one.passage): one for one in passages}
        # Many candidates stand in one statement.
        self._best = lru_cache(maxsize=None)(self._of_statement)
        self._is_lesser = lru_cache(maxsize=None)(partial(is_lesser, asked.text, named))

    def signals(self, one: Candidate) -> Signals:
        asked = self._asked
        is_fact = one.kind not in ("statement", "span", "spans")
        said = sum(word in asked.expected for word in one.keys)
        text = text_of(one)
        found = [self._found.get(place_of(s.passage)) for s in one.statements]
        read = [self._best(s) for s in one.statements]
        spans = [self._of_span(one, span) for span in one.answer]
        if is_whole := one.kind == "overview":  # no passage of it is searched for or read
            read, spans = [(0.0, 0.0)], [(0.0, 0.0)]
        return Signals(
            kind=0.0 if self._is_other(one, text) else fits(one, asked, text),
            keys=asked.share(one.keys),
            statement=asked.share(one.stems),
            context=asked.share(one.context),
            present=1 - asked.missing(one.context),
            names=share_of_names(self._named, one.context),
            aimed=said / len(one.keys) if is_fact and one.keys else 0.0,
            passage=1.0 if is_whole else max(p.score if p else 0.0 for p in found),
            cosine=max((p.cosine or 0.0) if p else 0.0 for p in found),
            sentence=0.0,
            fact=float(is_fact),
            marked=float(one.kind in ("span", "spans")),
            span=sum(score for score, _ in spans) / len(spans) / 10,
            inside=sum(mean for _, mean in spans) / len(spans) / 10,
            evidence=max(evidence for evidence, _ in read) / 10,
            answers=max(answers for _, answers in read) / 10,
            settled=float(settles(one, asked, self._named)),
            length=min(2.0, len(text.split()) / 30),
        )

    def _is_other(self, one: Candidate, text: str) -> bool:
        """Whether it says something like what is asked for, but not that."""
        stated = _stated(one)
        return self._is_lesser(stated) or is_of_each(self._asked.text, text, stated)

    def _of_statement(self, one: Statement) -> tuple[float, float]:
        mark = self._marked.get(place_of(one.passage))
        if mark is None:
            return UNREAD, UNREAD
        return mark.mean(mark.evidence, _local(one.span, one.passage)), mark.answers

    def _of_span(self, one: Candidate, span: Span) -> tuple[float, float]:
        """(the reader's best span there, its mean logit of being inside an answer)."""
        for statement in one.statements:
            mark = self._marked.get(place_of(statement.passage))
            if mark and statement.span.start < span.end and span.start < statement.span.end:
                local = _local(span, statement.passage)
                slack = 0 if one.kind in ("statement", "span", "spans") else SLACK
                return mark.within(local, slack), mark.mean(mark.inside, local)
        return UNREAD, UNREAD


def text_of(one: Candidate) -> str:
    """The words of its answer."""
    pieces = []
    for span in one.answer:
        for statement in one.statements:
            start = max(span.start, statement.span.start) - statement.span.start
            end = min(span.end, statement.span.end) - statement.span.start
            if start < end:
                pieces.append(statement.text[start:end])
    return " ".join(pieces)


def _stated(one: Candidate) -> str:
    return " ".join(statement.text for statement in one.statements)


def to_read(passages: Sequence[Passage], found: Sequence[Candidate], asked: Asked) -> list[Passage]:
    """What the trained reader reads: the best of the search, or in place of the last of them the
    passage of the fact that is most of all what is asked for and about its words."""
    best = list(passages[:READ])
    facts = [one for one in found if one.kind in GIVES and one.keys]
    wanted = [fits(one, asked, text_of(one)) * asked.share(one.keys) for one in facts]
    most = max(wanted, default=0.0)
    if most < _LIKELY:
        return best
    homes = [
        one.statements[0].passage for one, much in zip(facts, wanted, strict=True) if much == most
    ]
    places = {place_of(passage) for passage in best}
    if any(place_of(home) in places for home in homes):
        return best
    return [*best[: READ - 1], homes[0]]


def place_of(passage: Passage) -> Place:
    """What tells a passage from all others."""
    return passage.release_id, passage.start


def _local(span: Span, passage: Passage) -> Span:
    return Span(span.start - passage.start, span.end - passage.start)
