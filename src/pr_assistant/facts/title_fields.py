"""What belongs to a title behind its head: field, portfolio, house, and not an organisation."""

from __future__ import annotations

import re

from pr_assistant.facts.fields import (
    FIELD_WORD,
    ends_in_field,
    has_noun,
)
from pr_assistant.facts.functions import is_function, is_unit
from pr_assistant.facts.further import REALMS
from pr_assistant.facts.lexicon import FUNCTIONS, ORGANISATION_NOUNS, ORGANISATION_SUFFIXES
from pr_assistant.facts.names import UPPER
from pr_assistant.facts.naming import named
from pr_assistant.facts.opening import OPENING
from pr_assistant.facts.posts import role_end
from pr_assistant.sentences import Span

JOIN = re.compile(r",?\s+(of|for|at|with|in|to|from|on)\s+(?:the\s+)?")
_SPEAKING_FOR = frozenset("spokesperson spokesman spokeswoman counsel lawyer attorney".split())
_HOUSES = frozenset("opposition house majority minority senate".split())
TO = frozenset(
    "ambassador envoy adviser advisor representative delegate consul assistant secretary".split()
)
"""Heads whose "to" belongs to the title."""
COMMA = re.compile(r"\s*,\s*(?:the\s+)?")
DESCRIBED = re.compile(
    rf"(?:[{UPPER}][\w-]*\s+)?(?:(?!(?:since|until|from|in|by|with|who|and|to|as|on)\b)"
    rf"[a-z][\w-]*(?:['’]s?)?\s+){{1,4}}?(?=[{UPPER}][\w&’'.-]+)"
)
_OF_PLACES = frozenset(
    "king queen prince princess bishop archbishop duke earl emir sultan emperor".split()
)
"""Heads whose "of" names a place and belongs to the title."""
_TO_LANDS = frozenset("ambassador ambassadors consul chargé envoy".split())
"""Heads whose "of" names a state, their organisation."""
_OF_FORCES = frozenset("commissioner superintendent inspector secretary".split())
"""Heads whose "of" names what they are for, even where firms are called so: "of Industries"."""
_PORTFOLIOS = frozenset("minister secretary undersecretary under-secretary".split())
"""Heads whose "for" names what they are in charge of."""
_FOR_FIELDS = frozenset(
    "vice-rector vice-president president vice-chancellor pro-vice-chancellor vice-dean dean"
    " director vice-provost provost prorector pro-rector".split()
)
"""Heads whose "for" names a field, also one that firms are called after."""
_OF_STUDIES = frozenset("investigator co-investigator author co-author".split())
"""Heads whose "of" names a study."""
_WHOLE_FIRM = re.compile(
    r"(?:chief executive(?: officer)?|ceo|(?:executive|managing) director|(?<!vice[ -])president"
    r"|chair(?:man|woman|person)|founder|owner)$",
    re.IGNORECASE,
)
"""Posts at the top of a whole organisation, whose "of" names it."""
_OF_FIELDS = frozenset(
    "director curator keeper commissioner coordinator co-ordinator manager officer lecturer".split()
)
_AND = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?")
_OF_STATE = re.compile(r"\bof State$")
_KIND_OF_WORK = re.compile(r"[A-Z][a-z]+(?:able|ible|al|ive|ic|ary)\s[A-Z][a-z]+$")
""" "Sustainable Sourcing", "Commercial Lending"."""


