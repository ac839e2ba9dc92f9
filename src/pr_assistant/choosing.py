"""Scored candidates → the one that answers, and how far it leads.

What stands in one statement speaks for it together: the statement of the answer is the one whose
candidates have the most chance in sum.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pr_assistant import deciding
from pr_assistant.asking import Asked
from pr_assistant.narrowing import narrowed
from pr_assistant.sentences import Span
from pr_assistant.signals import Signals
from pr_assistant.statements import Candidate, Statement, stems_of
from pr_assistant.weighing import text_of
from pr_assistant.words import stem

ASKED = 0.2
"""The chance that a list is asked for from which one that is announced is given."""
_SHORT = frozenset("span number percent rank date person role place expansion".split())
"""Kinds of candidates that are short enough to be held against each other."""
_BULLET = re.compile(r"\W*(?:\w{1,2}[.)]\s*)?")
_TELLING = frozenset(
    stem(word)
    for word in "one two three four five six seven eight nine ten eleven twelve hundred thousand"
    " million billion january february march april may june july august september october"
    " november december rise fall up down".split()
)
"""Words that make an answer another one."""
_JOINED_BEFORE = re.compile(r"(?:\w[,;]|\b(?:and|or)|\d\s+to)\s+$")
_JOINED_BEHIND = re.compile(r"(?:[,;]\s+[^\s,;.][^,;.]{0,59}){0,6},?\s+(?:and|or)\s+\w|\s+to\s+\d")
LISTED = 0.5
"""The chance from which on one item of a list is answered with all of them."""
WHETHER = 0.5
"""The chance that yes or no is asked for from which on the words given are a clause at least."""
MOST = 8.0
"""Log-odds from which on a lead is whole."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its signals and its log-odds."""

    candidate: Candidate
    signals: Signals
    score: float


def choose(
    scores: Sequence[float], homes: Sequence[Sequence[int]], said: Sequence[frozenset[str]]
) -> tuple[int, float]:
    """(which candidate is the best of the likeliest statement, its lead over all others in [0, 1]).

    `scores` are log-odds, one a candidate; `homes` the statements that each stands in, by number;
    `said` what each statement answers (`answers_of`). One that answers the same is no rival.
    """
    inside: dict[int, list[int]] = {}
    for one, statements in enumerate(homes):
        for statement in statements:
            inside.setdefault(statement, []).append(one)
    sums = {home: _log_sum([scores[one] for one in those]) for home, those in inside.items()}
    home = max(sums, key=sums.__getitem__)
    best = max(inside[home], key=scores.__getitem__)
    others = [
        chance
        for other, chance in sums.items()
        if other not in homes[best] and not _agree(said[other], said[home])
    ]
    return best, min(1.0, (sums[home] - max(others)) / MOST) if others else 1.0


def best_of(scored: Sequence[Scored]) -> tuple[Scored, float]:
    """The candidate that answers, and its lead over those of other statements in [0, 1].

    Where facts settle the question, it is one of them: that of all who did what is asked, rather
    than of one of them.
    """
    settled = [one for one in scored if one.signals.settled]
    of_all = [one for one in settled if one.candidate.kind in ("people", "members")]
    pool = of_all or settled or scored
    homes = homes_of(pool)
    best, lead = choose([one.score for one in pool], homes, answers_of(pool, homes))
    return pool[best], lead


def answers_of(scored: Sequence[Scored], homes: Sequence[Sequence[int]]) -> list[frozenset[str]]:
    """For each statement the stems of the exact words in it that likeliest answer; releases say in
    the headline, the lead and below "About" the same again."""
    likeliest: dict[int, Scored] = {}
    for one, statements in zip(scored, homes, strict=True):
        if one.candidate.kind in _SHORT and len(statements) == 1:
            before = likeliest.get(statements[0])
            if before is None or deciding.within(before.signals) < deciding.within(one.signals):
                likeliest[statements[0]] = one
    count = 1 + max((number for statements in homes for number in statements), default=-1)
    return [
        _stems(text_of(likeliest[number].candidate)) if number in likeliest else frozenset()
        for number in range(count)
    ]


