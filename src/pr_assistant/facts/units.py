"""Currencies and units of measure, and the shape of an amount."""

from __future__ import annotations

import re

from pr_assistant.facts.numbers import (
    DIGITS,
    SCALE,
    SHORT_SCALE,
    WORDS,
)

SYMBOLS = {
    "US$": "USD", "HK$": "HKD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CDN$": "CAD",
    "NZ$": "NZD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "RM": "MYR", "Rs.": "INR",
    "Rs": "INR", "RMB": "CNY", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW",
    "₺": "TRY", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₪": "ILS", "$": "USD",
    "FCFA": "XOF", "N": "NGN", "CHF": "CHF", "Fr.": "CHF", "KSh": "KES",
    "Ksh": "KES", "TSh": "TZS", "USh": "UGX", "GH₵": "GHS",
    "J$": "JMD", "TT$": "TTD", "N$": "NAD", "zł": "PLN", "₴": "UAH", "₸": "KZT", "₾": "GEL",
}  # fmt: skip
CODES = (
    "AED AFN AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN"
    " BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS"
    " GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD"
    " KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN"
    " NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SCR SDG SEK SGD SLE"
    " SOS SRD SSP SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF"
    " XCD XOF XPF YER ZAR ZMW"
).split()


def _either(codes: list[str]) -> str:
    """A pattern of codes, parted by first letter: quicker than trying one after the other."""
    by_first: dict[str, list[str]] = {}
    for code in codes:
        by_first.setdefault(code[0], []).append(code[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items())


CODE = _either(CODES)
CURRENCY_WORDS = {
    "us dollars": "USD", "u.s. dollars": "USD", "hong kong dollars": "HKD", "dollars": "USD",
    "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds sterling": "GBP", "pounds": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupees": "INR", "won": "KRW", "rand": "ZAR",
    "naira": "NGN", "pesos": "MXN", "reais": "BRL", "ringgit": "MYR", "baht": "THB",
    "francs": "CHF", "kronor": "SEK", "kroner": "NOK", "swiss francs": "CHF",
    "norwegian kroner": "NOK", "danish kroner": "DKK", "swedish kronor": "SEK",
    "złoty": "PLN", "zloty": "PLN", "zlotys": "PLN", "forint": "HUF", "koruna": "CZK",
    "dirhams": "AED", "dirham": "AED", "rupee": "INR", "peso": "MXN", "shillings": "KES",
    "riyals": "SAR", "roubles": "RUB", "rubles": "RUB", "hryvnia": "UAH",
    "taka": "BDT", "cedis": "GHS", "birr": "ETB", "kwacha": "ZMW", "shekels": "ILS",
    "singapore dollars": "SGD", "australian dollars": "AUD", "canadian dollars": "CAD",
}  # fmt: skip
CENTS = frozenset("cents cent pence sen paise öre øre centavos".split())
UNIT_WORDS = (
    "square kilometres|square kilometers|square metres|square meters|square feet|square foot"
    "|square miles|cubic metres|cubic meters|cubic feet|kilometres|kilometers|kilometre|kilometer"
    "|metres|meters|metre|meter|centimetres|centimeters|millimetres|millimeters|miles|mile|feet"
    "|foot|inches|inch|yards|acres|acre|hectares|hectare|tonnes|tonne|tons|ton|kilograms|kilogram"
    "|kilogrammes|kilos|grams|grammes|litres|liters|litre|liter|gallons|barrels|megawatts"
    "|megawatt|decibels|decibel|milliwatts|milliwatt|watts|volts|knots"
    "|gigawatts|gigawatt|kilowatts|kilowatt-hours|megawatt-hours|gigawatt-hours|terawatt-hours"
    "|terawatt hours|gigawatt hours|megawatt hours|degrees|years|year|months|month|weeks|week|days"
    "|day|hours|hour|minutes|minute|seconds|second|times|basis points|bps|percentage points"
    "|percentage point|points|fold|decades"
)
_UNIT_SYMBOLS = (
    "mg/mL|mg/kg|mg/dL|g/km|m/s|mL|dL|µL|μL|mcg|IU|mmHg|kcal|kJ|MJ|GJ|bar|kPa|MPa|rpm|MP|fps|nm|µm"
    "|ktpa|Mtpa|CGT|cgt|kVA|GB/s|MB/s|Tbps|Mbit/s|Gbit/s|Tbit/s|kbit/s|ft"
    "|kg|km|cm|mm|km/h|mph|m²|km²|m2|m3|m³|MW|GW|kW|TW|MWh|GWh|kWh|TWh|Wh|MWp|GWp|kWp|MVA|kV|Nm|mAh"
    "|Ah|TB|GB|MB|PB|Gbps|Mbps|GHz|MHz|Hz|°C|°F|ha|sq ft|sq m|sqm|sq km|oz|lb|lbs|hp|PS|bbl|boe"
    "|boepd"
    "|bpd|tCO2e|CO2e|ppm|TEU|teu|DWT|dwt|GT|dB|kt|Mt|Gt|mg|ml|µg|μg|g|t|m|x|l|W|V|p"
)
TIME_UNITS = frozenset(
    "years year months month weeks week days day hours hour minutes minute seconds second"
    " decades".split()
)
"""Their number is the figure; of other units, the unit belongs to it."""
_LONGEST_FIRST = "|".join(sorted(UNIT_WORDS.split("|"), key=len, reverse=True))
_CURRENCY = (
    r"(?P<cur>(?:US|HK|AU|A|CA|CDN|C|NZ|S|NT|R|MX|J|TT|N)?\$|[€£¥₹₩₺₦₱฿₫₪₴₸₾]|(?<!\w)Rs\.?"
    r"|(?<!\w)(?:[KTU]Sh|Ksh|GH₵|RMB|FCFA)|(?<!\w)N(?=\d[\d.]*(?:\s?(?:bn|tn|m\b|[mbt]r?illion)|,\d{3}))|"
    r"(?<!\w)RM"
    rf"|(?<!\w)(?:{CODE}))"
)
AMOUNT = re.compile(
    rf"(?:{_CURRENCY}[ \u00a0]{{0,8}}(?P<loss>\()?|(?<![\w.,]))"
    rf"(?P<num>[-−]?{DIGITS}(?![\d])|(?<![\w-]){WORDS}(?!\w))(?(loss)\))"
    rf"(?:[\s-]*(?P<scale>(?:{SCALE}(?:[\s-]{SCALE})?)\b)|\s?(?P<short>{SHORT_SCALE}))?"
    r"(?:(?P<pct>\s?%|\s+per\s?cent\b|\s+percent\b|\s+pct\b)"
    rf"|[\s-](?P<curword>(?i:{'|'.join(sorted(CURRENCY_WORDS, key=len, reverse=True))}"
    rf"|(?:US |euro )?cents?|pence|sen|paise|öre|øre|centavos)\b|(?:{CODE})\b(?!\s?\d))"
    rf"|(?P<hyphen>-(?:{UNIT_WORDS}|[a-z]+(?:-(?:foot|metre|meter|mile|hour))?)(?![\w]))"
    rf"|\s(?P<unit>(?:{_LONGEST_FIRST})\b(?!-)|(?:{_UNIT_SYMBOLS})(?!\w|/(?!\d)))"
    rf"|(?P<glued>(?:{_UNIT_SYMBOLS})(?![\w])))?"
)
QUALIFIER = re.compile(
    r"(?<![\w-])(?:(?:well |just |slightly |substantially |far |significantly )?"
    r"(?:more than|less than|fewer than|over|under|above|below)|no (?:more|less|fewer|later) than"
    r"|not (?:more|less|fewer) than|at (?:least|most)|up to(?: as much as| around| about)?"
    r"|as (?:much|many|few|little|low|high) as|approximately|approx\.?|about|around|roughly|nearly"
    r"|almost|some|circa|c\.|in excess of|close to|estimated|exceeding|a (?:minimum|maximum) of|"
    r"(?:a )?minimum|maximum|just short of|top|only"
    r"|just|exactly|another|upwards of|north of|~|≈|>|<|≥|≤)\s*$",
    re.IGNORECASE,
)
