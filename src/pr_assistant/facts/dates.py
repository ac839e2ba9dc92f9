"""Days, months, quarters and years in a release, and what happens then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import Layout, Taken
from pr_assistant.facts.models import DateFact, Slice
from pr_assistant.sentences import Span

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_PART = (
    r"(?:(?:the|its|our)\s+)?(?:(?:(?i:first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+"
    r"(?i:fiscal\s+)?(?i:quarter|half)|Q[1-4]|H[12])"
    r"(?:\s+(?i:of\s+)?(?i:the\s+)?(?i:fiscal\s+)?(?i:year\s+)?|,\s*))"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:.]?\d)"
_YEAR = r"(?:1[6-9]|20)\d\d(?![\w%]|[.,]\d|-\w)"
_FULL = re.compile(
    rf"(?<![\w.,])(?:{_WEEKDAY}(?:"
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)"
    rf"|(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:(?:,\s*|\s+)(?P<year>{_YEAR}))?"
    rf"|(?P<day2>{_DAY})\s+(?:of\s+)?(?P<month2>{_MONTH})(?:,?\s+(?P<year2>{_YEAR}))?)"
    rf"|(?P<month3>{_MONTH}),?\s+(?:of\s+)?(?P<year3>{_YEAR})"
    rf"|(?P<part>{_PART})(?P<year5>{_YEAR})"
    rf"|(?:the end of|fiscal(?:\s+year)?|FY\s?)\s*(?P<year6>{_YEAR})"
    rf"|(?P<year4>{_YEAR}))"
)
_SPAN = re.compile(
    rf"(?<![\w.,])(?:(?P<first>{_MONTH})\s?[–-]\s?{_MONTH}\s+(?P<year>{_YEAR})"
    r"|(?P<number>1[0-2]|0?[1-9])[–-](?:1[0-2]|0?[1-9])/(?P<year2>20\d\d)(?!\d))",
    re.IGNORECASE,
)
"""A part of a year by its months: "January–September 2026", "7–9/2026"."""
_QUARTERS = re.compile(
    r"(?P<one>first|second|third) and (?P<two>second|third|fourth) quarters of (?:fiscal )?"
    r"(?P<year>20\d\d)"
)
_BARE_DAY = re.compile(rf"(?<![\w.,$€£])(?P<day>{_DAY})\s*(?:and|to|[-–—&]|,)\s*$")
_BARE_MONTH = re.compile(
    r"(?<![\w-])(?:mid-)?(?P<month>January|February|March|April|May|June|July|August|September"
    r"|October"
    r"|November|December)\b(?!\s+\d|['’]s\b| [A-Z])"
)
_IN = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|to|of|between|during|for|and|or|due|early|late|mid|last"
    r"|this|next|through|before|after|end of|around|throughout|starting|beginning|every|each)"
    r"|mid-)\s*$",
    re.IGNORECASE,
)
_NAME_YEAR = re.compile(r"[A-Z][\w&’'-]*(?:\s+(?:[A-Z][\w&’'-]*|for|of|and|the|by))*[:,]?\s*$")
_NAMED = re.compile(r"[ \t]+(?:[A-Z][\w&’'-]+)")
_CLAUSE = re.compile(r"[;:—–()\"“”]|,\s|\band\b|\.\s")
_PREPOSITION = re.compile(
    r"[\s,(]*\b(?:on|in|since|by|from|until|till|at|to|of|during|for|before|after|between|due|early"
    r"|late|mid|as of|the|end|beginning|start|than|no later|back)\s*$",
    re.IGNORECASE,
)


def read(
    layout: Layout, today: date | None, headed: list[Span], masked: list[Span]
) -> list[DateFact]:
    """Dates in order. `headed` are the dateline and such, which are no dates of this kind.

    A day or month without its year is taken for the one nearest to `today`.
    """
    text = layout.text
    found: dict[int, DateFact] = {}
    taken = Taken((*headed, *masked))
    for start, end, iso in _all(text, today):
        if taken.overlap(start, end):
            continue
        if layout.kind(start) == "metadata":
            continue
        taken.add(start, end)
        found[start] = DateFact(start, end, text[start:end], iso, _event(layout, start, end))
    return [found[start] for start in sorted(found)]


_REACH = 240
"""How far before a date its event may begin, in characters."""


def _all(text: str, today: date | None) -> Iterator[tuple[int, int, str | None]]:
    """(start, end, ISO form) of whatever may be a date, the surest first."""
    for match in _SPAN.finditer(text):
        first = _month(match["first"]) if match["first"] else int(match["number"])
        yield match.start(), match.end(), f"{match['year'] or match['year2']}-{first:02}"
    for match in _FULL.finditer(text):
        named = match.groupdict()
        start, end = match.span()
        if written := named["iso"]:
            yield start, end, written
        elif year := named["year6"]:
            yield start, end, year
        elif year := named["year5"]:
            yield start, end, f"{year}-{_part(named['part'])}"
        elif year := named["year4"]:
            if _is_year(text, start, end):
                yield start, end, year
        elif month := named["month3"]:
            yield start, end, f"{named['year3']}-{_month(month):02}"
        else:
            month = _month(named["month"] or named["month2"])
            day = int(re.sub(r"\D", "", named["day"] or named["day2"]))
            year = named["year"] or named["year2"]
            if iso := _iso(year, month, day, today, _direction(text, start)):
                before = _BARE_DAY.search(text, max(0, start - 12), start)
                opening = before and _iso(iso[:4], month, _number(before["day"]), today)
                if before and opening and re.search(r"(?:to|[-–—])\s*$", before.group()):
                    yield before.start(), end, opening  # "1 to 12 June" is one
                    continue
                yield start, end, iso
                if before and opening:
                    yield before.start(), before.end("day"), opening
    for match in _QUARTERS.finditer(text):
        for group in ("one", "two"):
            yield (
                match.start(group),
                match.end(group),
                f"{match['year']}-{_part(match[group] + ' quarter')}",
            )
    for match in _BARE_MONTH.finditer(text):
        start, end = match.span()
        in_it = _IN.search(text, max(0, start - 14), start)
        if not in_it and not match.group().startswith("mid-"):
            continue
        if text.startswith("May", match.start("month")) and text[end : end + 1] == "be":
            continue
        month = _month(match["month"])
        follows = re.compile(rf"\s*(?:and|to|or|[-–])\s*{_MONTH}\s+({_YEAR})").match(text, end)
        if follows:
            yield start, end, f"{follows[1]}-{month:02}"
        else:
            nearest = _iso(None, month, 15, today, _direction(text, start))
            last = re.search(r"\blast\s+$", text[max(0, start - 8) : start])
            if last and nearest and today and nearest[:7] >= today.isoformat()[:7]:
                nearest = f"{int(nearest[:4]) - 1}{nearest[4:]}"
            yield start, end, nearest[:7] if nearest else None


def _part(written: str) -> str:
    """ "Q2" or "H1" for a quarter or half of a year."""
    short = re.search(r"[QH][1-4]", written)
    if short:
        return short.group()
    words = written.lower()
    number = next(
        n
        for n, w in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th"), 1)
        if any(each in words for each in w.split())
    )
    return f"{'Q' if 'quarter' in words else 'H'}{number}"


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


_TENSE = re.compile(
    r"\b(?:(?P<future>will|shall|would|until|till|next|expected|planned|scheduled|due|opens?"
    r"|starts?"
    r"|begins?|to be|(?:is|are|was|were) to|can|may|must|should)|(?P<past>was|were|had|last|since"
    r"|ago|has been"
    r"|[a-z]{2,}ed|held|won|took|began|fell|rose|met|came|went|broke|lost))\b"
)


def _direction(text: str, at: int) -> int:
    """1 where the words before a date speak of what is to come, -1 of what was; 0 if of neither."""
    lead = re.split(r"[.;!?]\s|\n\n", text[max(0, at - 140) : at])[-1]
    found = list(_TENSE.finditer(lead))
    return 0 if not found else 1 if found[-1]["future"] else -1


def _number(written: str) -> int:
    """The day that "1" or "1st" stands for."""
    return int(re.sub(r"\D", "", written))


def _iso(
    year: str | None, month: int, day: int, today: date | None, direction: int = 0
) -> str | None:
    """The day in ISO form; None if there is none. Without a year it is the one nearest to `today`,

    or the nearest after it (`direction` 1) or before it (-1), but for a month's grace.
    """
    years = [int(year)] if year else [today.year + n for n in (-1, 0, 1)] if today else []
    days = []
    for each in years:
        try:
            days.append(date(each, month, day))
        except ValueError:
            continue
    if not days:
        return None
    if today and not year and direction:
        ahead = [d for d in days if direction * (d - today).days > -32]
        days = ahead or days
    return min(days, key=lambda d: abs((d - today).days) if today else 0).isoformat()


def _is_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year of the calendar: not part of a name, not a number."""
    before, after = text[max(0, start - 40) : start], text[end : end + 30]
    if text[max(0, start - 4) : start] == "mid-":
        return True
    if re.search(r"\bat least\s+$", before):
        return bool(re.match(r"\s*[.,;:)]", after))
    if text[max(0, start - 1) : start] in tuple("$€£¥-–/#.:") and start:
        return bool(re.search(r"\d{4}\s*[–/-]$", before))
    if _IN.search(before):
        return not _NAMED.match(after) or bool(re.match(r"\s+(?:and|to)\b", after))
    if re.search(r"\(\s*$|\bFY\s*$|\d{4}\s*(?:and|or|to|[–-])\s*$", before):
        return True
    if re.search(r"\b(?:quarter|half|year|fiscal|spring|summer|autumn|fall|winter)\s*$", before,
                 re.IGNORECASE):  # fmt: skip
        return True
    if re.search(r"\b(?:the|its|our|a|full)\s+$", before):
        return bool(re.match(r"\s+[a-z]", after))
    return False


def _event(layout: Layout, start: int, end: int) -> Slice | None:
    """The words of the clause that a date closes, or of the one that it opens."""
    text = layout.text
    sentence = layout.sentence(start)
    begin = max(sentence.start, start - _REACH)
    for border in _CLAUSE.finditer(text, begin, start):
        if re.search(r"\w", text[border.end() : start]) and not _PREPOSITION.fullmatch(
            text[border.end() : start]
        ):
            begin = border.end()
    stop = start
    while match := _PREPOSITION.search(text, begin, stop):
        stop = match.start()
    words = text[begin:stop].strip()
    if words and len(words) < 160:
        lead = re.match(r"\s*(?:since|when|after|before|that|which|and)\s+", text[begin:stop],
                        re.IGNORECASE)  # fmt: skip
        begin += lead.end() if lead else 0
        while begin < stop and text[begin].isspace():
            begin += 1
        return cut(text, begin, stop) if begin < stop else None
    after = re.compile(r",?\s*([^.;:,\n]{3,120})").match(text, end, sentence.end)
    return cut(text, *after.span(1)) if after else None
