"""Who is found as a person by the name itself, and in rows and lists of names."""

from __future__ import annotations

import pytest
from test_facts_people import people

NAMED: dict[str, list[str]] = {
    # a usual given name and a surname, whatever the sentence says
    "After eleven years Rafael Ostrander went home.": ["Rafael Ostrander"],
    "Flowers came from Birgit Halldor, too.": ["Birgit Halldor"],
    "Work is in the hands of Lim Wei Jun and Cheung Mei-ling.": ["Lim Wei Jun", "Cheung Mei-ling"],
    "It is Oslo's Sofia Brekke.": ["Sofia Brekke"],
    "It is open from May to Martin Luther Day.": [],
    "The ferry Ingrid Halvorsen sails at nine.": [],
    "It is aboard the Helga Maren, a trawler.": [],
    "He won the Maria Halloran prize.": [],
    "It met the founder of Rosalind Harper, which sells soap.": [],
    "Walter Pumps is a firm. Its pumps are good.": [],
    "VERA CRUZ, 4 May - The bridge is open.": [],
    "Thomas & Reed sells tea; it was Reed & Simon Tea before.": [],
    # names in one row with a person's
    "New members are Sorrel Dunlop (Ireland), Iván Prados (Chile) and Mele Tupak (Tonga).": [
        "Sorrel Dunlop", "Iván Prados", "Mele Tupak"],
    "Five join: Quill Farrow, Dr. Jane Roe, Moua Lindor and Dov Essler.": [
        "Quill Farrow", "Jane Roe", "Moua Lindor", "Dov Essler"],
    "It was backed by Tamarind Hill and Jane Roe Capital.": [],
    "It hired engineers from Larsen Hoyt and Martin Roe, a welder.": ["Martin Roe"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMED.items(), ids=NAMED)
def test_names(text: str, names: list[str]) -> None:
    assert [name for name, *_ in people(text)] == names
