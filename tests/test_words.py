"""Which words count, and which count as the same."""

from __future__ import annotations

import random
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from Stemmer import Stemmer

from pr_assistant.words import STOP_WORDS, content_words, stem, stems, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PolyU's motto", ["polyu", "motto"]),
        ("PolyU’s students' halls", ["polyu", "students", "halls"]),
        ("208,000 people in 170 countries", ["208,000", "people", "in", "170", "countries"]),
        ("HK$10.5 million, up 5.2%.", ["hk", "10.5", "million", "up", "5.2"]),
        ("end-to-end start-ups", ["end", "to", "end", "start", "ups"]),
        ("O’Neill and d'Arc", ["o’neill", "and", "d'arc"]),
        ("Élodie naïve ÅSE", ["élodie", "naïve", "åse"]),
        ("CloudMatrix384, 54th", ["cloudmatrix", "384", "54", "th"]),
        ("  … — “ ” 🚀 ", []),
    ],
)
def test_words_in_order_in_lower_case(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("employees", "employee"),
        ("signed", "signing"),
        ("university", "universities"),
        ("208,000", "208000"),
        ("PolyU's", "PolyU"),
        ("collaborate", "collaboration"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [("5", "6"), ("5.2", "52"), ("54", "56"), ("2,025", "2.025"), ("HUAWEI", "Hawaii")],
)
def test_figures_and_names_that_differ_have_stems_that_differ(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_what_every_question_has_carries_no_meaning() -> None:
    assert content_words("What does the release say about it, please?") == []
    assert content_words("How many people does Huawei employ?") == ["people", "huawei", "employ"]


@given(st.text())
def test_any_text_has_words_without_spaces_and_a_stem_for_each_that_counts(text: str) -> None:
    found = words(text)
    assert all(word and not any(c.isspace() for c in word) for word in found)
    assert content_words(text) == [word for word in found if word not in STOP_WORDS]
    assert len(stems(text)) == len(content_words(text))
    assert all(stems(text))


def test_threads_do_not_mix_up_their_words() -> None:
    # Snowball's stemmer keeps the word it is at in itself; several questions are read at a time.
    found = [f"{begin}{end}" for begin in BEGINNINGS for end in ENDINGS]
    alone = Stemmer("english")
    expected = {word: alone.stemWord(word) for word in found}
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            lots = [random.Random(seed).sample(found, len(found)) for seed in range(8)]
            for stemmed in pool.map(lambda lot: {word: stem(word) for word in lot}, lots):
                assert stemmed == expected
    finally:
        sys.setswitchinterval(before)


BEGINNINGS = [f"{one}{two}{three}" for one in "bdfkm" for two in "aeiou" for three in "lnrst"]
ENDINGS = ["ing", "ations", "ed", "ies", "fulness", "ously", "ional", "s", "ating", "ement"]
