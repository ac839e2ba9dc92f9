"""The JSON form of an answer is a contract: keys, order and shapes."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, fields, is_dataclass
from types import MappingProxyType

import pytest

from pr_assistant import models
from pr_assistant.models import Answer, Citation, Release, Section

ANSWER_KEYS = [
    "schema",
    "id",
    "question",
    "standalone_question",
    "status",
    "answer",
    "confidence",
    "citations",
    "related",
    "engine",
    "timings_ms",
]
CITATION_KEYS = [
    "number",
    "release_id",
    "title",
    "section",
    "start",
    "end",
    "quote",
    "speaker",
    "exact",
]


@pytest.fixture
def citation(release: Release) -> Citation:
    quote = "approximately 208,000 employees"
    start = release.text.index(quote)
    end = start + len(quote)
    return Citation(1, release.id, release.title, "About HUAWEI", start, end, quote)


def test_an_answer_has_the_documented_keys_in_the_documented_order(citation: Citation) -> None:
    answer = Answer(
        question="And Huawei?",
        standalone_question="How many people work there? And Huawei?",
        status="answered",
        answer="“approximately 208,000 employees” [1]",
        confidence=0.9,
        citations=(citation,),
        timings_ms=MappingProxyType({"total": 12.5, "read": 3.0}),
        id="q1",
    )
    written = json.loads(json.dumps(answer.to_dict(), ensure_ascii=False))
    assert list(written) == ANSWER_KEYS
    assert list(written["citations"][0]) == CITATION_KEYS
    assert written == {
        "schema": 1,
        "id": "q1",
        "question": "And Huawei?",
        "standalone_question": "How many people work there? And Huawei?",
        "status": "answered",
        "answer": "“approximately 208,000 employees” [1]",
        "confidence": 0.9,
        "citations": [
            {
                "number": 1,
                "release_id": citation.release_id,
                "title": citation.title,
                "section": "About HUAWEI",
                "start": citation.start,
                "end": citation.end,
                "quote": "approximately 208,000 employees",
                "speaker": None,
                "exact": [],
            }
        ],
        "related": [],
        "engine": "extractive",
        "timings_ms": {"total": 12.5, "read": 3.0},
    }


def test_what_is_not_in_the_release_has_the_same_shape(citation: Citation) -> None:
    answer = Answer("Who won?", "Who won?", "not_in_release", "No.", 0.1, related=(citation,))
    written = json.loads(json.dumps(answer.to_dict()))
    assert list(written) == ANSWER_KEYS
    assert written["id"] is None
    assert written["citations"] == []
    assert written["timings_ms"] == {}
    assert list(written["related"][0]) == CITATION_KEYS


def test_the_json_form_is_a_copy(citation: Citation) -> None:
    timings = {"total": 1.0}
    answer = Answer("?", "?", "answered", "x", 1.0, (citation,), timings_ms=timings)
    answer.to_dict()["timings_ms"]["total"] = 2.0
    assert answer.timings_ms == {"total": 1.0}


def test_everything_that_crosses_a_module_border_is_frozen_and_documented() -> None:
    kinds = [kind for kind in vars(models).values() if isinstance(kind, type)]
    kinds = [kind for kind in kinds if is_dataclass(kind)]
    assert len(kinds) >= 8
    for kind in kinds:
        assert kind.__doc__
        with pytest.raises(FrozenInstanceError):
            setattr(object.__new__(kind), fields(kind)[0].name, None)


def test_a_section_is_called_by_its_heading_or_else_by_its_role() -> None:
    assert Section("boilerplate", 0, 5, "About Acme").name == "About Acme"
    assert Section("body", 0, 5).name == "body"
