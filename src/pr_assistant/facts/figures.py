"""Figures: how much, how many, which rank. Dates, telephone numbers and models are none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from pr_assistant.facts import phrases
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import Layout, Taken
from pr_assistant.facts.measuring import measured
from pr_assistant.facts.models import Figure
from pr_assistant.facts.numbers import (
    DIGITS,
    ORDINAL,
    SCALE,
    SHORT_SCALE,
    WORDS,
    ordinal,
    tidy,
    value,
)
from pr_assistant.sentences import Span

_SYMBOLS = {
    "US$": "USD", "HK$": "HKD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CDN$": "CAD",
    "NZ$": "NZD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "RM": "MYR", "Rs.": "INR",
    "Rs": "INR", "RMB": "CNY", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW",
    "₺": "TRY", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₪": "ILS", "$": "USD",
    "CHF": "CHF", "Fr.": "CHF",
}  # fmt: skip
_CODES = (
    "USD EUR GBP JPY CNY HKD SGD AUD NZD CAD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN TRY ILS AED SAR"
    " QAR KWD INR PKR BDT LKR KRW TWD THB MYR IDR PHP VND ZAR NGN KES GHS EGP MAD BRL MXN ARS CLP"
    " COP PEN RUB UAH"
).split()
_CURRENCY_WORDS = {
    "us dollars": "USD", "u.s. dollars": "USD", "hong kong dollars": "HKD", "dollars": "USD",
    "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds sterling": "GBP", "pounds": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupees": "INR", "won": "KRW", "rand": "ZAR",
    "naira": "NGN", "pesos": "MXN", "reais": "BRL", "ringgit": "MYR", "baht": "THB",
    "francs": "CHF", "kronor": "SEK", "kroner": "NOK", "swiss francs": "CHF",
    "norwegian kroner": "NOK", "danish kroner": "DKK", "swedish kronor": "SEK",
    "singapore dollars": "SGD", "australian dollars": "AUD", "canadian dollars": "CAD",
}  # fmt: skip
_CENTS = {"cents": ("USD", 0.01), "pence": ("GBP", 0.01), "cent": ("USD", 0.01)}
_UNIT_WORDS = (
    "square kilometres|square kilometers|square metres|square meters|square feet|square foot"
    "|square miles|cubic metres|cubic meters|cubic feet|kilometres|kilometers|kilometre|kilometer"
    "|metres|meters|metre|meter|centimetres|centimeters|millimetres|millimeters|miles|mile|feet"
    "|foot|inches|inch|yards|acres|acre|hectares|hectare|tonnes|tonne|tons|ton|kilograms|kilogram"
    "|kilogrammes|kilos|grams|grammes|litres|liters|litre|liter|gallons|barrels|megawatts|megawatt|decibels|decibel|milliwatts|milliwatt|watts|volts|knots"
    "|gigawatts|gigawatt|kilowatts|kilowatt-hours|megawatt-hours|gigawatt-hours|terawatt-hours"
    "|terawatt hours|gigawatt hours|megawatt hours|degrees|years|year|months|month|weeks|week|days"
    "|day|hours|hour|minutes|minute|seconds|second|times|basis points|bps|percentage points"
    "|percentage point|points|fold|decades"
)
_UNIT_SYMBOLS = (
    "kg|km|cm|mm|km/h|mph|m²|km²|m2|m3|m³|MW|GW|kW|TW|MWh|GWh|kWh|TWh|Wh|MWp|GWp|kWp|MVA|kV|Nm|mAh"
    "|Ah|TB|GB|MB|PB|Gbps|Mbps|GHz|MHz|Hz|°C|°F|ha|sq ft|sq m|sqm|sq km|oz|lb|lbs|hp|PS|bbl|boe|boepd"
    "|bpd|tCO2e|CO2e|ppm|TEU|teu|DWT|dwt|GT|dB|kt|Mt|Gt|mg|ml|µg|μg|g|t|m|x|l|W|V|p"
)
_TIME_UNITS = frozenset(
    "years year months month weeks week days day hours hour minutes minute seconds second"
    " decades".split()
)
"""Their number is the figure; of other units, the unit belongs to it."""
_QUALIFIER = re.compile(
    r"(?<![\w-])(?:(?:well |just |slightly |substantially |far |significantly )?"
    r"(?:more than|less than|fewer than|over|under|above|below)|no (?:more|less|fewer|later) than"
    r"|not (?:more|less|fewer) than|at (?:least|most)|up to(?: as much as| around| about)?"
    r"|as (?:much|many|few|little|low|high) as|approximately|approx\.?|about|around|roughly|nearly"
    r"|almost|some|circa|c\.|in excess of|close to|estimated|exceeding|a (?:minimum|maximum) of|(?:a )?minimum|maximum|just short of|top|only"
    r"|just|exactly|another|upwards of|north of|~|≈|>|<|≥|≤)\s*$",
    re.IGNORECASE,
)
_NO_QUALIFIER = frozenset("only just exactly another minimum maximum".split())
_AFTER = re.compile(r"\+|\s+or (?:more|less|fewer|so)\b|\s+plus\b")
_CURRENCY = (
    r"(?P<cur>(?:US|HK|AU|A|CA|CDN|C|NZ|S|NT|R|MX)?\$|[€£¥₹₩₺₦₱฿₫₪]|(?<!\w)Rs\.?|(?<!\w)RMB|(?<!\w)RM"
    rf"|(?<!\w)(?:{'|'.join(_CODES)}))"
)
_CORE = re.compile(
    rf"(?:{_CURRENCY}[ \u00a0]?)?(?<![\w.,])(?P<num>-?{DIGITS}(?![\d])|(?<![\w-]){WORDS}(?!\w))"
    rf"(?:[\s-]*(?P<scale>(?:{SCALE}(?:[\s-]{SCALE})?)\b)|\s?(?P<short>{SHORT_SCALE}))?"
    r"(?:(?P<pct>\s?%|\s+per\s?cent\b|\s+percent\b|\s+pct\b)"
    rf"|[\s-](?P<curword>(?i:{'|'.join(sorted(_CURRENCY_WORDS, key=len, reverse=True))}"
    rf"|cents?|pence)\b|(?:{'|'.join(_CODES)})\b)"
    rf"|(?P<hyphen>-(?:{_UNIT_WORDS}|[a-z]+(?:-(?:foot|metre|meter|mile|hour))?)(?![\w]))"
    rf"|\s(?P<unit>(?:{_UNIT_WORDS})\b(?!-)|(?:{_UNIT_SYMBOLS})(?![\w/]))"
    rf"|(?P<glued>(?:{_UNIT_SYMBOLS})(?![\w])))?"
)
_RANK = re.compile(
    rf"(?<![\w-])(?:(?P<super>{ORDINAL})[-\s](?:best|most|[a-z]+est)\b"
    rf"|(?P<ord>{ORDINAL})(?![\w])(?!-)"
    r"|(?P<number>(?:[Nn]o\.?|#|number)\s?(?P<digits>\d+|one|two|three)\b)"
    rf"|(?P<top>[Tt]op)[\s-](?P<of>\d+|{WORDS})(?=[\s.,;]))"
)
_RANKED = re.compile(
    r"\b(?:rank(?:s|ed|ing|ings)?|placed|places|position(?:ed)?|league|climb(?:s|ed)|risen|rose"
    r"|index|rated|came|finish(?:ed)?|standing)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\s*(?:globally|worldwide|nationally|internationally|overall|in (?:the )?(?:[A-Z]|world|world’s"
    r"|world's|country|region|nation|state|Asia|Europe)|among|out of|place\b|position\b|for\b|of \d"
    r"|and\b|,|\.|;|in\b)"
)
_RANGE = re.compile(r"\s*[–—-]\s*|\s+to\s+|\s+and\s+")
_MODEL = re.compile(r"(?:^|[\s(“\"])(?:[A-Z][\w’'&-]*[A-Za-z0-9]|[A-Z])[ \u00a0]$")
_LABEL = re.compile(
    r"\b(?:ID|id|No|no|nos|number|passcode|code|pin|PIN|phase|stage|level|series|version|chapter"
    r"|section|article|page|item|appendix|annex|figure|table|note|footnote|tier|class|type|grade"
    r"|model|gate|room|suite|floor|box|Box|unit|lot|batch|exhibit|form|form|rule|part|part|Act|ext"
    r"|extension|conference|ticker|isin|vol|dial|serial)"
    r"\.?[:#]?\s*$",
    re.IGNORECASE,
)
_STREET = re.compile(r"\s+(?:[A-Z][\w’'-]*\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Way"
                     r"|Place|Square|Boulevard|Blvd)\b")  # fmt: skip
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s*(?:[ap]\.?m\b|h\b|hrs|GMT|UTC|BST|C?ES?T|EDT|PT|ET))|"
                   r"\d{1,2}:\d\d|\d{1,2}\s?(?:[ap]\.?m\.?|o['’]clock)(?!\w)", re.IGNORECASE)  # fmt: skip
_FUNCTION = frozenset(
    "the in on at of for with from to by and or but over about since until as its their our a an"
    " some nearly almost around roughly approximately more than all these those this that between"
    " we it they he she also only just both up".split()
)
_BARE_BEFORE = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|vs\.?|up from|down from|from|to|than|reach(?:ed|ing)?"
    r"|total(?:s|led|ing|ed)?|of|further|another|additional|was|were|is|are|sold|had|has|employs?"
    r"|employed|numbered|hit|exceed(?:ed|s)|which|whom|and|by|at)\s+(?:the |a )?$",
    re.IGNORECASE,
)
_SCALED = re.compile(
    r"\(?\s*(?:[A-Z$€£]\w*\s+)?in\s+(thousands|millions|billions)\b|[(\s](?:US)?([$€£])\s?(?:m|million"
    r"|bn|billion)\b\)?",
    re.IGNORECASE,
)
_TIMES_OF_TABLE = {"thousands": 1e3, "millions": 1e6, "billions": 1e9}
_SYMBOL_IN_HEAD = re.compile(r"\((US\$|HK\$|\$|€|£|USD|EUR|GBP)\)")


_FRACTION = re.compile(r"(?:half|halves|(?:third|quarter|fifth|sixth|tenth|fourth)s?)\b")
_IDIOM = re.compile(r"corners of (?:the|our)")
_PREPOSITIONS = frozenset("over under above below around about".split())
_AGE = re.compile(r"[a-z]\S*,\s$")


_OF_WHOLE = re.compile(
    rf"\s+of\s+(?P<whose>(?:the|its|their|our|his|her|these|those|all)\s+(?:last\s+|past\s+|first\s+)?)?"
    rf"(?:{WORDS}\s+)?"
)


_MAX_DIGITS = 15
"""Longer rows of digits are numbers of accounts or the like."""


@dataclass(frozen=True, slots=True)
class _Core:
    """One number with whatever makes it an amount."""

    start: int
    end: int
    value: float | int
    unit: str | None
    kind: str
    scale: str | None = None
    written: bool = False
    """In words."""


def read(layout: Layout, place: str | None, masked: list[Span]) -> list[Figure]:
    """The figures of a release in order; `masked` spans hold none.

    `place` is of the dateline: a bare "$" is what is paid with there.
    """
    dollar = _dollar(place or "")
    text = layout.text
    taken = Taken(masked)
    for match in _TIME.finditer(text):
        if not taken.overlap(*match.span()):
            taken.add(*match.span())
    figures: list[Figure] = []
    table = _Table()
    for sentence in layout.sentences:
        if layout.kind(sentence.start) == "contact":
            continue
        is_row = layout.is_table(sentence)
        table.step(text, sentence, is_row)
        figures += _of_sentence(layout, sentence, taken, table if is_row else None)
    return [
        replace(f, unit=dollar) if f.unit == "USD" and re.search(r"(?<!\w)\$", f.text) else f
        for f in figures
    ]


_DOLLARS = {
    "AUD": "sydney melbourne brisbane perth adelaide canberra australia",
    "CAD": "toronto montreal vancouver calgary ottawa edmonton canada ontario quebec",
    "NZD": "auckland wellington christchurch zealand", "SGD": "singapore", "HKD": "kong",
}  # fmt: skip


def _dollar(place: str) -> str:
    """Which currency "$" stands for in a release from a place."""
    words = place.lower()
    return next((c for c, names in _DOLLARS.items()
                 if any(re.search(rf"\b{n}\b", words) for n in names.split())), "USD")  # fmt: skip


class _Table:
    """What the head of a table says of the numbers below it."""

    def __init__(self) -> None:
        self.times = 1.0
        self.currency: str | None = None
        self._from_head: str | None = None

    def step(self, text: str, line: Span, is_row: bool) -> None:
        words = text[slice(*line)]
        if scaled := _SCALED.search(words):
            if scaled[1]:
                self.times = _TIMES_OF_TABLE[scaled[1].lower()]
        elif not is_row and not re.fullmatch(r"[\s\-=_|–—]*", words):
            self.times, self.currency = 1.0, None
        if is_row and (symbol := _SYMBOL_IN_HEAD.search(words)):
            self.currency = _SYMBOLS.get(symbol[1], symbol[1])


def _of_sentence(
    layout: Layout, sentence: Span, taken: Taken, table: _Table | None
) -> list[Figure]:
    text = layout.text
    cores: list[_Core] = []
    at = sentence.start
    bullet = layout.bullet(sentence)
    if bullet and text[sentence.start : bullet.start].strip("( \n").rstrip(".) ").isalnum():
        at = bullet.start
    ranks = _ranks(text, sentence, taken)
    for rank in ranks:
        taken.add(rank.start, rank.end)
    while core_match := _CORE.search(text, at, sentence.end):
        at = max(core_match.end(), core_match.start() + 1)
        begin = core_match.start()
        if hit := taken.overlap(begin, core_match.end()):
            at = max(hit[1], begin + 1)
            continue
        core = _core(text, core_match, sentence, table)
        if core and table and table.currency and core.kind == "count":
            core = replace(
                core, kind="money", unit=table.currency, value=tidy(core.value * table.times)
            )
        if core:
            cores.append(core)
            at = max(core.end, begin + 1)
    found: list[Figure] = []
    cores.sort(key=lambda c: c.start)
    cores = [_with_unit_of_next(text, *pair) for pair in zip_longest(cores, cores[1:])]
    index = 0
    while index < len(cores):
        core = cores[index]
        other = _range(text, core, cores[index + 1]) if index + 1 < len(cores) else None
        if other:
            core, end_value = other
            index += 1
        else:
            end_value = None
        index += 1
        if figure := _figure(layout, sentence, core, end_value, table is not None):
            found.append(figure)
    for rank in ranks:
        found.append(_ranked(layout, sentence, rank))
    return sorted(found, key=lambda f: f.start)


def _core(text: str, match: re.Match[str], sentence: Span, table: _Table | None) -> _Core | None:
    named = match.groupdict()
    if sum(map(str.isdigit, named["num"])) > _MAX_DIGITS:
        return None
    written = not re.search(r"\d", named["num"])
    start, end = match.span()
    scale = named["scale"] or named["short"]
    if named["short"] in ("m", "M", "k", "K", "b", "B") and not named["cur"]:
        if named["short"] == "m" and not re.match(r"\s*[a-z]", text[match.end("short") :]):
            return _Core(start, match.end("short"), value(named["num"]), "m", "unit")
        if named["short"] in ("M", "K", "k", "b", "B") and text[match.end("num")] == " ":
            return None
    number = value(f"{named['num'].lstrip('-')} {scale or ''}")
    if named["num"].startswith("-"):
        start += 1 if not named["cur"] else 0
    if named["cur"]:
        stop = match.end("short") if named["short"] else match.end("scale")
        stop = stop if scale else match.end("num")
        unit = _SYMBOLS.get(named["cur"], named["cur"])
        if named["curword"] and named["curword"].upper() in _CODES:
            stop, unit = match.end("curword"), named["curword"].upper()
        if table and table.times != 1 and not scale:
            table.currency = unit
            number = tidy(number * table.times)
        return _Core(start, stop, number, unit, "money", scale)
    if named["pct"]:
        return _Core(start, match.end("pct"), number, "%", "percent")
    if word := named["curword"]:
        if word.lower() in _CENTS:
            unit, times = _CENTS[word.lower()]
            return _Core(start, match.end("curword"), tidy(number * times), unit, "money", scale)
        unit = _CURRENCY_WORDS.get(word.lower(), word.upper())
        return _Core(start, match.end("curword"), number, unit, "money", scale)
    if hyphen := named["hyphen"]:
        unit = hyphen[1:]
        if _FRACTION.match(unit):
            return None
        if unit in ("speed", "fold", "year", "day", "month", "week", "hour", "minute", "mile") or (
            re.fullmatch(_UNIT_WORDS.replace(" ", "-"), unit) or "-" in unit
        ):
            return _Core(start, end, number, unit.replace("-", " "), "unit", None, written)
        if unit in ("to", "and", "of", "plus", "th", "st", "in", "on"):
            return None
        if re.match(r"\s+[a-z]", text[end : end + 3]):
            return _Core(start, end, number, unit, "unit", None, written)
        return None
    if unit := (named["unit"] or named["glued"]):
        group = "unit" if named["unit"] else "glued"
        if unit in _TIME_UNITS:
            stop = match.end("scale") if named["scale"] else match.end("num")
            return _Core(start, stop, number, unit, "time", scale, written)
        plain = unit.lower() if unit.lower() in _UNIT_WORDS.split("|") else unit
        return _Core(start, match.end(group), number, plain, "unit", scale, written)
    stop = (
        match.end("scale") if named["scale"] else match.end("short") if scale else match.end("num")
    )
    return _Core(start, stop, number, None, "count", scale, written)


def _range(text: str, one: _Core, two: _Core) -> tuple[_Core, float | int] | None:
    """Both ends of "$12 to $15 million", "between 8% and 10%", "4–6%" as one; or None."""
    between = text[one.end : two.start]
    if not _RANGE.fullmatch(between) or (one.unit and two.unit and one.unit != two.unit):
        return None
    lead = text[max(0, one.start - 24) : one.start]
    begin = one.start
    if between.strip() == "and":
        opening = re.search(
            r"\b(?:anywhere |somewhere )?between\s+(?:about |around )?$", lead, re.I
        )
        if not opening:
            return None
        begin = one.start - len(lead) + opening.start()
    if between.strip() == "to" and re.search(r"\bfrom\s+$", lead, re.I):
        opening = re.search(r"\b(?:rang\w+)\s+from\s+$", lead, re.I)
        if not opening:
            return None
    if one.kind in ("unit", "time") and two.kind != one.kind:
        return None
    if re.search(rf"\bby\s+(?:{_QUALIFIER.pattern[:-4]})?\s*$", lead, re.I):
        return None
    if between.strip() == "to" and one.value >= two.value and not (two.scale and not one.scale):
        return None
    first = one.value
    if (two.scale and not one.scale and two.kind == one.kind) or (
        two.scale and one.kind == "count"
    ):
        first = tidy(value(f"1 {two.scale}") * one.value)
        if first > two.value:
            first = one.value
    unit = one.unit or two.unit
    kind = two.kind if two.unit else one.kind
    joined = _Core(begin, two.end, first, unit, kind, two.scale, one.written)
    return joined, two.value


def _with_unit_of_next(text: str, one: _Core, two: _Core | None) -> _Core:
    """In "from 22.5 to 31 hours" the first number takes the unit of the second."""
    if (
        two
        and one.kind == "count"
        and two.kind in ("unit", "time")
        and re.fullmatch(r"\s+(?:to|or|and)\s+", text[one.end : two.start])
    ):
        return replace(one, unit=two.unit, kind=two.kind)
    return one


def _figure(
    layout: Layout, sentence: Span, core: _Core, value_to: float | int | None,
    in_table: bool,
) -> Figure | None:  # fmt: skip
    text = layout.text
    start, end, unit = core.start, core.end, core.unit
    phrase: Span | None = None
    if core.kind == "count":
        kept = _counted(text, sentence, core, in_table)
        if kept is None:
            return None
        unit, phrase = kept
    elif core.kind == "unit" and unit == "second" and core.value == 1:
        return None
    start, end, qualifier = _qualified(text, sentence.start, core)
    lead = text[max(0, start - 12) : start]
    if re.search(r"\bfirst\s+$", lead, re.I) and unit in _TIME_UNITS:
        return None
    if unit in _TIME_UNITS and re.match(r"\s+\w+\s+ended\b", text[core.end : core.end + 16]):
        return None
    if core.written and core.value == 1 and not core.scale and core.kind in ("count", "time"):
        return None
    measures = (
        cut(text, *phrase) if phrase else measured(layout, sentence, start, end, unit, in_table)
    )
    return Figure(start, end, text[start:end], core.value, unit, qualifier, measures, value_to)


def _qualified(text: str, floor: int, core: _Core) -> tuple[int, int, str | None]:
    """The figure with the words that qualify it, and those words."""
    start, end = core.start, core.end
    window = max(floor, start - 32)
    qualifier = None
    lead = text[window:start]
    if match := _QUALIFIER.search(lead):
        word = " ".join(match.group().lower().split())
        if word in _PREPOSITIONS and _is_preposition(text[window : window + match.start()], core):
            return start, end, None
        if word not in _NO_QUALIFIER:
            start, qualifier = window + match.start(), word
            further = _QUALIFIER.search(text[window:start])
            if further and " ".join(further.group().lower().split()) in ("up to", "at", "top"):
                start = window + further.start()
                qualifier = " ".join(text[start : window + match.end()].lower().split())
    if qualifier is None and (after := _AFTER.match(text, end)):
        end, qualifier = after.end(), after.group().strip().lower()
    return start, end, qualifier


def _is_preposition(lead: str, core: _Core) -> bool:
    """Whether "over" or "under" before a number says when or below what, not how exactly."""
    if core.kind == "time":
        return core.kind == "time" and not re.search(r"\b(?:for|with|than|of|has|after)\s+$", lead)
    return core.kind == "count" and core.written and not core.scale


def _counted(
    text: str, sentence: Span, core: _Core, in_table: bool
) -> tuple[str | None, Span | None] | None:
    """(unit, phrase) of a plain number; None where it is no figure."""
    lead = text[max(sentence.start, core.start - 40) : core.start]
    digits = text[core.start : core.end]
    if core.written and core.value == 1 and not core.scale:
        return None
    if re.search(r"[\w/#][-–/]$", lead) or re.match(
        r"[-–/](?!\s)\w|[°'’\"”]\w|\w", text[core.end : core.end + 2]
    ):
        return None
    if _STREET.match(text, core.end):
        return None
    if re.search(r"\b(?:one|1|2|3|\d in every|one in every) (?:in )?$|\b(?:one|\d) in (?:every )?$", lead) or re.match(
        r" in (?:every )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b(?!\s*(?:%|million))",
        text[core.end : core.end + 20],
    ) and core.value <= 9 and core.kind == "count":
        return None
    if re.search(r"\bone in $", lead) or (
        core.written
        and re.match(r" in (?:\d|[a-z]+\b)", text[core.end : core.end + 12])
        and core.value == 1
    ):
        return None
    noun = phrases.counted(text, core.end, sentence.end)
    last_word = re.search(r"([\w’'&-]+)[ \u00a0\n]$", lead)
    if not core.written:
        if _LABEL.search(lead) and not (noun and core.value > 1 and not _LABEL_HARD.search(lead)):
            return None
        opens = core.start - len(last_word.group()) <= sentence.start + 1 if last_word else True
        if last_word and last_word[1][0].isupper() and last_word[1].lower() not in _FUNCTION:
            named = not opens or not noun
            if named and not core.scale and "," not in digits:
                return None
        if not noun and not core.scale and re.fullmatch(r"(?:19|20)\d\d", digits):
            return None
        if (
            noun
            and re.fullmatch(r"(?:19|20)\d\d", digits)
            and not re.search(
                r"\b(?:over|than|about|some|around|nearly|least|approximately|the|of)\s$", lead
            )
        ):
            return None
    if noun:
        head, phrase = noun
        unit = " ".join(text[slice(*head)].split())
        if (_FRACTION.match(unit) and core.value < 4 and unit != "quarters") or _IDIOM.match(text[core.end : phrase.end].strip()):
            return None
        if unit in _TIME_UNITS and re.match(r"\s+ended\b", text[phrase.end : phrase.end + 8]):
            return None
        return unit.lower() if unit.istitle() else unit, phrase
    of = _OF_WHOLE.match(text, core.end, sentence.end)
    if of and core.value > 1:
        whole = phrases.counted(text, of.end() - 1, sentence.end)
        if whole and of["whose"]:
            return " ".join(text[slice(*whole[0])].split()), whole[1]
        return None, None
    if in_table:
        return None, None
    if core.written and not core.scale:
        ends = re.match(r"\s*[.,;]", text[core.end : core.end + 2])
        return (None, None) if ends and re.search(r"(?:[a-z]ed|pack of)\s$", lead) else None
    if _AGE.search(lead) and text[core.end : core.end + 1] == "," and 16 <= core.value <= 99:
        return None, None
    if core.scale or "," in digits or (core.value >= 2 and _BARE_BEFORE.search(lead)):
        return None, None
    return None


_LABEL_HARD = re.compile(
    r"\b(?:ID|passcode|code|pin|number|no|section|article|page|ext|extension|conference id|chapter"
    r"|phase|level|figure|table|note|version)\.?[:#]?\s*$",
    re.IGNORECASE,
)


def _ranks(text: str, sentence: Span, taken: Taken) -> list[_Core]:
    found: list[_Core] = []
    for match in _RANK.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        if taken.overlap(start, end):
            continue
        if word := match["super"]:
            stop = end
            if ordinal(word) > 1:
                found.append(_Core(start, stop, ordinal(word), "rank", "rank"))
        elif word := match["ord"]:
            rest = text[end : min(end + 40, sentence.end)]
            lead = text[max(sentence.start, start - 160) : start]
            ranked = _RANKED.search(lead) or found
            if (
                ranked
                and _PLACE.match(rest + ".")
                and not re.search(r"\b(?:the|a|its|their|our|every|each)\s+$", lead[-8:])
            ) or (re.match(r"[ -](?:place|position)\b", rest) and _RANKED.search(text, *sentence)):
                found.append(_Core(start, end, ordinal(word), "rank", "rank"))
        elif match["digits"]:
            if match["number"][0] in "#" or re.search(
                r"\b(?:the|world['’]s|country['’]s|ranked|rated|position|as|is|was|at)\s+$",
                text[max(0, start - 12) : start], re.I,
            ):  # fmt: skip
                found.append(_Core(start, end, value(match["digits"]), "rank", "rank"))
        elif match["top"]:
            found.append(_Core(start, end, value(match["of"]), "rank", "top"))
    return found


def _ranked(layout: Layout, sentence: Span, core: _Core) -> Figure:
    text = layout.text
    after = re.compile(
        r"\s*(globally|worldwide|nationally|internationally|overall"
        r"|(?:in|among|out of|of)\s+[^.,;]+?)(?=\s+and\b|[.,;)]|$)"
    ).match(text, core.end, sentence.end)
    qualifier = "top" if core.kind == "top" else None
    measures = cut(text, *after.span(1)) if after else None
    if not after and (stop := phrases.noun_phrase(text, core.end, sentence.end)) > core.end:
        stop = phrases.with_complement(text, stop, sentence.end)
        begin = core.end
        while text[begin].isspace():
            begin += 1
        measures = cut(text, begin, stop)
    return Figure(
        core.start, core.end, text[core.start : core.end], core.value, "rank", qualifier, measures
    )
