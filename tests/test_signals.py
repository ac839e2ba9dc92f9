"""What a question asks for, what a candidate shows, and which names are not there."""

from __future__ import annotations

import pytest

from pr_assistant.asking import Asked, question_model
from pr_assistant.embedding import Embedder
from pr_assistant.extraction import span_reader
from pr_assistant.known_words import absent_names, corrected, names, repaired, spelled
from pr_assistant.near_misses import is_lesser, is_of_each
from pr_assistant.premises import without_wrong_year
from pr_assistant.sentences import Span
from pr_assistant.signals import fits
from pr_assistant.statements import Candidate
from pr_assistant.words import stems

NONE = frozenset[str]()


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("Who signed the MoU for PolyU?", "person list"),
        ("Which executive heads Huawei Cloud?", "person"),
        ("How many people does Huawei employ?", "number"),
        ("What percentage of revenue is spent on research?", "percent"),
        ("When was Huawei founded?", "when"),
        ("In which year did the RAISe+ Scheme launch?", "when"),
        ("How long will it run?", "duration"),
        ("Where was the MoU signed?", "where"),
        ("Which country is the base in?", "where"),
        ("What did Sunny Shang say about talent?", "quotation"),
        ("Who said that the base will be in Singapore?", "speaker"),
        ("What does KTEO stand for?", "expansion definition"),
        ("What is this release about?", "overview"),
    ],
)
def test_what_kind_of_thing_is_asked_for(question: str, kinds: str, embedder: Embedder) -> None:
    asked = question_model().asked(question, embedder.embed_query(question))
    assert sum(asked.kinds.values()) == pytest.approx(1, abs=1e-4)
    assert max(asked.kinds, key=lambda kind: asked.kinds[kind]) in kinds.split()


@pytest.mark.parametrize(
    ("kind", "showing", "lacking"),
    [
        ("person", "It was signed by Mr. Kelvin WONG.", "It was signed at the campus in spring."),
        ("number", "It has over 130 start-ups.", "It has many start-ups."),
        ("number", "They work in seven regions.", "They work in the region."),
        ("when", "Founded in 1987, it leads.", "It was founded by engineers."),
        ("where", "It was signed at the Bantian Campus.", "It was signed by both."),
        ("quotation", "He said: “We won.”", "The team won the match."),
    ],
)
def test_a_sentence_shows_what_is_asked_for_or_lacks_it(
    kind: str, showing: str, lacking: str
) -> None:
    asked = Asked("?", {kind: 1.0}, {})
    sentence = Candidate("statement", (Span(0, 5),), (), NONE, NONE, NONE)
    assert (fits(sentence, asked, showing), fits(sentence, asked, lacking)) == (1, 0)


def test_a_fact_fits_what_it_gives_and_nothing_else() -> None:
    figure = Candidate("percent", (Span(0, 5),), (), NONE, NONE, NONE)
    assert fits(figure, Asked("?", {"percent": 0.75, "person": 0.25}, {}), "5%") == 0.75


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
    assert set(_corrected(written)) == set(stems(meant))


@pytest.mark.parametrize("written", ["1978", "208,001", "208000", "dividend", "MIT", "Samsung"])
def test_figures_and_other_words_are_never_corrected(written: str) -> None:
    """A figure that differs by one digit is another figure."""
    assert set(_corrected(written)) == set(stems(written))


def _corrected(written: str) -> list[str]:
    asked = Asked(written, {}, dict.fromkeys(stems(written), 1.0))
    return list(corrected(asked, KNOWN, lambda word: False).expected)


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("Did Siemens sign?", ["Siemens"]),
        ("What did Huwaei announce?", []),
        ("How many employees does Huawei have?", []),
        ("Is the CFO named?", []),
        ("Did Huawei and Amazon sign with Google?", ["Amazon", "Google"]),
        ("Who is the Chief Executive of Huawei?", []),
        ("How Many Staff Does Huawei Have?", []),
        ("Who Signed On Behalf Of Siemens?", []),
        ("Where in The Hague does Huawei sit?", ["Hague"]),
    ],
)
def test_names_that_stand_nowhere(question: str, absent: list[str]) -> None:
    assert absent_names(question, ["Huawei has 208,000 employees."]) == absent


@pytest.mark.parametrize(
    ("question", "text", "spelled_out"),
    [
        ("Who is the CFO?", "the Chief Financial Officer, Bo Ek, and a deputy CFO",
         "Who is the Chief Financial Officer?"),
        ("ceo name", "Bo Ek, chief executive", "chief executive name"),
        ("Who is the chief operating officer?", "Bo Ek, COO", "Who is the COO?"),
        ("Who is the CTO?", "Bo Ek, CFO", "Who is the CTO?"),
        ("Who is the Chief Executive Officer?", "its CEO, the Chief Executive Officer Bo Ek",
         "Who is the Chief Executive Officer?"),
    ],
)  # fmt: skip
def test_posts_are_asked_for_as_the_release_spells_them(
    question: str, text: str, spelled_out: str
) -> None:
    assert spelled(question, [text]) == spelled_out


@pytest.mark.parametrize(
    ("text", "kind"),
    [("1871", "when"), ("the 1990s", "when"), ("six weeks", "when"), ("Galway", "where"),
     ("forty", "number")],
)  # fmt: skip
def test_short_answers_look_like_what_they_are(text: str, kind: str) -> None:
    asked = Asked("?", {kind: 1.0}, {})
    span = Candidate("span", (Span(0, len(text)),), (), NONE, NONE, NONE)
    assert fits(span, asked, text) == 1.0


