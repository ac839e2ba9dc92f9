"""Whose somebody is by what stands before the name ("the Fund, chaired by A", "her counterpart at
Acme, A", "for Acme: A"), and what they are there by what stands behind ("A of Acme, its chair")."""

from __future__ import annotations

import re

from pr_assistant.facts import titles
from pr_assistant.facts.fields import has_noun
from pr_assistant.facts.functions import is_function
from pr_assistant.facts.lexicon import POSTNOMINALS, ROLE_HEADS
from pr_assistant.facts.names import UPPER, is_name, looks_like_organisation
from pr_assistant.facts.naming import named
from pr_assistant.facts.owners import GENERIC
from pr_assistant.facts.place import Place, is_of_next
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span

_NAME = (
    rf"(?P<name>[{UPPER}][\w&’'.-]*(?:\s+(?:(?:of|for|and|de|del|da|do|di|du)\s+(?:the\s+)?)?[{UPPER}&][\w&’'.-]*)"
    r"{0,7}?)"
)
_LED_BY = re.compile(
    _NAME + r"(?:,?\s+(?:(?:which|that)\s+)?(?:(?:is|was|will be|has been|is to be)\s+(?:now\s+)?)?"
    r"(?:chaired|headed|led|run|directed)\s+by|(?:,|\s\([A-Z]{2,8}\))\s+under)\s+$"
)
_ARTICLE = re.compile(r"^(?:The|Its|Their|Our|His|Her|A|An)\s+")
_OPPOSITE = re.compile(
    r"\b(?:opposite number|counterpart)\s+(?:at|from)\s+(?:the\s+)?" + _NAME + r",\s+$"
)
_FOR = re.compile(r"\s*(?:[*•·–-]\s+)?[Ff]or\s+(?:the\s+)?" + _NAME + r":\s+$")
_ON_BEHALF = re.compile(
    r"\b(?:[Oo]n behalf of|(?:[Ss]peaking|[Ss]igning) for)\s+(?:the\s+)?(?:[a-z][\w’'-]*\s+){0,3}"
    + _NAME
    + r",\s+$"
)
_BEHIND = re.compile(
    r",\s+(?P<who>who\s+(?:is|was|has been|became|serves as|acts as)\s+(?:also\s+|now\s+)?)?(?=\S)"
)
_COMMA = re.compile(rf"(?:{POSTNOMINALS})?,\s+(?:the\s+)?")
_ITEM_ENDS = re.compile(r"\s*(?:[.:;)]|\n|$|\s[–—-]\s)")
_ENDS = re.compile(r"\s*(?:[,.;:)“”\"]|$|\s(?:and|since|said|says|told|added|of the [a-z]+)\b)")


def affiliated(place: Place) -> None:
    """Add the organisation before the name, where none is known; the post behind one that is."""
    if place.is_organisation:
        return
    found = place.mention.found
    if not any(title.organisation for _, title in found) and (whose := _before(place)):
        place.add(1, Title(None, whose, place.mention.end))
    elif title := _post_behind(place):
        place.add(2, title)
        place.used.append(Span(place.mention.end, title.stop))


def _before(place: Place) -> Span | None:
    """The organisation that somebody leads or signs for, or where they match somebody else."""
    text, at = place.text, place.lead_end
    titled = [title.title for _, title in place.mention.found if title.title]
    begin = max(place.begin, at - 130)
    if not titled and (opposite := _OPPOSITE.search(text, begin, at)):
        return Span(*opposite.span("name"))
    if not titled and (acting := _ON_BEHALF.search(text, begin, at)):
        return Span(*acting.span("name"))
    line = text.rfind("\n", 0, at) + 1
    if label := _FOR.match(text, line, min([at, *(title.start for title in titled)])):
        return Span(*label.span("name"))
    if titled:
        return _beside(place) if max(titled).end <= at else None
    if not (place.honoured or is_name(place.name)):
        return None
    led = _LED_BY.search(text, begin, at)
    if led is None:
        return _beside(place)
    name = _ARTICLE.sub("", led["name"])
    words = " ".join(name.split())
    if words.lower() in GENERIC or is_function(words):
        return None
    if not (words.lower() in place.known or looks_like_organisation(words)):
        return None
    return Span(led.end("name") - len(name), led.end("name"))


def _beside(place: Place) -> Span | None:
    """The organisation behind a comma that ends what is said: "Ann Lee, University of Leeds:"."""
    comma = _COMMA.match(place.text, place.mention.end, place.limit)
    name, stop = named(place.text, comma.end(), place.limit, place.known) if comma else (None, 0)
    words = " ".join(place.text[slice(*name)].split()) if name else ""
    if name is None or " " not in words or not _ITEM_ENDS.match(place.text, stop):
        return None
    entitled = words.rsplit(None, 1)[-1].lower() in ROLE_HEADS
    return name if has_noun(words) and not is_function(words) and not entitled else None


def _post_behind(place: Place) -> Title | None:
    """The post of "A of Acme, head of the trial", "A of Acme, who has been its chair"."""
    text, found = place.text, place.mention.found
    if len(found) != 1 or found[0][1].title or not found[0][1].organisation:
        return None
    if found[0][1].stop <= place.mention.end or found[0][1].organisation.start < place.mention.end:
        return None
    gap = _BEHIND.match(text, found[0][1].stop, place.limit)
    title = titles.parse(text, gap.end(), place.limit, place.known) if gap else None
    if gap is None or title is None or title.title is None or title.former:
        return None
    if is_of_next(text, title, place.limit, True) or not _ENDS.match(text, title.stop):
        return None
    return title
