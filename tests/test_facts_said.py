"""Who said what: every quotation gets its own speaker or none, never another's."""

from __future__ import annotations

import pytest

from pr_assistant import facts, releases
from pr_assistant.models import Release

LEDE = """Acme opens a plant

LEEDS, May 3, 2024 -- Acme opened a plant in the north of the country after years of work.

"""


def said(text: str) -> list[tuple[str, str | None]]:
    """(first two words, speaker) of each quotation of a release with this text in it."""
    found = facts.read(releases.parse((LEDE + text).encode(), "x")).quotations
    return [(" ".join(q.quote.split()[:2]), q.speaker) for q in found if not q.indirect]


def test_the_release_has_two_quotations_with_their_speakers(release: Release) -> None:
    found = facts.read(release).quotations
    assert [(q.quote[:15], q.speaker) for q in found] == [
        ("Huawei places g", "Sunny SHANG"),
        ("This MoU signif", "Christopher CHAO"),
    ]
    assert found[0].quote.endswith("impactful research outcomes.")
    assert found[1].quote.endswith("start-ups to scale internationally.")


GLAD = '"We are glad to be here today'

NAMED = {
    "verb after the name": (f'Jane Doe said: {GLAD}."', "Jane Doe"),
    "role between name and verb": (
        f'Jane Doe, Head of Tax at Acme, remarked, {GLAD}."',
        "Jane Doe",
    ),
    "title and capitals": (f'Ms. Amy LUNG of PolyU added: {GLAD}."', "Amy LUNG"),
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
    assert [who for _, who in said(text)] == ["Jane Doe"] * 3


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
    assert found[0] == ("We are", "Jane Doe")
    assert "Jane Doe" not in [who for _, who in found[1:]]


def test_a_pronoun_without_anybody_before_it_names_nobody() -> None:
    found = said('Max Moe thanked Jane Doe. "We are glad to be here," he said.')
    assert [who for _, who in found] in ([], ["Max Moe"])


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


MIXED = {
    "curly, closed straight": 'Jane Doe said: “It is big." Revenue rose 5% in 2023.',
    "inches before": 'The 6" pipe is ready. Jane Doe said: "It is big."',
    "a word before the name": "Today, Jane Doe said: “It is big.”",
    "however": "However, Jane Doe said: “It is big.”",
    "asked by another": "When asked by Max Moe, Jane Doe said: “It is big.”",
    "role in brackets": "Jane Doe (CEO of Acme) said: “It is big.”",
    "comma outside": "“It is big”, said Jane Doe, who runs Acme.",
    "two of saying": 'Max Moe told reporters that Jane Doe said: "It is big."',
    "line above": "Jane Doe, head of Acme, said:\n\n“It is big.”",
    "according to": "According to Jane Doe, “it is big”.",
    "guillemets": "«It is big», said Jane Doe.",
    "low and high": "„It is big“, said Jane Doe.",
}


@pytest.mark.parametrize("text", MIXED.values(), ids=MIXED)
def test_marks_and_forms_of_all_kinds(text: str) -> None:
    ((words, who),) = said(text)
    assert (words.lower(), who) == ("it is", "Jane Doe")


def test_an_open_first_paragraph_is_the_speakers_of_the_next() -> None:
    text = "“We will double profits.\n\n“It is big,” said Jane Doe."
    assert said(text) == [("We will", "Jane Doe"), ("It is", "Jane Doe")]


def test_what_two_say_together_is_nobodys_alone() -> None:
    assert said("“It is good,” said John Smith and Jane Doe, founders of Acme.") == []