_stems = lru_cache(maxsize=4_000)(stems_of)


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether of two answers one has all words of the other, most of its own, and no figure or
    month more."""
    less, more = sorted((one, other), key=len)
    besides = more - less
    figures = {word for word in besides if word[0].isdigit() or word in _TELLING}
    return less <= more and not figures and 2 * len(less) > len(more)


def homes_of(scored: Sequence[Scored]) -> list[tuple[int, ...]]:
    """The statements that each candidate stands in, by number."""
    numbers: dict[tuple[str, int], int] = {}
    return [
        tuple(
            numbers.setdefault((home.passage.release_id, home.span.start), len(numbers))
            for home in one.candidate.statements
        )
        for one in scored
    ]


def _log_sum(scores: Sequence[float]) -> float:
    most = max(scores)
    return most + math.log(sum(math.exp(score - most) for score in scores))


def sharpened(best: Scored, scored: Sequence[Scored], asked: Asked) -> Scored:
    """The best candidate; of a sentence, the list that it announces, or the exact words in it.

    `scored`: all of them. Exact words are given where it is likely which ones answer; where a list
    is asked for, of one item of it the whole; where yes or no is, what settles it.
    """
    listed = asked.kinds.get("list", 0.0) > LISTED
    if best.candidate.kind != "statement":
        return best
    home = best.candidate.statements[0]
    inside = [
        one
        for one in scored
        if one.candidate.kind != "statement" and home in one.candidate.statements
    ]
    for one in inside:
        is_announced = one.candidate.kind == "list" and home == one.candidate.statements[0]
        if is_announced and one.signals.aimed > 0 and one.signals.kind > ASKED:
            return one
        if listed and one.candidate.kind == "list" and _heads_an_item(one, home):
            return one
    if not inside:
        return best
    shares = _shares([deciding.within(one.signals) for one in inside])
    exact = inside[shares.index(max(shares))]
    first, *more = exact.candidate.answer
    if listed and not more and _is_of_a_row(home, first):
        return best
    if asked.kinds.get("yesno", 0.0) > WHETHER:
        return _shortened(best, inside, shares)
    chance = sum(share for share, one in zip(shares, inside, strict=True) if _overlap(one, exact))
    return exact if chance >= deciding.EXACT else _shortened(best, inside, shares)


def _is_of_a_row(home: Statement, one: Span) -> bool:
    """Whether words stand beside others in a row: "B and C" of "A, B and C"."""
    before = home.text[: one.start - home.span.start]
    behind = home.text[one.end - home.span.start :]
    return bool(_JOINED_BEFORE.search(before) or _JOINED_BEHIND.match(behind))


def _heads_an_item(one: Scored, home: Statement) -> bool:
    """Whether a statement begins with an item of a list, behind a bullet or a number."""
    begin = home.span.start
    before = (item.start - begin for item in one.candidate.answer)
    return any(at >= 0 and _BULLET.fullmatch(home.text[:at]) for at in before)


def _shortened(best: Scored, inside: Sequence[Scored], shares: Sequence[float]) -> Scored:
    """A sentence that is long for an answer as the part of it which most likely answers."""
    (home,) = best.candidate.statements
    begin = home.span.start
    weights: dict[Span, float] = {}
    for one, share in zip(inside, shares, strict=True):
        for at in one.candidate.answer:
            place = Span(at.start - begin, at.end - begin)
            weights[place] = weights.get(place, 0.0) + share / len(one.candidate.answer)
    part = narrowed(home.text, weights)
    if part is None:
        return best
    answer = (Span(begin + part.start, begin + part.end),)
    return replace(best, candidate=replace(best.candidate, kind="span", answer=answer))


def _overlap(one: Scored, other: Scored) -> bool:
    """Whether two candidates of a statement give words in the same place: then they agree."""
    return any(
        a.start < b.end and b.start < a.end
        for a in one.candidate.answer
        for b in other.candidate.answer
    )


def _shares(scores: Sequence[float]) -> list[float]:
    """The chance of each of several log-odds; they sum to 1."""
    whole = _log_sum(scores)
    return [math.exp(score - whole) for score in scores]
