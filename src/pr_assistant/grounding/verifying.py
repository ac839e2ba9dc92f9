"""Sentences of a draft → what the release bears out, with its citations; the rest is dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pr_assistant.grounding import addresses, statements, tokens, wording
from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.injection import instructs
from pr_assistant.grounding.parting import joined_clauses
from pr_assistant.grounding.rules import ALWAYS, RULES
from pr_assistant.grounding.speaking import UNNAMED, Attribution, attribute
from pr_assistant.grounding.statements import Statement
from pr_assistant.grounding.vocabulary import FREE
from pr_assistant.models import Passage, Release
from pr_assistant.readings import Evidence
from pr_assistant.writing import Verdict

if TYPE_CHECKING:
    from pr_assistant.facts.models import Facts

MAX_SENTENCE = 600
"""Characters of a sentence; a longer one is none."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a draft says that a sentence is from: the number of a passage, and words of it."""

    passage: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Support:
    """What bears a sentence out, and whose words those are."""

    statements: tuple[Statement, ...]
    said: Attribution


class Verifier:
    """Holds sentences against the passages that a draft was written from."""

    def __init__(
        self,
        passages: Sequence[Passage],
        release: Callable[[str], Release | None],
        facts: Callable[[str], Facts | None],
    ) -> None:
        """`release` and `facts` give a release, and what is known of it, by its id."""
        self._passages = tuple(passages)
        self._sources: dict[str, tuple[Release, Facts]] = {}
        self._statements: list[tuple[Statement, ...]] = []
        for passage in passages:
            source, known = release(passage.release_id), facts(passage.release_id)
            if source is not None and known is not None:
                self._sources[passage.release_id] = (source, known)
                self._statements.append(statements.of_passage(passage, source, known))
            else:
                self._statements.append(())

    def check(self, sentence: str, pointers: Sequence[Pointer] = ()) -> Verdict:
        """Hold one sentence against the statements it points at, then against all others.

        A sentence that joins two clauses may rest on two statements, one for each.
        """
        text = " ".join(sentence.split())
        found = self._checked(text, pointers)
        if isinstance(found, Verdict):
            return found
        return Verdict(addresses.shown(text), reason=addresses.shown(found))

    def _checked(self, text: str, pointers: Sequence[Pointer]) -> Verdict | str:
        """What bears a sentence out, or why nothing does."""
        if not any(map(str.isalnum, text)):
            return "it says nothing"
        if len(text) > MAX_SENTENCE:
            return "it is too long"
        if instructs(text):
            return "it speaks to a model or has hidden characters"
        cited = self._cited(pointers)
        whole = self._rests(text, cited)
        if isinstance(whole, _Support):
            shown = _shown(text, whole.said)
            repaired = not set(whole.statements) <= set(cited) or shown != text
            return Verdict(shown, self._evidence(whole.statements), None, repaired)
        for halves in joined_clauses(text):
            found = [self._rests(half, cited) for half in halves]
            supported = [one for one in found if isinstance(one, _Support)]
            if len(supported) < len(halves) or any(one.said.speakers for one in supported):
                continue
            rests = tuple(dict.fromkeys(s for one in supported for s in one.statements))
            if len({s.release_id for s in rests}) == 1:
                return Verdict(text, self._evidence(rests), None, not set(rests) <= set(cited))
        return whole

    def _rests(self, text: str, cited: Sequence[Statement]) -> _Support | str:
        """The statement that bears a sentence out; else why the likeliest does not."""
        everything = [s for of_passage in self._statements for s in of_passage]
        ranked = sorted(
            dict.fromkeys([*cited, *everything]),
            key=lambda s: (s in cited, _overlap(text, s)),
            reverse=True,
        )
        reason: str | None = None
        for one in ranked:
            if one not in cited and _overlap(text, one) < _ENOUGH:
                continue
            for together in [(one,), *([(one.lead, one)] if one.lead else [])]:
                said, fault = self._held(text, together)
                if said is not None:
                    return _Support(together, said)
                reason = reason or fault
        return reason or "no passage says it"

    def _cited(self, pointers: Sequence[Pointer]) -> list[Statement]:
        """The statements that hold the words a draft points at."""
        found: dict[Statement, None] = {}
        for pointer in pointers:
            if not 1 <= pointer.passage <= len(self._passages):
                continue
            words = wording.level(pointer.words).strip(' ".,…').lower()
            if not words:
                continue
            for statement in self._statements[pointer.passage - 1]:
                whole = wording.level(statement.text).lower()
                if words in whole or (len(whole) > _LONG and whole.strip(' "') in words):
                    found[statement] = None
        return sorted(found, key=lambda s: s.span.start)

    def _held(
        self, text: str, together: tuple[Statement, ...]
    ) -> tuple[Attribution | None, str | None]:
        """Whose words a sentence is, if these statements bear it out; else why they do not."""
        release, facts = self._sources[together[0].release_id]
        claim = Claim.read(_undated(text, release), facts)
        ground = Ground.of(together, release, facts)
        if len(claim.content) + len(claim.numerals) < _LEAST:
            return None, "it says too little"
        verbatim = _is_verbatim(claim.text, together[-1])
        said, fault = attribute(claim, ground)
        if fault and not verbatim:
            return None, fault
        found = [rule(claim, ground) for rule in ALWAYS]
        found += [] if verbatim else [rule(said.claim, ground) for rule in RULES]
        return next(((None, fault) for faults in found for fault in faults), (said, None))

    def _evidence(self, rests: Sequence[Statement]) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(next(p for p in self._passages if _holds(p, s)), *s.span, 1.0)
            for s in sorted(rests, key=lambda s: s.span.start)
        )


def _undated(text: str, release: Release) -> str:
    """A sentence without the dateline of its release, which is none of its words."""
    head = " ".join(release.text[release.dateline.start : release.dateline.end].split())
    return text[len(head) :].lstrip(" -–—:") if head and text.startswith(head) else text


def _holds(passage: Passage, statement: Statement) -> bool:
    return (
        passage.release_id == statement.release_id
        and passage.start <= statement.span.start
        and statement.span.end <= passage.end
    )


_LEAST = 2
"""Words and numbers that state something; fewer are no sentence."""
_ENOUGH = 0.3
"""Share of the words of a sentence that a statement must have to be looked at."""
_LONG = 20


def _overlap(text: str, statement: Statement) -> float:
    mine = _content(text)
    return sum(bool(keys & statement.keys) for keys in mine) / (len(mine) or 1)


@lru_cache(maxsize=64)
def _content(text: str) -> list[frozenset[str]]:
    return [token.keys for token in tokens.read(text) if token.lower not in FREE]


def _is_verbatim(text: str, statement: Statement) -> bool:
    return (
        wording.level(text).strip(' ".').lower()
        == wording.level(statement.text).strip(' ".').lower()
    )


def _shown(text: str, said: Attribution) -> str:
    """The sentence under its speaker's name, which the draft may have left out."""
    if not said.speakers or said.named:
        return text
    speaker = next(iter(said.speakers)) or UNNAMED
    return f"{speaker} said: {text}"
