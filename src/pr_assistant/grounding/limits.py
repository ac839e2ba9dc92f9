"""Whether a claim limits and ranks what the cited words do: "some", "each", "second in Europe"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pr_assistant.facts.lexicon import ROLE_HEADS, ROLE_MODIFIERS
from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.statements import Statement
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import EXTREME, FREE, LIMITING, TURNING

_ONE_OF = re.compile(r"\bone of\b", re.IGNORECASE)
_SINGLE = re.compile(r"\b(?:one|a|an|among|another)\b", re.IGNORECASE)
_QUOTE = re.compile(r"[“”\"]")
_SINGLE_REACH = 30
"""How many characters before what is one of several it may be said to be one."""
_NEAR = 2
"""How many words of content after a limiting word it may limit."""
_SCOPE = 4
"""How many words after a superlative may be its scope."""
_COMPARING = frozenset("more fewer less over under above below".split())
_FRACTIONS = frozenset(("quarter", "third"))
_BACKWARD = frozenset("only each per respectively combined jointly together apiece".split())


def limits(claim: Claim, ground: Ground) -> Iterator[str]:
    """ "Some", "each", "up to half": what limits a statement is not left out."""
    for statement in ground.statements:
        words = statement.tokens
        for match in _ONE_OF.finditer(statement.text):
            of = [t for t in words if t.start >= match.end() and t.lower not in FREE][:_NEAR]
            at = next((t.start for t in claim.tokens if any(t.keys & o.keys for o in of)), 0)
            single = _SINGLE.search(claim.text, max(0, at - _SINGLE_REACH), at)
            if of and all(t.keys & claim.keys for t in of) and not single:
                yield f"it leaves out {match.group()!r}"
        for index, token in enumerate(words):
            heads = words[index + 1 : index + 2]
            of_title = token.lower in ROLE_MODIFIERS and heads and heads[0].lower in ROLE_HEADS
            if not (token.lower in LIMITING or of_title) or token.keys & claim.keys:
                continue
            if any(n.start <= token.start < n.end for n in statement.numerals):
                continue  # compared with the number
            if any(start <= token.start < end for start, end, _ in statement.people):
                continue  # a part of a name
            if statement.text[token.start - 1 : token.start] == "-":
                continue  # "long-acting"
            if token.lower in _FRACTIONS and heads and heads[0].lower != "of":
                continue  # "40 hours a quarter"
            near = [t for t in words[index + 1 :] if t.lower not in FREE][:_NEAR]
            if token.lower not in LIMITING:
                near = list(heads)
            if token.lower in _BACKWARD:
                near += words[max(0, index - _NEAR) : index]
            if any(
                t.keys & claim.keys and t.lower not in FREE and not _elsewhere(t, token, ground)
                for t in near
            ):
                yield f"it leaves out {token.text!r}"
    for token in claim.content:
        marked = token.lower in LIMITING | EXTREME | TURNING
        if marked and _count(token, [claim]) > _count(token, ground.statements) > 0:
            yield f"it says {token.text!r} more often than the cited words"
        if token.lower in _COMPARING and _count(token, [claim]) > _count(token, ground.statements):
            yield f"it says {token.text!r} more often than the cited words"


def _count(token: Token, where: Sequence[Claim | Statement]) -> int:
    """How often a word, or one of its meaning, stands there, the "per" of "per cent" apart."""
    return sum(
        bool(token.keys & other.keys)
        for one in where
        for other in one.tokens
        if not any(n.start <= other.start < n.end for n in one.numerals)
    )


def quantities(claim: Claim, ground: Ground) -> Iterator[str]:
    """What is said of all, of every one or of both is said of the same in the cited words."""
    theirs = [one for s in ground.statements for one in _quantified(s)]
    for word, of in _quantified(claim):
        same = [other for one, other in theirs if one == word]
        if same and not any(of.keys & other.keys for other in same):
            yield f"the cited words say {word!r} of something else"


def _quantified(where: Claim | Statement) -> Iterator[tuple[str, Token]]:
    """Each such word with the first word after it that states something, and is no number."""
    for index, token in enumerate(where.tokens):
        for t in where.tokens[index + 1 :] if token.lower in ("all", "every", "both") else ():
            if t.lower not in FREE and not any(n.start <= t.start < n.end for n in where.numerals):
                yield token.lower, t
                break


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
    quote = _QUOTE.search(statement.text, statement.tokens[index].end)
    end = min(clause.end, quote.start()) if quote else clause.end
    after = [
        t
        for t in statement.tokens[index + 1 :]
        if t.start < end
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
