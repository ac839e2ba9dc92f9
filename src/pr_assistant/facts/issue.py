"""When a release was issued, where its dateline does not say so in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from pr_assistant.dateline import DATE, day_in
from pr_assistant.facts.calendar import day_of, month_number
from pr_assistant.models import Dateline
from pr_assistant.sentences import Span

_MONTH = r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_NO_YEAR = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})"
    rf"|(?P<month2>{_MONTH})[a-z]*\.?\s+(?P<day2>\d{{1,2}})"
)
_DOTTED = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})")
_ISSUE = re.compile(
    r"[^\n]{0,90}\b(?:release|press|news|statement|media|issued|published|date|report)\b[^\n]{0,90}",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(
    r"(?:[A-Z12][\w’'/.&-]*,?\s+(?:[\w/]+,\s+)?){0,3}(?:[A-Z][a-z]+day,?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})[a-z]*|(?:{_MONTH})[a-z]*\.?\s+\d{{1,2}})"
    r"(?:,?\s+20\d\d)?(?:,?\s+\(?[\d.:h]+\)?\s*(?:[\w ]{2,20})?)?"
)
"""A place and a day on a line of their own."""
_LONGEST = 120


def lines_of_issue(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """Lines above the text that say when it was issued, where there is no dateline."""
    return [
        p for p in paragraphs[:5]
        if p.end - p.start < _LONGEST
        and (_ISSUE.fullmatch(text, *p) or _DAY_ALONE.fullmatch(text, *p))
    ]  # fmt: skip


def of_dateline(text: str, dateline: Dateline) -> date | None:
    """The day of a dateline without its year: the nearest to the first full date of the text."""
    if dotted := _DOTTED.search(text, dateline.start, dateline.end):
        return _day(dotted["year"], int(dotted["month"]), int(dotted["day"]), None)
    written = _NO_YEAR.search(text, dateline.start, dateline.end)
    near = day_in(text) if written else None
    return _day(None, *_month_and_day(written), near) if written and near else None


def of_lines(text: str, lines: Iterable[Span]) -> date | None:
    """The day of a line of issue without its year, in the year that the headline names."""
    lines = list(lines)
    written = next((m for line in lines if (m := _NO_YEAR.search(text, *line))), None)
    year = re.search(r"\b20\d\d\b", text[: lines[-1].end + 200]) if lines else None
    return _day(year.group(), *_month_and_day(written), None) if written and year else None


def first_day(text: str) -> date | None:
    """The first full date that is not the end of a term ("until 30 June 2028")."""
    for match in re.finditer(rf"(?<![\w.])(?<!until )(?<!before )(?<!\bby ){DATE}", text):
        if day := day_in(match.group()):
            return day
    return None


def _month_and_day(written: re.Match[str]) -> tuple[int, int]:
    return month_number(written["month"] or written["month2"]), int(
        written["day"] or written["day2"]
    )


def _day(year: str | None, month: int, day: int, near: date | None) -> date | None:
    known = day_of(year, month, day, near)
    return date.fromisoformat(known) if known else None
