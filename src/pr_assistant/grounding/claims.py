"""What a rule looks at: the sentence of a draft, and the statements it is held against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from pr_assistant.grounding import naming, numerals, tokens
from pr_assistant.grounding.naming import Run
from pr_assistant.grounding.numerals import Numeral
from pr_assistant.grounding.statements import Statement, clauses
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import EXTREME, FREE
from pr_assistant.models import Release
from pr_assistant.sentences import Span

if TYPE_CHECKING:
    from pr_assistant.facts.models import Facts

_PREFACE = re.compile(
    r"^(?:according to|as (?:stated|reported|noted) in|per) the (?:press )?(?:release|announcement)"
    r"[,:]?\s*|^the (?:press )?(?:release|announcement) (?:says|states|notes|said|stated)"
    r"(?: that|:)?\s*|,? according to the (?:press )?(?:release|announcement)(?=[.]?$)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]+)[”\"»“]")


@dataclass(frozen=True)
class Claim:
    """A sentence of a draft."""

    text: str
    tokens: tuple[Token, ...]
    numerals: tuple[Numeral, ...]
    spoken: bool = False
    """Whether it is what is left without the words that say who says it."""

    @classmethod
    def read(cls, text: str, facts: Facts) -> Claim:
        """A sentence, without the words that only say that a release says so."""
        text = _PREFACE.sub("", " ".join(text.split())).replace(" as well as ", " and ")
        return cls(text, tokens.read(text), numerals.find(text, facts.dateline.date))

    @cached_property
    def content(self) -> tuple[Token, ...]:
        """The words that state something: neither free ones nor parts of a number."""
        return tuple(
            token
            for token in self.tokens
            if token.lower not in FREE
            and (not self.counts(token) or (token.lower in EXTREME and token.lower[-2:] == "st"))
        )

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset().union(*(token.keys for token in self.tokens))

    @cached_property
    def runs(self) -> list[Run]:
        return naming.runs(self.text, self.tokens)

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        return clauses(self.text)

    @property
    def quotes(self) -> list[str]:
        """What stands between quotation marks."""
        return [match.group(1) for match in _QUOTED.finditer(self.text)]

    def counts(self, token: Token) -> bool:
        """Whether a token is part of a number."""
        return any(n.start <= token.start < n.end for n in self.numerals)

    def without(self, span: Span) -> Claim:
        """The claim without some of its words."""
        return Claim(
            self.text,
            tuple(t for t in self.tokens if not span.start <= t.start < span.end),
            tuple(n for n in self.numerals if not span.start <= n.start < span.end),
            spoken=True,
        )


@dataclass(frozen=True)
class Ground:
    """Statements of one release, in order, and the names that their pronouns stand for."""

    statements: tuple[Statement, ...]
    facts: Facts
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, statements: Sequence[Statement], release: Release, facts: Facts) -> Ground:
        known = [n for s in statements for n in naming.stands_for(s, release, facts)]
        return cls(tuple(statements), facts, tuple(dict.fromkeys(known)))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tuple(token for statement in self.statements for token in statement.tokens)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What may be said in other words, too: those of the statements."""
        return frozenset().union(*(statement.keys for statement in self.statements))

    @cached_property
    def name_keys(self) -> frozenset[str]:
        """Keys of the names that the statements name in another way, or by a pronoun."""
        named = {form for run in self.runs for form in naming.same(run.name, self.facts)} | {
            form for name in self.names for form in naming.same(name.lower(), self.facts)
        }
        return frozenset().union(*(t.keys for form in named for t in tokens.read(form)))

    @cached_property
    def runs(self) -> list[Run]:
        return [run for s in self.statements for run in naming.runs(s.text, s.tokens)]

    @cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        """Of all statements; "today" is the day of the dateline."""
        found = [n for statement in self.statements for n in statement.numerals]
        day = self.facts.dateline.date
        said = {token.lower: token for token in self.tokens}
        for word, days in (("today", 0), ("yesterday", -1), ("tomorrow", 1)):
            if day and word in said:
                at = said[word]
                iso = (day + timedelta(days)).isoformat()
                found.append(Numeral(at.start, at.end, "date", iso))
        return tuple(found)

    @property
    def text(self) -> str:
        return " ".join(" ".join(s.text.split()) for s in self.statements)

    def has(self, token: Token) -> bool:
        return bool(token.keys & self.keys)
