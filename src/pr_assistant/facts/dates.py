"""Days, months, quarters and years in a release, and what happens then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pr_assistant.dateline import DATE, day_in
from pr_assistant.facts import issue
from pr_assistant.facts.calendar import day_number, day_of, direction, month_number, part
from pr_assistant.facts.events import happening
from pr_assistant.facts.layout import Layout, Taken
from pr_assistant.facts.models import DateFact
from pr_assistant.facts.years import IN, is_year
from pr_assistant.sentences import Span

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
_SHORT = re.compile(
    r"(?<![\w.,/-])(?:(?P<from>(?:19|20)\d\d)[/-](?P<till>\d\d)"
    r"|(?:(?P<part>Q[1-4]|H[12]|HY|[1-4]Q|[12]H)\s?)?(?P<fiscal>FY)?"
    r"(?P<year>[’']?\d\d|\s?20\d\d)(?:[/–-]\d\d)?"
    r"|(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<of>(?:19|20)\d\d))(?![\w%]|[-–/.,]\d)"
)
"""Periods of accounts and years in short ("Q3 FY26", "1H26", "2025-26"), and "9.6.2026"."""
_QUARTERS = re.compile(
    r"(?P<one>first|second|third) and (?P<two>second|third|fourth) quarters of (?:fiscal )?"
    r"(?P<year>20\d\d)"
)
_YEAR_BEHIND = re.compile(r"\s+(?:of\s+)?(next|last|this) year\b")
_UNTIL = re.compile(rf"\s?(?:to|[–-])\s?{_DAY}(?!\s?(?:%|[a-z]{{3}}))(?:,\s*(?P<year>{_YEAR}))?")
_ALSO = re.compile(
    rf"\s(?:and|&|or)\s(?P<day>{_DAY})(?!\s?(?:%|[\w$€£]|\.\d))(?:,\s*(?P<year>{_YEAR}))?"
)
""" "January 19 and 20"."""
_BARE_DAY = re.compile(rf"(?<![\w.,$€£])(?P<day>{_DAY})\s*(?:and|to|[-–—&/]|,)\s*$")
_BARE_MONTH = re.compile(
    r"(?<![\w-])(?:mid-)?(?P<month>January|February|March|April|May|June|July|August|September"
    r"|October"
    r"|November|December)\b(?!\s+\d{1,2}(?![\d,])|['’]s\b| [A-Z])"
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
    guessed = False
    if today is None:
        lines = issue.lines_of_issue(text, layout.paragraphs)
        today = issue.of_lines(text, lines)
        guessed = today is None
        today = today or issue.first_day(text)
        taken = Taken((*headed, *masked, *lines))
    for start, end, day in _all(text, today, guessed):
        if taken.overlap(start, end):
            continue
        if layout.kind(start) == "metadata":
            continue
        taken.add(start, end)
        found[start] = DateFact(start, end, text[start:end], day, happening(layout, start, end))
    return [found[start] for start in sorted(found)]


_DATED = re.compile(rf"(?P<day>{DATE})[^.;!?\n]{{1,60}}$")
"""A full date before a day of the same sentence, which then is near to it."""


def _direction(text: str, at: int, guessed: bool) -> int:
    """As `direction`, but 0 where the day of issue is a guess."""
    return 0 if guessed else direction(text, at)


def _all(text: str, today: date | None, guessed: bool) -> Iterator[tuple[int, int, str | None]]:
    """(start, end, ISO form) of whatever may be a date, the surest first."""
    for match in _SPAN.finditer(text):
        first = month_number(match["first"]) if match["first"] else int(match["number"])
        yield match.start(), match.end(), f"{match['year'] or match['year2']}-{first:02}"
    for match in _SHORT.finditer(text):
        if found := _period(match):
            yield match.start(), match.end(), found
    for match in _FULL.finditer(text):
        named = match.groupdict()
        start, end = match.span()
        if written := named["iso"]:
            yield start, end, written
        elif year := named["year6"]:
            yield start, end, year
        elif year := named["year5"]:
            yield start, end, f"{year}-{part(named['part'])}"
        elif year := named["year4"]:
            if is_year(text, start, end):
                yield start, end, year
        elif month := named["month3"]:
            yield start, end, f"{named['year3']}-{month_number(month):02}"
        else:
            month = month_number(named["month"] or named["month2"])
            day = int(re.sub(r"\D", "", named["day"] or named["day2"]))
            year = named["year"] or named["year2"]
            until = _UNTIL.match(text, end) if named["month"] else None
            also = _ALSO.match(text, end) if named["month"] and not until else None
            if until:
                end = until.end()  # "September 20 to 28" is one
            more = until or also
            year = year or (more["year"] if more else None)
            if not year and today is None:
                yield start, end, None
                continue
            if known := day_of(year, month, day, today, _direction(text, start, guessed)):
                if not year and (near := _DATED.search(text, max(0, start - 90), start)):
                    known = day_of(None, month, day, day_in(near["day"])) or known
                before = _BARE_DAY.search(text, max(0, start - 12), start)
                opening = before and day_of(known[:4], month, day_number(before["day"]), today)
                if before and opening and re.search(r"(?:to|[-–—/])\s*$", before.group()):
                    yield before.start(), end, opening  # "1 to 12 June" is one
                    continue
                yield start, end, known
                if also:
                    second = day_of(known[:4], month, day_number(also["day"]), today)
                    yield also.start("day"), also.end(), second
                if before and opening:
                    yield before.start(), before.end("day"), opening
    for match in _QUARTERS.finditer(text):
        for group in ("one", "two"):
            yield (
                match.start(group),
                match.end(group),
                f"{match['year']}-{part(match[group] + ' quarter')}",
            )
    for match in _BARE_MONTH.finditer(text):
        start, end = match.span()
        in_it = IN.search(text, max(0, start - 14), start)
        if not in_it and not match.group().startswith("mid-"):
            continue
        if text.startswith("May", match.start("month")) and text[end : end + 1] == "be":
            continue
        month = month_number(match["month"])
        follows = re.compile(rf"\s*(?:and|to|or|[-–])\s*{_MONTH}\s+({_YEAR})").match(text, end)
        if follows:
            yield start, end, f"{follows[1]}-{month:02}"
        else:
            year_of = _YEAR_BEHIND.match(text, end)
            if year_of and today:
                shift = {"next": 1, "last": -1, "this": 0}[year_of[1]]
                yield start, end, f"{today.year + shift}-{month:02}"
                continue
            nearest = day_of(None, month, 15, today, _direction(text, start, guessed))
            last = re.search(r"\blast\s+$", text[max(0, start - 8) : start])
            if last and nearest and today and nearest[:7] >= today.isoformat()[:7]:
                nearest = f"{int(nearest[:4]) - 1}{nearest[4:]}"
            yield start, end, nearest[:7] if nearest else None


def _period(match: re.Match[str]) -> str | None:
    """The period that a match of `_SHORT` stands for; None if it is none."""
    if first := match["from"]:
        follows = (int(first) + 1) % 100 == int(match["till"])
        return first if follows else None
    if year := match["of"]:
        return day_of(year, int(match["month"]), int(match["day"]), None)
    part_of = match["part"]
    if not (part_of or match["fiscal"]):
        return None
    year = match["year"].strip(" ’'")
    year = year if len(year) == 4 else f"20{year}"
    if part_of is None:
        return year
    letter, digit = sorted(part_of, reverse=True) if part_of != "HY" else ("H", "1")
    return f"{year}-{letter}{digit}"
