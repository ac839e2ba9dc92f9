"""Countries by their own names and by those of their people: one may be asked for by the other."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

_OF = """
Argentina: Argentine Argentinian
Australia: Australian Aussie
Austria: Austrian
Belgium: Belgian
Brazil: Brazilian
Britain: British Briton Britons UK
Bulgaria: Bulgarian
Canada: Canadian
Chile: Chilean
China: Chinese
Colombia: Colombian
Croatia: Croatian Croat
Cyprus: Cypriot
Czechia: Czech
Denmark: Danish Dane Danes
Egypt: Egyptian
England: English
Estonia: Estonian
Finland: Finnish Finn Finns
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
Poland: Polish Pole Poles
Portugal: Portuguese
Romania: Romanian
Scotland: Scottish Scot Scots
Serbia: Serbian
Singapore: Singaporean
Slovakia: Slovak
Slovenia: Slovenian Slovene
Spain: Spanish Spaniard
Sweden: Swedish Swede Swedes
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


@lru_cache(maxsize=1)
def _others() -> dict[str, tuple[str, ...]]:
    """Each of the words → the others of its country, the country's own name first."""
    rows = [row.replace(":", "").split() for row in _OF.strip().splitlines()]
    found = {word: tuple(other for other in row if other != word) for row in rows for word in row}
    return found | {f"{word}s": (word, *others) for word, others in found.items()}


_CAPITAL = re.compile(r"\b[A-Z][a-zü]+\b|\bUK\b")


def in_the_words_of(question: str, texts: Collection[str]) -> str:
    """The question with each country or people that `texts` do not name as they name it, if so."""

    def named(match: re.Match[str]) -> str:
        word = match.group()
        if (others := _others().get(word)) and not _stands(word, texts):
            return next((other for other in others if _stands(other, texts)), word)
        return word

    return _CAPITAL.sub(named, question)


def _stands(word: str, texts: Collection[str]) -> bool:
    return any(re.search(rf"\b{word}\b", text) for text in texts)
