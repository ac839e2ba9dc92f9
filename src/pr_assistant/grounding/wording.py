"""Whether every word, number and name of a claim stands in what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pr_assistant.grounding import naming, tokens
from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.naming import HONORIFICS, Run
from pr_assistant.grounding.numerals import EMPLOYED, Numeral
from pr_assistant.grounding.statements import Statement, halves
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import CONDITIONS, FREE, NEGATORS, POINTING
from pr_assistant.sentences import Span


def numbers(claim: Claim, ground: Ground) -> Iterator[str]:
    """Every number is a number of the cited words, with its unit, qualifier and relation."""
    for numeral in claim.numerals:
        said = claim.text[numeral.start : numeral.end]
        theirs = matches(numeral, ground)
        if not theirs:
            yield f"{said!r} is not in the cited words"
        elif sum(matches(n, ground) == theirs for n in claim.numerals) > len(theirs):
            yield f"{said!r} stands only {len(theirs)} times in the cited words"


def matches(numeral: Numeral, ground: Ground) -> list[Numeral]:
    """The numbers of the cited words that say the same."""
    return [one for one in ground.numerals if numeral.matches(one)]


def words(claim: Claim, ground: Ground) -> Iterator[str]:
    """Every word that states something stands in the cited words, in some form."""
    compounds = {
        key: found
        for found in re.finditer(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+", claim.text)
        for key in tokens.keys(tokens.plain(re.sub(r"[-‐‑]", "", found.group())))
    }
    for token in claim.content:
        if ground.has(token) or token.lower in HONORIFICS or token.text in "%+&":
            continue
        if token.negates or token.lower in NEGATORS or token.plans:
            continue  # `negation` and `planning` look at these
        if token.capital and token.keys & ground.name_keys:
            continue
        if token.lower in ("people", "persons") and EMPLOYED & ground.keys:
            continue
        if any(
            key in ground.keys and found.start() <= token.start < found.end()
            for key, found in compounds.items()
        ):
            continue
        yield f"{token.text!r} is not in the cited words"


def names(claim: Claim, ground: Ground) -> Iterator[str]:
    """Every name is named whole, or as the release names the same elsewhere."""
    for run in claim.runs:
        if not _known(run, claim, ground):
            yield f"{claim.text[run.start : run.tokens[-1].end]!r} is not named in the cited words"


def _known(run: Run, claim: Claim, ground: Ground) -> bool:
    """Whether a run can be parted into names of the ground."""
    count = len(run.tokens)
    reached = [True] + [False] * count
    for end in range(1, count + 1):
        reached[end] = any(
            reached[start] and _is_name(Run(run.tokens[start:end]), claim, ground)
            for start in range(end)
        )
    return reached[count]


def _is_name(run: Run, claim: Claim, ground: Ground) -> bool:
    name = run.name
    if all(token.lower in HONORIFICS or claim.counts(token) for token in run.tokens):
        return True
    whole = {one.name for one in ground.runs}
    if name in whole:
        return True
    meant = ground.names if _points(claim) < _points(ground) else ()
    called = naming.same(name, ground.facts)
    if called & whole or any(called & naming.same(n.lower(), ground.facts) for n in meant):
        return True
    people = {person for s in ground.statements for *_, person in s.people}
    if any(_part_of_person(name, one) for one in (*people, *meant)):
        return True
    longer = [one for one in ground.runs if _within(run.tokens, one.tokens)]
    if any(_within(one.tokens, claim.tokens) for one in longer):
        return True
    if len(run.tokens) == 1 and not longer:  # no name there, or written without its capital
        return ground.has(run.tokens[0]) and (
            run.tokens[0].start == claim.tokens[0].start
            or any(t.lower == name and not t.capital for t in ground.tokens)
        )
    return all(
        any(t.lower == token.lower and not t.capital for t in ground.tokens) for token in run.tokens
    )


def _points(where: Claim | Ground) -> int:
    """How often words stand for a name: a name that is put in takes the place of one."""
    return len(naming.pointers(where.text))


def _within(run: Sequence[Token], other: Sequence[Token]) -> bool:
    mine, theirs = [t.lower for t in run], [t.lower for t in other]
    return any(theirs[at : at + len(mine)] == mine for at in range(len(theirs) - len(mine) + 1))


def _part_of_person(name: str, person: str) -> bool:
    """Whether a name is a person's, whole or by the last name."""
    parts, whole = name.split(), [t.lower for t in tokens.read(person)]
    return bool(parts) and parts[-1] == whole[-1] and set(parts) <= set(whole)


