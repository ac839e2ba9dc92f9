"""Every number in a sentence: amounts, counts, ranks, dates, and what is none of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from pr_assistant import facts
from pr_assistant.facts.numbers import DIGITS, ORDINAL, WORDS, ordinal, value
from pr_assistant.facts.units import QUALIFIER
from pr_assistant.grounding.tokens import joined, keys, read
from pr_assistant.models import Dateline, Release, Section

_LOOSE = re.compile(rf"(?<![\w])(?:{ORDINAL}|{DIGITS}|{WORDS})(?!\w)|\d+(?:[.,:]\d+)*", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNITS = {
    "kilograms": "kg", "kilogram": "kg", "kilos": "kg", "kilogrammes": "kg", "kilometres": "km",
    "kilometers": "km", "kilometre": "km", "kilometer": "km", "metres": "m", "meters": "m",
    "metre": "m", "meter": "m", "megawatts": "mw", "megawatt": "mw", "gigawatts": "gw",
    "gigawatt": "gw", "kilowatts": "kw", "grams": "g", "grammes": "g", "litres": "l",
    "liters": "l", "hectares": "ha", "hectare": "ha", "tonnes": "t", "tonne": "t", "tons": "t",
    "centimetres": "cm", "centimeters": "cm", "millimetres": "mm", "millimeters": "mm",
    "square metres": "m²", "square meters": "m²", "sqm": "m²", "sq m": "m²", "m2": "m²",
    "bps": "basis points", "watts": "w", "volts": "v", "megawatt-hours": "mwh",
    "gigawatt-hours": "gwh", "kilowatt-hours": "kwh", "gigawatt hours": "gwh",
}  # fmt: skip
_SENSES = (
    ("more", "over|more than|above|exceeding|in excess of|upwards of|north of|>"),
    ("least", "at least|no less than|no fewer than|not less than|not fewer than|or more|plus"
     "|a minimum of|≥|\\+"),
    ("most", "up to.*|at most|no more than|not more than|as (?:much|many) as|a maximum of"
     "|or less|or fewer|≤|top"),
    ("less", "under|below|less than|fewer than|<"),
    ("nearly", "nearly|almost|close to|just short of"),
    ("about", "about|around|roughly|approximately|approx\\.?|some|circa|c\\.|~|≈|estimated|or so"),
)  # fmt: skip
_NO_SENSE = frozenset("only just exactly another".split())
_MEASURES = frozenset(
    "% rank m km cm mm kg g t ha l m² mw gw kw mwh gwh kwh w v year month week day hour minute"
    " second decade times fold".split()
)

_MILLION = re.compile(r"[\d.]+")
"""What "m" may mean a million of: "UGX 400m" where the release has "UGX 400 million"."""
EMPLOYED = keys("employee")
"""People who are employed may be called people."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `start:end`. `kind`: "date", "figure" or, where it is neither, "number"."""

    start: int
    end: int
    kind: str
    value: str
    """In one form for all spellings: "6", "6..8", "2025-06"."""
    unit: str | None = None
    sense: str | None = None
    """What qualifies it: "more", "least", "most", "less", "nearly", "about"."""
    relation: str | None = None
    """Of a date: "before", "after", "between" or None ("on", "in")."""
    outer: str | None = None
    """The relation that the clause around a date gives: "since the scheme began in 2023"."""
    direction: str | None = None
    """ "to", "by" or "from", where it stands before a number."""

    @property
    def measured(self) -> bool:
        """Whether the unit is a currency, a share, a rank or a measure, not a noun counted."""
        return self.unit is not None and (self.unit.isupper() or self.unit in _MEASURES)

    def matches(self, other: Numeral) -> bool:
        """Whether two numbers say the same. A missing qualifier or unit is another one."""
        if (self.kind == "date") != (other.kind == "date"):
            return self._counts(other) if self.kind == "date" else other._counts(self)
        if self.kind == "date":
            mine = self.relation or self.outer or "on"
            related = self.relation == other.relation or mine in (other.relation, other.outer)
            return self.value == other.value and related
        if self.unit == "m" and other.unit != "m" and _MILLION.fullmatch(self.value):
            millions = replace(self, value=f"{1e6 * float(self.value):.12g}", unit=other.unit)
            return millions.matches(other)
        return (
            self.value == other.value
            and self.sense == other.sense
            and self._same_unit(other)
            and (not (self.direction and other.direction) or self.direction == other.direction)
        )

    def _counts(self, other: Numeral) -> bool:
        """Whether what reads like a year is a count: 1650 for 1,650."""
        year = self.value.isdigit() and not (self.relation or self.outer)
        return year and self.value == other.value and not (other.sense or other.measured)

    def _same_unit(self, other: Numeral) -> bool:
        if self.measured or other.measured:
            return self.unit == other.unit
        if self.unit is None or other.unit is None:
            return True
        return bool(_noun(self.unit) & _noun(other.unit))


