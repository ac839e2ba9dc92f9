"""What the head of a table, and the label of a row, say of the numbers beside and below them."""

from __future__ import annotations

import re

from pr_assistant.facts.units import CODE, CURRENCY_WORDS, SYMBOLS
from pr_assistant.sentences import Span

_TIMES = (
    r"(?P<times>thousands?|k\b|[’']?000s?\b|millions?|mln\b|mn?\b|billions?|bn\b|crores?|lakhs?)"
)
_CUR = (
    rf"(?P<cur>(?:{CODE}|RMB|Rs\.?|RM)\b|(?:US|HK|A|C|NZ|S|NT|R)?\$|[€£¥₹₩]"
    r"|(?i:(?:US )?dollars|euros?|pounds|rupees|yen))"
)
_SCALED = re.compile(
    rf"{_CUR}[ ,]?(?:\s?in\s)?\s?(?i:{_TIMES})|(?i:\bin\s+)"
    rf"{_CUR.replace('<cur>', '<cur2>')}?\s?(?i:{_TIMES.replace('<times>', '<times2>')})"
    rf"(?:\s+of\s+{_CUR.replace('<cur>', '<cur3>')})?"
)
"""A currency with a scale, in any order: "EUR million", "₹ in crore", "in thousands of euros"."""
_SYMBOL = re.compile(rf"\({_CUR}\)")
_VALUE = {
    "t": 1e3, "k": 1e3, "0": 1e3, "m": 1e6, "b": 1e9, "c": 1e7, "l": 1e5,
}  # fmt: skip
_RULE = re.compile(r"[\s\-=_|–—:]*")
_LABEL = re.compile(
    r"[\s|]*(?P<label>(?:[^\d|\t$€£¥₹(]|\([^()\d]*\))*?)(?=\s{2,}|\t|\||\s[-–−(+$€£¥₹]*\d|$)"
)
_PER_SHARE = re.compile(r"\bper (?:\w+ )?share\b|\bEPS\b", re.IGNORECASE)
_NO_MONEY = re.compile(
    r"\b(?:number of|employees|headcount|FTEs?|staff|customers|stores|units|vessels|deliveries"
    r"|volumes?|patients|ratio|days|members|passengers|shares|tonnes|tons|MWh?|GWh?|TEU|barrels)\b"
    r"|%",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?!in\b)[^\W\d_]{2,}")
"""What a label says besides its unit."""
_PROSE = 70
"""A line of so many characters that is no row is no heading within a table."""


class Table:
    """The scale and currency of the numbers of the table that is being read."""

    def __init__(self) -> None:
        self.times = 1.0
        self.currency: str | None = None
        self.row_times = 1.0
        """The scale that holds for the numbers of this row."""
        self._counts = False

    @property
    def is_money(self) -> bool:
        """Whether plain numbers of this row are amounts of `currency`."""
        return self.currency is not None and not self._counts

    def step(self, text: str, line: Span, is_row: bool) -> None:
        """Read on: the next line, whether or not it is a row of a table."""
        words = text[slice(*line)]
        label = _LABEL.match(words)
        name = label["label"] if label else ""
        scaled = _SCALED.search(words)
        if is_row or len(words) <= _PROSE:
            self._counts = False
            is_head = scaled and not _MORE.search(name.replace(scaled.group(), ""))
            data = is_row and not is_head and _is_data(words, name)
            own = _SCALED.search(name) if data else None
            if scaled and not data:
                self._take(scaled)
            elif symbol := _SYMBOL.search(words):
                self._name(symbol["cur"])
            self.row_times = self.times
            if own:
                times, self.row_times = self.times, 1.0
                self._take(own)
                self.times, self.row_times = times, self.times
            elif _PER_SHARE.search(name) or (is_row and _SYMBOL.search(name)):
                self.row_times = 1.0
            elif _NO_MONEY.search(name):
                self._counts = True
        elif not _RULE.fullmatch(words):
            self.times, self.row_times, self.currency = 1.0, 1.0, None

    def _take(self, found: re.Match[str]) -> None:
        times = (found["times"] or found["times2"]).lstrip("’'").lower()
        self.times = _VALUE[times[0]]
        if currency := found["cur"] or found["cur2"] or found["cur3"]:
            self._name(currency)

    def _name(self, written: str) -> None:
        symbol = SYMBOLS.get(written, written)
        self.currency = CURRENCY_WORDS.get(symbol.lower(), symbol)


def _is_data(words: str, label: str) -> bool:
    """Whether a row has numbers behind its label, and not only periods."""
    rest = words[words.find(label) + len(label) :]
    return bool(re.search(r"(?<![\w.,])[-–−(+$€£¥₹\s]*\d[\d.,]*(?:[.,]\d)", rest)) or bool(
        label.strip() and re.search(r"(?<![\w’'.,])\d{1,3}(?![\d’'])(?!\w)", rest)
    )