def pronouns(claim: Claim, ground: Ground) -> Iterator[str]:
    """A claim stands alone: what a pronoun stands for is named before it.

    One that its statement opens with, too, is as clear there as here; in what somebody is said to
    say, it may be that somebody.
    """
    if claim.spoken:
        return
    opening = frozenset().union(*(statement.openings for statement in ground.statements))
    for index, token in enumerate(claim.tokens):
        if claim.quotes and _in_quote(token, claim):
            return
        if token.lower in opening or (token.lower == "that" and token.start):
            return
        if token.lower not in POINTING:
            if token in claim.content:
                return
            continue
        follows = claim.tokens[index + 1] if index + 1 < len(claim.tokens) else None
        if token.lower in ("this", "that", "these", "those") and follows in claim.content:
            return
        yield f"{token.text!r} stands for something that the sentence does not name"
        return


_HE, _SHE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())


def genders(claim: Claim, ground: Ground) -> Iterator[str]:
    """Who is "she" in the cited words is not "he"."""
    mine, theirs = ({token.lower for token in one.tokens} for one in (claim, ground))
    for wrong, right in ((_HE, _SHE), (_SHE, _HE)):
        if mine & wrong and theirs & right and not theirs & wrong:
            yield f"the cited words say {min(theirs & right)!r}"


def _in_quote(token: Token, claim: Claim) -> bool:
    at = (claim.text.find(quote) for quote in claim.quotes)
    return any(
        start <= token.start < start + len(quote)
        for start, quote in zip(at, claim.quotes, strict=True)
    )


def quotes(claim: Claim, ground: Ground) -> Iterator[str]:
    """What stands between quotation marks is a slice of one statement, to the character."""
    for quote in claim.quotes:
        bare = level(quote).rstrip(",.")
        if not any(bare in level(statement.text) for statement in ground.statements):
            yield f"“{quote}” is not what the release says, word for word"


def level(text: str) -> str:
    """Text with one kind of quotation mark and of space."""
    return " ".join(re.sub(r"[“”„«»]", '"', text.replace("’", "'").replace("‘", "'")).split())


def conditions(claim: Claim, ground: Ground) -> Iterator[str]:
    """A condition is not left out of what it is a condition of."""
    said = {token.lower for token in claim.tokens}
    for statement in ground.statements:
        for token in statement.tokens:
            if token.lower not in CONDITIONS or token.lower in said:
                continue
            part = _conditional(token, statement)
            inside = [t for t in statement.tokens if part.start <= t.start < part.end]
            outside = [t.keys for t in statement.tokens if t not in inside]
            own = frozenset().union(*(t.keys for t in inside)) - frozenset().union(*outside)
            if any(t.keys & own for t in claim.content if not t.capital):
                yield f"it leaves out {token.text!r}"


def _conditional(token: Token, statement: Statement) -> Span:
    """What a condition is one of: its clause, or where it opens that, what is around it."""
    if token is statement.tokens[0]:
        return Span(0, len(statement.text))
    clause = next(part for part in statement.clauses if token.start < part.end)
    before = [t for t in statement.tokens if clause.start <= t.start < token.start]
    if any(t.lower not in FREE for t in before):
        return clause
    return next(part for part in halves(statement.text) if token.start < part.end)
