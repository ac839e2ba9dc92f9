"""Callings of people who are of a place and not of an organisation: "the farmer A of Selby"."""

from __future__ import annotations

import re

from pr_assistant.facts.place import Place

_AT_HOME = re.compile(
    r"\b(?:farmer|resident|student|pupil|fisherman|teacher|grower|villager|pensioner|writer|poet"
    r"|painter|artist|baker|carpenter|beekeeper|winemaker|shopkeeper|critic|translator|novelist"
    r"|actor|actress|composer|singer|musician|photographer|architect|lawyer|weaver|potter|dyer"
    r"|mechanic|statistician|welder|fitter|plumber|electrician|postman|cook|chef"
    r"|[a-z]*(?:olog|art|novel|violin|pian|cell|guitar|harp|organ|solo|flor|cycl)ist"
    r"|(?:fisher|crafts|business|sales|trades|boat|ferry)(?:man|woman))$",
    re.IGNORECASE,
)


def is_of_home(place: Place, words: str) -> bool:
    """Whether a single name behind a calling is a place: "the farmer A of Selby"."""
    if words.lower() in place.known or words.isupper() or place.text.count(words) > 2:
        return False
    return is_called_at_home(place)


def is_called_at_home(place: Place) -> bool:
    """Whether a calling is all that is said of somebody."""
    titles_found = [t.title for _, t in place.mention.found if t.title]
    return any(
        _AT_HOME.search(place.text, *title) and place.text[title.start].islower()
        for title in titles_found
    )