@lru_cache(maxsize=2_000)
def find(text: str, today: date | None) -> tuple[Numeral, ...]:
    """The numbers of a sentence in order; `today` tells the year of a day without one."""
    whole = Release("", text, "", "", (Section("body", 0, len(text)),), Dateline(date=today))
    known = facts.read(whole)
    found = [
        Numeral(
            f.start, f.end, "figure", _value(f.value, f.value_to), _counted(text, f.start, f.unit),
            _sense(f.qualifier), direction=_direction(text, f.start),
        )
        for f in known.figures
    ]  # fmt: skip
    found += [_date(text, d.start, d.end, d.date or d.text.lower()) for d in known.dates]
    taken = [(one.start, one.end) for one in found]
    for match in _LOOSE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if _YEAR.fullmatch(match.group()):
            found.append(_date(text, *match.span(), match.group()))
        elif (number := _loose(match.group())) is not None:
            sense = QUALIFIER.search(text[max(0, match.start() - 32) : match.start()])
            found.append(
                Numeral(
                    match.start(), match.end(), "number", number,
                    sense=_sense(sense.group().strip().lower() if sense else None),
                    direction=_direction(text, match.start()),
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.start))


def _date(text: str, start: int, end: int, value: str) -> Numeral:
    relation, outer = _relation(text, start), _outer(text, start)
    return Numeral(start, end, "date", value, relation=relation, outer=outer)


def _loose(written: str) -> str | None:
    if written.lower() in ("one", "a", "first", "half a"):
        return None  # words like any other
    try:
        return _value(value(written), None)
    except ValueError:
        pass
    try:
        return _value(ordinal(written), None)
    except ValueError:
        return written


def _value(number: float | int, to: float | int | None) -> str:
    return f"{number:.12g}" if to is None else f"{number:.12g}..{to:.12g}"


def _unit(unit: str | None) -> str | None:
    if unit is None:
        return None
    plain = unit.lower()
    if plain in ("%", "rank"):
        return plain
    if unit.isupper() and len(unit) == 3 and unit.isalpha():
        return unit
    plain = _UNITS.get(plain, plain)
    singular = plain.removesuffix("s")
    return singular if singular in _MEASURES else plain


def _counted(text: str, start: int, unit: str | None) -> str | None:
    """The unit of a figure; people whom somebody employs are employees."""
    if unit in ("people", "persons") and re.search(r"\bemploy(?:s|ed|ing)?\b\W*$", text[:start]):
        return "employees"
    return _unit(unit)


def _noun(unit: str) -> frozenset[str]:
    return joined(unit) | frozenset(key for token in read(unit) for key in keys(token.lower))


def _sense(qualifier: str | None) -> str | None:
    if qualifier is None:
        return None
    word = " ".join(qualifier.lower().split())
    word = re.sub(r"^(?:well|just|slightly|substantially|far|significantly) ", "", word)
    if word in _NO_SENSE:
        return None
    return next((name for name, words in _SENSES if re.fullmatch(words, word)), word)


_RELATIONS = (
    ("before", r"(?:before|by|until|till|up to|no later than|prior to|through|ahead of)"),
    ("after", r"(?:after|since|from|starting|beginning|following|as of|post)"),
    ("between", r"(?:between)"),
)


def _relation(text: str, start: int) -> str | None:
    lead = text[max(0, start - 40) : start].lower()
    for name, words in _RELATIONS:
        if re.search(rf"\b{words}\s+(?:the\s+)?(?:end of\s+|start of\s+|early\s+|late\s+)?$", lead):
            return name
    return None


def _outer(text: str, start: int) -> str | None:
    """The relation that a clause around a date gives, or None."""
    found = re.search(r"\b(since|after|before|until)\b[^,;.]{3,60}$", text[:start].lower())
    return {"since": "after", "until": "before"}.get(found[1], found[1]) if found else None


def _direction(text: str, start: int) -> str | None:
    found = re.search(
        r"\b(to|by|from)\s+(?:a\s+|the\s+)?$", text[max(0, start - 10) : start].lower()
    )
    return found[1] if found else None
