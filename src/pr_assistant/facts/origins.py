"""Where somebody is from, said before what they are: "the Greek minister", "a Danish artist"."""

from __future__ import annotations

import re

from pr_assistant.facts.lexicon import ORGANISATION_NOUNS, ROLE_HEADS

_BY_NAME = (
    "Greek French Dutch German Swiss Welsh Czech Thai Afghan Israeli Iraqi Pakistani Bangladeshi"
    " Kuwaiti Omani Qatari Saudi Yemeni Emirati Bahraini Nepali Somali Filipino Filipina Icelandic"
    " Kazakh Uzbek Kyrgyz Tajik Turkmen Azeri Croat Slovak Serb Slovene Finn Malay Lao Khmer"
    " Congolese Chinese Japanese Portuguese Maltese Lebanese Vietnamese Burmese Sudanese"
    " Senegalese Togolese Beninese Gabonese Tongan Samoan Fijian Maori Māori Basque Catalan Breton"
    " Manx Cypriot Northern.Irish New.Zealand South.African South.Korean North.Macedonian"
    " Sri.Lankan Costa.Rican Puerto.Rican Moroccan Kenyan Ugandan Tanzanian Rwandan Ghanaian"
    " Nigerian Zambian Zimbabwean"
    " Cuban Haitian Mexican American Chilean Peruvian Bolivian Uruguayan Paraguayan African"
    " Asian Australian Canadian Indian Iranian Russian Ukrainian Italian Austrian Belgian Bulgarian"
    " Romanian Hungarian Norwegian Estonian Latvian Lithuanian Armenian Georgian Mongolian Korean"
    " Brazilian Colombian Argentinian Argentine Venezuelan Ecuadorian Egyptian Tunisian Algerian"
    " Libyan Ethiopian Malawian Malian Ivorian Cameroonian Angolan Mauritian Indonesian Malaysian"
    " Singaporean Cambodian Taiwanese Palestinian Jordanian Syrian Turkish Polish Swedish Danish"
    " Finnish Spanish British Scottish English Irish Cornish Flemish Kurdish Bosnian Albanian"
    " Kosovan Sicilian Bavarian Californian Texan"
)
_WORDS = "|".join(word.replace(".", r"\s") for word in _BY_NAME.split())
_NO_ORIGIN = frozenset(
    "ambassador consul envoy commissioner teacher lecturer professor tutor reader translator"
    " interpreter editor".split()
)
"""Whom a country sends, and what may be of its language."""
_HEADS = "|".join(sorted(ROLE_HEADS - ORGANISATION_NOUNS - _NO_ORIGIN))
_REALMS = (
    "prime|foreign|finance|deputy|vice|first|interior|trade|health|energy|defen[cs]e|home|justice"
    "|education|transport|environment|culture"
)
ORIGIN = re.compile(
    rf"(?:{_WORDS})\s+(?=(?!speaker|language|literature|studies|embassy|high commissioner"
    rf"|{'|'.join(sorted(_NO_ORIGIN))})[a-z]"
    rf"|(?i:(?:{_REALMS})\s+(?:{_HEADS})\b|(?:{_HEADS})\b))"
)
"""A word for a country, and behind it a word in small letters or a post."""
