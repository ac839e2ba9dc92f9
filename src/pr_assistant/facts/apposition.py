"""Titles in apposition to a name, before and behind it: "the X, A, the Y of Z, who is W"."""

from __future__ import annotations

import re

from pr_assistant.facts import naming, titles
from pr_assistant.facts.leading import led
from pr_assistant.facts.lexicon import POSTNOMINALS
from pr_assistant.facts.names import UPPER, is_name, looks_like_organisation
from pr_assistant.facts.place import Place, is_of_next
from pr_assistant.facts.signs import is_person, speaks_for_person
from pr_assistant.facts.titles import Title
from pr_assistant.sentences import Span

_BECOMES = re.compile(
    r",?\s+(?:has been|is|was|will be|will|to)?\s*(?:becomes?|takes? (?:up |on |over )?the"
    r" (?:[a-z-]+ ){0,3}(?:role|post|position|job) of|appointed|named|promoted|elected"
    r"|takes? over|(?:succeeds?|replaces?|follows?|takes? over"
    r" from)\s+[A-Z][^,.;]{2,60}?(?=\s+as\b))"
    r"(?:\s+(?:as|to(?: be)?))?\s+(?:the\s+|its\s+|new\s+)*"
)
_LED_BY = re.compile(r"\b(?:led|headed|run|chaired) by\s+$")
_AS = re.compile(r"(?:\s[^,.;“”\"]{1,40})?,\s+as\s+(?:its\s+|the\s+|new\s+)*")
""" "led by A, until now head of Acme, as chief executive"."""
_LABEL = re.compile(
    r"(?:^|[;(,\n]\s*)(?:[*•·■–-]\s+)?(?P<title>[A-Za-z][\w ,&-]{1,60}?)"
    r"(?:\s+of\s+the\s+(?:company|group))?:\s$"
)
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
_LATER = re.compile(
    r"(?:,\s+who\s+[^.;“”\"]{3,90}?\s+and\s+(?:is|now is|is now|serves as|acts as|works as)\s+"
    r"(?:its\s+|the\s+|also\s+|now\s+)*"
    r"|,\s+\d\d,\s+[^.;“”\"]{3,90}?\s+and\s+(?:became|has been|is)\s+)"
)
_WILL_BE = re.compile(
    r"\s+(?:(?P<new>will be|is to be|becomes)|is|was|remains)\s+(?:(?:the|a|an)\s+[a-z][\w-]*\s+)?$"
)
_WHERE = re.compile(r"\s+(?:in|at|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?$")
_WHO = re.compile(r",\s+who\b")
_WHO_LEADS = re.compile(
    r",\s+(?:and\s+)?who\s+(?:currently\s+|now\s+|will\s+|has\s+|jointly\s+)?(?:leads?"
    r"|heads?|runs?|chairs?|directs?"
    r"|manages?|oversees?|led|headed|works?|teaches|is(?! in charge| responsible)|represents)\s+"
    r"|,\s+who\s+is\s+(?:in charge of|responsible for)\s+"
)
_WHO_IS = re.compile(
    r",\s+who(?:\s+(?:became|becomes|has become|serves as|is|was|has been|joined as|acts as"
    r"|will be|is to be|works as)|['’]ll be|['’]s)\s+"
)
_IS = re.compile(
    r"\s+(?:is|was|has been|remains)\s+(?:(?:also|currently|now)\s+)?(?:(?:the|an?)\s+)?"
)
_POST = re.compile(
    r"\b(?:chief|ceo|director|president|chair(?:man|woman|person)?|professor|minister|mayor"
    r"|secretary|manager|founder|co-founder|head of)\b",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    rf"(?:{POSTNOMINALS})?(?:\s*\((?:[^()A-Za-z\d]{{1,12}}|Ms|Mrs?|Miss|Mdm|Dr)\))?(?:\s*,\s*\d\d(?=,))?\s*(?:,\s*(?=\D)"
    rf"|\s+[–—-]\s+|\s*\((?=[A-Z]))"
)


