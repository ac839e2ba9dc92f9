"""Whether a claim says to be planned, or done, what the cited words do, and promises no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.statements import Statement
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import FREE, FUTURE

_BORDER = re.compile(r"[;—]|,\s(?:while|but|which|who)\b|\b(?:while|but|whereas)\b")
_MODALS = frozenset("will would shall can could may might must should to".split())


def plans(claim: Claim, ground: Ground) -> Iterator[str]:
    """What is planned is not said to be done, nor the other way round, nor promised more firmly."""
    mine = [(token, FUTURE[token.lower]) for token in claim.tokens if token.lower in FUTURE]
    theirs = [one for statement in ground.statements for one in _planned(statement)]
    strongest = max((strength for _, strength, _ in theirs), default=0)
    for token, strength in mine:
        weaker = [other for _, other, scope in theirs if _first(token, claim) & _keys(scope[:1])]
        if weaker and max(weaker) < strength:
            yield f"{token.text!r} promises more than the cited words"
        if any(token.keys & other.keys for other, _, _ in theirs):
            continue
        if not theirs:
            yield f"the cited words do not say {token.text!r}"
        elif strength > strongest:
            yield f"{token.text!r} promises more than the cited words"
    bearing = [(token, scope) for token, _, scope in theirs if _bears(scope, claim)]
    for token, scope in bearing if len(bearing) > len(mine) else ():
        said = next((t for t in claim.tokens if t.keys & scope[0].keys), None)
        if not any(said and one.start < said.start for one, _ in mine):
            yield f"it leaves out {token.text!r}"


def _first(token: Token, claim: Claim) -> frozenset[str]:
    """Keys of the first word that states something after another."""
    after = (t for t in claim.content if t.start > token.start and t.lower not in FUTURE)
    return next((t.keys for t in after), frozenset())


def _keys(words: Sequence[Token]) -> frozenset[str]:
    return frozenset().union(*(word.keys for word in words))


def _bears(scope: Sequence[Token], claim: Claim) -> bool:
    """Whether what is planned is what the claim says."""
    used = [t for t in scope if t.keys & claim.keys]
    return bool(used) and (used[0] is scope[0] or len(used) >= 3)


def _planned(statement: Statement) -> Iterator[tuple[Token, int, list[Token]]]:
    """Each word for a plan, its strength, and the words that say what is planned."""
    everywhere = statement.tokens
    for index, token in enumerate(everywhere):
        strength = FUTURE.get(token.lower)
        if strength is None:
            continue
        border = _BORDER.search(statement.text, token.end)
        end = border.start() if border else len(statement.text)
        scope = [
            t
            for t in everywhere[index + 1 :]
            if t.start < end and t.lower not in FREE and t.lower not in FUTURE and not t.capital
        ]
        yield token, strength, scope


def done(claim: Claim, ground: Ground) -> Iterator[str]:
    """What the cited words have only as "to do" is not said to have been done."""
    for index, token in enumerate(claim.tokens):
        before = claim.tokens[index - 1].lower if index else ""
        if token.lower in FREE or token.capital or before in _MODALS or claim.counts(token):
            continue
        if token.lower.endswith("ing"):
            continue
        same = [
            (s.tokens[at - 1].lower if at else "", other)
            for s in ground.statements
            for at, other in enumerate(s.tokens)
            if other.keys & token.keys
        ]
        if same and all(
            lead == "to" and other.lower != token.lower and _is_past(token.lower)
            for lead, other in same
        ):
            yield f"{token.text!r} is not said to have been done"
        if (
            token.lower.endswith("ed")
            and same
            and all(
                lead in ("the", "a", "this") and other.lower.endswith("ing") for lead, other in same
            )
        ):
            yield f"{token.text!r} is not what the cited words say was done"


def _is_past(word: str) -> bool:
    return word.endswith(("ed", "ught", "ilt", "ame", "ew", "ook", "ave", "old", "ought"))
