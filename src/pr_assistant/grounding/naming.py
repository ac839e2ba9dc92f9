"""Names in a sentence: runs of capitals, what else they are called, whom a pronoun stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pr_assistant import structure
from pr_assistant.grounding import tokens
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import FREE
from pr_assistant.models import Release
from pr_assistant.sentences import Span

if TYPE_CHECKING:
    from pr_assistant.facts.models import Facts
    from pr_assistant.grounding.statements import Statement

HONORIFICS = frozenset("mr mrs ms miss mx dr prof professor sir dame lord lady rev hon".split())
_LINKS = frozenset((" ", "-", "‑", " & ", "&", "\n", "\u00a0", ". ", "."))
_FIRST = frozenset("we our us ourselves".split())
_THIRD = frozenset("it its itself they their them themselves".split())
_PERSON = frozenset("he she his her him i my me".split())
_GENERIC = re.compile(
    r"\bthe (?:company|group|university|bank|firm|fund|city|council|institute|foundation|college"
    r"|agency|trust|charity|association|school|hospital|operator|manufacturer|maker)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words with capitals in a row."""

    tokens: tuple[Token, ...]

    @property
    def name(self) -> str:
        return " ".join(token.lower for token in self.tokens)

    @property
    def start(self) -> int:
        return self.tokens[0].start


def runs(text: str, words: tuple[Token, ...]) -> list[Run]:
    """The maximal runs of words with capitals; a free word that opens the sentence is in none."""
    found: list[list[Token]] = []
    open_run = False
    for index, token in enumerate(words):
        named = token.capital and not (index == 0 and token.lower in FREE)
        if token.text == "&":
            named = open_run and index + 1 < len(words) and words[index + 1].capital
        if not named:
            open_run = False
            continue
        before = found[-1][-1] if open_run else None
        link = text[before.end : token.start] if before else None
        initial = link in (". ", ".") and before is not None and len(before.text) == 1
        if before and (link in _LINKS and ("." not in (link or "") or initial)):
            found[-1].append(token)
        else:
            found.append([token])
        open_run = not token.possessive
    return [Run(tuple(run)) for run in found]


@lru_cache(maxsize=64)
def forms(facts: Facts) -> tuple[frozenset[str], ...]:
    """For each organisation or term of a release, all it is called, in lower case."""
    groups: list[set[str]] = []
    named = [{o.name, *(alias.text for alias in o.aliases)} for o in facts.organisations]
    for names in [
        *named,
        *({term.term, term.expansion.text} for term in facts.terms if term.expansion),
    ]:
        group = {_plain(name) for name in names}
        for other in [g for g in groups if g & group]:
            groups.remove(other)
            group |= other
        groups.append(group)
    return tuple(frozenset(group) for group in groups)


def _plain(name: str) -> str:
    return " ".join(token.lower for token in tokens.read(name) if token.lower != "the")


def same(name: str, facts: Facts) -> frozenset[str]:
    """All that what is called `name` is called."""
    longer = [o.name for o in facts.organisations if _plain(o.name).startswith(f"{name} ")]
    full = {_plain(one) for one in longer} if len(longer) == 1 else set()
    return frozenset({name} | full).union(*(group for group in forms(facts) if name in group))


def stands_for(statement: Statement, release: Release, facts: Facts) -> tuple[str, ...]:
    """Names that the pronouns of a statement stand for, where the release leaves no doubt."""
    words = {token.lower for token in statement.tokens}
    at = statement.span.start
    found: list[str] = []
    speakers = {speaker for _, _, speaker in statement.quoted}
    if words & _FIRST:
        found += [b.organisation for b in facts.boilerplate if b.start <= at < b.end]
        found += [
            p.organisation.text for p in facts.people if p.name in speakers and p.organisation
        ]
    before = Span(_paragraph(release, at).start, at)
    if words & _THIRD or _GENERIC.search(statement.text):
        found += [b.organisation for b in facts.boilerplate if b.start <= at < b.end]
        found += _only([o.name for o in facts.organisations if _within(o.mentions, before)])
    if words & _PERSON:
        found += _only([p.name for p in facts.people if _within(p.mentions, before)])
    if generic := _GENERIC.search(statement.text):
        kind = generic.group().split()[1].lower()
        found += _only([o.name for o in facts.organisations if kind in o.name.lower().split()])
        found += _only([o.name for o in facts.organisations if o.party])
    return tuple(dict.fromkeys(found))


def pointers(text: str) -> list[int]:
    """Where words stand for a name: pronouns, "the company"."""
    found = [t.start for t in tokens.read(text) if t.lower in _FIRST | _THIRD | _PERSON]
    return sorted(found + [match.start() for match in _GENERIC.finditer(text)])


def _only(names: list[str]) -> list[str]:
    return names if len(names) == 1 else []


def _within(mentions: tuple, span: Span) -> bool:  # type: ignore[type-arg]
    return any(span.start <= m.start and m.end <= span.end for m in mentions)


@lru_cache(maxsize=64)
def _paragraphs(release: Release) -> list[Span]:
    return structure.paragraphs(release.text)


def _paragraph(release: Release, at: int) -> Span:
    return next((p for p in _paragraphs(release) if p.start <= at < p.end), Span(at, at))
