"""Whether a claim says to be planned, or done, what the cited words do, and promises no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.statements import Statement
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import FREE, FUTURE

_BORDER = re.compile(r"[;—]|,\s(?:while|but|which|who)\b|\b(?:while|but|whereas)\b")


@dataclass(frozen=True, slots=True)
class _Plan:
    """A word for what is not done yet, and what is planned."""

    word: Token
    strength: int
    """How much it promises."""
    first: frozenset[str]
    """Keys of the first word after it that states something."""
    scope: tuple[Token, ...]
    """The words after it, up to the next clause."""

    @property
    def states(self) -> list[Token]:
        """The words of the scope that state something, names left out."""
        words = (t for t in self.scope if t.lower not in FREE and not t.plans)
        return [t for t in words if not t.capital]


def plans(claim: Claim, ground: Ground) -> Iterator[str]:
    """What is planned is not said to be done, nor promised more or less firmly."""
    mine = _plans(claim)
    theirs = [plan for statement in ground.statements for plan in _plans(statement)]
    for plan in mine:
        same = [one.strength for one in theirs if plan.first & one.first]
        if same and max(same) < plan.strength:
            yield f"{plan.word.text!r} promises more than the cited words"
        if same and min(same) > plan.strength + 1:
            yield f"{plan.word.text!r} promises less than the cited words"
        if any(plan.word.keys & one.word.keys for one in theirs):
            continue
        if not any(plan.first & t.keys for one in theirs for t in one.scope):
            yield f"the cited words do not say {plan.word.text!r} there"
        elif plan.strength > max(one.strength for one in theirs):
            yield f"{plan.word.text!r} promises more than the cited words"
    bearing = [plan for plan in theirs if _bears(plan.states, claim)]
    for plan in bearing if len(bearing) > len(mine) else ():
        verb = next((t for t in claim.tokens if t.keys & plan.states[0].keys), None)
        if not any(verb and _governs(one.word, verb, claim.text) for one in mine):
            yield f"it leaves out {plan.word.text!r}"


def _plans(where: Claim | Statement) -> list[_Plan]:
    """The plans of a sentence; "set up" is none."""
    found = []
    for index, token in enumerate(where.tokens):
        after = where.tokens[index + 1 :]
        set_up = token.lower == "set" and not (after and after[0].lower == "to")
        if not token.plans or set_up:
            continue
        border = _BORDER.search(where.text, token.end)
        end = border.start() if border else len(where.text)
        states = (t.keys for t in after if t.lower not in FREE and not t.plans)
        scope = tuple(t for t in after if t.start < end)
        found.append(_Plan(token, FUTURE[token.lower], next(states, frozenset()), scope))
    return found


def _governs(plan: Token, said: Token, text: str) -> bool:
    """Whether a word for a plan may be about one that is said after it."""
    return plan.start < said.start and not _BORDER.search(text, plan.end, said.start)


def _bears(scope: Sequence[Token], claim: Claim) -> bool:
    """Whether what is planned is what the claim says."""
    used = [t for t in scope if t.keys & claim.keys]
    return bool(used) and (used[0] is scope[0] or len(used) >= 3)


def done(claim: Claim, ground: Ground) -> Iterator[str]:
    """What is yet to be done is not said to have been done, nor the other way round."""
    for index, token in enumerate(claim.tokens):
        if token.lower in FREE or token.capital or claim.counts(token):
            continue
        mine = _tense(claim.tokens, index)
        same = [
            (_tense(s.tokens, at), s.tokens[at - 1].lower if at else "", other)
            for s in ground.statements
            for at, other in enumerate(s.tokens)
            if other.keys & token.keys
        ]
        if not same:
            continue
        theirs = {tense for tense, _, _ in same}
        changed = mine == "done" or all(other.lower != token.lower for *_, other in same)
        if mine in ("done", "past") and changed and theirs <= {"planned", "to do"}:
            yield f"{token.text!r} is not said to have been done"
        if mine == "planned" and theirs <= {"done", "past"}:
            yield f"{token.text!r} is said to have been done"
        if token.lower.endswith("ed") and all(
            lead in ("the", "a", "this") and other.lower.endswith("ing") for _, lead, other in same
        ):
            yield f"{token.text!r} is not what the cited words say was done"


def _tense(words: Sequence[Token], at: int) -> str | None:
    """What the auxiliaries before a word, or else its form, make of it, if it is a verb."""
    done = False
    for before in reversed(words[max(0, at - _REACH) : at]):
        if before.lower in _MODALS and before.text != "May":
            return "planned"
        if before.lower == "to":
            return "to do"
        if before.lower not in _AUXILIARIES and not before.lower.endswith("ly"):
            break
        done = done or before.lower in ("has", "have", "had", "was", "were")
    if done:
        return "done"
    return "past" if _PAST.search(words[at].lower) else None


_MODALS = frozenset("will would shall can could may might must should".split())
_AUXILIARIES = frozenset("be been have has had was were is are also not never already".split())
_PAST = re.compile(r"(?:ed|ught|ilt|ame|ew|ook|ave|old)$")
_REACH = 5
