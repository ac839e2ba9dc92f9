"""Whether a claim says to be planned, or done, what the cited words do, and promises no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.statements import Statement
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import FREE, FUTURE

_BORDER = re.compile(r"[;—]|,\s(?:while|but|which|who)\b|\b(?:while|but|whereas)\b")


def plans(claim: Claim, ground: Ground) -> Iterator[str]:
    """What is planned is not said to be done, nor promised more or less firmly."""
    mine = list(_promises(claim.tokens))
    theirs = [one for statement in ground.statements for one in _planned(statement)]
    strongest = max((strength for _, strength, _ in theirs), default=0)
    same = {
        other: _first(other, s.tokens)
        for s in ground.statements
        for other, _ in _promises(s.tokens)
    }
    for token, strength in mine:
        said = [n for other, n, _ in theirs if _first(token, claim.tokens) & same[other]]
        if said and max(said) < strength:
            yield f"{token.text!r} promises more than the cited words"
        if said and min(said) > strength + 1:
            yield f"{token.text!r} promises less than the cited words"
        if any(token.keys & other.keys for other, _, _ in theirs):
            continue
        if not theirs:
            yield f"the cited words do not say {token.text!r}"
        elif strength > strongest:
            yield f"{token.text!r} promises more than the cited words"
    bearing = [(token, scope) for token, _, scope in theirs if _bears(scope, claim)]
    for token, scope in bearing if len(bearing) > len(mine) else ():
        said = next((t for t in claim.tokens if t.keys & scope[0].keys), None)
        if not any(said and _governs(one, said, claim.text) for one, _ in mine):
            yield f"it leaves out {token.text!r}"


def _promises(words: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """The words for a plan, with how much they promise; "set up" is none."""
    for index, token in enumerate(words):
        follows = words[index + 1].lower if index + 1 < len(words) else ""
        if token.lower in FUTURE and (token.lower != "set" or follows == "to"):
            yield token, FUTURE[token.lower]


def _first(token: Token, words: Sequence[Token]) -> frozenset[str]:
    """Keys of the first word that states something after another."""
    after = (t for t in words if t.start > token.start and t.lower not in FREE | FUTURE.keys())
    return next((t.keys for t in after), frozenset())


def _governs(plan: Token, said: Token, text: str) -> bool:
    """Whether a word for a plan may be about one that is said after it."""
    return plan.start < said.start and not _BORDER.search(text, plan.end, said.start)


def _bears(scope: Sequence[Token], claim: Claim) -> bool:
    """Whether what is planned is what the claim says."""
    used = [t for t in scope if t.keys & claim.keys]
    return bool(used) and (used[0] is scope[0] or len(used) >= 3)


def _planned(statement: Statement) -> Iterator[tuple[Token, int, list[Token]]]:
    """Each word for a plan, its strength, and the words that say what is planned."""
    for token, strength in _promises(statement.tokens):
        border = _BORDER.search(statement.text, token.end)
        end = border.start() if border else len(statement.text)
        scope = [
            t
            for t in statement.tokens
            if token.end <= t.start < end
            and t.lower not in FREE
            and t.lower not in FUTURE
            and not t.capital
        ]
        yield token, strength, scope


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
        if before.lower in _MODALS:
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
