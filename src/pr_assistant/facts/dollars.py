"""Which currency "$" stands for: the dollar of the country that a release comes from."""

from __future__ import annotations

import re
from collections import Counter

_OF_PLACES = {
    "AUD": "australia sydney melbourne brisbane perth adelaide canberra hobart darwin cairns"
    " townsville geelong ballarat bendigo launceston wollongong fremantle queensland tasmania nsw"
    " qld",
    "CAD": "canada toronto montreal montréal vancouver calgary ottawa edmonton winnipeg halifax"
    " saskatoon regina quebec québec mississauga ontario alberta manitoba saskatchewan labrador"
    " newfoundland yukon",
    "NZD": "zealand aotearoa auckland wellington christchurch dunedin tauranga napier rotorua"
    " invercargill queenstown",
    "SGD": "singapore",
    "HKD": "kong",
}
_CODE_OF_PLACE = {place: code for code, places in _OF_PLACES.items() for place in places.split()}
_REGIONS = re.compile(
    r"\b(?:(?P<AUD>New South Wales|Western Australia|South Australia|Northern Territory)"
    r"|(?P<CAD>British Columbia|Nova Scotia|New Brunswick|Prince Edward Island|B\.C\.|Ont\."
    r"|(?<=, )(?:BC|ON|AB|QC|MB|SK|NS|NB)\b))(?!\w)"
)
_ORIGIN = re.compile(
    r"(?P<AUD>\+61\s?\d|\.au\b|\bPty\b)|(?P<NZD>\+64\s?\d|\.nz\b)|(?P<SGD>\+65\s?\d|\.sg\b)"
    r"|(?P<HKD>\+852\s?\d|\.hk\b)|(?P<CAD>\.ca\b)"
)
"""Telephone numbers and addresses tell the country of those who publish."""
_WORD = re.compile(r"[^\W\d_]+")


def dollar_of(place: str, text: str) -> str:
    """The ISO code of "$" in a release by the place of its dateline, else by whom it says to ask."""
    if region := _REGIONS.search(place):
        return str(region.lastgroup)
    for word in _WORD.findall(place.lower()):
        if word in _CODE_OF_PLACE:
            return _CODE_OF_PLACE[word]
    if "$" not in text:
        return "USD"
    named = Counter(match.lastgroup for match in _ORIGIN.finditer(text))
    if not named and not place:
        named = Counter(match.lastgroup for match in _REGIONS.finditer(text))
    return str(named.most_common(1)[0][0]) if named else "USD"
