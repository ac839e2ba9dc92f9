"""Organisations that nothing marks but their place in a line of contacts: "Ann Lee, Quillon"."""

from __future__ import annotations

import re
from functools import lru_cache

from pr_assistant.facts.functions import is_function
from pr_assistant.facts.given_names import GIVEN_NAMES
from pr_assistant.facts.lexicon import (
    FUNCTIONS,
    NOT_NAMES,
    OF_HEADS,
    ROLE_HEADS,
    ROLE_MODIFIERS,
)
from pr_assistant.facts.names import UPPER, is_name

_ONE = re.compile(rf"[{UPPER}][\w&’'-]{{2,}}")
_NO_HOUSE = (
    NOT_NAMES
    | FUNCTIONS
    | OF_HEADS
    | ROLE_MODIFIERS
    | frozenset(
        "newsroom pressroom english french german spanish italian portuguese dutch chinese japanese"
        " weekdays weekday financial trade local national regional bookings photos images video"
        " mobile cell direct landline whatsapp signal skype twitter linkedin website web desk team"
        " telefon handy enquiries inquiries queries availability spokespeople further general"
        " address opening hours available days evenings weekends he she his her him they them her"
        " stockholm oslo copenhagen helsinki reykjavik dublin edinburgh glasgow cardiff belfast"
        " manchester birmingham leeds bristol brussels antwerp amsterdam rotterdam luxembourg bern"
        " zurich zürich geneva basel vienna munich hamburg frankfurt cologne stuttgart madrid"
        " barcelona lisbon porto rome turin naples athens warsaw prague budapest bucharest zagreb"
        " belgrade kyiv riga vilnius tallinn istanbul ankara cairo nairobi lagos accra kampala"
        " johannesburg durban mumbai delhi bangalore chennai dhaka karachi colombo bangkok hanoi"
        " jakarta manila seoul osaka taipei brisbane melbourne perth adelaide auckland wellington"
        " toronto montreal vancouver ottawa calgary chicago boston seattle denver atlanta miami"
        " bogotá quito santiago montevideo brasília dubai doha riyadh amman".split()
    )
)
"""Words of a line of contacts that name no organisation: fields, devices, cities."""


@lru_cache(maxsize=512)
def is_house(text: str, words: str) -> bool:
    """Whether words that stand alone between the commas of a contact, or on its line, name an
    organisation: a single name that is of no place, or several that the release has again."""
    if is_function(words) or _is_place(text, words):
        return False
    parts = words.split()
    if not ROLE_HEADS.isdisjoint(words.lower().split()):
        return False
    if len(parts) == 1:
        return (
            bool(_ONE.fullmatch(words))
            and words.lower() not in _NO_HOUSE
            and words.lower() not in GIVEN_NAMES
        )
    if parts[0].lower() in OF_HEADS and parts[1] in ("of", "for"):
        return True
    named = parts[0].lower() in GIVEN_NAMES and is_name(words)
    return not named and parts[0][0].isupper() and text.count(words) > 1


def _is_place(text: str, words: str) -> bool:
    """Whether a release says of something that it is there, or was written there."""
    name = re.escape(words)
    return bool(
        re.search(rf"\b(?:in|near) {name}\b", text)
        or re.search(
            rf"^\W*{name},?(?:\s[^\n]{{0,40}})?\s[–—-]+\s", text, re.IGNORECASE | re.MULTILINE
        )
    )
