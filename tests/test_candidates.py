"""What may answer in a release: its facts and sentences, each an exact slice of it."""

from __future__ import annotations

from functools import lru_cache

import pytest
from support import CORPUS, RELEASE

from pr_assistant import candidates, facts, releases
from pr_assistant.models import Passage, Release
from pr_assistant.statements import Candidate


@lru_cache(maxsize=8)
def of(path: str) -> tuple[Release, tuple[Candidate, ...]]:
    """A release and its candidates; each section is one passage."""
    release = releases.parse((CORPUS.parent / path).read_bytes(), "r")
    parts = [
        Passage("r", s.start, s.end, release.text[s.start : s.end], s.name, release.title)
        for s in release.sections
    ]
    return release, candidates.of_release(release, facts.read(release), parts)


def given(kind: str) -> list[str]:
    """The answers of all candidates of a kind in the first release."""
    release, found = of(f"{CORPUS.name}/{RELEASE}.txt")
    return [
        "; ".join(" ".join(release.text[slice(*span)].split()) for span in one.answer)
        for one in found
        if one.kind == kind
    ]


def test_every_answer_lies_in_its_statements() -> None:
    for release, found in [of(f"{CORPUS.name}/{RELEASE}.txt")]:
        for one in found:
            assert one.answer
            assert one.statements
            for statement in one.statements:
                assert release.text[slice(*statement.span)] == statement.text
            for span in one.answer:
                assert any(
                    s.span.start < span.end and span.start < s.span.end for s in one.statements
                )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("number", "over 130 start-ups"),
        ("number", "208,000 employees"),
        ("expansion", "Knowledge Transfer and Entrepreneurship Office"),
        ("parties", "Huawei Cloud"),
        ("people", "SHANG"),
        ("speaker", "Sunny SHANG"),
        ("overview", "PolyU"),
        ("place", "HONG KONG"),
        ("newswire", "PRNewswire"),
    ],
)
def test_the_first_release_has(kind: str, words: str) -> None:
    assert any(words in answer for answer in given(kind)), given(kind)


def test_a_quotation_is_known_by_its_speaker() -> None:
    _, found = of(f"{CORPUS.name}/{RELEASE}.txt")
    said = [one for one in found if one.kind == "quotation"]
    assert said
    assert any({"christoph", "chao"} <= one.keys for one in said)


def test_a_title_on_a_line_of_its_own_is_a_statement_and_one_without_a_company_the_issuers() -> (
    None
):
    release, found = of("../evals/corpus/2025-05-06-larkmoor-q1-results.txt")
    titles = {release.text[slice(*one.answer[0])] for one in found if one.kind == "role"}
    assert "Vice President, Investor Relations" in titles
    chief = [
        one
        for one in found
        if one.kind == "person" and "Okafor" in release.text[slice(*one.answer[0])]
    ]
    assert "larkmoor" in chief[0].keys


@pytest.mark.parametrize("firm", ["Acme", "Acme Ltd"])
def test_who_runs_a_part_of_a_firm_is_not_who_runs_the_firm(firm: str) -> None:
    text = (
        f"Acme opens works\n\nOSLO, 3 May 2025 – {firm} opened its works. Jane Roe, chief executive"
        " of Acme, and John Poe, managing director of Acme Asia, were there with Ann Lee, deputy"
        " chief executive of Globex. Acme is old.\n"
    )
    release = releases.parse(text.encode(), "r")
    passages = [Passage("r", 0, len(text), release.text, "body", release.title)]
    found = candidates.of_release(release, facts.read(release), passages)
    people = {
        release.text[slice(*one.answer[0])].partition(",")[0]: one
        for one in found
        if one.kind == "person"
    }
    assert {n for n, one in people.items() if {"run", "lead"} <= one.keys} == {
        "Jane Roe",
        "John Poe",
    }
    assert {n: set(one.part[1]) for n, one in people.items()} == {
        "Jane Roe": set(),
        "John Poe": {"asia"},
        "Ann Lee": set(),
    }
    assert all("hold" in one.keys for one in people.values())


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("(in millions; unaudited)   Q1 2025   Q1 2024   Change", False),
        ("Three months ended March 31   (thousands of euros)", False),
        ("Net sales   412.4   388.9   6%", True),
        ("26 June 2025", True),
        ("- 12 million shares", True),
        ("Change   12%", True),
        ("Change: 12", True),
        ("- $4 millions", True),
        ("Change of address: 14 Quay Street", True),
    ],
)
def test_the_head_of_a_table_states_nothing(line: str, states: bool) -> None:
    news = "Acme reports\n\nLEEDS, 3 May 2024 – Acme had a good quarter."
    text = f"{news}\n\n{line}\n\nNet income   12   11   9%"
    release = releases.parse(text.encode(), "r")
    parts = [Passage("r", 0, len(release.text), release.text, "body", release.title)]
    found = candidates.of_release(release, facts.read(release), parts)
    assert any(line in s.text for one in found for s in one.statements) == states
