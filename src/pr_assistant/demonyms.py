"""Countries by their own names and by those of their people: one may be asked for by the other."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

_OF = """
Argentina: Argentine Argentinian
Australia: Australian
Austria: Austrian
Belgium: Belgian
Brazil: Brazilian
Britain: British Briton Britons UK
Bulgaria: Bulgarian
Canada: Canadian
Chile: Chilean
China: Chinese
Colombia: Colombian
Croatia: Croatian
Cyprus: Cypriot
Czechia: Czech
Denmark: Danish Danes
Egypt: Egyptian
England: English
Estonia: Estonian
Finland: Finnish Finns
France: French
Germany: German
Ghana: Ghanaian
Greece: Greek
Hungary: Hungarian
Iceland: Icelandic Icelander
India: Indian
Indonesia: Indonesian
Iran: Iranian
Iraq: Iraqi
Ireland: Irish
Israel: Israeli
Italy: Italian
Japan: Japanese
Kenya: Kenyan
Korea: Korean
Latvia: Latvian
Lithuania: Lithuanian
Malaysia: Malaysian
Mexico: Mexican
Morocco: Moroccan
Netherlands: Dutch
Nigeria: Nigerian
Norway: Norwegian
Pakistan: Pakistani
Peru: Peruvian
Philippines: Philippine Filipino
Poland: Polish
Portugal: Portuguese
Romania: Romanian
Scotland: Scottish
Serbia: Serbian
Singapore: Singaporean
Slovakia: Slovak
Slovenia: Slovenian
Spain: Spanish Spaniard
Sweden: Swedish Swedes
Switzerland: Swiss
Taiwan: Taiwanese
Thailand: Thai
Turkey: Turkish Türkiye
Ukraine: Ukrainian
Uruguay: Uruguayan
Vietnam: Vietnamese
Wales: Welsh
Europe: European
Africa: African
Asia: Asian
"""

_WORD = re.compile(
    r"(?<!in )(?<!into )(?<!speak )(?<!speaks )(?<!support )(?<!supports )"
    r"\b[A-Z][a-zü]+(?=\s+[a-z])"
    r"|(?<=\bin )(?:the )?[A-Z][a-zü]+(?!\s+[A-Z]|\w)|\bUK\b"
)
"""A people with what is theirs ("Dutch buyers"), or a country where something is; neither languages
("in English") nor somebody's name ("Dane Smith")."""


@lru_cache(maxsize=1)
def _others() -> dict[str, tuple[str, ...]]:
    """Each of the words → the others of its country, the country's own name first."""
    rows = [row.replace(":", "").split() for row in _OF.strip().splitlines()]
    found = {word: tuple(other for other in row if other != word) for row in rows for word in row}
    return found | {f"{word}s": (word, *others) for word, others in found.items()}


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(row.partition(":")[0] for row in _OF.strip().splitlines())


def in_the_words_of(question: str, texts: Collection[str]) -> str:
    """The question with each country or people that `texts` do not name as they name it, if so."""

    def named(match: re.Match[str]) -> str:
        the, _, word = match.group().rpartition(" ")
        place = question[: match.start()].endswith("in ")
        others = _others().get(word)
        if not others or (word in _countries()) != place or _stands(word, texts):
            return match.group()
        other = next((other for other in others if _stands(other, texts)), word)
        return f"{the} {other}".strip()

    return _WORD.sub(named, question)


def _stands(word: str, texts: Collection[str]) -> bool:
    return any(re.search(rf"\b{word}\b", text) for text in texts)
