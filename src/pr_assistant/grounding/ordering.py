"""Whether a claim has numbers and names in the order of the cited words, where order matters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pr_assistant.grounding import naming
from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.naming import Run

_ROW = re.compile(
    r"(?:\s|,|&|\band\b|\bor\b|\bboth\b|\bwith\b|\bthe\b|\b(?:Mr|Ms|Mrs|Dr|Prof)\.?)*"
)


def order(claim: Claim, ground: Ground) -> Iterator[str]:
    """Numbers, and names, come in the order of the cited words, unless order means nothing."""
    counted = [n for n in claim.numerals if n.kind != "date" and n.direction not in ("from", "to")]
    numbers = [n for s in ground.statements for n in s.numerals]
    if not _follows([[at for at, m in enumerate(numbers) if n.matches(m)] for n in counted]):
        yield "it turns the order of numbers round"
    theirs = [
        (s, run)
        for s in ground.statements
        for run in naming.runs(s.text, s.tokens)
        if not any(n.start <= run.start < n.end for n in s.numerals)
    ]
    called = [_called(run, ground) for _, run in theirs]
    mine = [
        (run, [at for at, other in enumerate(called) if _called(run, ground) & other])
        for run in claim.runs
        if not claim.counts(run.tokens[0])
    ]
    known = [(run, places) for run, places in mine if places]
    if _in_a_row(claim, known):
        return
    agents = [_agent(s.text, naming.runs(s.text, s.tokens)) for s in ground.statements]
    agent = next((one for one in agents if one), None)
    own = _agent(claim.text, claim.runs)
    if bool(agent) == bool(own):
        sound = _follows([places for _, places in known])
    elif own:
        sound = _leads(own, claim.runs, [run for _, run in theirs], ground)
    else:
        sound = agent is None or _leads(agent, [run for _, run in theirs], claim.runs, ground)
    if not sound:
        yield "it turns the order of names round"


def _agent(text: str, names: list[Run]) -> Run | None:
    """The name that is given as the doer, after "by"."""
    by = re.compile(r"\bby (?:the )?(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? ?)?$")
    return next((run for run in names if by.search(text[: run.start])), None)


def _leads(agent: Run, passive: list[Run], active: list[Run], ground: Ground) -> bool:
    """Whether the doer of a passive sentence comes, in an active one, before what was before it."""
    before = passive[: passive.index(agent)] if agent in passive else []

    def places(run: Run) -> list[int]:
        called = _called(run, ground)
        return [at for at, other in enumerate(active) if called & _called(other, ground)]

    lead = places(agent)
    return not lead or all(not (at := places(run)) or min(lead) < max(at) for run in before)


def _follows(places: list[list[int]]) -> bool:
    """Whether one place can be chosen of each so that they rise."""
    at = -1
    for one in places:
        later = [place for place in one if place > at]
        if not one:
            continue
        if not later:
            return False
        at = min(later)
    return True


def _called(run: Run, ground: Ground) -> frozenset[str]:
    """What a name is called; people by their last name, too."""
    persons = {p.name.split()[-1].lower() for p in ground.facts.people}
    last = {run.tokens[-1].lower} & persons
    return naming.same(run.name, ground.facts) | last


def _in_a_row(claim: Claim, known: list[tuple[Run, list[int]]]) -> bool:
    """Whether all that stands between names joins them as equals."""
    return all(
        _ROW.fullmatch(claim.text[one.tokens[-1].end : two.start])
        for (one, _), (two, _) in pairwise(known)
    )


def possessors(claim: Claim, ground: Ground) -> Iterator[str]:
    """What somebody's director does is not said to be done by that somebody."""
    for token, after, then in zip(claim.tokens, claim.tokens[1:], claim.tokens[2:], strict=False):
        does = after.lower in _AUXILIARIES or after.lower.endswith("ed")
        if after.lower in ("has", "have", "had"):
            does = then.lower.endswith(("ed", "en"))
        if not (token.capital and does and ground.has(after)) or token.possessive:
            continue
        theirs = [t for t in ground.tokens if t.lower == token.lower]
        if theirs and all(t.possessive for t in theirs):
            yield f"the cited words say it of something of {token.text!r}"


_AUXILIARIES = frozenset(
    "is are was were will would can could may must should shall has have had".split()
)