def apposed(place: Place) -> bool:
    """Add the titles right before and right behind a name; True if there are any."""
    text, limit = place.text, place.limit
    before = place.title_before(place.lead_end)
    if place.is_organisation and not place.honoured:
        before = None
    follows = _AFTER_NAME.match(text, place.mention.end, limit)
    title = titles.parse(text, follows.end(), limit, place.known) if follows else None
    if before and before.title and before.organisation is None:
        before = _outer(place, before.title.start) or before
    if before and _is_of_several(text, before) and not _NEXT.match(text, place.mention.end):
        before = None  # "its advisers, Ridgeway Althorp, believe"
    if before and not place.honoured and _is_trade(text, before) and not _is_sure_person(place):
        through = place.lead(60).endswith(f"through its {text[slice(*before.title or Span(0, 0))]} ")
        before = before if through else None
    if before is None and (label := _labelled(place)):
        place.add(2, label)
        return True
    if title and is_of_next(text, title, limit, before is not None):
        title = None
    behind = bool(title and title.title and (place.honoured or not place.is_organisation))
    if follows and title and behind:
        title = _with_second(text, title, limit, place.known)
        place.add(0 if title.former else 2, title)
        place.used.append(Span(follows.end(), title.stop))
        later = _BECOMES.match(text, title.stop, limit)
        if later is None and _LED_BY.search(text, place.begin, place.lead_end):
            later = _AS.match(text, title.stop, limit)
        if later and (new_title := titles.parse(text, later.end(), limit, place.known)):
            place.add(4, new_title)
            place.used.append(Span(later.end(), new_title.stop))
    if before:
        before = _with_owner(place, _in_bracket_of(place, before))
        place.add(0 if before.former else 2, before)
    return behind or before is not None


_NEXT = re.compile(r",?\s+(?:and|&)\s|,\s+[A-Z]")
_PLURAL = re.compile(r"[a-z](?:ers|ors|ents|ants|ists|chairs)$")


def _outer(place: Place, at: int) -> Title | None:
    """A title with its owner before a rank: "Acme's district manager, Superintendent A"."""
    if not place.text.endswith(", ", place.begin, at):
        return None
    outer = place.title_before(at)
    return outer if outer and outer.organisation and not outer.former else None


def _is_of_several(text: str, title: Title) -> bool:
    """Whether a title in the plural stands before a single name."""
    return title.title is not None and bool(_PLURAL.search(text, *title.title))


_TRADES = frozenset(
    "operator producer developer owner partner publisher consultant investor trader broker"
    " builder promoter distributor agent auctioneer supplier member".split()
)
_TRADES_OF_TWO = frozenset(("asset manager", "fund manager", "wealth manager", "property manager"))
"""What firms are as well: "the ferry operator Fjordline Nordvest"."""


def _is_trade(text: str, title: Title) -> bool:
    """Whether a title in lower case may as well say what a firm does."""
    words = text[slice(*title.title)].split() if title.title else [""]
    words = words if len(words) > 1 else [words[0].lower()]
    return words[-1] in _TRADES or " ".join(words[-2:]) in _TRADES_OF_TWO


_BY_ONE = re.compile(r"\b(?:chaired|hosted|written|narrated) by (?:the )?(?:[\w-]+ ){1,2}$")
"""What people do and firms do not."""


def _is_sure_person(place: Place) -> bool:
    return (
        is_person(place)
        or speaks_for_person(place.layout, place.mention.start, place.mention.end)
        or bool(_BY_ONE.search(place.lead(60)))
    )


def _labelled(place: Place) -> Title | None:
    """The title of "Acme, Ltd. (Head office: Kobe; President: A)", with whose it is."""
    text, at = place.text, place.lead_end
    if not text.endswith(": ", 0, at) or not is_name(place.name, 1 if place.honoured else 2):
        return None
    begin = max(place.begin, at - 70)
    label = _LABEL.search(text[begin:at])
    span = Span(*(begin + i for i in label.span("title"))) if label else Span(at, at)
    title = titles.parse(text, *span)
    if label is None or title is None or title.title is None or title.stop < span.end:
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


