"""Facts that settle a question, asked as people ask it: who signed, who is of a body, mottoes."""

from __future__ import annotations

import pytest

from pr_assistant.embedding import Embedder
from pr_assistant.facts import read
from pr_assistant.live import Source
from pr_assistant.models import ScoredPassage
from pr_assistant.passages import split
from pr_assistant.reading import ExtractiveReader
from pr_assistant.readings import Reading
from pr_assistant.releases import parse
from pr_assistant.sentences import Span

RELEASE = """Acme Cloud Norway and Havn University sign an agreement

Oslo, 4 May 2027 – Acme Cloud Norway and Havn University (HU) have signed an agreement at Acme's
works in Bergen.

The agreement was signed by Mr Jan Poe, Managing Director of Acme Cloud Norway, and Ms Eva Lund,
Director of Research of Havn University. The signing was witnessed by Dr Ida Moe, President of Acme
Cloud Nordic, and Prof. Nils Berg, Rector of Havn University.

Dr Moe said: "This is a pivotal step for talent in the north." Seven subjects of Havn University
were placed in the top 40. Among these, "Marine Biology", "Law of the Sea" and "Ship Design" came
first in Norway.

Orders of the school rose in the second quarter.

About Havn University
Driven by its motto, "To learn by the sea", Havn University has 9,000 students.
"""


def asked(question: str, embedder: Embedder) -> Reading:
    release = parse(RELEASE.encode(), "havn")
    parts = split(release, embedder.tokenise, embedder.spec.max_pieces)
    source = Source(release, read(release), tuple(parts))
    reader = ExtractiveReader(embedder, lambda release_id: source)
    return reader.read(question, [ScoredPassage(part, 1.0, 1.0) for part in parts])


def given(reading: Reading) -> str:
    spans = [span for one in reading.evidence for span in one.exact]
    spans = spans or [Span(one.start, one.end) for one in reading.evidence]
    return " | ".join(" ".join(RELEASE[slice(*span)].split()) for span in spans)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Which Havn University official was the signatory?", ["Eva Lund"]),
        ("Who put their name to the agreement for Acme?", ["Jan Poe"]),
        ("Who signed on Havn University's side?", ["Eva Lund"]),
        ('Whose words are "a pivotal step for talent"?', ["Moe"]),
        ("Name all the Acme Cloud executives.", ["Jan Poe", "Ida Moe"]),
        ("Which people from Havn University are named?", ["Eva Lund", "Nils Berg"]),
        ("Who was the MD of Acme Cloud Norway?", ["Jan Poe"]),
        ("What is Havn University's motto?", ["To learn by the sea"]),
        (
            "Which subjects came first in Norway?",
            ["Marine Biology", "Law of the Sea", "Ship Design"],
        ),
        ("Was the agreement signed in Oslo?", ["Bergen"]),
        ("What is the dateline?", ["Oslo, 4 May 2027"]),
        ("hw many students does Havn University have?", ["9,000"]),
    ],
)
def test_it_is_answered(question: str, names: list[str], embedder: Embedder) -> None:
    words = given(asked(question, embedder))
    assert all(name in words for name in names), words


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Who is Havn University working with in Denmark?", "Nils Berg"),
        ("Who leads Havn University's work on fish farms?", "Eva Lund"),
        ("Who signed on Havn University's side?", "Nils Berg"),
    ],
)
def test_nobody_else_is_given(question: str, wrong: str, embedder: Embedder) -> None:
    assert wrong not in given(asked(question, embedder))


def test_a_quarter_that_it_does_not_tell_of_is_told(embedder: Embedder) -> None:
    assert asked("How did orders do in the third quarter?", embedder).absent == ("third quarter",)