def test_what_is_expected_is_a_share() -> None:
    asked = Asked("?", {}, {"revenu": 0.9, "rise": 0.3})
    assert asked.share({"revenu"}) == pytest.approx(0.75)
    assert asked.missing({"revenu"}) == pytest.approx(0.3)
    assert Asked("?", {}, {}).share(set()) == 1


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("How many people does Huawai employ?", "How many people does huawei employ?"),
        ("who sigend the memorandum", "who signed the memorandum"),
        ("What did it cost in 1978?", "What did it cost in 1978?"),
        ("Did Siemens sign?", "Did Siemens sign?"),
        ("What is the price?", "What is the price?"),
    ],
)
def test_what_is_no_word_is_read_as_the_likeliest_of_the_release(question: str, meant: str) -> None:
    texts = ["Huawei signed a memorandum; most prizes went to 208,000 employees in 1987."]
    assert repaired(question, texts, span_reader().is_word) == meant


ROW = "The signing was witnessed by Ann Lee, President of Acme; and Bo Ek, Vice President of Bolt."


@pytest.mark.parametrize(
    ("question", "text", "lesser"),
    [
        ("Who is the President of Bolt?", ROW, True),
        ("Who is the President of Acme?", ROW, False),
        ("Who is the Vice President of Bolt?", ROW, False),
        ("Who is the chair?", "Bo Ek, deputy chair, spoke.", True),
        ("Who is the chair?", "Bo Ek, deputy chair, spoke before the chair.", False),
        ("How many people work there?", ROW, False),
    ],
)
def test_a_deputy_does_not_hold_the_post(question: str, text: str, lesser: bool) -> None:
    assert is_lesser(question, names(question), text) == lesser


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("Who spoke for the University of Leeds?", ["University of Leeds"]),
        ("Who spoke for the University of Bath?", []),
        ("What did University of York Professor Ann Lee say?", []),
        ("Who spoke for the Bank of the North?", []),
        ("Did the University of York's rector come?", []),
    ],
)
def test_a_body_of_one_place_is_not_one_that_is_named_after_it(
    question: str, absent: list[str]
) -> None:
    text = (
        "BATH UNIVERSITY and Leeds Beckett University met at the Bank of the North in Bath,\nas a"
    )
    text += " Leeds university and the University of\nYork did."
    assert absent_names(question, [text]) == absent


@pytest.mark.parametrize(
    ("question", "whether"),
    [
        ("Is Art and Design ranked best?", True),
        ("Who signed? Did Amy Lung sign it?", True),
        ("Did they say how many came?", False),
        ("Was it signed in May or in June?", False),
        ("Can you name the partners?", False),
        ("Who is it?", False),
        ("Who stands for election?", False),
    ],
)
def test_yes_or_no_is_asked_for_by_form(question: str, whether: bool, embedder: Embedder) -> None:
    asked = question_model().asked(question, embedder.embed_query(question))
    assert (asked.kinds["yesno"] > 0.85) == whether
    assert sum(asked.kinds.values()) == pytest.approx(1, abs=1e-4)


def test_forms_of_address_are_no_names_and_are_read_as_the_release_writes_them() -> None:
    assert names("What did Professor Chao say to Dr Lee?") == ["chao", "lee"]
    assert spelled("What did Professor Chao say?", ["Prof. Chao spoke."]) == (
        "What did Prof. Chao say?"
    )
    assert spelled("What did Prof Chao say?", ["Professor Chao spoke."]) == (
        "What did Professor Chao say?"
    )
    assert spelled("What did Professor Chao say?", ["Professor Chao and Prof. Ng."]) == (
        "What did Professor Chao say?"
    )


@pytest.mark.parametrize(
    ("question", "text", "each"),
    [
        ("What was the total funding?", "over HK$10 million", True),
        ("How much did each get?", "over HK$10 million", False),
        ("What was the total funding?", "six start-ups", False),
    ],
)
def test_what_each_gets_is_no_total(question: str, text: str, each: bool) -> None:
    stated = "Since then six start-ups have received over HK$10 million each."
    assert is_of_each(question, text, stated) == each


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Was Acme founded in 1998?", "Was Acme founded?"),
        ("Was Acme founded in 1987?", "Was Acme founded in 1987?"),
        ("Did profit rise in 2019?", "Did profit rise in 2019?"),
        ("Who founded Acme in 1998?", "Who founded Acme in 1998?"),
    ],
)
def test_a_wrong_year_does_not_keep_yes_or_no_from_an_answer(question: str, read: str) -> None:
    assert without_wrong_year(question, ["Founded in 1987, it has 512 staff."]) == read


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Who signed for Acme HK?", "Who signed for Acme Hong Kong?"),
        ("Is it sold in the UK?", "Is it sold in the UK?"),
        ("TELL US WHO SIGNED", "TELL US WHO SIGNED"),
    ],
)
def test_places_are_read_in_full_where_the_release_has_them_so(question: str, meant: str) -> None:
    texts = [
        "Acme Hong Kong paid HK$10 million.",
        "It sells in the UK, the United Kingdom, and the United States.",
    ]
    assert spelled(question, texts) == meant