def _in_bracket_of(place: Place, title: Title) -> Title:
    """A title with the firm before its bracket: "Acme Farms of Leeds (Managing Director A)"."""
    if title.organisation or title.title is None or not place.text.startswith(")", place.mention.end):
        return title
    text, at = place.text, title.title.start
    firm = _OF_FIRM.search(text, max(place.begin, at - 90), at)
    words = " ".join(firm["name"].split()) if firm else ""
    if firm is None or not (" " in words or words.lower() in place.known):
        return title
    return Title(title.title, Span(*firm.span("name")), title.stop, title.former)


def _with_owner(place: Place, title: Title) -> Title:
    """A title with the organisation of "Acme of Leeds, whose head of sales, A"."""
    if title.organisation or title.title is None:
        return title
    text, at = place.text, title.title.start
    if not text.endswith("whose ", place.begin, at):
        return title
    match = _WHOSE.search(text, max(place.begin, at - 110), at)
    whose = match.span("whose") if match else (at, at)
    words = " ".join(text[slice(*whose)].split())
    if not (words.lower() in place.known or looks_like_organisation(words)):
        return title
    return Title(title.title, Span(*whose), title.stop, title.former)


def told_of(place: Place) -> bool:
    """Add what a relative clause says somebody is; True if it speaks of a person."""
    if place.is_organisation:
        return False
    text, end, limit = place.text, place.mention.end, place.limit
    good = False
    if title := place.behind(_WHO_IS):
        place.add(2, title)
        good = True
    elif (is_one := place.behind(_IS)) and is_name(place.name) and _is_sure(text, is_one):
        place.add(1, is_one)
        good = True
    elif who := _WHO_LEADS.match(text, end, limit):
        good = True
        of = led(place, who.end())
        if of and not re.search(r"\bwho (?:is|was)\s+$", who.group()):
            place.add(1, of)
    elif _WHO.match(text, end, limit) and is_name(place.name):
        good = True
    if (title := place.behind(_LATER)) and title.title:
        place.add(2, title)
        good = True
    return good


def _is_sure(text: str, title: Title) -> bool:
    """Whether a title can only be a person's: "leader" is also what a product may be."""
    return title.title is not None and bool(_POST.search(text, *title.title))


def is_to_be(place: Place) -> bool:
    """Add the title of "its chair is A", "the new chair will be A"; True if there is one."""
    match = _WILL_BE.search(place.text, max(place.begin, place.lead_end - 40), place.lead_end)
    title = place.title_before(match.start()) if match else None
    if match and title is None and (where := _WHERE.search(place.text, place.begin, match.start())):
        title = place.title_before(where.start())  # "the new director in Leeds will be A"
    if match is None or title is None or place.is_organisation:
        return False
    if _is_trade(place.text, title) and not _is_sure_person(place):
        return False  # "the charity partner is Open Kitchen"
    place.add(4 if match["new"] else 3, title)
    return True


def _with_second(text: str, title: Title, limit: int, known: frozenset[str]) -> Title:
    """Two titles of one person that a comma parts: "Executive Director, Head of Sales of Acme"."""
    comma = re.compile(r",\s+").match(text, title.stop, limit)
    if title.organisation or not title.title or comma is None:
        return title
    name, _ = naming.named(text, comma.end(), limit, known)
    if name and " ".join(text[slice(*name)].split()).lower() in known:
        return title
    more = titles.parse(text, comma.end(), limit, known)
    if more is None or more.title is None or more.title.start != comma.end():
        return title
    row = " and " in text[slice(*more.title)] and text[title.title.start].islower()
    if not (text[comma.end()].isupper() or row) or is_of_next(text, more, limit, True):
        return title
    return Title(
        Span(title.title.start, more.title.end), more.organisation, more.stop, title.former
    )
