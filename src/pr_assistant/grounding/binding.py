"""Whether a claim gives each number and person its own words, not those of its neighbour."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pr_assistant.facts.lexicon import ROLE_HEADS
from pr_assistant.grounding import naming, tokens
from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.naming import HONORIFICS
from pr_assistant.grounding.numerals import EMPLOYED, Numeral
from pr_assistant.grounding.statements import Statement, clauses, halves
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import GRADES
from pr_assistant.grounding.wording import matches
from pr_assistant.sentences import Span


def figures(claim: Claim, ground: Ground) -> Iterator[str]:
    """The words beside a number are not those of another number of the cited words."""
    found = [(n, m) for n in claim.numerals for m in matches(n, ground)]
    for span in claim.clauses:
        for dated in (False, True):
            of_kind = [(n, m) for n, m in found if (m.kind == "date") == dated]
            mine = [(n, m) for n, m in of_kind if span.start <= n.start < span.end] or of_kind
            if not mine:
                continue
            matched = [m for _, m in mine]
            units = frozenset().union(*(t.keys for n, _ in mine for t in tokens.read(n.unit or "")))
            units |= tokens.keys("people") if units & EMPLOYED else frozenset()
            for token in claim.content:
                if not span.start <= token.start < span.end or token.keys & units:
                    continue
                if _names(token, claim) and (
                    _points(token, matched, ground) or _leads(token, matched, ground)
                ):
                    continue
                if _elsewhere(token, matched, ground):
                    yield f"{token.text!r} belongs to another number"


def _names(token: Token, claim: Claim) -> bool:
    """Whether a word is of a name, or of "the company" in place of one."""
    return token.capital or any(
        at <= token.start <= at + len("the ") for at in naming.pointers(claim.text)
    )


def _leads(token: Token, matched: list[Numeral], ground: Ground) -> bool:
    """Whether a word is of the only name before one of these numbers: the subject, that is."""
    for s in ground.statements:
        runs = naming.runs(s.text, s.tokens)
        named = [r for r in runs if not any(n.start <= r.start < n.end for n in s.numerals)]
        for number in (n for n in s.numerals if n in matched):
            before = [run for run in named if run.start < number.start]
            if len(before) != 1 or any(at < before[0].start for at in naming.pointers(s.text)):
                continue
            if any(t.keys & token.keys for t in before[0].tokens):
                return True
    return False


def _points(token: Token, matched: list[Numeral], ground: Ground) -> bool:
    """Whether a pronoun beside these numbers may stand for a name: one that is not after it."""
    for statement in ground.statements:
        named = [t.start for t in statement.tokens if t.keys & token.keys]
        for part in halves(statement.text):
            if any(part.start <= n.start < part.end for n in statement.numerals if n in matched):
                pointers = naming.pointers(statement.text[slice(*part)])
                if any(all(at < part.start + one for at in named) for one in pointers):
                    return True
    return False


def _elsewhere(token: Token, matched: list[Numeral], ground: Ground) -> bool:
    """Whether a word stands only in parts of sentences with other numbers than these."""
    for parting in (clauses, halves):
        places = [
            (statement, part)
            for statement in ground.statements
            for part in parting(statement.text)
            if any(
                part.start <= t.start < part.end and t.keys & token.keys for t in statement.tokens
            )
        ]
        if places and all(_of_another(*place, matched) for place in places):
            return True
    return False


def _of_another(statement: Statement, clause: Span, matched: list[Numeral]) -> bool:
    numbers = [
        n
        for n in statement.numerals
        if clause.start <= n.start < clause.end
        and (n.kind == "date") == (matched[0].kind == "date")
    ]
    return bool(numbers) and not any(n in matched for n in numbers)


def people(claim: Claim, ground: Ground) -> Iterator[str]:
    """What stands beside a person is not another person's."""
    named = _people(claim, ground)
    if not named:
        return
    for index, (_, end, name) in enumerate(named):
        stop = named[index + 1][0] if index + 1 < len(named) else len(claim.text)
        span = Span(end, stop) if len(named) > 1 else Span(0, len(claim.text))
        allowed = {name} if len(named) > 1 else {who for *_, who in named}
        for token in claim.content:
            if span.start <= token.start < span.end and _theirs(token, allowed, ground):
                yield f"{token.text!r} is not said of {name}"


