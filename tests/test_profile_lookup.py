"""How many work for a firm, and when it was founded, by the standing text about it."""

from __future__ import annotations

import pytest

from pr_assistant.asking import question_model
from pr_assistant.candidates import of_release
from pr_assistant.embedding import Embedder
from pr_assistant.facts import read
from pr_assistant.live import Source
from pr_assistant.passages import split
from pr_assistant.profile_lookup import profiled
from pr_assistant.releases import parse

RELEASE = """Merrow Line orders two ferries from Brennholm Shipyard

KALDVIK, Norway, 14 May 2025 – Merrow Line plc has ordered two ferries from Brennholm Shipyard AS.

The yard will hire 250 people for the two ships, which carry 1,350 people each.

About Merrow Line
Merrow Line plc, founded in 1964 and based in Liverpool, operates nine ships. In 2024 it carried
2.1 million people. It employs approximately 1,150 people.

About Brennholm Shipyard
Brennholm Shipyard AS builds ferries and was founded by two brothers in 1921. The yard has 980
employees. Its foundation was set up in 1998.

About Calder Labs
Calder Labs was founded by Jo Roe in 2003 with a staff of 85. The Roe Prize, established in 2015,
is its own. Calder Pay pays 3 million employees.

About Sund Group
Sund Group pays 3 million employees every month. Its foundation was set up in 2003.
"""


def looked_up(question: str, embedder: Embedder) -> str | None:
    release = parse(RELEASE.encode(), "ferries")
    parts = split(release, embedder.tokenise, embedder.spec.max_pieces)
    source = Source(release, read(release), tuple(parts))
    asked = question_model().asked(question, embedder.embed_query(question))
    found = profiled(asked, source, of_release(release, source.facts, parts))
    return " ".join(RELEASE[slice(*found.answer[0])].split()) if found else None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many people work at Merrow?", "approximately 1,150 people"),
        ("How many employees does Brennholm Shipyard have today?", "980 employees"),
        ("brennholm number of staff", "980 employees"),
        ("How many people work at Calder Labs?", "85"),
        ("When was Calder Labs founded?", "2003"),
        ("When was Merrow Line founded?", "1964"),
        ("In which year was Brennholm Shipyard established?", "1921"),
    ],
)
def test_it_is_told(question: str, told: str, embedder: Embedder) -> None:
    assert looked_up(question, embedder) == told


@pytest.mark.parametrize(
    "question",
    [
        "How many people will Brennholm hire?",
        "How many people did Merrow Line carry in 2024?",
        "How many employees does Merrow Line have in Dublin?",
        "How many people work at Norden?",
        "How many people work for Sund Group?",
        "When was Sund Group founded?",
        "How many employees are there?",
        "When was Merrow Line's terminal founded?",
    ],
)
def test_what_is_not_told_of_it_is_not_looked_up(question: str, embedder: Embedder) -> None:
    assert looked_up(question, embedder) is None
