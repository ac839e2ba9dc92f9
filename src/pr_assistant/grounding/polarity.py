"""Whether a claim denies, plans, limits and ranks what the cited words do, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pr_assistant.facts.lexicon import ROLE_HEADS, ROLE_MODIFIERS
from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.statements import Statement
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import EXTREME, FREE, FUTURE, LIMITING

_NEUTRAL = re.compile(
    r"\bnot only\b|\bnot just\b|\bno (?:later|less|fewer|more) than\b"
    r"|\bnot (?:less|fewer|more) than\b"
    r"|\bno\. ?\d",
    re.IGNORECASE,
)
_REACH = 3
"""How many words after a negation it may deny."""
_NEAR = 2
"""How many words after a limiting word it may limit."""
_SCOPE = 4
"""How many words after a superlative may be its scope."""
_BORDER = re.compile(r"[;—]|,\s(?:while|but|which|who)\b|\b(?:while|but|whereas)\b")
_BACKWARD = frozenset("each per respectively combined jointly together apiece".split())
_MODALS = frozenset("will would shall can could may might must should to".split())


def negations(claim: Claim, ground: Ground) -> Iterator[str]:
    """What is denied is denied in both, and nothing else is: each negation has one of its own."""
    mine = _denied(claim.text, claim.tokens)
    theirs = [one for s in ground.statements for one in _denied(s.text, s.tokens)]
    free = list(theirs)
    for word, reach in mine:
        fitting = [one for one in free if _share(reach, one[1]) or not (reach and one[1])]
        if not fitting:
            yield f"the cited words do not say {word.text!r}"
            return
        free.remove(max(fitting, key=lambda one: _shared(reach, one[1])))
    for word, reach in free:
        if any(token.keys & claim.keys for token in reach):
            yield f"it leaves out {word.text!r}"


def _denied(text: str, words: Sequence[Token]) -> list[tuple[Token, list[Token]]]:
    """Each negation with the words of content it may deny."""
    neutral = [match.span() for match in _NEUTRAL.finditer(text)]
    found = []
    for index, token in enumerate(words):
        if not token.negates or any(a <= token.start < b for a, b in neutral):
            continue
        after = [t for t in words[index + 1 :] if t.lower not in FREE and not t.negates]
        found.append((token, after[:_REACH]))
    return found


def _shared(one: Sequence[Token], other: Sequence[Token]) -> int:
    return sum(any(a.keys & b.keys for b in other) for a in one)


def _share(one: Sequence[Token], other: Sequence[Token]) -> bool:
    return _shared(one, other) > 0


def plans(claim: Claim, ground: Ground) -> Iterator[str]:
    """What is planned is not said to be done, nor the other way round, nor promised more firmly."""
    mine = [(token, FUTURE[token.lower]) for token in claim.tokens if token.lower in FUTURE]
    theirs = [
        (token, strength, bears)
        for statement in ground.statements
        for token, strength, bears in _planned(statement, claim)
    ]
    strongest = max((strength for _, strength, _ in theirs), default=0)
    for token, strength in mine:
        if any(token.keys & other.keys for other, _, _ in theirs):
            continue
        if not theirs:
            yield f"the cited words do not say {token.text!r}"
        elif strength > strongest:
            yield f"{token.text!r} promises more than the cited words"
    if not mine:
        for token, _, bears in theirs:
            if bears:
                yield f"it leaves out {token.text!r}"
    yield from _done(claim, ground)


def _planned(statement: Statement, claim: Claim) -> Iterator[tuple[Token, int, bool]]:
    """Each word for a plan, its strength, and whether what is planned is what the claim says."""
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
        used = [t for t in scope if t.keys & claim.keys]
        bears = bool(used) and (used[0] is scope[0] or len(used) >= 3)
        yield token, strength, bears


def _done(claim: Claim, ground: Ground) -> Iterator[str]:
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


def limits(claim: Claim, ground: Ground) -> Iterator[str]:
    """ "Some", "each", "up to half": what limits a statement is not left out."""
    for statement in ground.statements:
        words = statement.tokens
        for index, token in enumerate(words):
            heads = words[index + 1 : index + 2]
            of_title = token.lower in ROLE_MODIFIERS and heads and heads[0].lower in ROLE_HEADS
            if not (token.lower in LIMITING or of_title) or token.keys & claim.keys:
                continue
            if any(n.start <= token.start < n.end for n in statement.numerals):
                continue  # compared with the number
            if any(start <= token.start < end for start, end, _ in statement.people):
                continue  # a part of a name
            if token.lower in _BACKWARD:
                near = words[max(0, index - _NEAR) : index]
            else:
                near = words[index + 1 : index + 1 + _NEAR]
            if any(
                t.keys & claim.keys and t.lower not in FREE and not _elsewhere(t, token, ground)
                for t in near
            ):
                yield f"it leaves out {token.text!r}"


def _elsewhere(limited: Token, by: Token, ground: Ground) -> bool:
    """Whether a word stands at another place, too, without what limits it here."""
    for statement in ground.statements:
        for index, token in enumerate(statement.tokens):
            if token is limited or token.lower != limited.lower:
                continue
            near = statement.tokens[max(0, index - _NEAR) : index + _NEAR + 1]
            if not any(t.keys & by.keys for t in near):
                return True
    return False


def scopes(claim: Claim, ground: Ground) -> Iterator[str]:
    """ "First", "largest", "54th": their scope is not left out or widened."""
    ranks = [n for n in claim.numerals if n.unit == "rank"]
    marked = [t for t in claim.tokens if t.lower in EXTREME and not claim.counts(t)]
    for statement in ground.statements:
        for index, token in enumerate(statement.tokens):
            ranked = any(
                n.start <= token.start < n.end and any(n.matches(m) for m in ranks)
                for n in statement.numerals
            )
            if not ranked and not (
                token.lower in EXTREME and any(token.keys & t.keys for t in marked)
            ):
                continue
            if missing := _missing(statement, index, claim):
                yield f"it leaves out {missing.text!r} after {token.text!r}"


def _missing(statement: Statement, index: int, claim: Claim) -> Token | None:
    """The word of the scope of a superlative that a claim leaves out, if it does."""
    clause = next(c for c in statement.clauses if statement.tokens[index].start < c.end)
    after = [
        t
        for t in statement.tokens[index + 1 :]
        if t.start < clause.end
        and (t.lower not in FREE or t.lower in ("in", "of", "among"))
        and not any(n.start <= t.start < n.end for n in statement.numerals)
    ][: _SCOPE + 1]
    used = [n for n, t in enumerate(after) if t.lower not in FREE and t.keys & claim.keys]
    last = max(used, default=-1)
    for t in after[: last + 1]:
        if t.lower not in FREE and not t.keys & claim.keys:
            return t
    rest = after[last + 1 :]
    if len(rest) > 1 and rest[0].lower in FREE and rest[1].capital:
        return rest[1]
    if rest and last < 0 and rest[0].lower not in FREE:
        return rest[0]
    return None
