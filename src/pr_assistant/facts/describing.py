"""What stands beside a name: whether it makes it a person's, and what it says of them."""

from __future__ import annotations

import re

from pr_assistant.facts import naming
from pr_assistant.facts.affiliated import affiliated
from pr_assistant.facts.appointing import appointed
from pr_assistant.facts.apposition import apposed
from pr_assistant.facts.belonging import OF, belongs
from pr_assistant.facts.desk_names import is_called_like
from pr_assistant.facts.desks import is_contact_line, organisation_of_line
from pr_assistant.facts.fields import has_noun
from pr_assistant.facts.functions import is_function
from pr_assistant.facts.given import is_given
from pr_assistant.facts.houses import is_house
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.lexicon import ROLE_HEADS
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import is_name
from pr_assistant.facts.place import Place, locate
from pr_assistant.facts.signs import is_person, speaks_for_person
from pr_assistant.facts.subscribing import subscribes
from pr_assistant.facts.succeeding import leaves
from pr_assistant.facts.title import Title
from pr_assistant.facts.told import is_to_be, told_of
from pr_assistant.sentences import Span

_CONTACTING = re.compile(
    r"\b(?:ring|phone|call|e-?mail|write to|reach|speak to)\s+$"
    r"|\b(?:press|media|investors?|contacts?)\s*:\s+(?:[^:;.\n]{3,40}\([^()\n]+\),\s+)*$|\b(?:please\s+)?contact:?\s+(?:\S+\s+){0,2}$|(?:press|media|investor)\s+(?:contact"
    r"|enquiries|office)s?:?\s+$",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"[#*\s]*(?:(?:for\s+)?(?:more|further)\s+(?:information|details)"
    r"|(?:notes? (?:to|for) )?editors"
    r"|journalists|reporters|info(?:rmation)?|quer(?:y|ies)|questions|enquir(?:y|ies)"
    r"|inquir(?:y|ies)|interviews|press|media|news(?:room)?|investors?|analysts|contacts?)"
    r"\b[^:.\n]{0,30}:\s",
    re.IGNORECASE,
)
"""How a line begins that says whom to ask."""
_REACHABLE = re.compile(r"^[^\n]{0,90}?(?:[\w.+-]+@[\w-]+\.|\+?\(?\d[\d\s().-]{6,}\d)")
_IN_BRACKETS = re.compile(r"\s*\(([A-Z][^()\d]{1,40})\)")


def describe(
    layout: Layout, mention: Mention, known: frozenset[str], used: list[Span], sure: bool
) -> bool:
    """Add what stands beside a name to it; True if that makes it the name of a person."""
    place = locate(layout, mention, known, used)
    signs = [
        apposed(place), appointed(place), leaves(place), told_of(place), is_to_be(place),
        is_person(place), subscribes(place),
    ]  # fmt: skip
    good = place.honoured or any(signs)
    speaks = good or speaks_for_person(layout, mention.start, mention.end)
    good = belongs(place, speaks or sure) or good
    if speaks or good or sure:
        affiliated(place)
    return _to_contact(place, good) or good or sure


def _is_of_known(words: str, known: frozenset[str]) -> bool:
    """Whether words are the name of an organisation of the release, or how one begins."""
    lower = words.lower()
    return lower in known or any(name.startswith(f"{lower} ") for name in known)


def _is_named(text: str, words: str, known: frozenset[str]) -> bool:
    """Whether words in brackets behind a name are of an organisation, or letters for one."""
    if _is_of_known(words, known) or (words.isupper() and len(words) > 2 and text.count(words) > 1):
        return True
    if is_house(text, words):
        return True
    entitled = any(word.lower() in ROLE_HEADS for word in words.split())
    return has_noun(words) and not is_function(words) and not entitled


def _to_contact(place: Place, good: bool) -> bool:
    """Add what a block of contacts says of somebody; True if they are named to be asked."""
    text, mention = place.text, place.mention
    line = place.layout.paragraph(mention.start)
    in_block = place.layout.kind(mention.start) == "contact"
    before = text[max(line.start, place.lead_end - 50) : place.lead_end]
    begin = text.rfind("\n", line.start, mention.start) + 1 or line.start
    in_block = in_block or bool(_ASKING.match(text, begin, place.lead_end))
    if not (in_block or _CONTACTING.search(before)):
        return False
    if " " in place.name and is_function(place.name):
        return False
    if place.is_organisation or not is_name(place.name, 1 if place.honoured else 2, sure=True):
        return False
    first, *others = place.name.split()
    if not good and is_called_like(place.name.lower(), place.known) and not is_given(first, others):
        return False
    if not good and not is_contact_line(text, line, place.lead_end, mention.end):
        return False
    near = " ".join(text[mention.start : mention.start + 320].split())
    mention.contact = bool(_REACHABLE.search(near) or in_block)
    bracket = _IN_BRACKETS.match(text, mention.end, place.limit)
    if bracket and _is_named(text, bracket[1], place.known) and not mention.found:
        place.add(1, Title(None, Span(*bracket.span(1)), bracket.end()))
    if not mention.found and (of := OF.match(text, mention.end, place.limit)):
        organisation, stop = naming.named(text, of.end(), place.limit, place.known)
        if organisation:
            place.add(1, Title(None, organisation, stop))
    organisation_of_line(place.layout, mention, line, place.known)
    return True
