"""Lists of many forms: over sentences, "among them", behind a label, in an odd order."""

from __future__ import annotations

import pytest
from facts_support import read

LISTS: dict[str, tuple[str, int | None, list[str]]] = {
    "It keeps three novelties. First, the shows for babies. Second, subtitles. And third, a bus.": (
        "three novelties", 3, ["the shows for babies", "subtitles", "a bus"]),
    "Two changes are due. One is a lift. Another is a bar, which opens at four.": (
        "Two changes", 2, ["a lift", "a bar"]),
    "It comes in two versions. The first, the City, has a battery. The second is the Tour.": (
        "two versions", 2, ["the City", "the Tour"]),
    "Loans came from twelve lenders, among them the Museum of Tyre and the Guild of Arms.": (
        "twelve lenders", 12, ["the Museum of Tyre", "the Guild of Arms"]),
    "It has 640 members in seven sections, including football, handball and chess.": (
        "seven sections", 7, ["football", "handball", "chess"]),
    "Donors include the Arbor Fund, the embassy of Norway and some readers.": (
        "Donors", None, ["the Arbor Fund", "the embassy of Norway", "some readers"]),
    "The jury consisted of Ann Roe (chair); the actress Kai Doe; and producer Bo Lee.": (
        "The jury", None, ["Ann Roe (chair)", "the actress Kai Doe", "producer Bo Lee"]),
    "It is judged by a panel of three: Ann Roe, Kai Doe and Bo Lee.": (
        "panel of three", 3, ["Ann Roe", "Kai Doe", "Bo Lee"]),
    "Partners: the bank Acme, of Oslo; Globex; and the city of Hull.": (
        "Partners", None, ["the bank Acme, of Oslo", "Globex", "the city of Hull"]),
    "The study had two flaws, he said: it was not blinded; and it took place in one county.": (
        "two flaws", 2, ["it was not blinded", "it took place in one county"]),
    "It has three parts: more rangers, tip-offs, and bees in the towns of Ada, Bo and Cy.": (
        "three parts", 3, ["more rangers", "tip-offs", "bees in the towns of Ada, Bo and Cy"]),
    "It opens three hotels: Hue (24 rooms, May), Jeju (9 rooms, June) and Cebu (3 rooms, July).": (
        "three hotels", 3, ["Hue (24 rooms, May)", "Jeju (9 rooms, June)", "Cebu (3 rooms, July)"]),
    "It is shown at three venues: the Kino, the Plaza and, for the first time, the ferry.": (
        "three venues", 3, ["the Kino", "the Plaza", "the ferry"]),
    "How to help: adopt a seal (US$400 a year), pay for a tag or sponsor a ranger.": (
        "How to help", None, ["adopt a seal (US$400 a year)", "pay for a tag", "sponsor a ranger"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "known"), LISTS.items(), ids=LISTS)
def test_a_list_is_known(text: str, known: tuple[str, int | None, list[str]]) -> None:
    found = [(e.announced, e.count, [i.text for i in e.items]) for e in read(text).enumerations]
    assert found == [known]


@pytest.mark.parametrize(
    "text",
    ["It has six plants, including two in Hull and one in York.",
     "The Mula 3 comes in red. The first is sold. The second is not.",
     "Two thirds are done: the roof and the wall.",
     "About Acme: founded in 1996; 83 employees; a budget of €7 million.",
     "It has five seats, among them that of the chair, and may veto it."],
)  # fmt: skip
def test_what_is_no_list(text: str) -> None:
    assert read(text).enumerations == ()
