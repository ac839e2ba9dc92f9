"""Whose somebody is by what stands around a title: a label, a bracket, "whose"."""

from __future__ import annotations

import re

from pr_assistant.facts import titles
from pr_assistant.facts.given import is_given
from pr_assistant.facts.names import UPPER, is_name, looks_like_organisation
from pr_assistant.facts.place import Place
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span

_LABEL = re.compile(
    r"(?:^|[;(,\n]\s*)(?:[*•·■▪►→+>–-]\s+)?(?P<title>[A-Za-z][\w ,&-]{1,60}?)"
    r"(?:\s+of\s+the\s+(?:company|group))?:\s$"
)
_WHERE = re.compile(r"\s+(?:of|for|at|in)\s+(?:the|its|our)\s")
"""What goes on behind a title in a label: "Managing director of the Polish subsidiary:"."""
_CALLING = re.compile(r":\s(?:the|an?)\s(?:[A-Z]?[a-z-]+\s){0,2}[a-z]{3,}\s$")
_FIRMS = re.compile(
    r"\b(?:advis[eo]rs|lawyers|auditors|brokers|sponsors|consultants|architects|contractors|partners"
    r"|suppliers|bookrunners|underwriters|arrangers|managers)$",
    re.IGNORECASE,
)
"""Labels that firms stand behind as well."""
_BEFORE_BRACKET = re.compile(
    rf"(?P<name>(?!(?:January|February|March|April|May|June|July|August|September|October|November"
    rf"|December|On|In|At)\b)[{UPPER}][\w&’'.-]*(?:(?:,|\s+of(?:\s+the)?)?\s+[{UPPER}&][\w&’'.-]*)"
    r"{0,7})\s+$"
)
_WHOSE = re.compile(
    rf"(?P<whose>[{UPPER}][\w&’'.-]*(?:\s+(?:(?:(?:for|of)\s+)?[{UPPER}][\w&’'.-]*|&)){{0,6}}?)"
    rf"(?:\s+(?:of|in|from|at)\s+(?:the\s+)?[{UPPER}][\w’'-]*(?:\s+(?:of\s+)?[{UPPER}][\w’'-]*){{0,4}})?"
    r",\s+whose\s+$"
)


def labelled(place: Place) -> Title | None:
    """The title of "Acme, Ltd. (Head office: Kobe; President: A)", with whose it is."""
    text, at = place.text, place.lead_end
    if calling := _CALLING.search(text, max(place.begin, at - 40), at):
        at = calling.start() + 2  # "Patron: the actor Sir A"
    if not text.endswith(": ", 0, at) or not is_name(place.name, 1 if place.honoured else 2):
        return None
    begin = max(place.begin, at - 70)
    label = _LABEL.search(text[begin:at])
    span = Span(*(begin + i for i in label.span("title"))) if label else Span(at, at)
    title = titles.parse(text, *span)
    if label is None or title is None or title.title is None:
        return None
    if title.stop < span.end and not _WHERE.match(text, title.stop, span.end):
        return None
    if _FIRMS.search(label["title"]):
        return None
    opening = text.rfind("(", max(place.begin, at - 160), at)
    if opening < 0 or text.find(")", opening, at) >= 0:
        return title
    match = _BEFORE_BRACKET.search(text, max(place.begin, opening - 80), opening)
    organisation = Span(*match.span("name")) if match else None
    if organisation and text.startswith("The ", organisation.start):
        organisation = Span(organisation.start + len("The "), organisation.end)
    return Title(title.title, organisation, title.stop)


_OF_FIRM = re.compile(
    rf"(?P<name>[{UPPER}][\w&’'.-]*(?:\s+[{UPPER}&][\w&’'.-]*){{0,6}})"
    rf"(?:\s+(?:of|in|from)\s+[{UPPER}][\w’'-]*(?:\s[{UPPER}][\w’'-]*)?)?\s+\($"
)


def in_bracket_of(place: Place, title: Title) -> Title:
    """A title with the firm before its bracket: "Acme Farms of Leeds (Managing Director A)"."""
    if (
        title.organisation
        or title.title is None
        or not place.text.startswith(")", place.mention.end)
    ):
        return title
    text, at = place.text, title.title.start
    firm = _OF_FIRM.search(text, max(place.begin, at - 90), at)
    words = " ".join(firm["name"].split()) if firm else ""
    if firm is None or not (" " in words or words.lower() in place.known):
        return title
    return Title(title.title, Span(*firm.span("name")), title.stop, title.former)


_OF_FIRM_POST = re.compile(
    r"\b(?:chief|chair|chairman|chairwoman|president|head|analyst|spokes\w+|secretary|trustee|partner"
    r"|[\w-]+ (?:director|manager))\b",
    re.IGNORECASE,
)
"""Posts that only organisations have: not "Roe, whose coach, A", a film, "whose director, A"."""


def with_owner(place: Place, title: Title) -> Title:
    """A title with the organisation of "Acme of Leeds, whose head of sales, A"."""
    if title.organisation or title.title is None:
        return title
    text, at = place.text, title.title.start
    if not text.endswith("whose ", place.begin, at):
        return title
    match = _WHOSE.search(text, max(place.begin, at - 110), at)
    whose = match.span("whose") if match else (at, at)
    words = " ".join(text[slice(*whose)].split())
    first, *others = words.split() or [""]
    person = others and is_given(first, others)
    sure = words.lower() in place.known or looks_like_organisation(words)
    if not words or not (sure or (not person and _OF_FIRM_POST.search(text, *title.title))):
        return title
    begin = whose[0] + len("The ") if words.startswith("The ") else whose[0]
    return Title(title.title, Span(begin, whose[1]), title.stop, title.former)
