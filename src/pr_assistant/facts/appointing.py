"""Who is appointed to what: "A has been named X", "Acme appoints A as its X", "A succeeds B as"
" X"."""

from __future__ import annotations

import re

from pr_assistant.facts import titles
from pr_assistant.facts.lexicon import POSTNOMINALS
from pr_assistant.facts.place import Place
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span

_FROM = re.compile(r"\s+(?:of|from|at)\s+[A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*){0,4}(?=\s[a-z])")
_APPOINTED = re.compile(
    rf"(?:{POSTNOMINALS})?(?:,\s+\d\d(?=,\s+(?:who|currently|previously|formerly)\b))?"
    r"(?P<now>,\s+(?:since|until|currently|previously|formerly|at present|now)\s"
    r"[^,;.“”\"]{3,90},\s+(?!as\b)|,\s+who\s[^,;.“”\"]{3,90},(?=\s(?!as\b)))?"
    r"\s*,?\s*(?:\d\d,\s+|\(\d\d\)\s+)?(?:(?:has been|was|is|will be|had been|is being|are|were|be"
    r"|,)?\s*(?:(?:in\s+[A-Z]\w+(?:\s\d{4})?|(?:last|this)\s\w+|also|today|yesterday|unanimously|now)"
    r"\s+)?"
    r"(?i:appointed|named|elected|promoted|nominated|confirmed|re-?elected|re-?appointed"
    r"|(?:chosen|selected)(?:\s+to\s+(?:succeed|follow|replace)\s[^,;.“”\"]{2,60}?)?(?=\s+as\b)"
    r"|proposed(?=\s+as\b))(?:\s+to\s+(?:the|its|our)\s[^,;.“”\"]{3,50}?(?=\s+as\b))?(?:\s+(?:as"
    r"|to(?: be| the (?:role"
    r"|post|"
    r"position) of)?))?|(?:will\s+|would\s+|to\s+|who\s+)*"
    r"(?:(?:is\s+)?(?:step(?:s|ped|ping)?|mov(?:es?|ed|ing)|ris(?:es?|ing)|rose)\s+"
    r"(?:up\s+|from\s[^,.;“”\"]{3,50}?\s)?to(?:\s+(?:be|become|the (?:role|post|position) of))?"
    r"|(?:stay(?:s|ed)? on and )?becomes?|became|joins? as|start(?:s|ed)? as"
    r"|(?:has\s+)?sign(?:s|ed)\s+(?:an?|his|her)\s[^,.;“”\"]{3,50}?\s+as"
    r"|stay(?:s|ed)? on as|continues? as|take over as|serve as"
    r"|serves as|(?:succeeds?|succeeded|replaces?|replaced|follows?|takes over from)"
    r" (?:(?:Mrs?|Ms|Dr|Prof)\.\s)?[A-Z][^,.;]{2,60}? as"
    r"|takes? (?:up |on |over )?the (?:[a-z-]+ ){0,3}(?:role|post|position"
    r"|job)"
    r" of)|as|to be|is to become|(?(now)will be|(?!))"
    r"|(?:will be|['’]ll be|is to be)(?=\s+(?:(?:its|the|our|their)\s+)?(?:next|new|first)\b)"
    r"|(?:has\s+)?join(?:s|ed)?(?:\s+[\w.&’' -]{2,40})? as)\s+(?:the\s+|its\s+|new\s+|our\s+)*"
)
_LISTED = re.compile(r"[ \t]*(?:[*•·–-]|\(?\d{1,2}[.)])[ \t]+$")
"""The beginning of a line in a list: "(1) A as Registrar"."""
_LED = re.compile(r"\b(?:(?:headed|led|chaired|run) by|with)\s+(?:\w+\.?\s+)?$")
_NEWS = re.compile(
    r"appoint|promot|chosen|selected|elect|nominat|hand over|names?\b|named\b", re.IGNORECASE
)
_BECOMING = re.compile(
    r"\b(?:steps?|stepped|moves?|moved|rises|rose) (?:up |from .* )?to\b"
    r"|\bjoins\b|\bsign(?:s|ed)\b|\bbecomes?\b|\bsucceed|\breplace|\btakes? (?:up|on|over)\b"
    r"|\btakes? the\b"
    r"|\bbe\b"
)
_LATER = re.compile(r"\s*will\b")
"""What a later mention says somebody will be is not who they are now."""
_APPOINTING = re.compile(
    r"\b(?:appoint(?:s|ed)|names?|named|elected|elects|promot(?:es|ed)|hires|hired)\s+$",
    re.IGNORECASE,
)
_TO_THE_POST = re.compile(
    r"(?:\s+\(\d\d\))?(?:,\s+(?:until (?:now|recently)|currently|now|previously"
    r"|formerly|most recently"
    r"|hitherto|\d\d)"
    r"\b[^,;.“”\"]{0,90},)?\s+(?:(?:to(?!\s+(?:lead|head|chair|coach)\b)|as|into)\s+(?:(?:be|the|its|their|a|an|new|first|female|male|ever|next|role|post"
    r"|position|of)\s+)*)?",
    re.IGNORECASE,
)


def appointed(place: Place) -> bool:
    """Add the post that somebody comes to; True if there is one."""
    if place.is_organisation:
        return False
    text, end, limit = place.text, place.mention.end, place.limit
    of = _FROM.match(text, end, limit)
    match = _APPOINTED.match(text, of.end() if of else end, limit)
    if match and (title := titles.parse(text, match.end(), limit, place.known)):
        earlier = place.lead(60)
        new = _NEWS.search(earlier + match.group())
        leads = _LED.search(earlier)
        listed = _LISTED.match(text, text.rfind("\n", 0, place.lead_end) + 1, place.lead_end)
        as_one = match.group().strip(" ,").startswith("as")
        if as_one and not (new or leads or listed or "joins" in earlier):
            return False
        weight = 4 if new or _BECOMING.search(match.group()) else 1
        if " " not in place.name and _LATER.match(match.group()):
            weight = 1
        place.add(weight, title)
        place.used.append(Span(match.end(), title.stop))
        return True
    gap = _TO_THE_POST.match(text, end) if _APPOINTING.search(place.lead(14)) else None
    if gap and (title := titles.parse(text, gap.end(), limit, place.known)):
        place.add(4, title)
        place.used.append(Span(gap.end(), title.stop))
        return True
    if title := _verbless(place):
        place.add(4, title)
        return True
    return False


_ELECTED = re.compile(r"\b(?:(?:re-?)?(?:elected|appointed)|named|chosen|becomes?|became)\b")
_IN_ROW = re.compile(r"(?:[,;]|\band)\s+$")
_NEXT = re.compile(r"\s+and\s+(?=[A-Z])|[,.;]")
_SPACE = re.compile(r"\s+(?=[a-z])")


def _verbless(place: Place) -> Title | None:
    """A post whose verb stands with the first of a row: "A was elected chair, B treasurer"."""
    text, limit = place.text, place.limit
    gap = _SPACE.match(text, place.mention.end, limit)
    if gap is None or not _IN_ROW.search(place.lead(6)):
        return None
    ends = _NEXT.search(text, gap.end(), limit)
    stop = ends.start() if ends else limit
    title = titles.parse(text, gap.end(), stop, place.known)
    if title is None or title.title is None or title.title.start != gap.end() or title.stop < stop:
        return None
    return title if _ELECTED.search(text, place.begin, place.lead_end) else None
