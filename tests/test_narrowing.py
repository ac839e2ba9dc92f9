"""Long sentences are cut between clauses, where the rest most likely does not answer."""

from __future__ import annotations

import pytest

from pr_assistant.narrowing import LIKELY, LONGEST, narrowed
from pr_assistant.sentences import Span

LISTS = (
    "In the national table the college has climbed to ninth place, its best since it was founded,"
    " and in the regional one of last winter it stands second of forty, behind the school at"
    " Marrow Bay alone."
)
GUESTS = (
    "The bridge was opened by Mrs. Ines Okafor, Mayor of Tolland; Mr. Piet Haan, head of the port"
    " of Tolland and of its ferries; Dr. Lia Moreau, who drew it; and Captain Sun Wei, master of"
    " the first ship below it."
)


def part(text: str, *weights: tuple[str, float]) -> str | None:
    places = {Span(at := text.index(words), at + len(words)): much for words, much in weights}
    found = narrowed(text, places)
    return text[found.start : found.end] if found else None


def test_the_clauses_that_hold_the_likely_words() -> None:
    first, second = LISTS.split(", and ")
    assert part(LISTS, ("ninth place", 0.7), ("second of forty", 0.3)) == first
    assert part(LISTS, ("ninth place", 0.1), ("second of forty", 0.9)) == second


def test_none_where_no_part_is_likely_enough() -> None:
    assert part(LISTS, ("ninth place", LIKELY - 0.1), ("second of forty", 0.5)) is None
    assert part(LISTS) is None


def test_what_is_short_is_left_whole() -> None:
    text = "The college has climbed to ninth place, and it stands second of forty in the region."
    assert len(text.split()) <= LONGEST
    assert part(text, ("ninth place", 1.0)) is None


def test_a_list_parted_by_semicolons_is_not_cut() -> None:
    assert part(GUESTS, ("Mr. Piet Haan", 1.0)) is None


@pytest.mark.parametrize("joint", ["; ", " — ", ", while ", ", whereas "])
def test_where_it_may_be_cut(joint: str) -> None:
    clauses = (
        "the old hall in the harbour will be closed for good at the end of the winter of 2031",
        "the new one by the station opens its doors to the first two thousand guests in May",
    )
    text = joint.join(clauses) + "."
    found = part(text, ("the end of the winter of 2031", 1.0))
    assert found == clauses[0]


def test_a_decimal_point_or_a_comma_in_a_number_is_no_place_to_cut() -> None:
    text = "Sales rose to 1,204,500 tonnes and " + "more and more " * 12 + "of 3.5 million in all"
    assert part(text, ("1,204,500 tonnes", 1.0)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Acme Holdings today firmly denied each of the following claims that were made in the press"
        " last week: that it will close its plant in Leeds in March and move all four hundred jobs"
        " to Poland.",
        "The company will move all of its four hundred jobs from Leeds to the new plant in Poland"
        " in the month of March, but only if the councils of both cities and the owners of the old"
        " mill agree to it by then.",
    ],
)
def test_what_turns_the_rest_around_is_not_cut_off(text: str) -> None:
    assert part(text, ("jobs", 1.0)) is None