class Reader:
    """Tells what belongs to a title behind its head: its field, not its organisation."""

    def __init__(self, text: str, end: int, known: frozenset[str], owned: bool, ours: bool) -> None:
        self.text, self.end, self.known = text, end, known
        self.owned = owned
        """Whether whose post it is stands before it: then a field follows."""
        self.ours = ours
        """Whether a pronoun says so."""

    @property
    def named_owner(self) -> bool:
        """Whether the owner is named, and what "at" tells is the place."""
        return self.owned and not self.ours

    def _is_portfolio(self, title: Span, word: str) -> bool:
        """Whether it is what a minister is for: "Minister of State for Higher Education"."""
        return word == "for" and bool(_OF_STATE.search(self.text, *title))

    def _is_field_word(self, title: Span, word: str, name: Span) -> bool:
        """Whether it is what a head is head of, by its form: "Head of Sourcing"."""
        words = self._words(name)
        return (
            word in ("of", "for")
            and not self._is_known(words)
            and not _TO_LANDS & set(self.text[slice(*title)].lower().split())
            and not has_noun(words.split()[-1] if words.endswith("ing") else words)
            and bool(FIELD_WORD.search(words))
            and (" " not in words or self.text[title.start : title.end].lower().endswith("head"))
        )

    def _is_field(self, title: Span, word: str, name: Span, name_end: int) -> bool:
        """Whether a name behind a head belongs to the title and is not of its organisation."""
        text, known = self.text, self.known
        words = self._words(name)
        lower = words.lower()
        heads = text[slice(*title)].lower().split()
        if word == "to" or lower in _HOUSES or words.startswith("State for "):
            return True
        further = JOIN.match(text, name_end, self.end)
        to_another = word == "of" and further is not None and further[1] == "to"
        if word == "of" and set(heads) & _TO_LANDS:
            return to_another and bool(set(heads) & TO)  # "Ambassador of Japan to Peru"
        if word == "of" and heads[-1] in _OF_FORCES and lower in ORGANISATION_NOUNS:
            return lower not in known
        if heads[-1] in _OF_STUDIES and not has_noun(words):
            return lower not in known
        if word == "of" and heads[-1] in _OF_PLACES and not has_noun(words):
            return True
        if is_function(words) and (not self._is_known(words) or is_unit(words)):
            return True
        last = lower.rsplit(" ", 1)[-1]
        if word == "for" and heads[-1] in _FOR_FIELDS and last in FUNCTIONS and " and " in lower:
            return lower not in known  # "Vice-Rector for Graduate Studies and Research"
        if word == "for" and heads[-1] in _PORTFOLIOS and lower not in known:
            return not has_noun(words) or words.split()[-1] in REALMS
        whole = word == "of" and bool(_WHOLE_FIRM.search(text, *title))
        if word in ("for", "of") and lower not in known and not whole and ends_in_field(words):
            return True
        if word == "of" and heads[-1] == "professor" and self.owned and lower not in known:
            return not has_noun(words)
        if word == "of" and self.ours and heads[-1] == "head" and not self._is_known(words):
            return True  # "the city's Head of School Buildings"
        once = lower not in known and not has_noun(words) and text.count(words) == 1
        if word == "of" and (heads[-1] == "head" or self.ours) and once:
            return True
        if word == "of" and once and not whole and text[title.start].isupper():
            by_form = heads[-1] in _OF_FIELDS and FIELD_WORD.search(words)
            if by_form or heads[-1] in ("curator", "keeper"):
                return True
        single = len(words.split()) == 1 and lower not in known and not words.isupper()
        if word == "for" and single and not set(heads) & _SPEAKING_FOR:
            return True
        if to_another and set(heads) & TO:
            return True
        if lower.rsplit(" ", 1)[-1] in ORGANISATION_SUFFIXES:
            return False  # "Chief Executive of Acme AG of Zug"
        return (
            further is not None
            and further[1] in ("of", "at", "for", "with")
            and text[further.start()] != ","
            and (
                named(text, further.end(), self.end, known)[0] is not None
                or (further[1] == "at" and bool(DESCRIBED.match(text, further.end(), self.end)))
            )
        )

    def _is_listed_field(self, title: Span, words: str) -> bool:
        """Whether it is a field behind a comma, by its last word: "Secretary, Skill Growth"."""
        whole = bool(_WHOLE_FIRM.search(self.text, *title))
        field = bool(FIELD_WORD.search(words)) and (
            ends_in_field(words) or bool(_KIND_OF_WORK.match(words) and self.text.count(words) == 1)
        )
        return field and not whole and words.lower() not in self.known

    def _leads_to_known(self, name: Span, name_end: int) -> bool:
        """Whether another comma and an organisation of the release follow: it is a field then."""
        words = self._words(name)
        comma = COMMA.match(self.text, name_end, self.end)
        if comma is None or words.lower() in self.known or has_noun(words):
            return False
        whose, _ = named(self.text, comma.end(), self.end, self.known)
        return whose is not None and self._words(whose).lower() in self.known

    def _is_known(self, words: str) -> bool:
        """Whether an organisation of the release is called so, or so for short: "Haixing"."""
        lower = words.lower()
        fields = all(word in FUNCTIONS for word in lower.split())
        return lower in self.known or (
            not fields and any(name.startswith(f"{lower} ") for name in self.known)
        )

    def _second(self, title: Span, stop: int) -> int | None:
        """Behind "and": the end of a second post ("Chairman and CEO")."""
        text = self.text
        both = _AND.match(text, stop, self.end)
        again = role_end(text, both.end(), self.end) if both else None
        if both is None or again is None or OPENING.match(text, both.end(), self.end):
            return None
        return again if text[both.end()].isupper() == text[title.start].isupper() else None

    def _words(self, name: Span) -> str:
        return " ".join(self.text[slice(*name)].split())
