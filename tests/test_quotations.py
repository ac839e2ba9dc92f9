"""Who said what: every quotation gets its own speaker or none, never another's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pr_assistant import quotations, structure
from pr_assistant.models import Release


def said(text: str) -> list[tuple[str, str | None]]:
    """(first two words without their quotation mark, speaker) of each quotation."""
    return [
        (
            " ".join(text[q.start + 1 : q.end].split()[:2]),
            text[slice(*q.speaker)] if q.speaker else None,
        )
        for q in quotations.find(text, structure.paragraphs(text))
    ]


def test_the_release_has_two_quotations_with_their_speakers(release: Release) -> None:
    text = release.text
    found = quotations.find(text, structure.paragraphs(text))
    assert said(text) == [
        ("Huawei places", "Mr. Sunny SHANG"),
        ("This MoU", "Prof. Christopher C HAO"),
    ]
    assert text[found[0].start : found[0].end].endswith('impactful research outcomes."')
    assert text[found[1].start : found[1].end].endswith('start-ups to scale internationally."')


GLAD = '"We are glad to be here today'

NAMED = {
    "verb after the name": (f'Jane Doe said: {GLAD}."', "Jane Doe"),
    "role between name and verb": (
        f'Jane Doe, Head of Tax at Acme, remarked, {GLAD}."',
        "Jane Doe",
    ),
    "title and capitals": (f'Ms. Amy LUNG of PolyU added: {GLAD}."', "Ms. Amy LUNG"),
    "quotation first": (f'{GLAD}," said Jane Doe, who runs Acme.', "Jane Doe"),
    "name before verb": (f'{GLAD}," Jane Doe said.', "Jane Doe"),
    "name, role, verb": (f'{GLAD}," Jane Doe, President of Acme, said.', "Jane Doe"),
    "role in lower case": (f'{GLAD}," said chief executive Jane Doe.', "Jane Doe"),
    "exclamation": (f'{GLAD}!" said Jane Doe.', "Jane Doe"),
    "curly": ("“We are glad to be here today,” said Jane Doe.", "Jane Doe"),
    "curly with inner quotes": ("“We are ‘so glad’ to be here,” said Jane Doe.", "Jane Doe"),
    "setting first": (f'In a statement from Oslo, Jane Doe said: {GLAD}."', "Jane Doe"),
    "deal named first": (
        f'Commenting on the deal with Globex, Jane Doe said: {GLAD}."',
        "Jane Doe",
    ),
    "the one spoken to is not the speaker": (f'Jane Doe told Max Moe: {GLAD}."', "Jane Doe"),
    "particles": (f'{GLAD}," said Ludwig van der Berg.', "Ludwig van der Berg"),
    "apostrophe and hyphen": (f'{GLAD}," said Mary-Ann O’Neill.', "Mary-Ann O’Neill"),
    "initial": (f'{GLAD}," said Christopher C. Hao.', "Christopher C. Hao"),
    "accent on the first letter": (f'{GLAD}," said Élodie Durand.', "Élodie Durand"),
    "role of a company before the name": (
        f"The company's chief executive, Jane Doe, said: {GLAD}.\"",
        "Jane Doe",
    ),
    "company before the name": (f"Acme's chief executive, Jane Doe, said: {GLAD}.\"", "Jane Doe"),
    "company and role before the name": (
        f'{GLAD}," said Acme chief executive Jane Doe.',
        "Jane Doe",
    ),
}


@pytest.mark.parametrize(("text", "speaker"), NAMED.values(), ids=NAMED)
def test_a_quotation_is_its_speakers(text: str, speaker: str) -> None:
    assert [who for _, who in said(text)] == [speaker]


def test_a_quotation_split_by_its_attribution_is_one_speakers() -> None:
    text = '"We are glad," said Jane Doe, head of Acme. "It is a step for all of us."'
    assert said(text) == [("We are", "Jane Doe"), ("It is", "Jane Doe")]


def test_two_speakers_of_one_paragraph_keep_their_own_words() -> None:
    text = '"We are glad to be here," said Jane Doe. "So are all of us," said Max Moe.'
    assert said(text) == [("We are", "Jane Doe"), ("So are", "Max Moe")]


@pytest.mark.parametrize(("left", "right"), ['""', "“”"], ids=["straight", "curly"])
def test_a_quotation_over_paragraphs_is_carried_on(left: str, right: str) -> None:
    text = (
        f"Jane Doe said: {left}We are glad to be here.\n\n"
        f"{left}There is more to come.\n\n"
        f"{left}That is all for now.{right}\n\n"
        f"The {left}Best of the Best Award{right} was given in May."
    )
    assert said(text) == [
        ("We are", "Jane Doe"),
        ("There is", "Jane Doe"),
        ("That is", "Jane Doe"),
    ]


def test_a_short_last_paragraph_of_a_quotation_belongs_to_it() -> None:
    text = "Jane Doe said: “We are glad to be here.\n\n“Thank you all.”\n\nThe end came in May."
    assert said(text) == [("We are", "Jane Doe"), ("Thank you", "Jane Doe")]


def test_a_pronoun_is_the_speaker_before() -> None:
    text = (
        '"We are glad to be here," said Ms. Jane Doe.\n\n'
        '"There is more to come," she added.\n\n'
        'She concluded: "That is all for now."'
    )
    assert [who for _, who in said(text)] == ["Ms. Jane Doe"] * 3


NOT_HERS = {
    "another sex": '"There is more to come," he added.',
    "somebody named since": 'Max Moe, Head of Tax, agreed. "There is more to come," he said.',
    "a woman named since": 'Ann Poe, Head of Tax, agreed. "There is more to come," she said.',
    "somebody named since, no verb": 'Then Max Moe agreed. "There is more to come."',
    "somebody unnamed": 'A visitor said: "There is more to come."',
}


@pytest.mark.parametrize("gap", [" ", "\n\n"], ids=["same paragraph", "next paragraph"])
@pytest.mark.parametrize("after", NOT_HERS.values(), ids=NOT_HERS)
def test_nobody_is_given_anothers_words(after: str, gap: str) -> None:
    found = said(f'"We are glad to be here," said Ms. Jane Doe.{gap}{after}')
    assert found[0] == ("We are", "Ms. Jane Doe")
    assert "Ms. Jane Doe" not in [who for _, who in found[1:]]


def test_a_pronoun_without_anybody_before_it_names_nobody() -> None:
    assert said('Max Moe thanked Jane Doe. "We are glad to be here," he said.')[0][1] in (
        None,
        "Max Moe",
    )


NOT_SAID = {
    "scheme": 'They use Huawei\'s "AI for Universities" scheme.',
    "long title": 'It fits the "Research, Academic and Industry Sectors One-plus Scheme (RAISe+)".',
    "shared vision": 'The vision is "From Hong Kong to Asia Pacific and the World," it aims high.',
    "subjects": '"Hospitality and Leisure Management"," Environmental Science", "Art and Design"',
    "motto": 'Driven by its motto, "To learn and to apply, for the benefit of all", it grew.',
    "inches": 'A 12" screen and a 15" screen.',
}


@pytest.mark.parametrize("text", NOT_SAID.values(), ids=NOT_SAID)
def test_quoted_names_and_titles_are_no_quotations(text: str) -> None:
    assert said(text) == []


def test_a_prize_named_after_a_quotation_is_not_the_speakers_words() -> None:
    text = '"We are glad to be here," said Jane Doe. It won the "Best Place To Work In Asia" prize.'
    assert said(text) == [("We are", "Jane Doe")]


NAMES_AND_VERBS = ["Jane Doe", "Mr. Lee", "said", "added", "told", "she", "he", "In May"]
MARKS = [",", ":", ".", '"', "“", "”", "?", "…", "\n\n", "We are glad to be here"]
PIECES = st.sampled_from([*NAMES_AND_VERBS, *MARKS])


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=25).map(" ".join))
def test_quotations_are_ordered_slices_of_their_paragraphs(text: str) -> None:
    paragraphs = structure.paragraphs(text)
    at = 0
    for quotation in quotations.find(text, paragraphs):
        assert at <= quotation.start < quotation.end
        assert any(p.start <= quotation.start and quotation.end <= p.end for p in paragraphs)
        assert text[quotation.start] in '"“'
        if quotation.speaker:
            assert text[slice(*quotation.speaker)].strip()
        at = quotation.end
