"""Whether the small words that join others do so as in the cited words: and, or, from, to, by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.statements import halves
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import FREE

_AND, _OR = frozenset(("and", "&")), frozenset(("or", "nor"))
_OPPOSED = (
    frozenset(("from", "to")), frozenset(("by", "for")), frozenset(("by", "to")),
    frozenset(("for", "against")), frozenset(("with", "against")), frozenset(("with", "without")),
    frozenset(("with", "for")), frozenset(("by", "after")), frozenset(("before", "after")),
    frozenset(("until", "after")), frozenset(("until", "from")), frozenset(("until", "since")),
    frozenset(("during", "after")), frozenset(("during", "before")), frozenset(("within", "after")),
)  # fmt: skip
_PREPOSITIONS = frozenset().union(*_OPPOSED)
_ARTICLES = frozenset("a an the its their his her".split())

Pair = tuple[Token | None, Token | None]


def conjunctions(claim: Claim, ground: Ground) -> Iterator[str]:
    """What is joined by "or" is not joined by "and", nor the other way round.

    Nor does "and" part what the cited words have as one: "Nordvind's president" is not "Nordvind
    and its president".
    """
    for pair in _joined(claim.tokens, _OR):
        others = [one for s in ground.statements for one in _joined(s.tokens, _OR)]
        if pair[0] and _denied(pair[0], claim):
            continue
        if not any(_touch(pair, one) for one in others):
            yield "it says 'or' where the cited words do not"
    for pair in _joined(claim.tokens, _AND):
        by_or, by_and = (
            any(_same(pair, one) for s in ground.statements for one in _joined(s.tokens, words))
            for words in (_OR, _AND)
        )
        if by_or and not by_and:
            yield "it says 'and' where the cited words say 'or'"
        elif not by_and and _one(pair, ground):
            yield "it says 'and' where the cited words do not"


def _denied(joined: Token, claim: Claim) -> bool:
    """Whether a word is denied: there "or" may join what "and" does where it is not."""
    clause = next(c for c in halves(claim.text) if joined.start < c.end)
    before = [t for t in claim.tokens if clause.start <= t.start < joined.start]
    at = max((n for n, t in enumerate(before) if t.negates), default=None)
    return at is not None and not any(t.lower in _AND for t in before[at:])


def _joined(words: Sequence[Token], by: frozenset[str]) -> Iterator[Pair]:
    """What stands on either side of such a word."""
    for at, token in enumerate(words):
        if token.lower in by:
            before = next((t for t in reversed(words[:at]) if t.lower not in FREE), None)
            after = next((t for t in words[at + 1 :] if t.lower not in FREE), None)
            yield before, after


def _equal(one: Token | None, other: Token | None) -> bool:
    return one is not None and other is not None and bool(one.keys & other.keys)


def _same(one: Pair, other: Pair) -> bool:
    return _equal(one[0], other[0]) and _equal(one[1], other[1])


def _touch(one: Pair, other: Pair) -> bool:
    return _equal(one[0], other[0]) or _equal(one[1], other[1])


def _one(pair: Pair, ground: Ground) -> bool:
    """Whether two words stand next to each other in the cited words, and nowhere else."""
    places = [
        (s.text[a.end : b.start].strip(), a)
        for s in ground.statements
        for a, b in zip(s.tokens, s.tokens[1:], strict=False)
        if _same(pair, (a, b))
    ]
    return bool(places) and all(not between for between, _ in places)


def prepositions(claim: Claim, ground: Ground) -> Iterator[str]:
    """What goes "to" somebody does not come "from" them, what is "by" them is not "for" them."""
    theirs = [one for s in ground.statements for one in _led(s.tokens)]
    for word, led in _led(claim.tokens):
        found = {other for other, named in theirs if named.keys & led.keys}
        if found and word not in found and any({word, one} in _OPPOSED for one in found):
            yield f"it says {word!r} where the cited words do not"


def _led(words: Sequence[Token]) -> Iterator[tuple[str, Token]]:
    """Each preposition with the first word after it that states something."""
    for at, token in enumerate(words):
        if token.lower not in _PREPOSITIONS:
            continue
        after = next((t for t in words[at + 1 : at + 3] if t.lower not in _ARTICLES), None)
        if after and after.lower not in FREE:
            yield token.lower, after
