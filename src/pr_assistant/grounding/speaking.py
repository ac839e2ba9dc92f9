"""Whose words a claim gives: what somebody said stays theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pr_assistant import facts as reading
from pr_assistant.grounding import tokens
from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.naming import HONORIFICS
from pr_assistant.grounding.numerals import Numeral
from pr_assistant.grounding.statements import Statement
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import FREE, SAYING
from pr_assistant.models import Release, Section
from pr_assistant.sentences import Span

_ENDS = (",", "”", '"', "'", "’")
"""What ends the words that are said, where the speaker comes after them."""
UNNAMED = "Somebody quoted in the release"


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a claim says of who says it."""

    speakers: frozenset[str | None]
    """Those whose quoted words it needs; None is somebody who is not named."""
    named: str | None
    """Whom it gives them to."""
    claim: Claim
    """It without the words of the attribution."""
    names: tuple[str, ...]
    """The speaker, with title and organisation: what the attribution may name."""


def attribute(claim: Claim, ground: Ground) -> tuple[Attribution, str | None]:
    """Who says what a claim needs, and what is wrong with that, if anything is."""
    named, span = _attributed(claim.text)
    rest = claim.without(span) if span else claim
    needed = frozenset(_needed(rest, ground))
    speaker = next(iter(needed)) if len(needed) == 1 else None
    known = _known(speaker, ground) if speaker else ()
    said = Attribution(needed, named, rest, known)
    if len(needed) > 1:
        return said, "it puts words of several speakers together"
    if named and speaker is None:
        inside = claim.text[slice(*span)] if span else ""
        if needed or not _in_ground(inside, ground):
            return said, f"the cited words are not said by {named}"
        theirs = [one for s in ground.statements if (one := _attributed(s.text)[0])]
        if theirs and not any(_last(one) == _last(named) for one in theirs):
            return said, f"the cited words are said by {theirs[0]}, not by {named}"
        return (said if theirs else replace(said, claim=claim)), None
    if named and speaker and not _same(named, speaker, known, ground):
        return said, f"the cited words are said by {speaker}, not by {named}"
    if span and speaker:
        fault, more = _introduced(claim, span, known, ground)
        return (replace(said, claim=claim) if more else said), fault
    return said, None


def _needed(claim: Claim, ground: Ground) -> Iterator[str | None]:
    """The speakers of quoted words that the claim has from nowhere else."""
    for token in claim.content:
        places = [(s, t) for s in ground.statements for t in s.tokens if t.keys & token.keys]
        owners = [_speaker(s, t) for s, t in places]
        if places and all(quoted for quoted, _ in owners):
            speakers = {who for _, who in owners}
            if len(speakers) == 1:
                yield speakers.pop()
    for numeral in claim.numerals:
        found = [
            _speaker(s, one)
            for s in ground.statements
            for one in s.numerals
            if numeral.matches(one)
        ]
        if found and all(quoted for quoted, _ in found):
            yield found[0][1]


def _speaker(statement: Statement, part: Token | Numeral) -> tuple[bool, str | None]:
    start = part.start
    for one, two, who in statement.quoted:
        if one <= start < two:
            return True, who
    return False, None


@lru_cache(maxsize=1_000)
def _attributed(text: str) -> tuple[str | None, Span | None]:
    """Whom a sentence gives its words to, and where it says so."""
    known = reading.read(Release("", text, "", "", (Section("body", 0, len(text)),)))
    for quotation in known.quotations:
        if quotation.speaker is None:
            continue
        if quotation.start <= 1 or quotation.start < len(text) - quotation.end:
            return quotation.speaker, Span(quotation.end, len(text))
        return quotation.speaker, Span(0, quotation.start)
    first = text.split(":", 1)[0]
    named = [t for t in tokens.read(first) if t.capital and t.lower not in FREE]
    if ":" in text and 0 < len(first.split()) <= min(4, len(named)):
        return first, Span(0, len(first) + 1)
    words = tokens.read(text)
    for index, token in enumerate(words):
        if token.lower in SAYING and index and words[index - 1].capital:
            begin = index - 1
            while begin and words[begin - 1].capital:
                begin -= 1
            name = text[words[begin].start : words[index - 1].end]
            return name, Span(words[begin].start, token.end)
        after = index + 2 if text[token.end :].startswith(" the ") else index + 1
        inverted = token.lower in SAYING and text[: token.start].rstrip().endswith(_ENDS)
        if inverted and after < len(words) and words[after].capital:
            end = after
            while end + 1 < len(words) and words[end + 1].capital:
                end += 1
            return text[words[after].start : words[end].end], Span(token.start, words[end].end)
        if token.lower == "according" and index + 2 < len(words) and words[index + 2].capital:
            end = index + 2
            while end + 1 < len(words) and words[end + 1].capital:
                end += 1
            name = text[words[index + 2].start : words[end].end]
            return name, Span(token.start, words[end].end)
    return None, None


def _last(name: str) -> frozenset[str]:
    return next((token.keys for token in reversed(tokens.read(name))), frozenset())


def _same(named: str, speaker: str, known: tuple[str, ...], ground: Ground) -> bool:
    mine = [t.lower for t in tokens.read(named)]
    theirs = [t.lower for t in tokens.read(speaker)]
    titles = [t.lower for one in known for t in tokens.read(one)]
    forms = {f for p in ground.facts.people if p.name == speaker for m in p.mentions
             for f in [tuple(t.lower for t in tokens.read(m.text))]}  # fmt: skip
    if len(mine) == 1 and any(mine[0] in s.openings for s in ground.statements):
        return True
    return bool(mine) and (
        (mine[-1] == theirs[-1] and set(mine) <= {*theirs, *titles} | HONORIFICS)
        or tuple(mine) in forms
    )


def _known(speaker: str, ground: Ground) -> tuple[str, ...]:
    """The speaker's name, title and organisation."""
    for person in ground.facts.people:
        if person.name == speaker:
            parts = (person.title, person.organisation)
            return (
                speaker,
                *(m.text for m in person.mentions),
                *(" ".join(part.text.split()) for part in parts if part),
                person.honorific or "",
            )
    return (speaker,)


def _in_ground(words: str, ground: Ground) -> bool:
    return all(ground.has(token) for token in tokens.read(words))


def _introduced(
    claim: Claim, span: Span, known: tuple[str, ...], ground: Ground
) -> tuple[str | None, bool]:
    """What is wrong with the attribution, and whether it says more than who speaks."""
    allowed = frozenset().union(*(t.keys for name in known for t in tokens.read(name)))
    own = {
        key
        for s in ground.statements
        for t in s.tokens
        if _speaker(s, t) in ((False, None), (True, known[0]))
        for key in t.keys
    }
    more = any(span.start <= n.start < span.end for n in claim.numerals)
    for token in claim.content:
        if not span.start <= token.start < span.end or token.lower in SAYING:
            continue
        if not token.keys & allowed and not token.keys & own:
            return f"{token.text!r} is not said of {known[0]}", False
        more = more or not token.keys & allowed
    return None, more