def _people(claim: Claim, ground: Ground) -> list[tuple[int, int, str]]:
    """(start, end, name) of each person of the cited words that a claim names, in order."""
    found: dict[int, tuple[int, int, str]] = {}
    known = {who for s in ground.statements for *_, who in s.people}
    for person in ground.facts.people:
        if person.name not in known:
            continue
        forms = {m.text for m in person.mentions} | {person.name, person.name.split()[-1]}
        for form in sorted(forms, key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", claim.text, re.IGNORECASE):
                if not any(a < match.end() and match.start() < b for a, b, _ in found.values()):
                    found[match.start()] = (*match.span(), person.name)
    return [found[start] for start in sorted(found)]


def _theirs(token: Token, allowed: set[str], ground: Ground) -> bool:
    """Whether a word stands only beside people who are not `allowed`."""
    if token.lower in HONORIFICS:
        return False
    owners = [
        _owner(statement, t)
        for statement in ground.statements
        for t in statement.tokens
        if t.keys & token.keys
    ]
    return bool(owners) and all(one is not None and not one & allowed for one in owners)


def _owner(statement: Statement, token: Token) -> set[str] | None:
    """Whom a word of a statement is said of: the one named before it; else all of them."""
    before = [one for one in statement.people if one[0] <= token.start]
    if before:
        return {before[-1][2]}
    everyone = {who for *_, who in statement.people}
    return everyone or None


def titles(claim: Claim, ground: Ground) -> Iterator[str]:
    """No title is given more often than the cited words give it."""
    for token in claim.content:
        if token.lower in ROLE_HEADS:
            mine = sum(bool(token.keys & other.keys) for other in claim.content)
            theirs = sum(bool(token.keys & other.keys) for other in ground.tokens)
            if mine > theirs > 0:
                yield f"{token.text!r} stands in the cited words only {theirs} times"


def grades(claim: Claim, ground: Ground) -> Iterator[str]:
    """Who is vice president, deputy director or acting head stays that; nobody is promoted."""
    known = [
        (name, head.keys, grade)
        for s in ground.statements
        for name, head, grade in _graded(s.people, s.tokens)
    ]
    for name, head, grade in _graded(_people(claim, ground), claim.tokens):
        theirs = {other for who, keys, other in known if who == name and keys & head.keys}
        if theirs and grade not in theirs:
            yield f"{name} has another grade in the cited words"


def _graded(
    named: Sequence[tuple[int, int, str]], words: Sequence[Token]
) -> Iterator[tuple[str, Token, str]]:
    """Each person with a title beside the name, and what goes before the title's head."""
    for index, (start, end, name) in enumerate(named):
        stop = named[index + 1][0] if index + 1 < len(named) else math.inf
        for before, head in pairwise((_NOTHING, *words)):
            beside = end <= head.start < stop or 0 <= start - head.end <= 1
            if beside and head.lower in ROLE_HEADS:
                yield name, head, before.lower if before.lower in GRADES else ""


_NOTHING = Token(0, 0, " ", frozenset())


def roles(claim: Claim, ground: Ground) -> Iterator[str]:
    """Who is known to have witnessed is not said to have signed."""
    signed = any(token.lower.startswith(("signed", "signator", "signs")) for token in claim.tokens)
    if not signed or any(token.lower.startswith("witness") for token in claim.tokens):
        return
    named = {name for *_, name in _people(claim, ground)}
    for person in ground.facts.people:
        if person.name in named and "witnessed" in person.roles and "signed" not in person.roles:
            yield f"{person.name} is not said to have signed"
