"""Which currency a name stands for that several share: dollars, pesos, kroner of the country that
a release comes from."""

from __future__ import annotations

import re
from collections import Counter

_PLACES = {
    "USD": "usa america texas california ohio florida georgia illinois pennsylvania michigan"
    " massachusetts colorado oregon arizona nevada utah minnesota wisconsin indiana missouri"
    " tennessee kentucky alabama louisiana oklahoma iowa kansas nebraska maryland virginia"
    " connecticut delaware maine vermont idaho montana wyoming alaska hawaii boston chicago houston"
    " dallas denver seattle atlanta philadelphia phoenix detroit pittsburgh baltimore calif tex"
    " mass colo mich minn wash conn ariz tenn ill",
    "AUD": "australia sydney melbourne brisbane perth adelaide canberra hobart darwin cairns"
    " townsville geelong ballarat bendigo launceston wollongong fremantle queensland tasmania nsw"
    " qld",
    "CAD": "canada toronto montreal montréal vancouver calgary ottawa edmonton winnipeg halifax"
    " saskatoon regina quebec québec mississauga ontario alberta manitoba saskatchewan labrador"
    " newfoundland yukon",
    "NZD": "zealand aotearoa auckland wellington christchurch dunedin tauranga napier rotorua"
    " invercargill queenstown",
    "SGD": "singapore", "HKD": "kong", "CLP": "chile santiago valparaíso copiapó antofagasta",
    "COP": "colombia bogotá bogota medellín cali barranquilla", "ARS": "argentina córdoba rosario",
    "PHP": "philippines manila cebu davao", "MXN": "mexico méxico monterrey guadalajara",
    "DKK": "denmark copenhagen aarhus odense aalborg", "ISK": "iceland reykjavík reykjavik",
    "NOK": "norway oslo bergen trondheim stavanger", "PKR": "pakistan karachi lahore islamabad",
    "LKR": "lanka colombo", "NPR": "nepal kathmandu", "TZS": "tanzania dodoma",
    "UGX": "uganda kampala", "KES": "kenya nairobi mombasa", "MAD": "morocco casablanca rabat",
    "AED": "emirates dubai dhabi", "EGP": "egypt cairo alexandria",
}  # fmt: skip
_CODE_OF_PLACE = {place: code for code, places in _PLACES.items() for place in places.split()}
_REGIONS = re.compile(
    r"\b(?:(?P<AUD>New South Wales|Western Australia|South Australia|Northern Territory)"
    r"|(?P<ARS>Buenos Aires)"
    r"|(?P<CAD>British Columbia|Nova Scotia|New Brunswick|Prince Edward Island|B\.C\.|Ont\."
    r"|(?<=, )(?:BC|ON|AB|QC|MB|SK|NS|NB)\b))(?!\w)"
)
_ORIGIN = re.compile(
    r"\+(?P<code>852|65|64|63|61|57|56|54|52|47|45|94|92|354|977|254|255|256|212|971|20)[\s-]?\(?\d"
    r"|\.(?P<domain>au|nz|sg|hk|ca|cl|ar|ph|mx|dk|pk|lk|ke|tz|ug|ma|ae|eg)\b|\b(?P<firm>Pty)\b"
)
"""Telephone numbers and addresses tell the country of those who publish."""
_CODE_OF_SIGN = {
    "852": "HKD", "hk": "HKD", "65": "SGD", "sg": "SGD", "64": "NZD", "nz": "NZD", "61": "AUD",
    "au": "AUD", "Pty": "AUD", "ca": "CAD", "63": "PHP", "ph": "PHP", "57": "COP", "56": "CLP",
    "cl": "CLP", "54": "ARS", "ar": "ARS", "52": "MXN", "mx": "MXN", "47": "NOK", "45": "DKK",
    "dk": "DKK", "94": "LKR", "lk": "LKR", "92": "PKR", "pk": "PKR", "354": "ISK", "977": "NPR",
    "254": "KES", "ke": "KES", "255": "TZS", "tz": "TZS", "256": "UGX", "ug": "UGX", "212": "MAD",
    "ma": "MAD", "971": "AED", "ae": "AED", "20": "EGP", "eg": "EGP",
}  # fmt: skip
_SHARED = {
    "USD": frozenset(("AUD", "CAD", "NZD", "SGD", "HKD")),
    "MXN": frozenset(("CLP", "COP", "ARS", "PHP")),
    "NOK": frozenset(("DKK",)), "INR": frozenset(("PKR", "LKR", "NPR")), "SEK": frozenset(("ISK",)),
    "KES": frozenset(("TZS", "UGX")), "AED": frozenset(("MAD",)), "GBP": frozenset(("EGP",)),
}  # fmt: skip
"""The currency that a bare name is taken for first → those that are called the same."""
_BARE = re.compile(
    r"(?<!\w)\$|(?i:(?<!us )(?<!kong )(?<!singapore )(?<!australian )(?<!canadian )(?<!norwegian )"
    r"(?<!danish )(?<!swedish )\b(?:dollars?|pesos?|kroner|rupees?|shillings?|dirhams?|pounds))$"
)
"""A sign or name that does not say whose it is."""
_NATIONAL = re.compile(
    r"(?P<USD>\bU\.S\.|\bUnited States\b|\bMedicaid\b)|(?P<AUD>\bASX\b|\bAboriginal\b)"
    r"|(?P<NZD>\bNZX\b|\bMāori\b|\b[Ii]wi\b)|(?P<CAD>\bTSXV?\b|\b[Pp]rovincial\b)|(?P<SGD>\bSGX\b)"
)
"""What is found in one country that has dollars."""
_CAPITALISED = re.compile(r"\b[A-Z][a-zà-ÿ]+\b")
_WORD = re.compile(r"[^\W\d_]+")


def currency_of(place: str, text: str) -> str | None:
    """The currency of a release by the place of its dateline, else by whom it says to ask."""
    if region := _REGIONS.search(place):
        return region.lastgroup
    for word in _WORD.findall(place.lower()):
        if word in _CODE_OF_PLACE:
            return _CODE_OF_PLACE[word]
    signs = Counter(_CODE_OF_SIGN[m[m.lastgroup or 0]] for m in _ORIGIN.finditer(text))
    if not signs:
        signs = Counter(str(m.lastgroup) for m in _REGIONS.finditer(text))
        signs.update(str(m.lastgroup) for m in _NATIONAL.finditer(text))
        signs.update(
            _CODE_OF_PLACE[word]
            for word in map(str.lower, _CAPITALISED.findall(text))
            if word in _CODE_OF_PLACE
        )
    best = signs.most_common(2)
    sure = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
    return best[0][0] if sure else None


def is_american(text: str) -> bool:
    """Whether one sum stands both as "US$85 million" and as "$85 million": "$" is American then."""
    sums = {match[1] for match in _AMERICAN.finditer(text)}
    return any(match[1] in sums for match in _BARE_SUM.finditer(text))


_AMERICAN = re.compile(r"\bUS\$\s?(\d[\d.,]*\d|\d)")
_BARE_SUM = re.compile(r"(?<!\w)\$\s?(\d[\d.,]*\d|\d)")


def meant(unit: str, written: str, own: str | None) -> str:
    """The currency that is meant by a bare name, `own` being that of the release's country."""
    if own and own in _SHARED.get(unit, ()) and _BARE.search(written):
        return own
    return unit
