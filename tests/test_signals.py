"""What a question asks for, what a sentence shows, and how words are weighed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pr_assistant.signals import Weights, corrected, kind_asked, shows
from pr_assistant.words import stems


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who signed the MoU for PolyU?", "person"),
        ("On whose behalf did Mr. Zhang sign?", "person"),
        ("which executive witnessed it", "person"),
        ("How many people does Huawei employ?", "number"),
        ("What is PolyU's rank in Asia?", "number"),
        ("What percentage of revenue is spent on research?", "number"),
        ("how old is Huawei", "number"),
        ("When was Huawei founded?", "date"),
        ("In which year did the RAISe+ Scheme launch?", "date"),
        ("How long will it run?", "date"),
        ("Where was the MoU signed?", "place"),
        ("Which country is the base in?", "place"),
        ("What did Sunny Shang say about talent?", "quotation"),
        ("What does PolyU's motto mean?", "any"),
        ("Why did they sign?", "any"),
        ("whole wheat", "any"),
    ],
)
def test_what_kind_of_thing_is_asked_for(question: str, kind: str) -> None:
    assert kind_asked(question) == kind


@pytest.mark.parametrize(
    ("question", "showing", "lacking"),
    [
        (
            "Who signed?",
            "It was signed by Mr. Kelvin WONG of PolyU.",
            "It was signed at the campus in spring.",
        ),
        ("How many start-ups?", "It has over 130 start-ups.", "It has many start-ups."),
        ("How many regions?", "They work in seven regions.", "They work in the region."),
        ("When was it founded?", "Founded in 1987, it leads.", "It was founded by engineers."),
        ("Where was it signed?", "It was signed at the Bantian Campus.", "It was signed by both."),
        ("What did he say?", "He said: “We won.”", "The team won the match."),
    ],
)
def test_a_sentence_shows_what_is_asked_for_or_lacks_it(
    question: str, showing: str, lacking: str
) -> None:
    assert (shows(kind_asked(question), showing), shows(kind_asked(question), lacking)) == (1, 0)


def test_where_no_kind_is_asked_for_no_sentence_is_better() -> None:
    assert shows("any", "Mr. Lee said in 2025 that 5 came.") == shows("any", "It is so.") == 0.5


SENTENCES = [
    stems(sentence)
    for sentence in (
        "Huawei has 208,000 employees.",
        "Huawei was founded in 1987.",
        "Huawei builds networks.",
        "Huawei Cloud opens a base in Singapore.",
    )
]


def test_a_rare_word_weighs_more_than_one_that_every_sentence_has() -> None:
    weights = Weights(SENTENCES)
    asked = stems("Huawei employees")
    rare, common = weights.share(asked, stems("employees")), weights.share(asked, stems("Huawei"))
    assert rare > 0.8 > 0.2 > common > 0
    assert rare + common == pytest.approx(1)


def test_a_word_that_no_sentence_has_is_missed_most() -> None:
    weights = Weights(SENTENCES)
    asked = stems("Huawei dividend")
    assert weights.share(asked, stems("Huawei")) < 0.2


WORD = st.sampled_from(stems("Huawei employees Cloud Singapore founded networks dividend base"))


@given(st.lists(WORD), st.lists(WORD), WORD)
def test_a_share_is_a_share_and_grows_with_what_is_found(
    asked: list[str], found: list[str], more: str
) -> None:
    weights = Weights(SENTENCES)
    share = weights.share(asked, found)
    assert 0 <= share <= 1
    assert weights.share(asked, [*found, more]) >= share
    assert weights.share(asked, asked) == pytest.approx(1 if asked else 0)


KNOWN = stems("Huawei employees incubation university Singapore commercialisation 208,000 1987")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Huwaei", "Huawei"),
        ("Singapor", "Singapore"),
        ("employees", "employees"),
        ("Singapore", "Singapore"),
    ],
)
def test_a_slip_of_the_pen_is_taken_for_the_word_that_stands_there(
    written: str, meant: str
) -> None:
    assert corrected(stems(written), KNOWN) == set(stems(meant))


@pytest.mark.parametrize("written", ["1978", "208,001", "208000", "dividend", "MIT", "Samsung"])
def test_figures_and_other_words_are_never_corrected(written: str) -> None:
    """A figure that differs by one digit is another figure."""
    assert corrected(stems(written), KNOWN) == set(stems(written))
