"""Numbers as releases write them: "1,340", "6.2 million", "twenty-five", "half a million"."""

from __future__ import annotations

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * (value + 2) for value, word in enumerate(_TENS)
}
_ORDINAL_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINALS = {word: value for value, word in enumerate(_ORDINAL_UNITS, start=1)} | {
    f"{word[:-1]}ieth": 10 * (value + 2) for value, word in enumerate(_TENS)
}
_SCALE = {
    "hundred": 100, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "mn": 1e6, "m": 1e6,
    "mln": 1e6, "crore": 1e7, "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
    "dozen": 12,
}  # fmt: skip

DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d+(?:\.\d+)?)"
)
_ONES = "|".join(sorted(_UNITS[1:], key=len, reverse=True))
_TENS_PATTERN = rf"(?:{'|'.join(_TENS)})(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?"
_UNDER_HUNDRED = rf"(?:{_TENS_PATTERN}|{_ONES})"
WORDS = (
    rf"(?i:(?:{_UNDER_HUNDRED}|a)\s+(?:hundred|thousand)"
    rf"(?:\s+(?:and\s+)?{_UNDER_HUNDRED}(?:\s+hundred)?)*|{_UNDER_HUNDRED}"
    r"|half\s+a(?=\s+(?:million|billion|dozen))|a(?=\s+(?:million|billion|dozen)\b)|zero"
    r"|(?:(?<=\bnext )|(?<=\blast )|(?<=\bpast )|(?<=\bthe ))hundred(?!s))"
)
SCALE = r"(?i:hundred|thousand|lakh|million|crore|billion|trillion|dozen)"
SHORT_SCALE = r"(?:mln|mn|bn|tn|k|m|M|K|b|B)(?![\w])"
ORDINAL_WORDS = (
    rf"(?:(?:{'|'.join(_TENS)})-(?:{'|'.join(_ORDINAL_UNITS[:9])})"
    rf"|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
)
ORDINAL = rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:st|nd|rd|th)|{ORDINAL_WORDS})"


_THIN_SPACE = re.compile(r"[\u00a0\u202f\u2009](?=\d{3})")
_PART = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")


def value(written: str) -> float | int:
    """The number that digits or words stand for, with their scale. Raises `ValueError`."""
    words = _THIN_SPACE.sub("", written.lower().replace("‑", "-"))
    parts = _PART.findall(words)
    total, current = 0.0, 0.0
    seen = False
    for part in parts:
        if part[0].isdigit():
            current, seen = current + float(part.replace(",", "")), True
        elif part in _SMALL:
            current, seen = current + _SMALL[part], True
        elif part == "a":
            current, seen = current or 1.0, True
        elif part == "half":
            current, seen = 0.5, True
        elif part in _SCALE:
            scale = _SCALE[part]
            current = (current or 1.0) * scale
            seen = True
            if scale >= 1000:
                total, current = total + current, 0.0
        elif part != "and":
            raise ValueError(f"no number: {written!r}")
    if not seen:
        raise ValueError(f"no number: {written!r}")
    return tidy(total + current)


NUMBER_WORDS = frozenset({*_SMALL, *_SCALE, "half"})
ORDINAL_NUMBERS = frozenset(_ORDINALS)


def ordinal(written: str) -> int:
    """The rank that "54th" or "twenty-first" stands for. Raises `ValueError`."""
    word = written.lower()
    if digits := re.match(r"\d[\d,]*", word):
        return int(digits.group().replace(",", ""))
    if word in _ORDINALS:
        return _ORDINALS[word]
    tens, _, unit = word.partition("-")
    if tens in _SMALL and unit in _ORDINALS:
        return _SMALL[tens] + _ORDINALS[unit]
    raise ValueError(f"no ordinal: {written!r}")


def tidy(number: float) -> float | int:
    """Whole numbers as `int`, others without the noise of binary fractions."""
    rounded = round(float(f"{number:.12g}"), 6)
    return int(rounded) if rounded == int(rounded) else rounded
