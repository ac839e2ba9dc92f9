"""Titles in apposition to a name, before and behind it: "the X, A, the Y of Z, who is W"."""

from __future__ import annotations

import re

from pr_assistant.facts import naming, titles
from pr_assistant.facts.lexicon import POSTNOMINALS
from pr_assistant.facts.place import Place, is_of_next
from pr_assistant.facts.saying import SAYING
from pr_assistant.facts.surroundings import in_bracket_of, labelled, with_owner
from pr_assistant.facts.title import Title
from pr_assistant.facts.title_before import title_behind
from pr_assistant.facts.trades import is_sure_person, is_trade
from pr_assistant.sentences import Span

_KIN_OF = re.compile(
    r"(?:the\s+)?(?:late\s+)?(?:widow|widower|wife|husband|spouse|sons?|daughters?|brother|sister"
    r"|mother|father|niece|nephew|granddaughter|grandson|grandchild) of\b"
)
""" "widow of the company's founder": whose kin somebody is, and no post of their own."""
_BECOMES = re.compile(
    r"(?:\s+(?:since|from|until)\s+(?:(?:last|this)\s\w+|recently|now|(?:[A-Z][a-z]+\s)?\d{4}"
    r"|[A-Z][a-z]+))?,?\s+(?:has been|has|is|was|will be|will|to)?\s*"
    r"(?:becomes?|became|joins?(?:\s+[\w.&’' -]{2,40})?(?=\s+as\b)|takes? (?:up |on |over )?the"
    r" (?:[a-z-]+ ){0,3}(?:role|post|position|job) of|appointed|named|promoted|elected"
    r"|takes? over|(?:succeeds?|replaces?|follows?|takes? over"
    r" from)\s+(?:(?:Mrs?|Ms|Dr|Prof)\.\s)?[A-Z][^,.;]{2,60}?(?=\s+as\b))"
    r"(?:\s+(?:as|to(?: be)?))?\s+(?:the\s+|its\s+|new\s+)*"
)
_OVER = re.compile(
    r"\b(?:at present|currently|now|until|hitherto|since|so far|previously|joins?|has become)\b"
)
"""What says of a post before a new one that it is over then."""
_LED_BY = re.compile(r"\b(?:led|headed|run|chaired) by\s+$")
_AS = re.compile(r"(?:\s[^,.;“”\"]{1,40})?,\s+as\s+(?:its\s+|the\s+|new\s+)*")
""" "led by A, until now head of Acme, as chief executive"."""
_AFTER_NAME = re.compile(
    rf"(?:{POSTNOMINALS})?(?:\s*\((?:[^()A-Za-z\d]{{1,12}}|Ms|Mrs?|Miss|Mdm|Dr"
    r"|(?:(?:pictured|photo|picture|above|below|left|right|cent(?:re|er)|she|her|he|him|they"
    r"|them)[ ,/]*)+"
    rf")\))?(?:\s*,\s*\d\d(?=,))?\s*(?:,\s*(?=\D)"
    rf"|\s+[–—-]\s+|\s*\((?=[A-Z]|(?!(?:now|then|until"
    r"|formerly|previously|later|currently|left|right|from|both)\b)[a-z][a-z-]*(?:\)|(?:\s[a-z-]+){0,2}(?:,\s[A-Z]"
    r"|\s(?:of|in|for|at)\s))))"
)


_BEYOND = re.compile(r"\s*\([A-Z][^()\n]{1,30}\),\s+(?=\D)")
""" "Cllr A (Lab), leader of the council"."""


