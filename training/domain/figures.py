"""Figures, dates and times as releases write them."""

import random

MONTHS = (
    "January February March April May June July August September October November December"
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday".split()
SMALL = "two three four five six seven eight nine ten eleven twelve".split()
CURRENCIES = ("US$", "$", "€", "£", "HK$", "A$", "S$", "CHF ", "NOK ", "EUR ", "USD ", "RM")


def grouped(number: int) -> str:
    """``12500`` as ``12,500``."""
    return f"{number:,}"


def qualifier(rng: random.Random) -> str:
    """A word that belongs to the figure after it, or nothing."""
    if rng.random() < 0.55:
        return ""
    words = "over |more than |approximately |about |nearly |some |around |almost |well over "
    return rng.choice(words.split("|"))


def count(rng: random.Random, low: int, high: int) -> str:
    """A number of things between ``low`` and ``high``, perhaps qualified or spelled out."""
    number = int(low * (high / low) ** rng.random())
    if number <= 12 and number >= 2 and rng.random() < 0.6:
        return SMALL[number - 2]
    if number > 400 and rng.random() < 0.6:
        digits = 10 ** (len(str(number)) - 2)
        number = number // digits * digits
    if number < 13:
        return str(number)
    rounded = number % 10 == 0 or number < 100
    return (qualifier(rng) if rounded else "") + grouped(number)


def exact(rng: random.Random, low: int, high: int) -> str:
    """A number of things without a qualifier."""
    return count(rng, low, high).split(" ")[-1]


def money(
    rng: random.Random, low: float, high: float, currency: str = "", exactly: bool = False
) -> str:
    """A sum between ``low`` and ``high`` million, without a qualifier if ``exactly``."""
    currency = currency or rng.choice(CURRENCIES)
    before = "" if exactly else qualifier(rng)
    amount = low * (high / low) ** rng.random()
    if amount >= 1000:
        figure, unit = amount / 1000, rng.choice((" billion", " billion", "bn"))
    elif amount < 1:
        return before + currency + grouped(round(amount * 1000) * 1000)
    else:
        figure, unit = amount, rng.choice((" million", " million", "m"))
    digits = rng.choice((0, 1, 1, 2)) if figure < 100 else rng.choice((0, 1))
    return before + currency + f"{max(figure, 1.0):.{digits}f}" + unit


def percent(rng: random.Random, low: float = 1, high: float = 60) -> str:
    """A percentage, in one of the usual spellings."""
    value = low + (high - low) * rng.random() ** 1.5
    text = f"{value:.1f}" if rng.random() < 0.6 else f"{max(1, round(value))}"
    return text + rng.choice(("%", "%", "%", " per cent", " percent"))


def span_of_percent(rng: random.Random) -> str:
    """A guidance range."""
    low = rng.randint(1, 14)
    high = low + rng.randint(1, 5)
    return rng.choice(
        (
            f"between {low}% and {high}%",
            f"{low}% to {high}%",
            f"{low}–{high}%",
            f"{low} to {high} per cent",
            f"{low}-{high}%",
        )
    )


def ordinal(number: int) -> str:
    """``54`` as ``54th``."""
    tens = number % 100
    ending = "th" if 10 < tens < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def rank(rng: random.Random) -> str:
    """A place in a ranking."""
    number = int(1.5 * 120 ** rng.random())
    words = ("first", "second", "third", "fourth", "fifth", "sixth")
    if number <= 6 and rng.random() < 0.6:
        return words[number - 1]
    return rng.choice((ordinal(number), ordinal(number), f"number {number}", f"No. {number}"))


def date(rng: random.Random, year: int) -> str:
    """A day of ``year``."""
    month, day = rng.choice(MONTHS), rng.randint(1, 28)
    return rng.choice(
        (
            f"{month} {day}, {year}",
            f"{day} {month} {year}",
            f"{month} {day}",
            f"{day} {month}",
            f"{rng.choice(WEEKDAYS)}, {day} {month} {year}",
        )
    )


def full_date(rng: random.Random, year: int) -> str:
    """A day of ``year`` with the year said."""
    month, day = rng.choice(MONTHS), rng.randint(1, 28)
    return rng.choice((f"{month} {day}, {year}", f"{day} {month} {year}"))


def period(rng: random.Random, year: int) -> str:
    """A rougher time in ``year``: a month, a quarter, a half."""
    return rng.choice(
        (
            f"{rng.choice(MONTHS)} {year}",
            f"the {rng.choice(('first', 'second', 'third', 'fourth'))} quarter of {year}",
            f"{rng.choice(('early', 'mid-', 'late')).rstrip()} {year}".replace("- ", "-"),
            f"the {rng.choice(('spring', 'summer', 'autumn'))} of {year}",
            f"December {year}",
            f"{year}",
        )
    )


def clock(rng: random.Random) -> str:
    """A time of day."""
    hour, minute = rng.randint(1, 12), rng.choice(("00", "15", "30", "30"))
    zone = rng.choice(("", " CET", " GMT", " Eastern Time", " local time", " HKT"))
    return f"{hour}:{minute} {rng.choice(('a.m.', 'p.m.', 'am', 'pm'))}{zone}"


def duration(rng: random.Random, low: int = 2, high: int = 15) -> str:
    """A length of time."""
    number = rng.randint(low, high)
    word = SMALL[number - 2] if 2 <= number <= 12 and rng.random() < 0.6 else str(number)
    unit = rng.choice(("years", "years", "months", "weeks"))
    return f"{word} {unit}"
