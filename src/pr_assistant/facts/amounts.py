"""One amount: its number with currency, per cent or unit; ranges; what a table says of all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pr_assistant.facts.numbers import (
    tidy,
    value,
)
from pr_assistant.facts.table_heads import Table
from pr_assistant.facts.units import (
    CENTS,
    CODES,
    CURRENCY_WORDS,
    SYMBOLS,
    TIME_UNITS,
    UNIT_WORDS,
)
from pr_assistant.sentences import Span

FRACTION = re.compile(r"(?:half|halves|(?:third|quarter|fifth|sixth|tenth|fourth)s?)\b")
_OF_YEAR = re.compile(r"\s?(?:FY\s?)?(?:20\d\d|[’'/]\d\d)\b")
_OF_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,20} $")
"""What stands before the number of a type, amid a sentence."""
_BELOW_ZERO = frozenset(("°C", "°F"))
_RESOLUTIONS = frozenset("2 4 5 6 8 12 16".split())
"""Of screens and cameras: "4K"."""
_MAX_DIGITS = 15
"""Longer rows of digits are numbers of accounts or the like."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One number with whatever makes it an amount."""

    start: int
    end: int
    value: float | int
    unit: str | None
    kind: str
    scale: str | None = None
    written: bool = False
    """In words."""


def amount_of(
    text: str, match: re.Match[str], sentence: Span, table: Table | None
) -> Amount | None:
    """The amount that a match of `AMOUNT` is; None if it is none."""
    named = match.groupdict()
    if sum(map(str.isdigit, named["num"])) > _MAX_DIGITS or named["num"] == "000":
        return None
    written = not re.search(r"\d", named["num"])
    start, end = match.span()
    scale = named["scale"] or named["short"]
    if named["short"] == "K" and not named["cur"] and named["num"] in _RESOLUTIONS:
        return None
    if named["short"] == "M" and not named["cur"] and _OF_YEAR.match(text, match.end("short")):
        return None  # "9M 2024": nine months
    if (
        named["short"] in ("M", "B", "K")
        and not named["cur"]
        and _OF_NAME.search(text, max(0, start - 24), start)
    ):
        return None  # "the Kestrel 4B"
    if named["short"] in ("m", "M", "k", "K", "b", "B") and not named["cur"]:
        if named["short"] == "m" and (
            text[match.end("num")] == " "
            or not re.match(
                r"\s*(?!(?:wide|long|high|deep|tall|above|below|away|apart|thick|in)\b)[a-z]",
                text[match.end("short") : match.end("short") + 12],
            )
        ):
            return Amount(start, match.end("short"), value(named["num"]), "m", "unit")
        if named["short"] in ("M", "K", "k", "b", "B") and text[match.end("num")] == " ":
            return None
    number = value(f"{named['num'].lstrip('-−')} {scale or ''}")
    if named["num"][0] in "-−":
        if named["pct"] or named["cur"] or (named["unit"] or named["glued"]) in _BELOW_ZERO:
            number = -number
        else:
            start += 1
    elif text[start - 1 : start] == "+" and not text[start - 2 : start - 1].isalnum():
        start -= 1
    num_end = match.end("num") + (named["loss"] is not None)
    if named["cur"]:
        stop = match.end("short") if named["short"] else match.end("scale")
        stop = stop if scale else num_end
        unit = SYMBOLS.get(named["cur"], named["cur"])
        if named["curword"] and named["curword"].upper() in CODES:
            stop, unit = match.end("curword"), named["curword"].upper()
        if table and table.times != 1 and not scale:
            table.currency = unit
            number = tidy(number * table.row_times)
        return Amount(start, stop, number, unit, "money", scale)
    if named["pct"]:
        return Amount(start, match.end("pct"), number, "%", "percent")
    if word := named["curword"]:
        if (small := word.lower().rsplit(None, 1)[-1]) in CENTS:
            return Amount(start, match.end("curword"), number, small, "money", scale)
        unit = CURRENCY_WORDS.get(word.lower(), word.upper())
        return Amount(start, match.end("curword"), number, unit, "money", scale)
    if hyphen := named["hyphen"]:
        unit = hyphen[1:]
        if FRACTION.match(unit) or number == 0 or unit == "time" or (written and number == 1):
            return None
        if unit in ("speed", "fold", "year", "day", "month", "week", "hour", "minute", "mile") or (
            re.fullmatch(UNIT_WORDS.replace(" ", "-"), unit) or "-" in unit
        ):
            return Amount(start, end, number, unit.replace("-", " "), "unit", None, written)
        if unit in ("to", "and", "of", "plus", "th", "st", "in", "on"):
            return None
        if re.match(r"\s+[A-Za-z]", text[end : end + 3]):
            return Amount(start, end, number, unit, "unit", None, written)
        return None
    if named["unit"] == "x":  # "30 x 20 cm"
        return None
    if unit := (named["unit"] or named["glued"]):
        group = "unit" if named["unit"] else "glued"
        if unit in TIME_UNITS:
            stop = match.end("scale") if named["scale"] else match.end("num")
            return Amount(start, stop, number, unit, "time", scale, written)
        if unit.startswith(("degree", "°")) and text.endswith("minus ", 0, start):
            start, number = start - len("minus "), -number
        plain = unit.lower() if unit.lower() in UNIT_WORDS.split("|") else unit
        return Amount(start, match.end(group), number, plain, "unit", scale, written)
    stop = (
        match.end("scale") if named["scale"] else match.end("short") if scale else match.end("num")
    )
    return Amount(start, stop, number, None, "count", scale, written)