def apposed(place: Place) -> bool:
    """Add the titles right before and right behind a name; True if there are any."""
    text, limit = place.text, place.limit
    before = place.title_before(place.lead_end)
    if place.is_organisation and not place.honoured:
        before = None
    follows = _AFTER_NAME.match(text, place.mention.end, limit)
    kin = follows is not None and _KIN_OF.match(text, follows.end(), limit) is not None
    title = title_behind(text, follows.end(), limit, place.known) if follows and not kin else None
    firms = bool(title and title.title and _OF_FIRMS.match(text, title.title.start, limit))
    if title and firms and _is_of_firm(place, title):
        title = None  # "Acme Santé, operator of 40 clinics"
    if follows and title and _is_of_speaker(text, follows.end(), title):
        title = None
    if title is None and (beyond := _BEYOND.match(text, place.mention.end, limit)):
        follows = beyond
        title = title_behind(text, beyond.end(), limit, place.known)
    if before and before.title and before.organisation is None:
        before = _outer(place, *before.title) or before
    if before and _is_of_several(text, before) and not _NEXT.match(text, place.mention.end):
        before = None  # "its advisers, Ridgeway Althorp, believe"
    if before and _is_of_firm(place, before):
        through = place.lead(60).endswith(
            f"through its {text[slice(*before.title or Span(0, 0))]} "
        )
        before = before if through else None
    label = None
    if before and before.title and text[before.title.start].islower():
        label = labelled(place) if before.organisation is None else None
        before = None if label else before
    if before is None and (label := labelled(place)) and not _is_of_firm(place, label):
        entitled = title is not None and title.title is not None
        place.add(1 if entitled else 2, label)
        if not entitled:
            return True
    if title and is_of_next(text, title, limit, before is not None):
        title = None
    behind = bool(title and title.title and (place.honoured or not place.is_organisation))
    if follows and title and behind:
        title = _with_second(text, title, limit, place.known)
        common = (
            before and not title.organisation and _is_lesser(text, follows.end(), before, title)
        )
        weight = 0 if title.former else 1 if common else 2
        place.add(weight, title)
        place.used.append(Span(follows.end(), title.stop))
        later = _BECOMES.match(text, title.stop, limit)
        if later is None and _LED_BY.search(text, place.begin, place.lead_end):
            later = _AS.match(text, title.stop, limit)
        if later and (new_title := titles.parse(text, later.end(), limit, place.known)):
            if _OVER.search(text, place.mention.end, later.end()):
                place.mention.found.remove((weight, title))
            place.add(4, new_title)
            place.used.append(Span(later.end(), new_title.stop))
    if before:
        before = with_owner(place, in_bracket_of(place, before))
        place.add(0 if before.former else 2, before)
    return behind or before is not None


def _is_of_speaker(text: str, at: int, title: Title) -> bool:
    """Whether who says it stands behind a name: "it included Sierra Roe, the minister said"."""
    return text.startswith("the ", at) and bool(_SAYS.match(text, title.stop))


_OF_FIRMS = re.compile(r"(?:operator|supplier|distributor|carrier) of (?:\w+ ){0,2}\d")
"""What stands behind a name and is a firm rather than somebody."""
_SAYS = re.compile(rf"\s+{SAYING}\s*[.,;:”]")


def _is_of_firm(place: Place, title: Title) -> bool:
    """Whether a title may as well be a firm's: "(publisher: Acme Hill)"."""
    return not place.honoured and is_trade(place.text, title) and not is_sure_person(place)


_NEXT = re.compile(r"(?:\s*\([^()\n]{1,40}\))?(?:,?\s+(?:and|&)\s|,\s+[A-Z])")
_COMMA_BEFORE = re.compile(
    r",\s(?:the\s(?:[A-Z][a-z]+\s)?|(?:the\s)?(?:(?:former|retired|\d\d-year-old|one-time|sometime|local)"
    r"\s)+(?:[A-Z][a-z]+\s)?)?$"
)
_OWNED = re.compile(r"(?:['’]s?|\b[Tt]he|\b[Ii]ts|\b[Oo]ur|\b[Tt]heir)\s+$")
_A = re.compile(r"(?:then\s)?an?\s")
"""How a calling opens behind a post: "managing director A, a chemist who …"."""
_RANK = re.compile(r"(?!(?:Prince|Princess|King|Queen|Chief|Elder)\b)[A-Z](?!.*\s[a-z]+$)")


def _is_lesser(text: str, at: int, before: Title, behind: Title) -> bool:
    """Whether what stands behind a name says less of the post than what stands before it:
    "managing director A, a chemist", "Commissioner A, rapporteur in the case"."""
    small = behind.title is not None and text[behind.title.start].islower()
    rank = before.title is not None and bool(_RANK.match(text[slice(*before.title)]))
    return bool(_A.match(text, at)) or (small and rank and not before.former)


_PLURAL = re.compile(r"[a-z](?:ers|ors|ents|ants|ists|chairs)$")


def _outer(place: Place, at: int, end: int) -> Title | None:
    """A title with its owner before a rank: "Acme's district manager, Superintendent A"."""
    gap = _COMMA_BEFORE.search(place.text, place.begin, at)
    outer = place.title_before(gap.start() + 2) if gap else None
    head = place.text[at:end].rsplit(None, 1)[-1]
    calling = head[:1].islower()
    if outer is None or outer.former or not outer.title:
        return None
    return (
        outer
        if outer.organisation
        or (calling and _OWNED.search(place.text, place.begin, outer.title.start))
        else None
    )


def _is_of_several(text: str, title: Title) -> bool:
    """Whether a title in the plural stands before a single name."""
    return title.title is not None and bool(_PLURAL.search(text, *title.title))


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
