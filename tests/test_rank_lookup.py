"""A rank is looked up in the ranking that is named, and refused where the release gives none."""

from __future__ import annotations

import pytest

from pr_assistant.asking import question_model
from pr_assistant.candidates import of_release
from pr_assistant.embedding import Embedder
from pr_assistant.facts import read
from pr_assistant.live import Source
from pr_assistant.models import ScoredPassage
from pr_assistant.passages import split
from pr_assistant.rank_lookup import ranked
from pr_assistant.reading import ExtractiveReader
from pr_assistant.readings import Reading
from pr_assistant.releases import parse

RELEASE = """Norden University opens a school of fisheries

Bergen, 4 May 2027 – Norden University opened a school of fisheries today with Havbank.

In the Pearl World University Rankings 2027, Norden University has risen to 71st globally, and in
the Ocean Science (OS) Impact Ranking 2026 it stands 12th worldwide and third in Norway. Nine
subjects were placed within the top 40 in the Pearl World University Rankings by Subject 2026.

About Havbank
Havbank lends to the fishing trade. It has 210 employees.
"""


def asked(question: str, embedder: Embedder, text: str = RELEASE) -> Reading:
    release = parse(text.encode(), "norden")
    parts = split(release, embedder.tokenise, embedder.spec.max_pieces)
    source = Source(release, read(release), tuple(parts))
    reader = ExtractiveReader(embedder, lambda release_id: source)
    return reader.read(question, [ScoredPassage(part, 1.0, 1.0) for part in parts])


def exact(reading: Reading, text: str = RELEASE) -> list[str]:
    return [text[slice(*span)] for one in reading.evidence for span in one.exact]


@pytest.mark.parametrize(
    ("question", "rank"),
    [
        ("Where does Norden University stand in the Pearl ranking?", "71st globally"),
        ("norden pearl rank 2027?", "71st globally"),
        ("What is the university's position in the OS Impact league table?", "12th worldwide"),
        ("What is its rank in Norway in the Ocean Science Impact Ranking?", "third in Norway"),
        ("Is Norden University among the top 80 in the Pearl ranking?", "71st globally"),
        ("What is its rank in the Pearl rankings by subject?", "top 40"),
    ],
)
def test_the_rank_in_the_ranking_that_is_named(
    question: str, rank: str, embedder: Embedder
) -> None:
    assert exact(asked(question, embedder)) == [rank]


@pytest.mark.parametrize(
    "question",
    [
        "What was Norden University's rank in the Pearl World University Rankings 2026?",
        "What was Norden's position in the Pearl ranking last year?",
        "Where does Norden stand in Norway in the Pearl ranking?",
        "What is Norden University's rank in the Coral University Rankings?",
        "How many universities are in the Pearl World University Rankings?",
        "Where does Havbank stand in the Pearl World University Rankings?",
    ],
)
def test_a_rank_that_the_release_does_not_give_is_refused(
    question: str, embedder: Embedder
) -> None:
    assert not asked(question, embedder).answered


HOME_FIRST = """Tarn University names a rector

Tarn, 4 May 2027 – Tarn University has a rector.

Tarn University ranked 57th in the world and 3rd in Harbour Kong in the Pearl World University
Rankings 2027. Veldt Academy, a partner of Quill Institute, is 12th in the Atlas Ranking 2027.
"""


def test_one_name_may_stand_behind_two_ranks(embedder: Embedder) -> None:
    question = "What is Tarn University's rank in the Pearl World University Rankings{}?"
    world = asked(question.format(""), embedder, HOME_FIRST)
    assert exact(world, HOME_FIRST) == ["57th in the world"]
    home = asked(question.format(" in Harbour Kong"), embedder, HOME_FIRST)
    assert exact(home, HOME_FIRST)[0].startswith("3rd")


def test_of_two_who_are_named_neither_is_given_the_rank(embedder: Embedder) -> None:
    question = "Where does Quill Institute stand in the Atlas Ranking?"
    release = parse(HOME_FIRST.encode(), "tarn")
    parts = split(release, embedder.tokenise, embedder.spec.max_pieces)
    source = Source(release, read(release), tuple(parts))
    meant = question_model().asked(question, embedder.embed_query(question))
    assert ranked(meant, source, of_release(release, source.facts, parts)) is None


@pytest.mark.parametrize(
    "question",
    [
        "What was Norden's rank in the OS Impact Ranking 2021?",
        "Was Norden University ranked 71st in the 2021 Pearl rankings?",
    ],
)
def test_the_year_that_it_lacks_is_told(question: str, embedder: Embedder) -> None:
    assert asked(question, embedder).absent == ("2021",)
