"""Lists that a noun announces without a number: "The reasons are always the same: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pr_assistant.facts import phrases
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.listing import CLAUSE, SUBJECT, are_short, is_divided, listed, made
from pr_assistant.facts.models import Enumeration
from pr_assistant.facts.numbers import WORDS
from pr_assistant.sentences import Span, trim

_NO_ITEMS = re.compile(r"\b(?:said|says|told|added|http|www)\b")
_NUMBER = re.compile(rf"(?:{WORDS})\s")
_MADE_UP = re.compile(
    r"(?P<whole>\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Aa]n?|[Ee]ach(?: of the)?"
    r"|[Ee]very)\s+(?:[\w-]+\s+){0,3}?[\w-]+)\s+(?:(?:will|would"
    r"|is to)\s+)?"
    r"(?:consist(?:s|ed)?\s+of|compris(?:es?|ed)|(?:is|was) made up of|(?:is|was) composed of"
    r"|be made up of)\s+"
    r"(?!(?:about|around|more|over|some|nearly|up|at|\d)\b)"
)


_NAMED = re.compile(
    r"(?P<subject>(?:The|Its|Our|Their)\s+(?:[\w-]+\s+){0,3}?(?P<head>[a-z-]+))"
    r"\s+(?:are|were|will be)\s+(?P<items>[A-Z][^,.;:()“”\"]*(?:,\s+[A-Z][^,.;:()“”\"]*)+?"
    r",?\s+and\s+[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z][\w’'-]*)*)(?=[,.;]|$)"
)
""" "The first provinces are Lusaka, Eastern and Southern": names alone."""
_FOLLOWING = re.compile(r"\b[Tt]he following\s+[a-z][^:]*$")
_MAKING_UP = frozenset(
    "consist consists consisted comprise comprises comprised made composed".split()
)
"""Of which `_MADE_UP` needs one."""
_COLON = re.compile(r"[“\"]?[^:“”\"]{4,140}?(?P<colon>:)\s+(?=[\w“\"])")


_PRONOUN = re.compile(r"(?:we|you|they|he|she|it)\s")
_NO_LIST = re.compile(r"[.:]\s|@|www|\d{4,}[ -]\d{2,}|\d{3}[ -]\d{3}|\+\d")
"""Sentences of their own, addresses, telephone numbers."""


def uncounted(layout: Layout, sentence: Span) -> Iterator[Enumeration]:
    """ "The reasons are always the same: the price, the shame and the waiting room." """
    text = layout.text
    made_up = not _MAKING_UP.isdisjoint(layout.words(sentence)) and _MADE_UP.search(text, *sentence)
    if made_up:
        items = listed(text, made_up.end(), sentence.end, None)
        items = [] if any(_NUMBER.match(text, *item) for item in items) else items
        parted = text.count(";", made_up.end(), sentence.end) >= 2
        if (
            len(items) >= 3
            and (parted or re.search(r"\b(?:and|or)\b", text[items[-2].end : items[-1].start]))
            and (parted or are_short(text, items, 12))
            and not any(re.search(r"^[a-z]+ing$|:\s", text[slice(*item)]) for item in items)
            and not layout.quotation(made_up.end())
        ):
            yield made(text, Span(*made_up.span("whole")), None, items)
            return
    if (named := _NAMED.match(text, *sentence)) and phrases.is_plural(named["head"]):
        items = listed(text, *named.span("items"), None)
        if len(items) >= 3 and are_short(text, items) and not layout.quotation(named.end()):
            yield made(text, Span(*named.span("subject")), None, items)
            return
    if semis := _by_semicolons(layout, sentence):
        yield semis
        return
    if some := _included(layout, sentence):
        yield some
        return
    colon = _COLON.match(text, *sentence) if ":" in text[slice(*sentence)] else None
    if colon is None or layout.bullet(sentence) or _NO_ITEMS.search(colon.group()):
        return
    if layout.kind(sentence.start) in ("title",) or re.search(r"\d:$", colon.group().strip()):
        return
    lead = text[sentence.start : colon.start("colon")].lstrip('“"')
    items = listed(text, colon.end(), sentence.end, None)
    commas = sum("," in text[a.end : b.start] for a, b in pairwise(items))
    if (
        len(items) < 3
        or commas < len(items) - 2
        or not are_short(text, items)
        or _NO_LIST.search(text, colon.end(), sentence.end)
    ):
        return
    if not _is_joined(text, items) and not _are_alike(text, items):
        return
    if CLAUSE.search(text, *items[0]) or is_divided(text, items):
        return
    following = _FOLLOWING.search(lead)
    if following:
        yield made(
            text, Span(sentence.start + following.start(), colon.start("colon")), None, items
        )
        return
    subject = SUBJECT.match(lead)
    if lead.startswith("About") or any(_PRONOUN.match(text, i.start) for i in items):
        return
    names = subject["subject"] if subject else lead
    if not any(phrases.is_plural(word.strip(",")) for word in names.split()):
        names = lead
        if not _announces(lead):
            return
    begin = colon.start("colon") - len(lead)
    span = trim(text, begin, begin + len(names))
    yield made(text, span, None, items)


def _is_joined(text: str, items: list[Span]) -> bool:
    return bool(re.search(r"\b(?:and|or)\b", text[items[-2].end : items[-1].start]))


def _are_alike(text: str, items: list[Span]) -> bool:
    """Whether short items without an "and" begin with one word: "the fare, the boss, the child"."""
    words = [text[slice(*item)].split() for item in items]
    first = {word[0].lower() for word in words}
    return len(first) == 1 and all(2 <= len(word) <= 5 for word in words)


_OPEN_LEAD = re.compile(r"(?:What|How|Where|When|Why|The [a-z]+$)\b")
_PRESENT = re.compile(r"(?:Who|Also|Among|Present|In attendance|Looking on|Attending)\b")


def _announces(lead: str) -> bool:
    """Whether what stands before a colon is a label ("The band") or leaves the rest open."""
    return bool(_OPEN_LEAD.match(lead) or re.search(r"[a-z]s for the [a-z]+$|\d [a-z]+ for", lead))


_LEAD = re.compile(
    r"(?P<lead>[A-Z“\"][^:;.“”]{3,110}?)(?:(?P<colon>:)"
    r"|\s(?:are|were|will be)(?::|\s+[a-z]+\s+by\b)?)"
    r"\s+(?=[\w“\"‘£€$])"
)
_PERSONAL = re.compile(
    r"\b(?:they|we|you|he|she|it|which|who|there|these|those|that|and|but)\s*$", re.I
)
_NO_ITEM = re.compile(r"\b(?:said|says|told)\b|^(?:he|she|it|we|they|you|may|must)\b|^[a-z]+ing$")
_TELEPHONE = re.compile(r"@|www\.|\btel\b|\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|\+\d")


def _by_semicolons(layout: Layout, sentence: Span) -> Enumeration | None:
    """ "Partners: Acme, of Oslo; Globex; and Initech.": at least three, parted by semicolons."""
    text = layout.text
    if text.count(";", *sentence) < 2 or layout.bullet(sentence):
        return None
    lead = _LEAD.match(text, *sentence)
    if lead is None or layout.kind(sentence.start) == "title":
        return None
    words = lead["lead"]
    if _NO_ITEMS.search(words) or _PERSONAL.search(words):
        return None
    if not (
        any(phrases.is_plural(w.strip(",")) for w in words.split())
        or _announces(words)
        or _PRESENT.match(words)
    ):
        return None
    items = listed(text, lead.end(), sentence.end, None)
    if len(items) < 3 or not are_short(text, items, 24) or is_divided(text, items):
        return None
    if any(_NO_ITEM.search(text[slice(*item)]) for item in items) or words.startswith("About"):
        return None
    if not lead["colon"] and not re.match(r"[A-Z\d£€$“\"]|an?\s|the\s", text[lead.end() :]):
        return None
    if _TELEPHONE.search(text, lead.end(), sentence.end):
        return None
    if re.search(r":\s", text[lead.end() : sentence.end]):
        return None
    if not lead["colon"] and any(CLAUSE.search(text, *item) for item in items):
        return None
    span = trim(text, *lead.span("lead"))
    return made(text, Span(span.start + (text[span.start] in '“"'), span.end), None, items)


_INCLUDED = re.compile(
    r"(?P<subject>(?:[A-Z][\w’'-]*|\b[Tt]he|\b[Ii]ts|\b[Oo]ur|\b[Tt]heir)(?:\s+[\w’'-]+){0,8}?)"
    r"(?:\s+\([^()]*\))?\s+(?:will\s+|also\s+)?(?:includes?|included)\s+"
    r"(?P<items>[^.:;“”]{8,400}?)(?=[.;“”]|$)"
)


def _included(layout: Layout, sentence: Span) -> Enumeration | None:
    """ "Donors include the Arbor Fund, the embassy of Norway and some readers": three or more."""
    text = layout.text
    if layout.words(sentence).isdisjoint({"include", "includes", "included"}):
        return None
    found = _INCLUDED.search(text, *sentence)
    if (
        found is None
        or _PERSONAL.search(found["subject"])
        or layout.quotation(found.start("items"))
    ):
        return None
    begin = found.start("items")
    stop = found.end("items")
    if text.count(";", begin, sentence.end) >= 2:
        stop = sentence.end
    items = listed(text, begin, stop, None)
    if len(items) < 3 or not (_is_joined(text, items) or ";" in text[begin:stop]):
        return None
    if not are_short(text, items, 12) or any(CLAUSE.search(text, *item) for item in items):
        return None
    return made(text, Span(*found.span("subject")), None, items)
